"""How soon plans were done: a sentence of months and days, only where all days are known."""

from dataclasses import replace
from datetime import date

from reports.document.chapters.speed import speed_of
from reports.document.facts import facts_of
from tests.cases import in_one_test
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source, make_survey
from tests.reports.shapes import of

JULY = date(2025, 7, 10)


def done_on(day):
    plan = make_plan(str(day))
    return replace(plan, realisation=replace(plan.realisation, completed_on=day))


def speed(*plans, reported=JULY):
    cycle = make_cycle(survey=make_survey(report_date=reported), followup=make_followup((of("waktu", *plans),)))
    return speed_of(facts_of(make_source(cycle)))


OPEN = make_plan("Terbuka", "in_progress")


@in_one_test(
    ("plans", "told"),
    [
        (
            (done_on(date(2025, 7, 20)), done_on(date(2025, 9, 10))),
            "Seluruh RTL selesai rata-rata 36 hari setelah laporan SKM tanggal 10 Juli 2025; yang terakhir "
            "selesai pada 10 September 2025, 2 bulan setelah laporan itu.",
        ),
        (
            (done_on(date(2025, 7, 20)), done_on(date(2025, 7, 10)), OPEN),
            "Dua RTL yang telah dilaksanakan selesai rata-rata 5 hari setelah laporan SKM tanggal 10 Juli 2025; "
            "yang terakhir selesai pada 20 Juli 2025, 10 hari setelah laporan itu.",
        ),
        (
            (done_on(date(2025, 7, 20)), done_on(date(2025, 7, 21))),
            "Seluruh RTL selesai rata-rata 11 hari setelah laporan SKM tanggal 10 Juli 2025; yang terakhir "
            "selesai pada 21 Juli 2025, 11 hari setelah laporan itu.",
        ),
        (
            (done_on(date(2025, 10, 20)),),
            "RTL selesai pada 20 Oktober 2025, 3 bulan 10 hari setelah laporan SKM tanggal 10 Juli 2025.",
        ),
        (
            (done_on(date(2025, 10, 20)), OPEN),
            "Satu RTL yang telah dilaksanakan selesai pada 20 Oktober 2025, 3 bulan 10 hari setelah laporan SKM "
            "tanggal 10 Juli 2025.",
        ),
        (
            (done_on(JULY), done_on(JULY)),
            "Seluruh RTL selesai pada 10 Juli 2025, yaitu pada tanggal laporan SKM.",
        ),
        (
            (*[done_on(date(2025, 7, 20))] * 11, OPEN),
            "Sebanyak 11 RTL yang telah dilaksanakan selesai rata-rata 10 hari setelah laporan SKM tanggal 10 Juli "
            "2025; yang terakhir selesai pada 20 Juli 2025, 10 hari setelah laporan itu.",
        ),
    ],
)
def test_it_is_told_in_one_sentence(plans, told):
    assert speed(*plans) == told


@in_one_test(
    ("plans", "reported"),
    [
        ((done_on(date(2025, 10, 20)),), None),
        ((done_on(date(2025, 10, 20)), done_on(None)), JULY),
        ((OPEN,), JULY),
        ((), JULY),
        ((done_on(date(2025, 7, 9)), done_on(date(2025, 10, 20))), JULY),
    ],
)
def test_nothing_is_told_where_a_day_is_not_known_or_lies_before_the_report(plans, reported):
    assert speed(*plans, reported=reported) == ""
