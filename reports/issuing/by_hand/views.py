"""The signed pages of a version: uploaded one by one, straightened, shown, taken out again."""

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from offices.declining import Declined
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered, status_of
from offices.serving import serve_bytes
from reports.issuing.by_hand.pages import adjust_page, drop_page, keep_page, laid_as
from reports.issuing.keeping import read
from reports.models import Report, ReportKind, SignedPage, State
from surveys.periods import of_period

FOLLOW_UP = ReportKind.FOLLOW_UP
LARGEST = 25 * 2**20
NO_FILE = "Pilih dahulu foto atau pindaian halamannya."
TOO_LARGE = "Berkas ini lebih dari 25 MB. Perkecil fotonya, lalu unggah lagi."


@login_required
@require_POST
def signed_page_keep(request: AuthedRequest, code: str, period: str, kind: ReportKind = FOLLOW_UP) -> HttpResponse:
    """Keep the picture of one page; a page that is there already is replaced."""
    reports = Report.objects.filter(kind=kind, followup__survey__office__code=code, state=State.PREPARED)
    report = fetch(request.user, Action.PREPARE, reports.filter(**of_period(period, "followup__survey__")))
    with answered() as answer:
        page = request.POST.get("page", "")
        keep_page(report, request.user, int(page) if page.isdecimal() else 0, _sent(request))
    answer.tell(request, "Halaman tersimpan. Periksa hasilnya, lalu luruskan atau putar bila perlu.")
    return redirect("signing", code, period, kind)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def signed_page(
    request: AuthedRequest, code: str, period: str, page: int, kind: ReportKind = FOLLOW_UP
) -> HttpResponse:
    """How a page lies in its picture: its corners and its turn."""
    row = fetch(request.user, Action.PREPARE, _pages(code, period, kind), page=page)
    answer = None
    if request.method == "POST":
        with answered() as answer:
            corners = "" if "whole" in request.POST else request.POST.get("corners", "")
            adjust_page(row, request.user, laid_as(corners, request.POST.get("turn", "0")))
        if not answer.declined:
            return redirect("signed_page", code, period, kind, page)
    context = {"survey": row.report.followup.survey, "kind": kind, "tab": "signing", "row": row}
    context |= {"corners": request.POST.get("corners", row.corners), "turn": request.POST.get("turn", str(row.turn))}
    context |= {"error": answer.fault if answer else ""}
    return render(request, "reports/issuing/straighten.html", context, status=status_of(request))


@login_required
@require_safe
def signed_page_picture(
    request: AuthedRequest, code: str, period: str, page: int, kind: ReportKind = FOLLOW_UP
) -> HttpResponseBase:
    """The page as it is laid into the report; with ``?asli`` the picture that it is made of."""
    row = fetch(request.user, Action.PREPARE, _pages(code, period, kind), page=page)
    file, digest = (row.original, row.original_sha256) if "asli" in request.GET else (row.picture, row.picture_sha256)
    return serve_bytes(request, lambda: read(file, digest), etag=digest, content_type="image/jpeg")


@login_required
@require_POST
def signed_page_drop(
    request: AuthedRequest, code: str, period: str, page: int, kind: ReportKind = FOLLOW_UP
) -> HttpResponse:
    row = fetch(request.user, Action.PREPARE, _pages(code, period, kind), page=page)
    with answered() as answer:
        drop_page(row, request.user)
    answer.tell(request, "Halaman dihapus.")
    return redirect("signing", code, period, kind)


def _sent(request: AuthedRequest) -> bytes:
    """The file of the form; raises Declined where there is none, or it is too large."""
    file = request.FILES.get("file")
    if file is None:
        raise Declined(NO_FILE)
    if (file.size or 0) > LARGEST:
        raise Declined(TOO_LARGE)
    content: bytes = file.read()
    return content


def _pages(code: str, period: str, kind: ReportKind) -> QuerySet[SignedPage]:
    """Those of the version that waits for its signature."""
    here = of_period(period, "report__followup__survey__")
    rows = SignedPage.objects.select_related("report__followup__survey__office", "report__followup__survey__instrument")
    return rows.filter(
        report__kind=kind, report__state=State.PREPARED, report__followup__survey__office__code=code, **here
    )
