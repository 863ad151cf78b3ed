"""One cycle as plain values: what a cycle file holds, and what the report is built from.

Pure dataclasses, no checks (parse.py) and no database (read.py, load.py). Field names are those of the
format ``skm-cycle/2`` (docs/cycle-format.md), so that a dump is these values written as JSON.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from followups.months import Month
from surveys.periods import Period

FORMATS = ("skm-cycle/1", "skm-cycle/2")
ALL_UNITS = ("*",)
StatusKey = Literal["not_started", "in_progress", "done", "impossible"]
NARRATIVE_KEYS = (
    "kata_pengantar",
    *("1.1", "1.2", "1.3", "1.4"),
    *("2.1", "2.2", "2.3", "2.4"),
    *("3", "3.1", "3.2", "3.3"),
    *("4", "4.penutup"),
)
PLACEHOLDER_MARK = "CONTOH-"
REPORTS = "earlier/"
"""The folder of signed reports of earlier periods in a zip that the portal writes."""


def tidy(number: Decimal) -> Decimal:
    """A score or index in canonical form: no trailing zeros beyond two decimals (``3.270000`` → ``3.27``)."""
    places = -min(-2, int(number.normalize().as_tuple().exponent))
    return number.quantize(Decimal(1).scaleb(-places))


def report_name(period: str) -> str:
    """Where the signed report of an earlier period lies in such a zip."""
    return f"{REPORTS}{period}.pdf"


def is_placeholder(file: str) -> bool:
    """Whether a photo of this name stands in for one that was absent."""
    return file.rpartition("/")[2].startswith(PLACEHOLDER_MARK)


@dataclass(frozen=True, slots=True)
class Social:
    platform: str
    label: str


@dataclass(frozen=True, slots=True)
class ParentOffice:
    code: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class UnitData:
    key: str
    name: str
    short_name: str


@dataclass(frozen=True, slots=True)
class OfferedData:
    """A service of an office; one that is not in use stays for what names it."""

    name: str
    in_use: bool


@dataclass(frozen=True, slots=True)
class OfficeData:
    """``units`` and ``services`` in the office's order."""

    code: str
    name: str
    short_name: str
    place: str
    address: str | None
    postal_code: str | None
    website: str | None
    phone: str | None
    email: str | None
    socials: tuple[Social, ...]
    all_units_label: str
    parent: ParentOffice | None
    units: tuple[UnitData, ...]
    services: tuple[OfferedData, ...] = ()


@dataclass(frozen=True, slots=True)
class Signatory:
    """``nip``: eighteen digits or None."""

    name: str
    title: str
    nip: str | None


@dataclass(frozen=True, slots=True)
class BasisData:
    """What scores rest on, where their form is known. ``form``, ``mapping``: keys.

    ``digests``: SHA-256 (hex) of each file; ``settled``: what was answered about them, by the id of the question.
    """

    kind: str
    form: str
    mapping: str
    method: str
    digests: tuple[str, ...]
    settled: dict[str, str]


@dataclass(frozen=True, slots=True)
class ServiceData:
    """What was found of one service: ``scores`` as in SurveyData, of those elements that somebody answered.

    ``answers``: as in SurveyData. ``typed``: by a person, not from the file of the survey's scores.
    """

    name: str
    respondents: int
    scores: dict[str, Decimal]
    answers: dict[str, int] = field(default_factory=dict)
    typed: bool = False


@dataclass(frozen=True, slots=True)
class FieldworkData:
    """How a survey was carried out; nothing need be known. ``team``, ``places``: a person, a place on each line.

    ``*_days``: working days as the office counts them; None where the calendar counts them.
    """

    team: str = ""
    manner: str = ""
    places: str = ""
    background: str = ""
    legal: str = ""
    purpose: str = ""
    method: str = ""
    sample: str = ""
    analysis: str = ""
    recommendation: str = ""
    trend: str = ""
    conclusion: str = ""
    preparation_start: date | None = None
    preparation_end: date | None = None
    preparation_days: int | None = None
    collection_start: date | None = None
    collection_end: date | None = None
    collection_days: int | None = None
    processing_start: date | None = None
    processing_end: date | None = None
    processing_days: int | None = None
    reporting_start: date | None = None
    reporting_end: date | None = None
    reporting_days: int | None = None


@dataclass(frozen=True, slots=True)
class SurveyData:
    """``period``: its code, ``2025-S1``. ``profile``: respondents by margin and class, of those that somebody counted.

    ``scores``: element key to mean, 1–4, in the instrument's order; empty while there are none yet.
    ``services``: sorted by name. ``answers``: how many are behind each score, as far as that is known.
    ``covered``, ``forums``: a service, a discussion of the results on each line.
    ``exceeds_population``: in the SKM report, too; ``method_unknown``: that of the published index.
    """

    instrument: str
    period: str
    start: date | None
    end: date | None
    respondents: int | None
    population: int | None
    report_date: date | None
    declared_index: Decimal | None
    declared_grades: dict[str, str] | None
    scores: dict[str, Decimal]
    basis: BasisData | None = None
    services: tuple[ServiceData, ...] = ()
    profile: dict[str, dict[str, int]] = field(default_factory=dict)
    answers: dict[str, int] = field(default_factory=dict)
    report_number: str = ""
    report_url: str = ""
    covered: str = ""
    forums: str = ""
    exceeds_population: bool = False
    method_unknown: bool = False
    fieldwork: FieldworkData = FieldworkData()

    @property
    def span(self) -> Period:
        return Period.parse(self.period)


