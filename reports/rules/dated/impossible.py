"""Rules on what no calendar has: days that have not come, ends before their starts, years that were mistyped. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from followups.months import Month
from reports.document import fields as printed
from reports.document.fields import Printed
from reports.rules.case import Case
from reports.rules.days import last_day
from reports.rules.faults import Proven, evidence_of, fault_of, identity_of, place_of
from reports.rules.finding import Fault, Place
from reports.rules.rule import Faults, rule
from reports.words.language import date_text, join_list, month_text

FIRST_YEAR = 2000
"""Before it there was no survey of this kind: an older year is mistyped, or a camera's clock was never set."""


@dataclass(frozen=True, slots=True)
class _Happened:
    """Something that a report says has happened, on a ``day`` or in the month of it; ``what`` begins a sentence."""

    place: Place
    what: str
    day: date
    told: str
    thing: tuple[str, ...] = ()
    is_month: bool = False

    def fault(self, message: str, *values: object) -> Fault:
        return Fault(self.place, message, (*self.thing, self.place.name, self.day, *values))


def _happened(case: Case) -> Iterator[_Happened]:
    """All that is said to lie in the past."""
    survey = case.cycle.survey
    once = (
        (printed.SURVEY_TIME, "Survei dimulai pada", survey.start),
        (printed.SURVEY_TIME, "Survei selesai pada", survey.end),
        (printed.REPORT_DATE, "Laporan SKM bertanggal", survey.report_date),
    )
    for field, what, day in once:
        if day:
            yield _Happened(Place(field), what, day, date_text(day))
    for row in case.facts.plans:
        done = row.plan.realisation
        place = Place(printed.DONE_AT, place_of(row))
        thing = identity_of(row)
        if done.completed_on:
            yield _Happened(place, "RTL selesai pada", done.completed_on, date_text(done.completed_on), thing)
        for month in done.months if row.done else ():
            what = "RTL dilaksanakan pada"
            yield _Happened(place, what, month.first_day, month_text(month), thing, is_month=True)
    for fact in case.proven:
        yield from _shown(fact, case)


def _shown(fact: Proven, case: Case) -> Iterator[_Happened]:
    place = Place(printed.PHOTOS, place_of(fact))
    for photo in evidence_of(fact).photos:
        if photo.taken_on:
            what = f"Gambar {case.figure_numbers[photo.file]} bertanggal"
            yield _Happened(place, what, photo.taken_on, date_text(photo.taken_on), (*identity_of(fact), photo.file))
    for page in evidence_of(fact).web_pages:
        day = page.opened_on
        yield _Happened(place, "Laman web dibuka pada", day, date_text(day), (*identity_of(fact), page.address))


@rule("K63", "block", "Yang diceritakan belum terjadi: harinya sesudah hari ini atau sesudah laporan.")
def not_yet_come(case: Case) -> Faults:
    """Of the survey and of all that was done: the first of each place."""
    reported = last_day(case)
    ends = [day for day in (case.today, reported) if day]
    if not ends:
        return
    latest = min(ends)
    until = (
        f"hari ini {date_text(latest)}"
        if latest != reported
        else f"laporan ini memuat keadaan sampai {date_text(latest)}"
    )
    or_of_report = ", atau tanggal laporan ini" if latest == reported else ""
    told = set()
    for event in _happened(case):
        late = Month.of(event.day) > Month.of(latest) if event.is_month else event.day > latest
        if late and event.place not in told:
            told.add(event.place)
            yield event.fault(f"{event.what} {event.told}, padahal {until}; perbaiki tanggalnya{or_of_report}.", latest)


@rule("K67", "block", "Tahun sebelum 2000.")
def long_ago(case: Case) -> Faults:
    for event in _happened(case):
        if event.day.year < FIRST_YEAR:
            yield event.fault(
                f"{event.what} {event.told}, padahal tahun {event.day.year} terlalu lampau; perbaiki tahunnya."
            )
    followup = case.cycle.followup
    months = {printed.WINDOW: min(followup.start, followup.end), printed.REPORT_MONTH: followup.report_month}
    for field, month in months.items():
        if month and month.year < FIRST_YEAR:
            told = f"Bulan {month_text(month)} terlalu lampau; perbaiki tahunnya."
            yield Fault(Place(field), told, (field.name, month))
    for row in case.facts.owed:
        latest = row.plan.completion.latest if row.plan.completion else None
        if latest and latest.year < FIRST_YEAR:
            told = f"Target {month_text(latest)} terlalu lampau; perbaiki tahunnya."
            yield fault_of(row, printed.COMPLETED_BY, told, latest)


@rule("K65", "block", "Yang berakhir sebelum dimulai.")
def ends_before_it_starts(case: Case) -> Faults:
    survey = case.cycle.survey
    followup = case.cycle.followup
    if survey.start and survey.end and survey.end < survey.start:
        yield _reversed(printed.SURVEY_TIME, "Survei", date_text(survey.start), date_text(survey.end))
    if followup.end < followup.start:
        yield _reversed(printed.WINDOW, "Tindak lanjut", month_text(followup.start), month_text(followup.end))
    for row in case.facts.owed:
        completion = row.plan.completion
        if completion and completion.earliest and completion.latest and completion.latest < completion.earliest:
            first = month_text(completion.earliest)
            last = month_text(completion.latest)
            told = f"Penyelesaian dimulai {first} tetapi ditargetkan selesai {last}; perbaiki kedua bulannya."
            yield fault_of(row, printed.COMPLETED_BY, told, completion.earliest, completion.latest)


def _reversed(field: Printed, what: str, first: str, last: str) -> Fault:
    told = f"{what} dimulai {first} tetapi berakhir {last}; perbaiki keduanya."
    return Fault(Place(field), told, (field.name, first, last))


@rule("K68", "block", "RTL berstatus Belum dimulai dengan bulan pelaksanaan, tanggal selesai, atau bukti dukung.")
def not_begun_but_done(case: Case) -> Faults:
    for row in case.facts.open:
        done = row.plan.realisation
        if done.status != "not_started":
            continue
        signs = {
            "bulan pelaksanaan": done.months,
            "tanggal selesai": done.completed_on,
            "bukti dukung": row.plan.evidence.proves,
        }
        if found := [name for name, value in signs.items() if value]:
            yield fault_of(
                row,
                printed.STATUS,
                f"RTL berstatus Belum dimulai, padahal sudah mempunyai {join_list(found)}; ubah statusnya, atau hapus "
                "isian itu.",
                *found,
            )
