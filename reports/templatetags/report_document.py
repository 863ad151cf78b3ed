"""What the templates of the report ask for that is not data: where a picture is fetched from."""

from typing import Any

from django import template

from reports.document import Picture

register = template.Library()


@register.simple_tag(takes_context=True)
def photo_url(context: dict[str, Any], picture: Picture) -> str:
    """The address of a photo for whoever reads this page: the portal, the renderer or a folder."""
    return str(context["links"].photo(picture))