@dataclass(frozen=True, slots=True)
class Photo:
    file: str
    caption: str | None
    taken_on: date | None


@dataclass(frozen=True, slots=True)
class WebPage:
    """A web page as proof: what it shows, and when somebody opened it."""

    address: str
    caption: str
    opened_on: date


@dataclass(frozen=True, slots=True)
class Evidence:
    note: str | None = None
    photos: tuple[Photo, ...] = ()
    web_pages: tuple[WebPage, ...] = ()

    @property
    def proves(self) -> bool:
        """Whether anything is shown: a note alone is no proof."""
        return bool(self.photos or self.web_pages)


@dataclass(frozen=True, slots=True)
class Realisation:
    status: StatusKey = "not_started"
    description: str | None = None
    obstacle: str | None = None
    months: tuple[Month, ...] = ()
    completed_on: date | None = None


@dataclass(frozen=True, slots=True)
class CompletionData:
    """``earliest`` and ``latest``: when it is to be completed. ``units``: in the office's order, or ``ALL_UNITS``.

    ``others``: posts and persons that answer beside units or instead of them, in the order in which they are named.
    """

    reason: str | None
    strategy: str | None
    earliest: Month | None
    latest: Month | None
    units: tuple[str, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Continued:
    """The RTL of an earlier period that a plan goes on with: the ``point`` is the one of that report, ``1 b``."""

    period: str
    point: str

    @property
    def span(self) -> Period:
        return Period.parse(self.period)

    @property
    def name(self) -> str:
        """``RTL 1 b Semester I Tahun 2025``."""
        return f"RTL {self.point} {self.span.label}"


@dataclass(frozen=True, slots=True)
class Plan:
    """An RTL. ``months`` in the calendar's order; ``units`` and ``others`` as in CompletionData.

    ``services``: names, sorted. ``continues``: the plan that was left open earlier, where this one was carried over.
    """

    programme: str
    indicator: str | None
    target: str | None
    months: tuple[Month, ...]
    units: tuple[str, ...]
    lead: str | None
    others: tuple[str, ...]
    realisation: Realisation
    evidence: Evidence
    completion: CompletionData | None
    services: tuple[str, ...] = ()
    continues: Continued | None = None


@dataclass(frozen=True, slots=True)
class PriorityData:
    element: str
    rationale: str | None
    plans: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class UpkeepData:
    element: str
    plan: str | None
    activity: str | None
    units: tuple[str, ...]
    others: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PublicationData:
    """One thing in one medium, by their keys (followups/fields.py). ``proof``: a photo of it, a file inside the zip."""

    what: str
    medium: str
    place: str
    address: str
    published_on: date
    proof: str | None = None


@dataclass(frozen=True, slots=True)
class FollowUpData:
    """``publications``: the earliest first, those of one day as they were noted."""

    start: Month
    end: Month
    report_month: Month | None
    priorities: tuple[PriorityData, ...]
    upkeep: tuple[UpkeepData, ...]
    publications: tuple[PublicationData, ...] = ()

    @property
    def plans(self) -> tuple[Plan, ...]:
        return tuple(plan for priority in self.priorities for plan in priority.plans)


@dataclass(frozen=True, slots=True)
class EarlierData:
    """A period that the office recorded by hand: ``index`` 25.00–100.00, ``scores`` as in SurveyData.

    ``report``: the file of the signed report inside the zip; None where there is none.
    """

    period: str
    instrument: str
    index: Decimal | None
    plans_done: int | None
    plans_total: int | None
    start: date | None
    end: date | None
    report_date: date | None
    is_public: bool
    scores: dict[str, Decimal]
    report: str | None

    @property
    def span(self) -> Period:
        return Period.parse(self.period)


@dataclass(frozen=True, slots=True)
class Cycle:
    """``earlier``: what the office recorded by hand of other periods, the latest first."""

    office: OfficeData
    signatory: Signatory
    survey: SurveyData
    followup: FollowUpData
    narrative: dict[str, str] = field(default_factory=dict)
    earlier: tuple[EarlierData, ...] = ()

    @property
    def evidence(self) -> dict[str, Evidence]:
        """The proof of every plan and upkeep, by where it stands in a cycle file."""
        of_plans = {
            f"followup.priorities[{p}].plans[{n}].evidence": plan.evidence
            for p, priority in enumerate(self.followup.priorities)
            for n, plan in enumerate(priority.plans)
        }
        of_upkeep = {f"followup.upkeep[{n}].evidence": item.evidence for n, item in enumerate(self.followup.upkeep)}
        return of_plans | of_upkeep


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """A photo of a cycle as the portal stores it: ``path`` in the storage, pixels, bytes."""

    path: str
    sha256: str
    width: int
    height: int
    size: int
    is_placeholder: bool
