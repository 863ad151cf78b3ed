"""What templates ask about the person who is logged in."""

from django.template import Library

from offices.models import Membership, User

register = Library()


@register.simple_tag
def memberships_of(user: User) -> list[Membership]:
    """The roles of a person with office and unit, in one query."""
    return list(user.memberships.select_related("office", "unit").order_by("office", "pk"))
