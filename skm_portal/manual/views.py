"""The user guide: its contents and search, a chapter, its pictures, and the section beside the page it explains."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from skm_portal.manual.chapters import PICTURES, chapters
from skm_portal.manual.places import explanation_of
from skm_portal.manual.searching import hits

DAY = 24 * 60 * 60


@require_safe
def manual(request: HttpRequest) -> HttpResponse:
    """The contents of the guide, or what was found in it."""
    asked = request.GET.get("cari", "").strip()
    found = hits(chapters(), asked)
    return render(request, "skm_portal/manual/contents.html", {"chapters": chapters(), "asked": asked, "hits": found})


@require_safe
def manual_chapter(request: HttpRequest, slug: str) -> HttpResponse:
    """One chapter, whole."""
    for chapter in chapters():
        if chapter.slug == slug:
            return render(request, "skm_portal/manual/chapter.html", {"chapter": chapter, "chapters": chapters()})
    raise Http404


@require_safe
def manual_help(request: HttpRequest, page: str) -> HttpResponse:
    """The section that explains a page: beside it where a script asks, in its chapter otherwise."""
    chapter, section = explanation_of(page)
    if request.headers.get("HX-Request"):
        response = render(request, "skm_portal/manual/_help.html", {"chapter": chapter, "section": section})
    else:
        response = redirect(f"{reverse('manual_chapter', args=[chapter.slug])}#{section.anchor}")
    patch_vary_headers(response, ["HX-Request"])
    return response


@require_safe
def manual_picture(_request: HttpRequest, name: str) -> HttpResponseBase:
    """A picture of the guide. Raises Http404 if it has none of that name."""
    file = PICTURES / f"{name}.png"
    if not file.is_file():
        raise Http404
    response = FileResponse(file.open("rb"), content_type="image/png")
    response.headers["Cache-Control"] = f"public, max-age={DAY}"
    return response
