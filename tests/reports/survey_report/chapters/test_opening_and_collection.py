"""Bab I and II of a survey report say what the data say, and in words where there are none."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reports.cycle.model import FieldworkData
from reports.document.source import Method
from reports.survey_report.source import Work
from surveys.sampling import sample_of
from tests.make_cycle import ELEMENT_KEYS, make_cycle, make_instrument, make_office, make_source
from tests.reports import shapes
from tests.reports.survey_report.made import FIELDWORK, survey_report, whole_survey


def of(**survey):
    return survey_report(make_cycle(survey=whole_survey(**survey)))


def opening(document):
    return {section.number: section for section in document.opening.sections}


def carried_out(document):
    return {section.number: section for section in document.collection.carried_out}


def lines_of(block):
    return ["".join(run.text for run in line) for line in block.lines]


def test_the_background_names_office_period_instrument_and_every_element():
    text = opening(survey_report())["1.1"].text
    assert "Komisi Pemilihan Umum Kabupaten Contoh melaksanakan SKM Semester I Tahun 2025" in text
    assert "Peraturan Menteri PANRB Nomor 14 Tahun 2017 mengatur" in text and "sembilan unsur" in text
    assert [element.name for element in make_instrument().elements if element.name not in text] == []


@pytest.mark.parametrize(
    ("period", "label"),
    [
        ("2025-T3", "Triwulan III Tahun 2025"),
        ("2025-S2", "Semester II Tahun 2025"),
        ("2025", "Tahun 2025"),
    ],
)
def test_whatever_the_period_is_it_is_named_in_every_chapter(period, label):
    document = of(period=period)
    assert document.period_label == label
    chapters = (document.opening, document.collection, document.found, document.closing)
    assert all(any(label in section.text for section in chapter.sections) for chapter in chapters)


def test_the_office_is_named_in_the_chapters_as_it_calls_itself():
    office = make_office(name="Dinas Kependudukan Kota Contoh", short_name="Dukcapil Contoh")
    document = survey_report(make_cycle(office=office, survey=whole_survey()))
    assert "Dinas Kependudukan Kota Contoh melaksanakan" in opening(document)["1.1"].text
    assert "pelayanan Dukcapil Contoh" in opening(document)["1.3"].text
    assert "IKM Dukcapil Contoh" in document.closing.conclusion.text
    assert "KPU" not in "".join(section.text for section in document.sections)


def test_the_legal_bases_are_all_listed_and_none_is_told_in_words():
    bases = ("Undang-Undang Nomor 1 Tahun 2001", "Peraturan Nomor 2 Tahun 2002")
    text = opening(survey_report(source=make_source(make_cycle(), legal_bases=bases)))["1.2"].text
    assert text.splitlines()[1:] == [f"{bases[0]};", f"{bases[1]}."]
    without = opening(survey_report(source=make_source(make_cycle(), legal_bases=())))["1.2"].text
    assert without == "Dasar pelaksanaan survei ini belum dimasukkan."


def test_three_aims_and_two_uses_are_numbered_lists():
    kinds = [block.kind for block in opening(survey_report())["1.3"].blocks]
    assert kinds.count("ol") == 2
    listed = [block for block in opening(survey_report())["1.3"].blocks if block.kind == "ol"]
    assert [len(block.lines) for block in listed] == [3, 2]


@pytest.mark.parametrize(
    ("field", "number"),
    [("team", "2.1"), ("manner", "2.2"), ("places", "2.3")],
)
def test_what_was_typed_of_the_work_stands_in_its_section_and_in_no_other(field, number):
    told = of(fieldwork=FieldworkData(**{field: "Kalimat Uji Satu\nKalimat Uji Dua"}))
    with_words = [section.number for section in told.sections if "Kalimat Uji Satu" in section.text]
    assert with_words == [number]
    assert "Kalimat Uji Dua" in carried_out(told)[number].text
    assert "(belum diisi)" not in carried_out(told)[number].text
    others = {"2.1", "2.2", "2.3"} - {number}
    assert all("(belum diisi)" in carried_out(told)[other].text for other in others)


@pytest.mark.parametrize("field", ["team", "places"])
def test_each_line_is_an_item_and_empty_lines_are_none(field):
    told = of(fieldwork=FieldworkData(**{field: "Satu\n\n  \nDua\n"}))
    number = {"team": "2.1", "places": "2.3"}[field]
    block = carried_out(told)[number].blocks[-1]
    assert (block.kind, lines_of(block)) == ("ul", ["Satu", "Dua"])


def test_the_way_is_told_in_paragraphs_beside_how_the_index_is_computed():
    section = carried_out(of(fieldwork=FieldworkData(manner="Daring.\nDi loket.")))["2.2"]
    assert [lines_of(block) for block in section.blocks[1:]] == [
        ["Daring."],
        ["Di loket."],
        ["Perhitungannya: IKM = rata-rata NRR seluruh unsur × 25."],
    ]


def test_no_computation_is_told_while_there_is_no_index():
    assert "Perhitungannya" not in carried_out(of(scores={}))["2.2"].text


def test_the_questionnaire_by_which_it_was_counted_is_told():
    method = Method("Kuesioner Uji", "A", "Cara A", dict.fromkeys(ELEMENT_KEYS, 2))
    source = make_source(make_cycle(survey=whole_survey()), method=method)
    assert "Kuesioner Uji" in carried_out(survey_report(source=source))["2.2"].text
    assert "Kuesioner Uji" not in carried_out(survey_report())["2.2"].text


JUNE = date(2025, 6, 30)


@pytest.mark.parametrize(
    ("first", "last", "days", "printed"),
    [
        (JUNE, JUNE, 1, ("30 Juni 2025", "1")),
        (JUNE, date(2025, 7, 4), 5, ("30 Juni–4 Juli 2025", "5")),
        (date(2025, 12, 29), date(2026, 1, 9), 8, ("29 Desember 2025–9 Januari 2026", "8")),
        (date(2025, 6, 28), date(2025, 6, 29), 0, ("28–29 Juni 2025", "0")),
        (None, None, 12, ("(belum diisi)", "12")),
        (None, None, None, ("(belum diisi)", "–")),
    ],
)
def test_a_row_of_the_work_has_its_days_in_words(first, last, days, printed):
    rows = survey_report(work=(Work("Persiapan", first, last, days),)).collection.work
    assert [(row.number, row.name) for row in rows] == [(1, "Persiapan")]
    assert (rows[0].when, rows[0].workdays) == printed


def test_each_activity_without_working_days_is_lacking_by_its_name():
    work = (Work("Persiapan", None, None, None), Work("Pengumpulan data", JUNE, JUNE, 1))
    assert survey_report(work=work).lacking == ("Waktu persiapan",)
    stated = replace(work[0], workdays=0)
    assert survey_report(work=(stated, work[1])).lacking == ()


def test_the_legend_of_the_work_says_what_a_working_day_is():
    (legend,) = survey_report().collection.work_head.legend
    assert "Senin sampai dengan Jumat" in legend and "cuti bersama" in legend


@pytest.mark.parametrize("population", [10, 150, 900, 1000, 20_000, 1_000_000])
def test_the_sample_is_the_one_of_the_table_whatever_the_population(population):
    wanted = sample_of(population)
    for people, verdict in ((wanted, "Terpenuhi"), (wanted - 1, "Belum terpenuhi")):
        sample = dict(of(respondents=people, population=population).collection.sample)
        assert sample["Kecukupan jumlah responden"] == verdict
        assert sample["Jumlah responden yang mengisi survei"].replace(".", "") == f"{people} orang"


def test_large_numbers_are_written_with_points():
    document = of(respondents=1250, population=12_345)
    assert dict(document.collection.sample)["Populasi (penerima layanan)"] == "12.345 orang"
    assert "populasi 12.345 orang" in document.collection.people.text
    assert "oleh 1.250 responden" in document.collection.people.text


@pytest.mark.parametrize(
    ("known", "left"),
    [
        ({"respondents": None}, "Jumlah responden yang mengisi survei"),
        ({"population": None}, "Populasi (penerima layanan)"),
    ],
)
def test_a_sample_of_which_half_is_known_is_not_judged(known, left):
    collection = of(**known).collection
    assert dict(collection.sample)[left] == "(belum diisi)"
    assert dict(collection.sample)["Kecukupan jumlah responden"] == "–"
    assert "belum dapat dinilai" in collection.people.text and "None" not in collection.people.text


LACKING = {
    "respondents": "Jumlah responden",
    "population": "Populasi",
    "start": "Mulai survei",
    "end": "Selesai survei",
}


@pytest.mark.parametrize(("field", "label"), LACKING.items())
def test_a_field_of_the_survey_that_is_empty_is_lacking_alone(field, label):
    assert set(of(**{field: None}).lacking) - set(survey_report().lacking) == {label}


@pytest.mark.parametrize(
    ("field", "label"),
    [
        ("team", "Pelaksana survei"),
        ("manner", "Cara pengumpulan data"),
        ("places", "Lokasi pengumpulan data"),
    ],
)
def test_a_text_of_the_work_that_is_empty_is_lacking_alone(field, label):
    document = of(fieldwork=replace(FIELDWORK, **{field: ""}))
    assert set(document.lacking) - set(survey_report().lacking) == {label}


@pytest.mark.parametrize("field", ["background", "purpose", "conclusion"])
def test_own_words_are_not_owed(field):
    assert of(fieldwork=replace(FIELDWORK, **{field: ""})).lacking == survey_report().lacking


def test_scores_of_some_elements_give_no_index_and_that_is_lacking():
    assert "Nilai" in of(scores={}).lacking
    assert "Nilai" not in of(scores=dict.fromkeys(ELEMENT_KEYS, Decimal("1.00"))).lacking


def test_nobody_who_answered_is_told_without_a_number():
    assert survey_report(shapes.young()).found.people.text == "Jumlah dan karakteristik responden belum dimasukkan."
    counted = of(respondents=None).found.people.text
    assert counted == "Jumlah responden belum diisi. Karakteristiknya disajikan dalam Tabel 3.1."
    unknown = of(profile={}).found.people.text
    assert unknown == "Survei diikuti oleh 110 responden. Karakteristiknya belum dimasukkan."
