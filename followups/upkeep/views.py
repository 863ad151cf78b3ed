"""The pages of upkeep: what keeps a high element high, planned and done."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from followups.models import FollowUp, Upkeep
from followups.pasting.page import PasteForm, paste_page
from followups.planning.rows import Standing, standings_of
from followups.responsible import others_of, responsible_words
from followups.row_pages import Deletion, RowPages
from followups.undoable import last_step
from followups.upkeep import care as upkeeping
from followups.upkeep.forms import UpkeepForm, care_values
from followups.upkeep.pasted import upkeep_in
from followups.upkeep.undoing import UNDONE
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered
from offices.sending.changes import last_change
from offices.sending.once import once
from offices.sending.versions import choice, met, opened_on
from surveys.fetching import fetch_cycle
from surveys.locking import held_cycle, obstacle
from surveys.models import Survey
from surveys.periods import of_period

PATH = "followup__survey__"
PAGES = RowPages(
    what="Pemeliharaan",
    what_inside="pemeliharaan",
    listed="upkeep",
    list_name="Pemeliharaan",
    anchor="pemeliharaan",
    action=Action.EDIT_UPKEEP,
    form_template="followups/upkeep/form.html",
)


@dataclass(frozen=True, slots=True)
class UpkeepRow:
    """One upkeep as the page shows it, and whether it can go up or down."""

    upkeep: Upkeep
    standing: Standing
    units: tuple[str, ...]
    first: bool
    last: bool

    @property
    def up_id(self) -> str:
        """By which the focus finds its button again when the row has moved."""
        return f"naik-{self.upkeep.pk}"

    @property
    def down_id(self) -> str:
        return f"turun-{self.upkeep.pk}"


@login_required
@require_safe
def upkeep(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Everything that is kept up in a cycle, in the order of Tabel 3.2."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    context = _context(request, survey) | {
        "tab": "upkeep",
        "adding": "baru" in request.GET,
        "obstacle": obstacle(request.user, Action.EDIT_UPKEEP, survey),
    }
    return render(request, "followups/upkeep/page.html", context)


def _context(request: AuthedRequest, survey: Survey) -> dict[str, Any]:
    standings = standings_of(survey)
    found = {row.key: row for row in standings}
    rows = list(FollowUp.objects.get(survey=survey).upkeep.select_related("element").prefetch_related("units"))
    shown = [
        UpkeepRow(
            upkeep=row,
            standing=found[row.element.key],
            units=responsible_words(row.all_units, row.units.all(), others_of(row), survey.office),
            first=place == 0,
            last=place == len(rows) - 1,
        )
        for place, row in enumerate(rows)
    ]
    return {
        "survey": survey,
        "rows": shown,
        "elements": _offered(standings),
        "units": [unit for unit in survey.office.units.all() if unit.closed_on is None],
        "undo_address": "upkeep_undo",
        "step": last_step(request.session, survey, PAGES.listed),
    }


def _offered(found: Sequence[Standing]) -> list[tuple[str, str]]:
    """Elements to choose from, the highest score first, each with score and grade."""
    ordered = reversed(found) if found and found[0].rank else found
    return [(row.key, f"{row.name} · {row.score} · {row.grade}" if row.score else row.name) for row in ordered]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def upkeep_new(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Add an upkeep at the end."""
    survey = fetch_cycle(request.user, Action.EDIT_UPKEEP, code, period)
    form = UpkeepForm(request.POST or None, office=survey.office, elements=_offered(standings_of(survey)))
    if form.is_valid():
        with answered(form):
            row = upkeeping.add_upkeep(survey, request.user, form.care())
            saved = PAGES.saved(request, survey, row, "Pemeliharaan ditambahkan.")
            return redirect(f"{reverse('upkeep', args=(code, period))}?baru") if "di_tabel" in request.POST else saved
    return PAGES.form(request, survey, form, None)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upkeep_edit(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Change an upkeep; of two writers at once each keeps what the other did not change."""
    row = _fetch_upkeep(request, code, period, number)
    if request.method != "POST":
        return _edit_page(request, row, _form_of(row))
    with held_cycle(row.followup.survey) as survey:
        row = _fetch_upkeep(request, code, period, number)
        stored = care_values(upkeeping.care_of(row))
        meeting = met(request.POST, [_form_of(row)], stored, row.revision)
        form = _form_of(row, meeting.data)
        if meeting.differences:
            change = last_change(row, request.user)
            return _edit_page(request, row, form, **choice(meeting, change))
        if form.is_valid():
            with answered(form):
                upkeeping.change_upkeep(survey, request.user, row, form.care(), row.revision)
                return PAGES.saved(request, survey, row, f"Pemeliharaan tersimpan.{meeting.told}")
        return _edit_page(request, row, form)


def _form_of(row: Upkeep, data: QueryDict | None = None) -> UpkeepForm:
    survey = row.followup.survey
    stored = care_values(upkeeping.care_of(row))
    initial = stored | opened_on(stored, row.revision)
    elements = _offered(standings_of(survey))
    return UpkeepForm(data, initial=initial, office=survey.office, elements=elements, upkeep=row)


def _edit_page(request: AuthedRequest, row: Upkeep, form: UpkeepForm, **more: Any) -> HttpResponse:
    return PAGES.form(request, row.followup.survey, form, row, element=row.element.name, **more)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upkeep_move(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Let an upkeep change places with the one above (``up``) or below (``down``), or stand at a ``place``."""
    row = _fetch_upkeep(request, code, period, number)
    survey = row.followup.survey
    moved = PAGES.move(request, survey, row, partial(upkeeping.move_upkeep, survey, request.user, row))
    if request.method != "POST" or not request.htmx:  # type: ignore[attr-defined]
        return moved
    context = _context(request, survey) | {"obstacle": "", "part": "followups/upkeep/_list.html"}
    return render(request, "followups/_changed.html", context)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upkeep_undo(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Undo the last change that this person made to the upkeep of a cycle."""
    survey = fetch_cycle(request.user, Action.EDIT_UPKEEP, code, period)
    return PAGES.undo(request, survey, UNDONE)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def upkeep_paste(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Paste upkeep; ``simpan`` stores those that are ticked (``baris``)."""
    survey = fetch_cycle(request.user, Action.EDIT_UPKEEP, code, period)
    return paste_page(
        request,
        survey,
        PAGES,
        PasteForm(request.POST or None),
        lambda text: upkeep_in(text, survey),
        partial(upkeeping.add_upkeeps, survey, request.user),
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def upkeep_delete(request: AuthedRequest, code: str, period: str, number: int) -> HttpResponse:
    """Ask before deleting an upkeep, or say what depends on it."""
    row = _fetch_upkeep(request, code, period, number)
    survey = row.followup.survey
    deletion = Deletion(row, f"untuk {row.element.name}", row.plan, upkeeping.reason_to_keep(row))
    return PAGES.delete(request, survey, deletion, partial(upkeeping.delete_upkeep, survey, request.user, row))


def _fetch_upkeep(request: AuthedRequest, code: str, period: str, number: int) -> Upkeep:
    rows = Upkeep.objects.select_related(f"{PATH}office", f"{PATH}instrument", "element").prefetch_related("units")
    lookup = of_period(period, PATH) | {f"{PATH}office__code": code, "pk": number}
    return fetch(request.user, Action.EDIT_UPKEEP, rows, **lookup)
