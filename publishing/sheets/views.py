"""The page of a cycle's publication sheets, and each of them as a file."""

from hashlib import sha256

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from offices.account.throttling import Limit, take
from offices.declining import Declined
from offices.models import User
from offices.permissions import Action, may
from offices.requests import AuthedRequest, answered
from offices.serving import serve_bytes
from publishing.release import release
from publishing.sheets.offered import sheet_named, sheets_of
from publishing.sheets.printing import AnySheet, Design, Form, sheet_file
from surveys.fetching import fetch_cycle

TYPES = {"pdf": "application/pdf", "png": "image/png"}
MOST_A_MINUTE = 60
"""Of one person: all sheets of an office with many services, and no more, as each takes a thread for seconds."""
TOO_MANY = "Terlalu banyak lembar yang Anda minta dibuat. Tunggu satu menit, lalu coba lagi."


@login_required
@require_safe
def publication_sheets(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """What can be hung up, posted and shown, or what it waits for."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    context = {
        "survey": survey,
        "tab": "publication_sheets",
        "offered": sheets_of(survey),
        "designs": tuple(Design),
        "forms": tuple(Form),
        "may_choose": may(request.user, Action.PUBLISH, survey.office),
    }
    return render(request, "publishing/sheets/page.html", context)


@login_required
@require_safe
def publication_sheet(
    request: AuthedRequest, code: str, period: str, which: str, design: str, form: str
) -> HttpResponseBase:
    """One sheet, made anew unless the browser has it as this release makes it of these data."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    look, shape = _look(design, form)
    found = sheet_named(survey, which)
    if found is None:
        raise Http404
    etag = sha256(f"{found!r} {design} {form} {release()}".encode()).hexdigest()
    ending = shape.shape.ending
    with answered() as answer:
        make = lambda: _made(request.user, found, look, shape)  # noqa: E731
        made = serve_bytes(request, make, etag=etag, content_type=TYPES[ending])
        name = f"{which}-{code}-{period}-{form}-{design}.{ending}"
        made.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
        return made
    answer.tell(request)
    return redirect("publication_sheets", code, period)


def _look(design: str, form: str) -> tuple[Design, Form]:
    try:
        return Design(design), Form(form)
    except ValueError:
        raise Http404 from None


def _made(user: User, sheet: AnySheet, design: Design, form: Form) -> bytes:
    """Raises ``Declined`` for who had so many made that others would wait; what a browser has is not counted."""
    if not take(Limit("lembar publikasi", MOST_A_MINUTE, 60), str(user.pk)):
        raise Declined(TOO_MANY)
    return sheet_file(sheet, design, form)
