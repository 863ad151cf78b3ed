"""What belongs to the portal as such."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe


@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """Browsers ask for it where no page names an icon, as for a PDF in a tab of its own."""
    return redirect(static("img/mark.svg"))
