"""The console command load_instrument: what is new comes in whole, and nothing that surveys rest on is changed."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from offices.models import AuditEvent
from surveys.instrument.rows import forms_of, instrument_text
from surveys.models import Instrument, Questionnaire, ScoreBasis
from tests.surveys.instrument.built_in import NINE, SIXTEEN, written
from tests.surveys.instrument.generated import instrument_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path):
    """``load(document)``: what the command says of it."""

    def call(document):
        path = tmp_path / "instrumen.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        out = StringIO()
        call_command("load_instrument", str(path), stdout=out)
        return out.getvalue()

    return call


def events():
    return AuditEvent.objects.filter(action="instrument.load")


@pytest.mark.parametrize("elements", [7, 9, 11, 14])
def test_an_instrument_of_any_number_of_elements_comes_in_and_again_changes_nothing(load, elements):
    assert load(instrument_of(elements)) == f"Instrumen uji-{elements} dimuat.\nKuesioner uji-{elements} dimuat.\n"
    row = Instrument.objects.get(key=f"uji-{elements}")
    assert (row.elements.count(), row.bands.count(), len(forms_of(row)[0].questions)) == (elements, 4, elements)
    assert load(instrument_of(elements)) == "Isi berkas ini sudah ada; tidak ada yang diubah.\n"
    assert events().count() == 1


def test_the_trail_says_what_came_in_from_which_file(load):
    load(instrument_of(7))
    event = events().get()
    assert (event.office_code, event.actor_id, event.object_label) == ("", None, "Pedoman Survei dengan 7 Unsur")
    assert (event.after["instrument"], event.after["forms"], len(event.after["digest"])) == ("uji-7", ["uji-7"], 64)


def test_the_example_of_the_guide_comes_in(load):
    document = json.loads(Path(settings.BASE_DIR, "tests/data/example-instrument.json").read_text(encoding="utf-8"))
    assert load(document) == "Instrumen perwali-7-2026 dimuat.\nKuesioner kota-2026 dimuat.\n"
    shown = (
        Path(settings.BASE_DIR, "docs/instruments.md").read_text(encoding="utf-8").split("```json")[1].split("```")[0]
    )
    for line in [
        line.strip().rstrip(",") for line in shown.splitlines() if "…" not in line and "{" in line and "}" in line
    ]:
        assert json.loads(line) in [*flat(document)], line


def flat(value):
    """Every object in a document."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from flat(inner)


@pytest.mark.parametrize("name", [NINE, SIXTEEN])
def test_what_comes_with_the_portal_is_there_already(load, name):
    assert load(written(name)) == "Isi berkas ini sudah ada; tidak ada yang diubah.\n"
    assert not events().exists()


def test_a_form_is_added_to_an_instrument_that_surveys_rest_on(load, survey):
    document = written(SIXTEEN)
    document["forms"] = [document["forms"][0] | {"key": "dinas-2026", "name": "Kuesioner dinas"}]
    assert load(document) == "Kuesioner dinas-2026 dimuat.\n"
    assert "dinas-2026" in {form.key for form in forms_of(survey.instrument)}


def changed(document, **values):
    document["instrument"] |= values
    return document


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"name": "Peraturan lain"}, "nama"),
        ({"valid_from": "2018-01-01"}, "tanggal berlaku"),
        ({"grades": [{"letter": "A", "label": "Baik", "lowest": "25.00"}]}, "rentang mutu"),
    ],
)
def test_an_instrument_that_surveys_rest_on_is_not_changed(load, survey, change, told):
    before = instrument_text(survey.instrument)
    with pytest.raises(CommandError, match=f"sudah dipakai oleh 1 survei, sehingga {told} tidak dapat diubah"):
        load(changed(written(NINE), **change))
    assert instrument_text(Instrument.objects.get(pk=survey.instrument_id)) == before
    assert not events().exists()


def test_elements_are_not_changed_under_surveys_but_what_files_call_them_may_be(load, survey):
    document = written(NINE)
    document["instrument"]["elements"][0]["names"].append("kelengkapan berkas")
    assert load(document) == "Instrumen permenpanrb-14-2017 dimuat.\n"
    assert "kelengkapan berkas" in forms_of(Instrument.objects.get(key="permenpanrb-14-2017"))[0].names["persyaratan"]
    document["instrument"]["elements"][0]["definition"] = "Lain."
    with pytest.raises(CommandError, match="sehingga unsur tidak dapat diubah"):
        load(document)


def test_what_no_survey_rests_on_is_replaced(load):
    load(instrument_of(7))
    document = instrument_of(7, questions=12)
    document["instrument"]["elements"][6]["key"] = "lain"
    part = document["forms"][0]["mappings"][0]["elements"]
    part["lain"] = part.pop("u-7")
    assert load(document) == "Instrumen uji-7 dimuat.\nKuesioner uji-7 dimuat.\n"
    row = Instrument.objects.get(key="uji-7")
    assert row.elements.last().key == "lain" and len(forms_of(row)[0].questions) == 12


def test_an_instrument_is_not_replaced_under_questionnaires_that_the_file_lacks(load):
    load(instrument_of(7))
    document = changed(instrument_of(7), name="Pedoman lain")
    document["forms"] = []
    with pytest.raises(CommandError, match="juga memiliki kuesioner uji-7"):
        load(document)


def test_a_form_that_surveys_rest_on_is_not_changed(load, survey):
    form = Questionnaire.objects.get(key="skm-2025-tatap-muka")
    document = written(SIXTEEN)
    document["forms"][0]["questions"][0]["text"] = "Informasi tersedia"
    basis = {"questionnaire": form, "mapping": form.mappings.first(), "method": "elements"}
    ScoreBasis.objects.create(survey=survey, kind="answers", **basis)
    with pytest.raises(CommandError, match="“skm-2025-tatap-muka” sudah dipakai oleh 1 survei"):
        load(document)
    ScoreBasis.objects.all().delete()
    assert load(document) == "Kuesioner skm-2025-tatap-muka dimuat.\n"


def test_a_key_of_another_instruments_form_is_taken(load):
    document = instrument_of(7)
    document["forms"][0]["key"] = "skm-2025-tatap-muka"
    with pytest.raises(CommandError, match="sudah ada pada instrumen “permenpanrb-14-2017”"):
        load(document)
    assert not Instrument.objects.filter(key="uji-7").exists()


def test_a_fault_is_told_with_its_path_and_a_file_that_is_not_there_in_words(load, tmp_path):
    document = instrument_of(7)
    document["forms"][0]["questions"][3]["labels"].pop()
    with pytest.raises(CommandError, match=r"^forms\[0\]\.questions\[3\]\.labels: harus empat label"):
        load(document)
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        call_command("load_instrument", str(tmp_path / "tidak-ada.json"))
