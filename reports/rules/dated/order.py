"""Rules on the order in which a survey, its report and the follow-up stand, and on how long all takes. Pure."""

from followups.months import Month
from reports.document import fields as printed
from reports.rules.case import Case
from reports.rules.days import report_base
from reports.rules.faults import fault_of
from reports.rules.finding import Fault, Place
from reports.rules.rule import Faults, rule
from reports.words.language import date_range, date_text, month_text

IMPOSSIBLE = ("K63", "K65", "K67")
"""Of a day that cannot be it need not be said, too, that it does not fit."""
MONTHS_BESIDE = 1
"""How far from its period a survey may be held without a word of it."""
LONG = 24
"""A follow-up or a target of more months is a long-term plan."""


@rule("K17", "warn", "Laporan SKM bertanggal sebelum survei berakhir.", unless=IMPOSSIBLE)
def reported_too_early(case: Case) -> Faults:
    survey = case.cycle.survey
    end = survey.end or survey.start
    if survey.report_date and end and survey.report_date < end:
        yield Fault(
            Place(printed.REPORT_DATE),
            f"Laporan SKM bertanggal {date_text(survey.report_date)}, padahal survei berlangsung sampai "
            f"{date_text(end)}; periksa kedua tanggal.",
            (survey.report_date, end),
        )


@rule("K64", "warn", "Survei dilaksanakan di luar periodenya.", unless=IMPOSSIBLE)
def surveyed_far_from_its_period(case: Case) -> Faults:
    survey = case.cycle.survey
    first, last = survey.start or survey.end, survey.end or survey.start
    if first is None or last is None:
        return
    earliest = Month.of(survey.span.first_day).plus(-MONTHS_BESIDE)
    latest = Month.of(survey.span.last_day).plus(MONTHS_BESIDE)
    if Month.of(first) < earliest or Month.of(last) > latest:
        yield Fault(
            Place(printed.SURVEY_TIME),
            f"Survei {survey.span.label} dilaksanakan pada {date_range(first, last)}, lebih dari sebulan di luar "
            "periodenya; periksa tahun dan bulannya, atau jelaskan mengapa demikian.",
            (first, last, survey.span.code),
        )


@rule("K70", "warn", "Masa tindak lanjut dimulai sebelum survei atau laporannya selesai.", unless=(*IMPOSSIBLE, "K64"))
def followed_up_too_early(case: Case) -> Faults:
    """A month is let go between the follow-up's start and the SKM report, which is written meanwhile."""
    survey = case.cycle.survey
    start = case.cycle.followup.start
    end = survey.end or survey.start
    if end and start < Month.of(end):
        found = f"sebelum survei selesai ({date_text(end)})"
    elif survey.report_date and start.plus(1) < Month.of(survey.report_date):
        found = f"jauh sebelum laporan SKM ({date_text(survey.report_date)})"
    else:
        return
    yield Fault(
        Place(printed.WINDOW),
        f"Masa tindak lanjut dimulai {month_text(start)}, {found}; periksa bulan dan tanggalnya, atau jelaskan "
        "mengapa demikian.",
        (start, end, survey.report_date),
    )


@rule("K72", "info", "Tindak lanjut atau target penyelesaian lebih dari 24 bulan.", unless=IMPOSSIBLE)
def takes_long(case: Case) -> Faults:
    followup = case.cycle.followup
    months = followup.start.months_to(followup.end) + 1
    if months > LONG:
        yield Fault(
            Place(printed.WINDOW),
            f"Masa tindak lanjut mencakup {months} bulan; pastikan bulan terakhirnya benar.",
            (followup.start, followup.end),
        )
    base = report_base(case)
    for row in case.facts.owed:
        latest = row.plan.completion.latest if row.plan.completion else None
        if latest and base.months_to(latest) > LONG:
            yield fault_of(
                row,
                printed.COMPLETED_BY,
                f"Target {month_text(latest)} lebih dari dua tahun sesudah laporan; pastikan tahunnya benar.",
                latest,
            )
