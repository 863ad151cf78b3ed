"""Where a finding is mended: the page that holds the field, the field on it, and its row on the page of all rows.

Rules know places of the report; only here places become addresses of the portal.
"""

from dataclasses import dataclass, replace

from django.urls import reverse

from followups.models import ActionPlan, Upkeep
from offices.permissions import Action, Person, may
from reports.document.sections import key_of
from reports.rules.case import Case
from reports.rules.finding import Place
from reports.rules.rows import ANNEX
from surveys.models import Survey

SURVEY_FIELDS = {
    "IKM": "id_declared_index",
    "Jumlah responden": "id_respondents",
    "Populasi": "id_population",
    "Waktu survei": "id_start",
    "Tanggal laporan SKM": "id_report_date",
    "Bulan laporan": "id_report_month",
    "Nama penanda tangan": "id_signatory_name",
    "NIP penanda tangan": "id_signatory_nip",
}
SIGNING_FIELDS = ("Nomor dokumen", "Kunci tanda tangan")
OFFICE_FIELDS = {"Alamat": "id_address", "Telepon": "id_phone", "Surel": "id_email", "Situs web": "id_website"}
PLAN_FIELDS = {
    "Program/Kegiatan": "id_programme",
    "Waktu": "div_id_months",
    "Penanggung Jawab": "div_id_units",
    "Koordinator": "id_lead",
    "Indikator": "id_indicator",
    "Target": "id_target",
}
REALISATION_FIELDS = {
    "Deskripsi Realisasi": "description",
    "Pelaksanaan": "completed_on",
    "Tantangan/Hambatan": "obstacle",
    "Alasan": "reason",
    "Strategi Penyelesaian": "strategy",
    "Target Waktu Penyelesaian": "months_max",
    "Penanggung Jawab": "units_0",
}
UPKEEP_FIELDS = {
    "Unsur": "id_element",
    "Rencana Pemeliharaan": "id_plan",
    "Bentuk Realisasi": "id_activity",
    "Penanggung Jawab": "div_id_units",
}


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
    """The places of one cycle as its pages have them, for one person; two queries, whatever the rows.

    Plans and upkeeps stand in the document in the order of their rows.
    """

    def __init__(self, survey: Survey, case: Case, user: Person) -> None:
        self._cycle = (survey.office.code, survey.period)
        self._case = case
        plans = ActionPlan.objects.filter(priority__followup__survey=survey).values_list("pk", flat=True)
        self._plans = dict(zip((row.point for row in case.plans), plans, strict=True))
        self._upkeeps = tuple(Upkeep.objects.filter(followup__survey=survey).values_list("pk", flat=True))
        self._edits = {action: may(user, action, survey.office) for action in (Action.EDIT_PLAN, Action.EDIT_UPKEEP)}

    def of(self, place: Place) -> Where:
        """Where a place of the report is mended."""
        where = self._of(place)
        return replace(where, rows_page=self._url(where.tab)) if where.row else where

    def _of(self, place: Place) -> Where:
        if place.chapter == ANNEX:
            return self._evidence(place)
        if place.table == "Tabel 3.2":
            return self._upkeep(place)
        return self._fixed(place) or self._plan(place) or self._text(place)

    def _fixed(self, place: Place) -> Where | None:
        """Places that every cycle has once."""
        if place.field in SURVEY_FIELDS or place.table == "Tabel 2.1":
            return Where("survey", "Survei", self._url("survey"), self._survey_field(place))
        if place.field in SIGNING_FIELDS:
            return Where("signing", "Tanda tangan", self._url("signing"))
        if place.field in OFFICE_FIELDS:
            page = reverse("office_profile", args=self._cycle[:1])
            return Where("office_profile", "Satuan kerja", page, OFFICE_FIELDS[place.field])
        if place.field in {"Unsur prioritas", "Alasan dipilih"}:
            return Where("priorities", "Prioritas", self._url("priorities"), self._priority_field(place))
        return None

    def _url(self, name: str, *more: object) -> str:
        return reverse(name, args=(*self._cycle, *more))

    def _survey_field(self, place: Place) -> str:
        if place.field in SURVEY_FIELDS:
            return SURVEY_FIELDS[place.field]
        keys = list(self._case.element_names)
        kind = "grade" if place.field == "Mutu" else "score"
        return f"id_{kind}_{keys[int(place.row or 1) - 1]}"

    def _priority_field(self, place: Place) -> str:
        if not place.row:
            return ""
        return f"id_rationale_{self._case.cycle.followup.priorities[int(place.row) - 1].element}"

    def _plan(self, place: Place) -> Where | None:
        pk = self._plans.get(place.row)
        if place.table == "Tabel 2.2":
            return self._planned(place, pk)
        if pk is None:
            return None
        page = self._url("realisation", pk)
        if place.field == "Dokumentasi Kegiatan":
            return Where("realisations", "Realisasi", page, "bukti-dukung", f"#rtl-{pk}")
        return Where("realisations", "Realisasi", page, f"rtl-{pk}-{REALISATION_FIELDS[place.field]}", f"#rtl-{pk}")

    def _planned(self, place: Place, pk: int | None) -> Where:
        if pk is None:  # a priority without plans
            return Where("plan_table", "Rencana", self._url("plan_table"))
        row = f"#rtl-{pk} .programme"
        if not self._edits[Action.EDIT_PLAN]:
            return Where("plan_table", "Rencana", self._url("plan_table"), f"rtl-{pk}", row)
        return Where("plan_table", "Rencana", self._url("plan_edit", pk), PLAN_FIELDS[place.field], row)

    def _upkeep(self, place: Place) -> Where:
        pk = self._upkeeps[int(place.row) - 1]
        row = f"#pemeliharaan-{pk}"
        if place.field == "Dokumentasi Kegiatan":
            return Where("upkeep", "Pemeliharaan", self._url("evidence_place", f"pemeliharaan/{pk}"), "", row)
        if not self._edits[Action.EDIT_UPKEEP]:
            return Where("upkeep", "Pemeliharaan", self._url("upkeep"), f"pemeliharaan-{pk}", row)
        return Where("upkeep", "Pemeliharaan", self._url("upkeep_edit", pk), UPKEEP_FIELDS[place.field], row)

    def _evidence(self, place: Place) -> Where:
        if not place.row:
            return Where("evidence", "Bukti dukung", self._url("evidence"))
        is_upkeep = place.table == "Tabel 3.2"
        pk = self._upkeeps[int(place.row) - 1] if is_upkeep else self._plans[place.row]
        address = f"pemeliharaan/{pk}" if is_upkeep else f"rtl/{pk}"
        group = f"bukti-{address.replace('/', '-')}"
        field = f"keterangan-{group}" if place.field == "Keterangan" else group
        row = f"section[aria-labelledby='judul-{group}'] > header"
        return Where("evidence", "Bukti dukung", self._url("evidence_place", address), field, row)

    def _text(self, place: Place) -> Where:
        key = key_of(place.field)
        if not key:
            return Where("report", "Laporan", self._url("report"))
        return Where("texts", "Teks", self._url("text", key), "id_text")
