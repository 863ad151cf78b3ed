"""The pages of earlier periods that an office records by hand, and the report that belongs to one."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from followups.cycles import instrument_on
from followups.earlier.forms import NewRecordedForm, RecordedForm
from followups.earlier.periods import (
    MOST,
    add_recorded,
    change_recorded,
    delete_recorded,
    recorded_periods,
    told,
)
from followups.earlier.trend import RECORDED, trend_of
from followups.models import RecordedPeriod
from offices.models import Office
from offices.permissions import Action, fetch, may, refusal
from offices.profile.holding import held_office
from offices.profile.views import frame
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.once import once
from offices.sending.versions import choice, met, opened_on
from offices.serving import serve_bytes, sound
from offices.zones import today_of
from surveys.models import Survey
from surveys.scoring import scale_of

NOT_CHANGED = {"period", "report", "index", "scores"}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def earlier_periods(request: AuthedRequest, code: str) -> HttpResponse:
    """Every period of the office, and a form to record one that the portal did not compose."""
    wanted = Action.EDIT_SURVEY if request.method == "POST" else Action.VIEW_CYCLE
    office = fetch(request.user, wanted, Office.objects.all(), code=code)
    latest = Survey.objects.filter(office=office).select_related("instrument").first()
    instrument = latest.instrument if latest else instrument_on(today_of(office))
    is_sent = request.method == "POST"
    form = NewRecordedForm(
        request.POST if is_sent else None, files=request.FILES if is_sent else None, scale=scale_of(instrument)
    )
    if form.is_valid():
        with answered(form):
            given = form.recorded()
            report = form.cleaned_data["report"]
            row = add_recorded(office, request.user, form.period(), instrument, given, report=report)
            messages.success(request, f"{row.span.label} dicatat.")
            return redirect("earlier_periods", code)
    context = _frame(request, office) | {
        "form": form,
        "rows": trend_of(office),
        "is_full": recorded_periods(office).count() >= MOST,
        "most": MOST,
    }
    return render(request, "followups/earlier/periods.html", context, status=status_of(request))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def earlier_period(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """One recorded period: what is known of it."""
    found = _recorded(request, code, pk)
    if request.method != "POST":
        return _page(request, found, _form(found))
    with held_office(found.office):
        found = _recorded(request, code, pk)
        sent = _form(found, request.POST)
        stored = _stored(found)
        meeting = met(cast(QueryDict, sent.data), [sent], stored)
        form = _form(found, meeting.data, request.FILES)
        if meeting.differences:
            change = last_change(found, request.user, "earlier.change", "earlier.add")
            return _page(request, found, form, **choice(meeting, change))
        if form.is_valid():
            with answered(form):
                change_recorded(found, request.user, form.recorded(), report=form.cleaned_data["report"])
                messages.success(request, f"{found.span.label} tersimpan.{meeting.told}")
                return redirect("earlier_periods", code)
        return _page(request, found, form)


@login_required
@require_POST
def earlier_period_delete(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Forget a recorded period."""
    found = _recorded(request, code, pk)
    with answered() as answer:
        delete_recorded(found, request.user)
    answer.tell(request, f"{found.span.label} tidak lagi dicatat.")
    return redirect("earlier_periods", code)


@login_required
@require_safe
def earlier_period_file(request: AuthedRequest, code: str, pk: int) -> HttpResponseBase:
    """The signed report of a recorded period, for the office and those above it."""
    rows = RecordedPeriod.objects.exclude(report="")
    return _report(request, fetch(request.user, Action.VIEW_CYCLE, rows, office__code=code, pk=pk))


@require_safe
def earlier_period_open(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """The same for anybody, where the office says that it is published."""
    rows = RecordedPeriod.objects.exclude(report="").filter(is_public=True)
    return _report(request, get_object_or_404(rows, office__code=code, pk=pk))


def _report(request: HttpRequest, found: RecordedPeriod) -> HttpResponseBase:
    content = sound(found.report.name, found.sha256)
    return serve_bytes(request, lambda: content, etag=found.sha256, content_type="application/pdf")


def _frame(request: AuthedRequest, office: Office) -> dict[str, Any]:
    may_edit = may(request.user, Action.EDIT_SURVEY, office)
    obstacle = "" if may_edit else refusal(Action.EDIT_SURVEY, office)
    return frame(request, office, "earlier_periods") | {"obstacle": obstacle, "recorded": RECORDED}


def _recorded(request: AuthedRequest, code: str, pk: int) -> RecordedPeriod:
    rows = RecordedPeriod.objects.select_related("office", "instrument")
    return fetch(request.user, Action.EDIT_SURVEY, rows, office__code=code, pk=pk)


def _form(found: RecordedPeriod, data: QueryDict | None = None, files: Any = None) -> RecordedForm:
    stored = _stored(found)
    return RecordedForm(data, files=files, initial=stored | opened_on(stored), scale=scale_of(found.instrument))


def _stored(found: RecordedPeriod) -> dict[str, Any]:
    """What is stored, in the names of the form."""
    values = told(found)
    plain = {name: value for name, value in values.items() if name not in NOT_CHANGED}
    scores = {f"score_{key}": values["scores"].get(key) for key, _name in scale_of(found.instrument).elements}
    return plain | scores | {"declared_index": found.index}


def _page(request: AuthedRequest, found: RecordedPeriod, form: RecordedForm, **more: Any) -> HttpResponse:
    context = _frame(request, found.office) | {"period": found, "form": form, "differences": ()}
    return render(request, "followups/earlier/period.html", context | more, status=status_of(request, more))
