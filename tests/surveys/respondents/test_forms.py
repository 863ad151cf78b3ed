"""The respondents' profile as it is typed: a number for each class, and no margin with more people than answered."""

import pytest

from surveys.profiles import MARGINS
from surveys.respondents.forms import ProfileForm, field_name, values_of


def typed(respondents=None, **data):
    form = ProfileForm(data, respondents=respondents)
    form.is_valid()
    return form


def test_every_class_of_every_margin_has_a_field():
    form = typed()
    assert [label for label, _fields in form.margins()] == [margin.label for margin in MARGINS.values()]
    for (_label, fields), margin in zip(form.margins(), MARGINS.values(), strict=True):
        assert [field.label for field in fields] == list(margin.classes.values())


def test_what_is_not_typed_counts_nobody():
    profile = typed(sex_male="4", sex_female="").profile()
    assert profile["sex"] == {"male": 4, "female": 0, "unknown": 0}
    assert not any(profile["age"].values())


@pytest.mark.parametrize(("respondents", "is_sound"), [(None, True), (10, True), (9, False)])
def test_a_margin_counts_no_more_people_than_answered(respondents, is_sound):
    form = typed(respondents, sex_male="4", sex_female="6")
    told = "Jenis kelamin: jumlahnya 10, melebihi 9 responden. Periksa keduanya."
    assert form.errors == ({} if is_sound else {"sex_male": [told]})


def test_each_margin_is_told_by_itself_at_its_first_class():
    form = typed(1, **{"sex_unknown": "2", "education_s3": "1", "age_over-65": "3"})
    assert list(form.errors) == ["sex_male", "age_under-17"]


def test_a_count_that_is_no_number_is_told_where_it_was_typed():
    form = typed(9, sex_male="empat", sex_female="6")
    assert list(form.errors) == ["sex_male"]
    assert form["sex_male"].value() == "empat"


def test_values_stand_under_the_names_of_the_form_and_nobody_is_empty():
    values = values_of({"sex": {"male": 4, "female": 0}})
    assert values[field_name("sex", "male")] == 4
    assert values[field_name("sex", "female")] is None
    assert values[field_name("age", "17-25")] is None
    assert len(values) == sum(len(margin.classes) for margin in MARGINS.values())
