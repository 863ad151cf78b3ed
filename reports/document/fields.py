"""Where each field is printed and what it is called there; and of what thing a place in the report speaks. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from followups import fields as followup
from offices import fields as office
from offices.fields import Field, Kind
from reports.document.sections import SECTIONS, SURVEY_SECTIONS
from reports.document.shapes import Section
from surveys import fields as survey


@dataclass(frozen=True, slots=True)
class WholeCycle:
    """What a cycle has once: in its survey, its office, its signatory."""

    row = ""


@dataclass(frozen=True, slots=True)
class ElementAt:
    """An element by its key, and its number in Tabel 2.1."""

    number: int
    key: str

    @property
    def row(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class PriorityAt:
    """The priority at a place of their order, and the key of its element."""

    number: int
    element: str

    @property
    def row(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class PlanAt:
    """The plan at a ``point`` (a, b, …) of the priority at a ``number`` (from 1): ``1 b``."""

    number: int
    point: str

    @property
    def row(self) -> str:
        return f"{self.number} {self.point}"


@dataclass(frozen=True, slots=True)
class UpkeepAt:
    """The upkeep of a number in Tabel 3.2."""

    number: int

    @property
    def row(self) -> str:
        return str(self.number)


@dataclass(frozen=True, slots=True)
class SectionAt:
    """A section by its key and as it is headed in this report; ValueError for one that no report has."""

    key: str
    heading: str
    row: str = field(default="", init=False)

    def __post_init__(self) -> None:
        if self.key not in SECTIONS and self.key not in SURVEY_SECTIONS:
            raise ValueError(f"no report has a section {self.key!r}")

    @classmethod
    def of(cls, section: Section) -> "SectionAt":
        return cls(section.key, section.heading)


Thing = WholeCycle | ElementAt | PriorityAt | PlanAt | UpkeepAt | SectionAt
CYCLE = WholeCycle()
Tables = Mapping[type[Thing], str]
"""Of what kinds of things a field speaks, and the table in which it is printed of each, empty for none."""


@dataclass(frozen=True, slots=True, eq=False)
class Printed:
    """A field in the report. ``name`` is what findings call it; ``head`` stands above its column, if that is more."""

    field: Field
    chapter: str
    tables: Tables
    name: str
    head: str = ""


PLAN_CHAPTER = "Bab II"
DONE_CHAPTER = "Bab III"
END_CHAPTER = "Bab IV"
ANNEX = "Lampiran"
TEXTS = "Teks laporan"
BACK = "Sampul belakang"
CHAPTERS = (PLAN_CHAPTER, DONE_CHAPTER, END_CHAPTER, ANNEX, TEXTS, BACK)
"""The parts of a report of which findings speak, in the order in which they are listed."""
_CYCLE: Tables = {WholeCycle: ""}
_SURVEY: Tables = {WholeCycle: "Tabel 2.1"}
_ELEMENTS: Tables = {ElementAt: "Tabel 2.1"}
_PLANS: Tables = {PlanAt: "Tabel 2.2"}
_DONE: Tables = {PlanAt: "Tabel 3.1"}
_UPKEEP: Tables = {UpkeepAt: "Tabel 3.2"}
_COMPLETION: Tables = {PlanAt: "Tabel 4.1"}
_PROOF: Tables = {PlanAt: "Tabel 3.1", UpkeepAt: "Tabel 3.2"}

INDEX = Printed(survey.DECLARED_INDEX, PLAN_CHAPTER, _SURVEY, "IKM")
ALL_SCORES = Printed(survey.SCORES, PLAN_CHAPTER, _SURVEY, "Nilai")
SCORE = Printed(survey.SCORES, PLAN_CHAPTER, _ELEMENTS, "Nilai", "Nilai Rata-Rata (NRR)")
GRADE = Printed(survey.DECLARED_GRADES, PLAN_CHAPTER, _ELEMENTS, "Mutu", "Mutu Layanan")
RESPONDENTS = Printed(survey.RESPONDENTS, PLAN_CHAPTER, _SURVEY, survey.RESPONDENTS.label)
POPULATION = Printed(survey.POPULATION, PLAN_CHAPTER, _SURVEY, survey.POPULATION.label)
SURVEY_TIME = Printed(survey.START, PLAN_CHAPTER, _SURVEY, "Waktu survei")
REPORT_DATE = Printed(survey.REPORT_DATE, PLAN_CHAPTER, _SURVEY, survey.REPORT_DATE.label)
WINDOW = Printed(
    Field("followup", "first_month", "Bulan pertama tindak lanjut", Kind.MONTH),
    PLAN_CHAPTER,
    _CYCLE,
    "Masa tindak lanjut",
)
PRIORITIES = Printed(followup.PRIORITIES, PLAN_CHAPTER, _CYCLE, followup.PRIORITIES.label)
RATIONALE = Printed(followup.RATIONALE, PLAN_CHAPTER, {PriorityAt: ""}, followup.RATIONALE.label)
PLANS = Printed(followup.PLANS, PLAN_CHAPTER, {PriorityAt: "Tabel 2.2"}, "")

PROGRAMME = Printed(followup.PROGRAMME, PLAN_CHAPTER, _PLANS, "Program/Kegiatan")
PLAN_MONTHS = Printed(followup.PLAN_MONTHS, PLAN_CHAPTER, _PLANS, "Waktu")
PLAN_UNITS = Printed(followup.PLAN_UNITS, PLAN_CHAPTER, _PLANS, "Penanggung Jawab")
LEAD = Printed(followup.LEAD, PLAN_CHAPTER, _PLANS, "Koordinator")
DETAILS = {each: Printed(each, PLAN_CHAPTER, _PLANS, each.label) for each in followup.PLAN_DETAILS}

STATUS = Printed(followup.STATUS, DONE_CHAPTER, _DONE, "Status Tindak Lanjut")
DESCRIPTION = Printed(
    followup.DESCRIPTION, DONE_CHAPTER, _DONE, "Deskripsi Realisasi", "Deskripsi Realisasi Tindak Lanjut"
)
OBSTACLE = Printed(followup.OBSTACLE, DONE_CHAPTER, _DONE, "Tantangan/Hambatan")
DONE_AT = Printed(followup.COMPLETED_ON, DONE_CHAPTER, _DONE, "Pelaksanaan")
PLAN_PROOF = Printed(followup.PHOTOS, DONE_CHAPTER, _DONE, "Dokumentasi Kegiatan")

UPKEEP_ELEMENT = Printed(followup.UPKEEP_ELEMENT, DONE_CHAPTER, _UPKEEP, "Unsur", "Unsur Pelayanan")
UPKEEP_PLAN = Printed(followup.UPKEEP_PLAN, DONE_CHAPTER, _UPKEEP, "Rencana Pemeliharaan")
UPKEEP_ACTIVITY = Printed(
    followup.UPKEEP_ACTIVITY, DONE_CHAPTER, _UPKEEP, "Bentuk Realisasi", "Bentuk Realisasi Pemeliharaan"
)
UPKEEP_PROOF = Printed(followup.PHOTOS, DONE_CHAPTER, _UPKEEP, "Dokumentasi Kegiatan", "Bukti Dukung")
UPKEEP_UNITS = Printed(followup.UPKEEP_UNITS, DONE_CHAPTER, _UPKEEP, "Penanggung Jawab")

REASON = Printed(followup.REASON, END_CHAPTER, {PlanAt: ""}, "Alasan")
STRATEGY = Printed(followup.STRATEGY, END_CHAPTER, _COMPLETION, "Strategi Penyelesaian")
COMPLETED_BY = Printed(followup.LATEST, END_CHAPTER, _COMPLETION, "Target Waktu Penyelesaian")
COMPLETION_UNITS = Printed(followup.COMPLETION_UNITS, END_CHAPTER, _COMPLETION, "Penanggung Jawab")
REPORT_MONTH = Printed(followup.REPORT_MONTH, END_CHAPTER, _CYCLE, followup.REPORT_MONTH.label)
SIGNATORY_NAME = Printed(survey.SIGNATORY_NAME, END_CHAPTER, _CYCLE, survey.SIGNATORY_NAME.label)
SIGNATORY_NIP = Printed(survey.SIGNATORY_NIP, END_CHAPTER, _CYCLE, survey.SIGNATORY_NIP.label)
SIGNATORY_TITLE = Printed(survey.SIGNATORY_TITLE, END_CHAPTER, _CYCLE, survey.SIGNATORY_TITLE.label)
NUMBER = Printed(Field("version", "number", "Nomor dokumen"), END_CHAPTER, _CYCLE, "Nomor dokumen")
KEY = Printed(Field("version", "key", "Kunci tanda tangan", Kind.FILE), END_CHAPTER, _CYCLE, "Kunci tanda tangan")

NOTE = Printed(followup.NOTE, ANNEX, _PROOF, "Keterangan")
CAPTION = Printed(followup.CAPTION, ANNEX, _PROOF, "Keterangan Gambar")
WEB_CAPTION = Printed(followup.WEB_CAPTION, ANNEX, _PROOF, "Keterangan Laman")
PHOTOS = Printed(followup.PHOTOS, ANNEX, _PROOF, "Foto")
ALL_PHOTOS = Printed(followup.PHOTOS, ANNEX, _CYCLE, "Foto")
CONTACT = {each: Printed(each, BACK, _CYCLE, each.label) for each in office.CONTACT_FIELDS}
SHORT_NAME = Printed(office.SHORT_NAME, BACK, _CYCLE, office.SHORT_NAME.label)
SIGNING_PLACE = Printed(office.PLACE, END_CHAPTER, _CYCLE, office.PLACE.label)
TEXT = Printed(Field("text", "text", "Teks"), TEXTS, {SectionAt: ""}, "")

PRINTED = (
    *(INDEX, ALL_SCORES, SCORE, GRADE, RESPONDENTS, POPULATION, SURVEY_TIME, REPORT_DATE, WINDOW),
    *(PRIORITIES, RATIONALE, PLANS, PROGRAMME, PLAN_MONTHS, PLAN_UNITS, LEAD, *DETAILS.values()),
    *(STATUS, DESCRIPTION, OBSTACLE, DONE_AT, PLAN_PROOF),
    *(UPKEEP_ELEMENT, UPKEEP_PLAN, UPKEEP_ACTIVITY, UPKEEP_PROOF, UPKEEP_UNITS),
    *(REASON, STRATEGY, COMPLETED_BY, COMPLETION_UNITS, REPORT_MONTH),
    *(SIGNATORY_NAME, SIGNATORY_NIP, SIGNATORY_TITLE, NUMBER, KEY),
    *(NOTE, CAPTION, WEB_CAPTION, PHOTOS, ALL_PHOTOS, *CONTACT.values(), SHORT_NAME, SIGNING_PLACE, TEXT),
)
HEADS = {
    (table, each.field.key): each.head or each.name
    for each in PRINTED
    if each.chapter != ANNEX
    for table in each.tables.values()
}
"""What stands above the column of a field, by table and key."""
