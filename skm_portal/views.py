"""What belongs to the portal as such."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

ICONS = (("mark-192.png", 192, "any"), ("mark-512.png", 512, "any"), ("mark-full-512.png", 512, "maskable"))
"""Drawn from img/mark.svg: file, pixels on each side, what it is for."""


@require_safe
def favicon(_request: HttpRequest) -> HttpResponse:
    """Browsers ask for it where no page names an icon, as for a PDF in a tab of its own."""
    return redirect(static("img/mark.svg"))


@require_safe
def manifest(_request: HttpRequest) -> HttpResponse:
    """By which a phone puts the portal among its apps, and among those to which photos can be shared."""
    icons = [
        {"src": static(f"img/{name}"), "sizes": f"{side}x{side}", "type": "image/png", "purpose": purpose}
        for name, side, purpose in ICONS
    ]
    files = [{"name": "photos", "accept": ["image/*", ".heic", ".heif", ".avif"]}]
    told = {
        "id": "/",
        "name": "SKM Portal",
        "short_name": "SKM Portal",
        "description": "Laporan Tindak Lanjut Survei Kepuasan Masyarakat",
        "lang": "id",
        "start_url": reverse("home"),
        "scope": "/",
        "display": "standalone",
        "theme_color": "#083a40",
        "background_color": "#ffffff",
        "icons": icons,
        "share_target": {
            "action": reverse("shared_photos"),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {"files": files},
        },
    }
    return JsonResponse(told, content_type="application/manifest+json")
