"""What an office words itself in its survey report: where it is printed, and that the rules read it there."""

import json
from contextlib import suppress
from dataclasses import replace
from html import unescape

import pytest
from django.core.management import call_command

from offices.declining import Declined
from reports.document.fields import SectionAt
from reports.document.sections import SURVEY_SECTIONS
from reports.issuing import Wish, prepare
from reports.models import ReportKind
from reports.printing.html import print_html
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from reports.survey_report.parts import REPLACED
from reports.survey_report.places import as_survey_report
from surveys.fields import OWN_SECTIONS
from surveys.fieldwork.keeping import fieldwork_of, write_fieldwork
from surveys.models import Survey
from tests.make_cycle import make_cycle, make_source
from tests.reports.survey_report.made import fill, survey_report, whole_survey

PAGE = "/laporan/3521/2025-S1/survei/tanda-tangan/"
FIELDWORK = "/skm/3521/2025-S1/pelaksanaan/"
WRONG = "IKM periode ini adalah 99,99."


def cycle_with(**texts):
    survey = whole_survey()
    return make_cycle(survey=replace(survey, fieldwork=replace(survey.fieldwork, **texts)))


def section(document, key):
    return next(each for each in document.sections if each.key == key)


def found_in(**texts):
    case = as_survey_report(case_of(make_source(cycle_with(**texts))))
    return [each for each in findings_of(case) if isinstance(each.place.thing, SectionAt)]


@pytest.mark.parametrize(("key", "field"), OWN_SECTIONS.items())
def test_each_text_is_printed_in_its_section_and_stands_in_place_of_a_standard_one_or_beneath(key, field):
    standard = section(survey_report(cycle_with()), key)
    own = section(survey_report(cycle_with(**{field.key: "Kata **kami**: {{ ikm }}, {{ periode }}."})), key)
    assert own.own and not standard.own and "Kata kami: 87,33, Semester I Tahun 2025." in own.text
    assert (standard.text.split("\n")[0] in own.text) is (key not in REPLACED)
    assert own.text.count("Kata kami") == 1


def test_each_field_says_in_which_section_it_is_printed():
    for key, field in OWN_SECTIONS.items():
        number = key.removeprefix("survei.")
        assert (f"(bagian {number})" if "." in number else "(Bab V)") in field.label


def test_sections_have_one_name_wherever_they_are_told():
    document = survey_report()
    assert [each.key for each in document.sections] == list(SURVEY_SECTIONS)
    names = {key: (name.number, name.title) for key, name in SURVEY_SECTIONS.items()}
    assert {each.key: (each.number, each.title) for each in document.sections} == names


def test_method_and_basis_keep_what_was_typed_and_computed_beside_them():
    document = survey_report(cycle_with(method="Cara kami.", legal="Surat tugas ketua.\n\n{{ dasar_hukum }}"))
    method, basis = section(document, "survei.2.2").text, section(document, "survei.1.2").text
    assert method.startswith("Cara kami.") and "Kuesioner daring" in method and "Perhitungannya" in method
    assert (basis.startswith("Surat tugas ketua.") and "nomor 14 tahun 2017" in basis.lower()) or "belum" in basis
    assert "{{" not in print_html(document)


@pytest.mark.parametrize(("key", "field"), OWN_SECTIONS.items())
def test_what_the_data_contradict_is_found_in_each_section_of_the_report(key, field):
    (fault,) = [each for each in found_in(**{field.key: WRONG}) if "99,99" in each.message or "87,33" in each.message]
    assert fault.place.thing.key == key and fault.place.chapter == "Teks laporan"
    assert [each for each in found_in(**{field.key: "IKM periode ini adalah 87,33."}) if each.severity != "info"] == []


def test_a_bare_activity_is_a_plan_where_plans_are_told():
    told = "Seluruhnya ditetapkan sembilan kegiatan."
    assert [each.place.thing.key for each in found_in(recommendation=told)] == ["survei.4.2"]
    assert found_in(background=told) == []


def test_unknown_placeholders_are_named_at_their_section():
    document = survey_report(cycle_with(trend="Naik {{ ikan }}."))
    assert "isian {{ ikan }} yang tidak dikenal pada 4.3 Tren Nilai SKM" in document.lacking


def write(survey, **texts):
    write_fieldwork(survey, fieldwork_of(survey) | texts)
    return Survey.objects.get(pk=survey.pk)


def checked(capsys, kind):
    with suppress(SystemExit):
        call_command("check_report", "3521", "2025-S1", kind=kind, json=True)
    return [row for row in json.loads(capsys.readouterr().out) if "4.1" in row["place"]]


def test_a_wrong_text_hinders_its_report_leads_to_its_field_and_leaves_the_other_report_alone(
    survey, people, as_user, capsys, time_machine
):
    time_machine.move_to("2025-07-20 09:00+07:00")
    write(fill(survey), analysis=WRONG)
    (told,) = checked(capsys, "survey")
    assert told["place"] == "Teks laporan, 4.1 Analisis Permasalahan dan Kelebihan Unsur Pelayanan"
    assert checked(capsys, "followup") == []
    page = unescape(as_user(people.admin).get(PAGE).content.decode())
    assert f'href="{FIELDWORK}#id_analysis"' in page and told["message"] in page
    if told["severity"] == "block":
        with pytest.raises(Declined):
            prepare(Survey.objects.get(pk=survey.pk), people.admin, Wish("here", None), ReportKind.SURVEY)
    write(survey, analysis="IKM periode ini adalah {{ ikm }}.")
    assert checked(capsys, "survey") == []


def test_the_page_keeps_every_text_and_says_where_it_goes(followup, survey, people, as_user):
    admin = as_user(people.admin)
    typed = {field.key: f"Kata {number}." for number, field in enumerate(OWN_SECTIONS.values())}
    assert admin.post(FIELDWORK, typed).status_code == 302
    assert {key: fieldwork_of(survey)[key] for key in typed} == typed
    page = unescape(admin.get(FIELDWORK).content.decode())
    assert all(text in page for text in typed.values())
    assert page.count("Menggantikan teks baku.") == len(REPLACED)
    assert "{{ dasar_hukum }} memuat peraturannya" in page
