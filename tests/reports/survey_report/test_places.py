"""Findings about a survey name the tables of the report that prints it."""

import json
from contextlib import suppress
from html import unescape

import pytest
from django.core.management import call_command

from reports.document.fields import PRINTED, ElementAt, WholeCycle
from reports.findings.answers import OF_SURVEY
from reports.rules.finding import Place
from reports.survey_report.places import place_here
from surveys.models import Survey
from tests.make_cycle import make_cycle
from tests.reports.survey_report.made import fill, survey_report, whole_survey

PAGE = "/laporan/3521/2025-S1/survei/tanda-tangan/"
OF_THE_SURVEY = [each for each in PRINTED if each.field.of in OF_SURVEY]


def places(capsys, kind):
    with suppress(SystemExit):
        call_command("check_report", "3521", "2025-S1", kind=kind, json=True, at_signing=True)
    return {row["id"]: row["place"] for row in json.loads(capsys.readouterr().out)}


def place_of(printed):
    return place_here(Place(printed, *([ElementAt(4, "biaya")] if ElementAt in printed.tables else [])))


@pytest.mark.parametrize("printed", OF_THE_SURVEY, ids=lambda each: each.field.key)
def test_each_field_is_found_in_a_chapter_and_table_that_the_report_has(printed):
    document = survey_report(make_cycle(survey=whole_survey()))
    place = place_of(printed)
    chapters = {chapter.entry.label.replace("BAB", "Bab") for chapter in (document.collection, document.found)}
    assert place.chapter in {*chapters, "Bab V"}
    assert place.table in {"", *(entry.label for entry in document.tables)}


def test_what_only_the_follow_up_report_prints_keeps_its_place():
    others = [each for each in PRINTED if each.field.of not in OF_SURVEY and WholeCycle in each.tables]
    assert others and all(place_here(Place(each)) == Place(each) for each in others)


def test_the_row_of_an_element_is_its_number_in_either_report():
    score = next(each for each in OF_THE_SURVEY if each.head == "Nilai Rata-Rata (NRR)")
    assert str(Place(score, ElementAt(4, "biaya"))) == "Bab II, Tabel 2.1, nomor 4, Nilai"
    assert str(place_of(score)) == "Bab III, Tabel 3.2, nomor 4, Nilai"


def test_the_command_and_the_page_name_each_reports_own_tables(survey, people, as_user, capsys):
    fill(survey)
    Survey.objects.filter(pk=survey.pk).update(respondents=200, exceeds_population=False, signatory_nip="")
    ours, theirs = places(capsys, "survey"), places(capsys, "followup")
    assert (ours["K16"], theirs["K16"]) == (
        "Bab II, Tabel 2.2, Jumlah responden",
        "Bab II, Tabel 2.1, Jumlah responden",
    )
    assert ours["K32"] == "Bab V, NIP penanda tangan"
    page = unescape(as_user(people.admin).get(PAGE).content.decode())
    assert "Bab II, Tabel 2.2, Jumlah responden" in page and "Tabel 2.1, Jumlah responden" not in page
