"""The page of a cycle's publication sheets, how far their files are, and each of them as a file."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from offices.account.throttling import Limit, take
from offices.audit import record
from offices.declining import Declined
from offices.permissions import Action, may
from offices.requests import AuthedRequest, answered
from offices.serving import serve_stored
from publishing.sheets.making import SheetWish, followed_forms, made_file, made_forms, request_forms
from publishing.sheets.offered import sheet_named, sheets_of
from publishing.sheets.printing import AnySheet, Design, Form
from reports.work.beats import is_left_alone
from reports.work.jobs import result_of
from surveys.fetching import fetch_cycle
from surveys.models import Survey

TYPES = {"pdf": "application/pdf", "png": "image/png"}
MOST_A_MINUTE = 60
"""Of one person: all sheets of an office with many services, and no more, as each takes the worker for seconds."""
TOO_MANY = "Terlalu banyak lembar yang Anda minta dibuat. Tunggu satu menit, lalu coba lagi."
NOT_YET = "Lembar itu belum dibuat dari data saat ini. Tekan “Buat lembar”, lalu unduh setelah selesai."


@login_required
@require_safe
def publication_sheets(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """What can be hung up, posted and shown, or what it waits for."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    offered = sheets_of(survey)
    there = [(each.key, each.sheet) for each in offered if each.sheet]
    made = dict(zip((key for key, _sheet in there), made_forms(survey, there), strict=True))
    waiting = (one.waiting for designs in made.values() for one in designs)
    context = {
        "survey": survey,
        "tab": "publication_sheets",
        "is_left_alone": is_left_alone(next(filter(None, waiting), None)),
        "offered": [(each, made.get(each.key, ())) for each in offered],
        "is_underway": any(one.is_underway for designs in made.values() for one in designs),
        "may_choose": may(request.user, Action.PUBLISH, survey.office),
    }
    return render(request, "publishing/sheets/page.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def publication_sheet_forms(request: AuthedRequest, code: str, period: str, which: str, design: str) -> HttpResponse:
    """Have a sheet made in all its forms (POST), and see how far they are."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    look = _look(design)
    if request.method == "POST":
        return _requested(request, survey, which, look)
    if "pekerjaan" not in request.GET:
        return redirect("publication_sheets", code, period)
    made = followed_forms(survey, which, look, request.GET["pekerjaan"])
    if not made.jobs:
        raise Http404
    context = {"survey": survey, "made": made, "is_left_alone": is_left_alone(made.waiting)}
    return render(request, "publishing/sheets/_forms.html", context)


def _requested(request: AuthedRequest, survey: Survey, which: str, design: Design) -> HttpResponse:
    sheet = _sheet(survey, which)
    with answered() as answer:
        if not take(Limit("lembar publikasi", MOST_A_MINUTE, 60), str(request.user.pk)):
            raise Declined(TOO_MANY)
        request_forms(survey, request.user, which, design, sheet)
        told = {"sheet": which, "design": design.label}
        record(request.user, "public.sheet", survey, survey.office, after=told)
    answer.tell(request)
    page = reverse("publication_sheets", args=(survey.office.code, survey.period))
    return redirect(f"{page}#lembar-{which}")


@login_required
@require_safe
def publication_sheet(
    request: AuthedRequest, code: str, period: str, which: str, design: str, form: str
) -> HttpResponseBase:
    """One sheet as the worker made it of these data, unless the browser has it."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    wish = SheetWish(which, _look(design), _form(form))
    sheet = _sheet(survey, which)
    file = result_of(made_file(survey, wish, sheet))
    if file is None:
        messages.info(request, NOT_YET)
        return redirect("publication_sheets", code, period)
    ending = wish.form.shape.ending
    sent = serve_stored(request, file, etag=wish.digest(sheet), content_type=TYPES[ending])
    name = f"{which}-{code}-{period}-{form}-{design}.{ending}"
    sent.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return sent


def _sheet(survey: Survey, which: str) -> AnySheet:
    found = sheet_named(survey, which)
    if found is None:
        raise Http404
    return found


def _look(design: str) -> Design:
    try:
        return Design(design)
    except ValueError:
        raise Http404 from None


def _form(form: str) -> Form:
    try:
        return Form(form)
    except ValueError:
        raise Http404 from None
