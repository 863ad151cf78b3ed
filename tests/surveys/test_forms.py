"""The form of the scores: a pasted column stands in its fields, and what is wrong stands where it was typed."""

from decimal import Decimal

import pytest

from surveys.basis import Way
from surveys.forms import PeriodForm, ScoresForm, SurveyForm
from surveys.periods import FIRST_YEAR, LAST_YEAR
from surveys.reading import Scale
from tests.surveys.test_pasting import NINE, SCALE, VALUES

FIRST = "score_persyaratan"


def sent(**changes):
    scale = Scale(tuple((key, name) for key, (name,) in SCALE.items()), ())
    return ScoresForm({f"score_{key}": score for key, score in NINE.items()} | changes, scale=scale)


@pytest.mark.parametrize("typed", ["3,27 (B)", "3,27 B", "tiga koma dua", "3,2 7,1", "3,27 kira-kira"])
def test_one_mistyped_score_is_the_fault_of_its_own_field(typed):
    form = sent(**{FIRST: typed})
    assert list(form.errors) == [FIRST]
    assert form[FIRST].value() == typed


def test_a_blank_behind_the_comma_is_read_alike_in_every_field():
    for name in (FIRST, "score_waktu"):
        form = sent(**{name: "3, 28"})
        assert form.is_valid()
        assert form.cleaned_data[name] == Decimal("3.28")


@pytest.mark.parametrize("wrong", ["3,8g", "tiga", "#DIV/0!", "N/A"])
@pytest.mark.parametrize("place", ["pasted", FIRST])
def test_a_pasted_cell_that_is_no_number_refuses_the_column_and_empties_nothing(place, wrong):
    form = sent(**{place: "\n".join([*VALUES[:8], wrong])})
    assert wrong in form.errors["pasted"].as_text()
    assert form["score_pengaduan"].value() == NINE["pengaduan"]


def test_a_dash_empties_its_element_alone():
    form = sent(pasted="\n".join([*VALUES[:8], "-"]))
    assert form.is_valid()
    assert set(NINE) - set(form.scores()) == {"pengaduan"}


def survey_form(**changes):
    scale = Scale((), ())
    sent_values = {"signatory_name": "Sari Utami", "signatory_title": "Sekretaris"} | changes
    return SurveyForm(sent_values, scale=scale, ways=[Way("a", "b", "c", "Kuesioner A")])


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"start": "2-6-2025", "end": "2-6-2025"}, "", ""),
        ({"start": "2-6-2025", "end": "1-6-2025"}, "end", "Tanggal selesai mendahului tanggal mulai survei."),
        ({"start": "2-6-2025"}, "", ""),
        ({"end": "1-6-2025"}, "", ""),
        ({"respondents": "10", "population": "10"}, "", ""),
        ({"respondents": "11", "population": "10"}, "respondents", "Jumlah responden melebihi populasi. Periksa"),
        (
            {"respondents": "10", "population": "10", "exceeds_population": "on"},
            "exceeds_population",
            "Jumlah responden tidak melebihi populasi. Hapus centang ini",
        ),
        ({"respondents": "1", "population": "0"}, "respondents", "Jumlah responden melebihi populasi. Periksa"),
        ({"respondents": "11"}, "", ""),
        ({"population": "0"}, "", ""),
        ({"signatory_name": " "}, "signatory_name", ""),
        ({"signatory_title": ""}, "signatory_title", ""),
        ({"way": "lain"}, "way", ""),
    ],
)
def test_what_contradicts_itself_is_told_at_one_field_and_the_limit_is_allowed(changes, field, said):
    form = survey_form(**changes)
    assert list(form.errors) == ([field] if field else [])
    assert said in form.errors.as_text()


@pytest.mark.parametrize(
    ("sent_way", "stated"),
    [({}, None), ({"way": ""}, ""), ({"way": Way("a", "b", "c", "").key}, Way("a", "b", "c", "").key)],
)
def test_a_way_that_was_not_asked_for_is_told_from_one_that_was_not_stated(sent_way, stated):
    form = survey_form(**sent_way)
    assert form.is_valid()
    assert form.cleaned_data["way"] == stated


@pytest.mark.parametrize(
    ("typed", "pppk", "kept", "said"),
    [
        ("", False, "", ""),
        ("NIP. 19830503 200902 1 002", False, "198305032009021002", ""),
        ("19830503200902100", False, None, "Yang ditulis 17 angka"),
        ("198305032009991002", False, None, "Bila ini nomor induk PPPK, tandai sebagai PPPK."),
        ("198305032009991002", True, "198305032009991002", ""),
    ],
)
def test_who_signs_has_a_number_that_can_be_one(typed, pppk, kept, said):
    form = survey_form(signatory_nip=typed, **({"pppk": "on"} if pppk else {}))
    assert form.is_valid() is (kept is not None)
    assert said in form.errors.as_text()
    if kept is not None:
        assert form.signatory().signatory_nip == kept


@pytest.mark.parametrize(
    ("year", "is_sound"), [(FIRST_YEAR - 1, False), (FIRST_YEAR, True), (LAST_YEAR, True), (LAST_YEAR + 1, False)]
)
def test_a_cycle_is_of_a_year_that_can_be(year, is_sound):
    values = {"signatory_name": "Sari Utami", "signatory_title": "Sekretaris", "year": str(year), "part": "S1"}
    form = PeriodForm(values)
    assert form.is_valid() is is_sound
    assert list(form.errors) == ([] if is_sound else ["year"])
    if is_sound:
        assert form.period().code == f"{year}-S1"


@pytest.mark.parametrize("part", ["", "S3", "T5", "13"])
def test_a_part_that_no_year_has_is_refused(part):
    values = {"signatory_name": "Sari Utami", "signatory_title": "Sekretaris", "year": "2025", "part": part}
    assert list(PeriodForm(values).errors) == ["part"]


def test_what_was_published_is_kept_apart_from_what_was_typed():
    form = sent(declared_index="87,36")
    assert form.is_valid()
    assert form.published() == {}
    assert form.scores().keys() == NINE.keys()
    assert [score.name for score, _grade in form.rows()] == [f"score_{key}" for key in NINE]
