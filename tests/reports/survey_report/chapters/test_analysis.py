"""Bab IV and V of a survey report: weak and strong elements, released suggestions, plans, trend, conclusion."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followups.months import Month
from reports.cycle.model import PriorityData
from reports.document.earlier import EarlierPeriod
from reports.printing.html import print_html
from tests.make_cycle import (
    ELEMENT_KEYS,
    make_cycle,
    make_followup,
    make_instrument,
    make_plan,
    make_source,
)
from tests.mass import examples
from tests.reports.issued import make_signing
from tests.reports.pasts import broken_trend
from tests.reports.survey_report.made import FIELDWORK, survey_report, whole_survey

NAMES = {element.key: element.name for element in make_instrument().elements}


def of_scores(*scores):
    scored = dict(zip(ELEMENT_KEYS, map(Decimal, scores), strict=True))
    return survey_report(make_cycle(survey=whole_survey(scores=scored)))


def listed(section):
    return [
        ["".join(run.text for run in line) for line in block.lines] for block in section.blocks if block.kind == "ul"
    ]


ASCENDING = [f"3.{number}0" for number in range(1, 10)]


def test_the_lowest_come_first_from_the_lowest_and_the_highest_from_the_highest():
    lowest, highest = listed(of_scores(*ASCENDING).analysis.elements)
    assert [line.partition(":")[0] for line in lowest] == [NAMES[key] for key in ELEMENT_KEYS[:3]]
    assert [line.partition(":")[0] for line in highest] == [NAMES[key] for key in reversed(ELEMENT_KEYS[-3:])]
    assert lowest[0].endswith("NRR 3,10, mutu B (Baik)") and highest[0].endswith("NRR 3,90, mutu A (Sangat Baik)")


@pytest.mark.parametrize(
    ("tied", "words"),
    [
        (["3.00"] * 4 + ["3.5", "3.6", "3.7", "3.8", "3.9"], "Empat unsur dengan nilai terendah"),
        (["3.0", "3.1", "3.2", "3.3", "3.4"] + ["3.90"] * 4, "Empat unsur dengan nilai tertinggi"),
    ],
)
def test_elements_that_share_the_last_place_are_all_named_and_counted(tied, words):
    section = of_scores(*tied).analysis.elements
    assert words in section.text
    assert sorted(map(len, listed(section))) == [3, 4]


def test_equal_scores_are_neither_weak_nor_strong():
    section = of_scores(*["3.50"] * 9).analysis.elements
    assert section.text == "Semua unsur memperoleh nilai yang sama, yaitu 3,50."
    assert listed(section) == []


@given(st.lists(st.integers(100, 400), min_size=9, max_size=9))
@settings(max_examples=examples(20))
def test_nothing_that_is_called_weak_has_more_than_what_is_called_strong(hundredths):
    lists = listed(of_scores(*(f"{number / 100:.2f}" for number in hundredths)).analysis.elements)
    values = [[Decimal(line.partition("NRR ")[2][:4].replace(",", ".")) for line in each] for each in lists]
    if values:
        weak, strong = values
        assert max(weak) < min(strong)
        assert min(weak) == Decimal(min(hundredths)) / 100 and max(strong) == Decimal(max(hundredths)) / 100


def test_without_scores_nothing_is_analysed_but_released_suggestions_are_still_told():
    document = survey_report(make_cycle(survey=whole_survey(scores={})), suggestions=(("Tambah kursi.", 1),))
    text = document.analysis.elements.text
    assert text.startswith("Nilai survei belum dimasukkan, sehingga belum ada yang dianalisis.")
    assert "Tambah kursi." in text and "NRR" not in text


@pytest.mark.parametrize(
    ("times", "told"),
    [(1, "Tambah kursi"), (2, "Tambah kursi (2 responden)"), (1200, "Tambah kursi (1.200 responden)")],
)
def test_a_suggestion_says_how_many_wrote_it_where_more_than_one_did(times, told):
    section = survey_report(suggestions=(("Tambah  kursi\n", times),)).analysis.elements
    assert listed(section)[-1] == [told]


@pytest.mark.parametrize(("left", "told"), [(0, None), (1, "Satu saran lain"), (12, "12 saran lain")])
def test_suggestions_that_are_not_printed_are_counted(left, told):
    text = survey_report(suggestions=(("Tambah kursi", 1),), unprinted=left).analysis.elements.text
    assert "saran lain tidak dimuat" in text if told else "saran lain" not in text
    assert told is None or told in text


def followed_by(*priorities, **survey):
    return survey_report(make_cycle(survey=whole_survey(**survey), followup=make_followup(priorities, ())))


def test_plans_stand_by_element_with_months_and_who_answers_for_them():
    document = followed_by(
        PriorityData("waktu", None, (make_plan("Menata loket"), make_plan("Melatih", months=(Month(2025, 8),)))),
        PriorityData("biaya", None, (make_plan("Memasang papan", units=("*",), lead=None),)),
    )
    groups = document.analysis.plans.groups
    assert [(group.element, [row.point for row in group.rows]) for group in groups] == [
        (NAMES["waktu"], ["a", "b"]),
        (NAMES["biaya"], ["a"]),
    ]
    rows = [row for group in groups for row in group.rows]
    assert [row.months for row in rows] == ["Oktober 2025", "Agustus 2025", "Oktober 2025"]
    assert rows[2].responsible == ("Seluruh Subbagian",)
    text = document.analysis.planned.text
    assert "dua unsur prioritas" in text and "tiga rencana tindak lanjut (RTL)" in text
    assert NAMES["waktu"] in text and NAMES["biaya"] in text and "Tabel 4.1" in text


def test_no_plan_is_told_in_the_chapter_and_in_the_conclusion():
    document = followed_by()
    assert document.analysis.planned.text == "Rencana tindak lanjut (RTL) atas hasil survei ini belum disusun."
    assert "RTL atas hasil survei ini belum disusun." in document.closing.conclusion.text
    assert "Tabel 4.1" not in document.analysis.planned.text


@pytest.mark.parametrize("status", ["done", "in_progress", "not_started", "impossible"])
def test_how_a_plan_went_is_printed_nowhere(status):
    priority = PriorityData("waktu", None, (make_plan("Menata loket", status),))
    assert replace(followed_by(priority), source=None) == replace(
        followed_by(PriorityData("waktu", None, (make_plan("Menata loket", "done"),))), source=None
    )


def test_where_the_results_were_discussed_is_listed_by_line_and_not_markup():
    document = survey_report(make_cycle(survey=whole_survey(forums="Rapat *pleno*\n\nForum {{ ikm }}")))
    assert listed(document.analysis.planned) == [["Rapat *pleno*", "Forum {{ ikm }}"]]
    assert "dibahas dalam" not in survey_report().analysis.planned.text


def test_a_trend_has_a_row_for_each_period_and_tells_nothing_of_the_plans_of_this_one():
    source = make_source(make_cycle(survey=whole_survey()), past=broken_trend())
    analysis = survey_report(source=source).analysis
    assert [(row.period, row.index) for row in analysis.trend.rows] == [
        ("Semester II Tahun 2023 *", "80,20"),
        ("Semester I Tahun 2024", "81,90"),
        ("Semester II Tahun 2024", "87,21"),
        ("Semester I Tahun 2025", "87,33"),
    ]
    assert analysis.trend.rows[-1].plans == "–" and "6" in analysis.trend.rows[-2].plans
    assert (analysis.trend.head.label, analysis.trend.chart.label) == ("Tabel 4.2", "Grafik 4.1")
    assert analysis.development.text == analysis.trend.text
    assert [head.label for head in analysis.tables] == ["Tabel 4.1", "Tabel 4.2"]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_fewer_than_three_periods_make_no_trend(number):
    source = make_source(make_cycle(survey=whole_survey()), past=broken_trend()[4 - number :])
    document = survey_report(source=source)
    assert document.analysis.trend is None
    assert "Tabel 4.2" not in [entry.label for entry in document.tables]
    assert "Grafik 4.1" not in [entry.label for entry in document.charts]


def test_one_earlier_index_is_told_and_the_latest_with_one_is_taken():
    earlier = [
        EarlierPeriod("2024-S2", "Semester II Tahun 2024", None, {}, ()),
        EarlierPeriod("2024-S1", "Semester I Tahun 2024", Decimal("84.8"), {}, ()),
        EarlierPeriod("2023-S2", "Semester II Tahun 2023", Decimal("80"), {}, ()),
    ]
    source = make_source(make_cycle(survey=whole_survey()), earlier=tuple(earlier))
    text = survey_report(source=source).analysis.development.text
    assert text.startswith("IKM Semester I Tahun 2024 adalah 84,80.") and "2023" not in text


def test_the_conclusion_has_three_points_from_the_data():
    section = survey_report().closing.conclusion
    (points,) = [block for block in section.blocks if block.kind == "ol"]
    assert len(points.lines) == 3
    assert "Nilai tertinggi, 4,00, diperoleh unsur Biaya/Tarif" in section.text
    assert "nilai terendah, 3,25, diperoleh unsur Waktu Penyelesaian" in section.text
    assert "masa pelaksanaan Juli–Desember 2025" in section.text


def test_the_conclusion_on_equal_scores_names_no_highest():
    text = of_scores(*["3.50"] * 9).closing.conclusion.text
    assert "Semua unsur memperoleh nilai yang sama, yaitu 3,50." in text and "Nilai tertinggi" not in text


@pytest.mark.parametrize(
    ("signing", "reported", "printed"),
    [
        (None, None, "Contoh"),
        (None, date(2025, 7, 10), "Contoh, 10 Juli 2025"),
        (make_signing(), date(2025, 7, 10), "Contoh, 9 Januari 2026"),
    ],
)
def test_the_day_of_the_signature_comes_from_the_version_before_the_survey(signing, reported, printed):
    source = make_source(make_cycle(survey=whole_survey(report_date=reported)), signing=signing)
    assert survey_report(source=source).closing.signature.place_and_date.startswith(printed)


OWN = {
    "background": lambda document: document.opening.sections[0],
    "purpose": lambda document: document.opening.sections[2],
    "conclusion": lambda document: document.closing.conclusion,
}


@pytest.mark.parametrize("field", OWN)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("satker", "KPU Kabupaten Contoh"),
        ("satker_lengkap", "Komisi Pemilihan Umum Kabupaten Contoh"),
        ("periode", "Semester I Tahun 2025"),
        ("ikm", "87,33"),
        ("mutu_lengkap", "B (Baik)"),
        ("jumlah_responden", "110"),
        ("nilai_tertinggi", "4,00"),
        ("unsur_terendah", "Waktu Penyelesaian"),
    ],
)
def test_a_placeholder_stands_for_its_value_in_each_text_of_the_office(field, name, value):
    own = replace(FIELDWORK, **{field: f"Awal {{{{ {name} }}}} akhir."})
    document = survey_report(make_cycle(survey=whole_survey(fieldwork=own)))
    section = OWN[field](document)
    assert (section.text, section.own) == (f"Awal {value} akhir.", True)
    assert not [OWN[other](document) for other in OWN if other != field and OWN[other](document).own]


@pytest.mark.parametrize(
    ("field", "where"),
    [("background", "1.1 Latar Belakang"), ("purpose", "1.3 Maksud dan Tujuan"), ("conclusion", "Bab V")],
)
def test_a_placeholder_that_stands_for_nothing_hinders_and_says_where(field, where):
    own = replace(FIELDWORK, **{field: "Nilai {{ nilai_apa }}."})
    document = survey_report(make_cycle(survey=whole_survey(fieldwork=own)))
    assert document.lacking[-1] == f"isian {{{{ nilai_apa }}}} yang tidak dikenal pada {where}"
    assert "{{ nilai_apa }}" in OWN[field](document).text


@pytest.mark.parametrize(
    ("priorities", "told", "has_table"),
    [
        ((), "Rencana tindak lanjut (RTL) atas hasil survei ini belum disusun.", False),
        ((PriorityData("waktu", None, ()),), "Unsur prioritas yang ditetapkan adalah Waktu Penyelesaian.", False),
        (None, "disajikan dalam Tabel 4.1.", True),
    ],
)
def test_a_table_of_plans_is_printed_only_where_there_are_some(priorities, told, has_table):
    document = survey_report(make_cycle(survey=whole_survey(), followup=make_followup(priorities)))
    assert told in document.analysis.planned.text
    assert ("Tabel 4.1" in [entry.label for entry in document.tables]) is has_table
    assert ('id="tabel-4-1"' in print_html(document)) is has_table
