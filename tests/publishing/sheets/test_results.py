"""What stands on the sheet of a survey's results: what the report says, and nothing of a survey that is open."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from publishing.sheets.results import (
    NO_END,
    NO_RESPONDENTS,
    NO_SCORES,
    WHOLE,
    Counted,
    CountedBy,
    ElementLine,
    results_sheet,
    service_sheets,
    why_not_yet,
)
from tests.publishing.results import document, service

TODAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("survey", "reason"),
    [
        ({}, ""),
        ({"end": None}, NO_END),
        ({"end": TODAY}, "Survei masih berlangsung sampai 1 Juli 2025. Lembar publikasi tersedia sesudahnya."),
        ({"scores": {}}, NO_SCORES),
        ({"respondents": None}, NO_RESPONDENTS),
        ({"respondents": 0}, NO_RESPONDENTS),
    ],
    ids=["closed", "no end", "open", "no scores", "unknown", "nobody"],
)
def test_only_a_closed_survey_with_all_scores_is_published(survey, reason):
    assert why_not_yet(document(**survey), TODAY) == reason


def test_the_sheet_says_what_the_report_says():
    made = document()
    sheet = results_sheet(made)
    assert (sheet.index, f"{sheet.grade} ({sheet.label})") == (
        made.plans.results.index_text,
        made.plans.results.grade_text,
    )
    assert [(each.name, each.value, each.grade) for each in sheet.elements] == [
        (row.element, row.converted_text, row.grade) for row in made.plans.results.rows
    ]
    assert (sheet.service, sheet.respondents, sheet.days) == (WHOLE, "110", "2 Januari–30 Juni 2025")


def test_respondents_are_counted_by_sex_and_education_alone():
    shown = results_sheet(document(profile={"sex": {"male": 110}, "age": {"17-25": 3, "26-34": 107}}))
    assert shown.margins == (CountedBy("Jenis kelamin", (Counted("Laki-laki", "110"),)),)


@pytest.mark.parametrize(
    ("population", "said"),
    [
        (1200, "110 dari 1.200 penerima layanan."),
        (None, "oleh 110 penerima layanan."),
        (90, "oleh 110 penerima layanan."),
    ],
)
def test_method_and_process_are_told_in_two_lines(population, said):
    first, second = results_sheet(document(population=population)).method
    assert first.startswith("Survei atas 9 unsur pelayanan")
    assert first.endswith(said)
    assert "dikalikan 25" in second


def test_a_bar_is_as_long_as_the_value_is_far_on_the_scale():
    low = {key: Decimal(1) for key in document().element_names}
    lines = results_sheet(document(scores=low | {"biaya": Decimal(4), "waktu": Decimal("2.5")})).elements
    assert {each.name: each.percent for each in lines if each.percent} == {"Biaya/Tarif": 100, "Waktu Penyelesaian": 50}
    assert lines[0] == ElementLine("Persyaratan", Decimal("25.00"), "D")


def test_an_open_survey_is_never_drawn():
    with pytest.raises(ValueError, match="complete"):
        results_sheet(document(scores={}))


def test_each_service_has_a_sheet_of_its_own():
    sheets = service_sheets(document(services=(service("Legalisir", 50), service("Perizinan", 60, waktu="2.40"))))
    assert list(sheets) == ["Legalisir", "Perizinan"]
    assert (sheets["Perizinan"].service, sheets["Perizinan"].respondents) == ("Perizinan", "60")
    assert sheets["Perizinan"].index < sheets["Legalisir"].index
    waiting = next(each for each in sheets["Perizinan"].elements if each.name == "Waktu Penyelesaian")
    assert (waiting.value, waiting.grade) == ("60,00", "D")
    assert sheets["Legalisir"].margins == ()


def test_a_service_of_a_few_people_has_none_and_neither_has_one_that_would_give_it_away():
    few = (service("Legalisir", 4), service("Perizinan", 50), service("Rekomendasi", 56))
    assert list(service_sheets(document(services=few))) == ["Rekomendasi"]


def test_a_score_of_a_few_answers_takes_the_sheet_of_its_service_away():
    answered = replace(service("Legalisir", 50), answers={"waktu": 3})
    names = list(service_sheets(document(services=(answered, service("Perizinan", 30), service("Lain", 30)))))
    assert "Legalisir" not in names


def test_one_service_alone_says_no_more_than_the_whole():
    assert service_sheets(document(services=(service("Legalisir", 110),))) == {}
