"""Where a finding is mended: the page that holds the field, the field on it, and its row on the page of all rows.

Rules know places of the report; only here places become addresses of the portal.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from django.db.models import Value
from django.urls import reverse

from followups.fields import PHOTOS, RATIONALE, STATUS
from followups.models import ActionPlan, Upkeep
from offices.fields import Field, Kind
from offices.permissions import Action, Person, may
from reports.document import fields as printed
from reports.document.fields import ElementAt, PlanAt, PriorityAt, SectionAt, UpkeepAt, WholeCycle
from reports.rules.case import Case
from reports.rules.faults import place_of
from reports.rules.finding import Place
from surveys.fields import DECLARED_GRADES, OWN_SECTIONS, SCORES, SIGNATORY_FIELDS
from surveys.models import Survey


@dataclass(frozen=True, slots=True)
class Where:
    """``page`` is a path of the portal and ``field`` an id on it.

    ``row`` selects the place of the thing's row on ``rows_page``, where there is a page of all rows.
    """

    tab: str
    label: str
    page: str
    field: str = ""
    row: str = ""
    rows_page: str = ""

    @property
    def address(self) -> str:
        return f"{self.page}#{self.field}" if self.field else self.page


class Whereabouts:
    """The places of one cycle as its pages have them, for one person; one query, whatever the rows.

    Plans and upkeeps stand in the report in the order of their rows. One that was deleted since the report was built
    leads to the page of all.
    """

    def __init__(self, survey: Survey, case: Case, user: Person) -> None:
        self._cycle = (survey.office.code, survey.period)
        self._elements = tuple(case.element_names)
        plans = ActionPlan.objects.filter(priority__followup__survey=survey).order_by()
        upkeeps = Upkeep.objects.filter(followup__survey=survey).order_by()
        of_plans = plans.values_list(Value("plan"), "priority__position", "position", "pk")
        of_upkeeps = upkeeps.values_list(Value("upkeep"), Value(0), "position", "pk")
        ids: dict[str, list[int]] = {"plan": [], "upkeep": []}
        for kind, *_order, pk in sorted(of_plans.union(of_upkeeps, all=True)):
            ids[kind].append(pk)
        self._plans = dict(zip(map(place_of, case.facts.plans), ids["plan"], strict=False))
        self._upkeeps = dict(zip(map(place_of, case.facts.upkeep), ids["upkeep"], strict=False))
        self._edits_plans = may(user, Action.EDIT_PLAN, survey.office)
        self._edits_upkeep = may(user, Action.EDIT_UPKEEP, survey.office)

    def of(self, place: Place) -> Where:
        """Where a place of the report is mended."""
        where = self._of(place)
        return replace(where, rows_page=self._url(where.tab)) if where.row else where

    def plan_at(self, place: Place) -> int | None:
        """The id of the plan of which a place speaks, if it speaks of one that still exists."""
        return self._plans.get(place.thing) if isinstance(place.thing, PlanAt) else None

    def _of(self, place: Place) -> Where:
        field = place.printed.field
        match place.thing:
            case WholeCycle():
                return self._once(field)
            case ElementAt(key=key):
                return self._survey(_element_input(field, key))
            case PriorityAt() as priority:
                return self._priority(field, priority)
            case PlanAt() as plan:
                return self._plan(place, self._plans.get(plan))
            case UpkeepAt() as upkeep:
                return self._upkeep(place, self._upkeeps.get(upkeep))
            case SectionAt(key=key):
                return self._text(key)
            case thing:
                assert_never(thing)

    def _text(self, key: str) -> Where:
        if of_survey := OWN_SECTIONS.get(key):
            page = self._url("survey_fieldwork")
            return Where("survey_fieldwork", "Pelaksanaan survei", page, f"id_{of_survey.key}")
        return Where("texts", "Teks", self._url("text", key), "id_text")

    def _url(self, name: str, *more: object) -> str:
        return reverse(name, args=(*self._cycle, *more))

    def _once(self, field: Field) -> Where:
        match field.of:
            case "office":
                page = reverse("office_profile", args=self._cycle[:1])
                return Where("office_profile", "Satuan kerja", page, f"id_{field.key}")
            case "version":
                return Where("signing", "Tanda tangan", self._url("signing"))
            case "evidence":
                return Where("evidence", "Bukti dukung", self._url("evidence"))
            case "followup" if field.kind is Kind.CHOICE:
                return Where("priorities", "Prioritas", self._url("priorities"))
        if field is SCORES:
            return self._survey(_element_input(field, self._elements[0]))
        return self._survey(f"id_signatory_{field.key}" if field in SIGNATORY_FIELDS else f"id_{field.key}")

    def _survey(self, field: str) -> Where:
        return Where("survey", "Survei", self._url("survey"), field)

    def _priority(self, field: Field, priority: PriorityAt) -> Where:
        if field is RATIONALE:
            return Where("priorities", "Prioritas", self._url("priorities"), f"id_rationale_{priority.element}")
        return self._all_plans()

    def _all_plans(self) -> Where:
        return Where("plan_table", "Rencana", self._url("plan_table"))

    def _plan(self, place: Place, pk: int | None) -> Where:
        field = place.printed.field
        if pk is None:
            return self._all_plans()
        if place.chapter == printed.ANNEX:
            return self._evidence(field, f"rtl/{pk}")
        if field.of == "plan":
            row = f"#rtl-{pk} .programme"
            if not self._edits_plans:
                return replace(self._all_plans(), field=f"rtl-{pk}", row=row)
            return replace(self._all_plans(), page=self._url("plan_edit", pk), field=_form_input(field), row=row)
        own = "bukti-dukung" if field is PHOTOS else f"rtl-{pk}-{field.key}"
        first_box = "_0" if field is STATUS or field.kind in _SEVERAL else ""
        return Where("realisations", "Realisasi", self._url("realisation", pk), f"{own}{first_box}", f"#rtl-{pk}")

    def _upkeep(self, place: Place, pk: int | None) -> Where:
        field = place.printed.field
        of_all = Where("upkeep", "Pemeliharaan", self._url("upkeep"))
        if pk is None:
            return of_all
        if place.chapter == printed.ANNEX:
            return self._evidence(field, f"pemeliharaan/{pk}")
        row = f"#pemeliharaan-{pk}"
        if field is PHOTOS:
            return replace(of_all, page=self._url("evidence_place", f"pemeliharaan/{pk}"), row=row)
        if not self._edits_upkeep:
            return replace(of_all, field=f"pemeliharaan-{pk}", row=row)
        return replace(of_all, page=self._url("upkeep_edit", pk), field=_form_input(field), row=row)

    def _evidence(self, field: Field, address: str) -> Where:
        """The page of one group; a caption is reached from its photo there."""
        group = f"bukti-{address.replace('/', '-')}"
        own = f"keterangan-{group}" if field.key == "note" else group
        row = f"section[aria-labelledby='judul-{group}'] > header"
        return Where("evidence", "Bukti dukung", self._url("evidence_place", address), own, row)


_SEVERAL = (Kind.MONTHS, Kind.UNITS)
"""What is ticked in a group of boxes."""


def _form_input(field: Field) -> str:
    """The id of a field's input, or of its group of boxes, in the form of a plan or an upkeep."""
    return f"div_id_{field.key}" if field.kind in _SEVERAL else f"id_{field.key}"


def _element_input(field: Field, element: str) -> str:
    return f"id_grade_{element}" if field is DECLARED_GRADES else f"id_score_{element}"
