"""What texts say of months, quarters and years is held to the kind of period that the survey has."""

from dataclasses import replace

import pytest

from followups.months import Month
from tests.reports.rules.test_claims import copied, told
from tests.reports.rules.worlds import kpu

WINDOWS = {
    "2025-B03": (Month(2025, 4), Month(2025, 4)),
    "2025-T2": (Month(2025, 7), Month(2025, 9)),
    "2025-S1": (Month(2025, 7), Month(2025, 12)),
    "2025": (Month(2026, 1), Month(2026, 12)),
}


def world(code):
    cycle = kpu()
    start, end = WINDOWS[code]
    plain = tuple(
        replace(priority, plans=tuple(_within(plan, start) for plan in priority.plans))
        for priority in cycle.followup.priorities
    )
    followup = replace(cycle.followup, start=start, end=end, report_month=end.plus(1), priorities=plain)
    survey = replace(cycle.survey, period=code, start=None, end=None, report_date=None)
    return replace(cycle, survey=survey, followup=followup)


def _within(plan, month):
    return replace(plan, months=(month,), realisation=replace(plan.realisation, months=(), completed_on=None))


@pytest.mark.parametrize("code", WINDOWS)
def test_the_standard_texts_of_every_kind_raise_nothing(code):
    assert {rule for _key, rule in told(world(code), copied(world(code)))} & {"K51", "K52", "T1"} == set()


@pytest.mark.parametrize(
    ("code", "text", "rule"),
    [
        ("2025-T2", "Hasil SKM Triwulan I Tahun 2025 menjadi dasar laporan ini.", "K51"),
        ("2025-T2", "Hasil SKM Semester I Tahun 2025 menjadi dasar laporan ini.", "K51"),
        ("2025-B03", "Hasil SKM Bulan April 2025 menjadi dasar laporan ini.", "K51"),
        ("2025-S1", "Hasil SKM Semester II Tahun 2025 menjadi dasar laporan ini.", "K51"),
        ("2025", "Hasil SKM Tahun 2024 menjadi dasar laporan ini.", "K52"),
        ("2025-T2", "RTL dilaksanakan selama Triwulan II Tahun 2025.", "T1"),
    ],
)
def test_another_period_of_the_survey_is_found(code, text, rule):
    assert ("1.1", rule) in told(world(code), {"1.1": text})


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("2025-T2", "Hasil SKM Triwulan II Tahun 2025 menjadi dasar laporan ini."),
        ("2025-T2", "RTL dilaksanakan selama Triwulan III Tahun 2025."),
        ("2025-T2", "Rapat evaluasi diselenggarakan setiap triwulan."),
        ("2025-T2", "Survei bulan Mei 2025 diikuti oleh pengguna layanan."),
        ("2025-S1", "Survei triwulan I 2025 diikuti oleh pengguna layanan."),
        ("2025-S1", "Pada triwulan III Tahun 2025 RTL mulai dilaksanakan."),
        ("2025-B03", "Hasil SKM Bulan Maret 2025 menjadi dasar laporan ini."),
        ("2025-B03", "Pada bulan April 2025 RTL dilaksanakan."),
        ("2025", "Hasil SKM Tahun 2025 menjadi dasar laporan ini."),
        ("2025", "Survei Semester I Tahun 2025 merupakan bagian pertama."),
    ],
)
def test_what_is_right_or_of_something_else_stays_silent(code, text):
    assert {rule for _key, rule in told(world(code), {"1.1": text})} & {"K51", "K52", "T1"} == set()
