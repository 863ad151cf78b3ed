"""The form of an upkeep: what it offers, what it keeps, and what it says where something cannot be."""

from datetime import date

import pytest

from followups.models import FollowUp, Upkeep
from followups.upkeep.care import Care
from followups.upkeep.forms import UpkeepForm, care_values
from offices.models import Unit
from surveys.models import Element

pytestmark = pytest.mark.django_db
ELEMENTS = [("biaya", "Biaya/Tarif · 4,00"), ("sarana", "Sarana dan Prasarana")]
SAID = {"element": "biaya", "plan": "Menjaga tarif", "activity": "Dipasang", "units": ["*"]}


def form(office, data=None, **more):
    return UpkeepForm(data, office=office, elements=ELEMENTS, **more)


def care_in(office, **changes):
    made = form(office, SAID | changes)
    assert made.is_valid(), made.errors
    return made.care()


def test_what_is_filled_in_is_an_upkeep(ngawi):
    assert care_in(ngawi) == Care("biaya", "Menjaga tarif", "Dipasang", True, (), ())


def test_units_come_in_order_and_others_each_once(ngawi):
    kul, rendatin = (ngawi.units.get(key=key).pk for key in ("kul", "rendatin"))
    care = care_in(ngawi, units=[str(rendatin), str(kul)], others="Camat; camat;Lurah ")
    assert (care.all_units, care.units, care.others) == (False, (kul, rendatin), ("Camat", "Lurah"))


@pytest.mark.parametrize("missing", ["plan", "activity", "units"])
def test_all_but_the_element_may_be_left_out(ngawi, missing):
    care = care_in(ngawi, **{missing: ""})
    assert (care.plan, care.activity, care.all_units) == (
        "" if missing == "plan" else "Menjaga tarif",
        "" if missing == "activity" else "Dipasang",
        missing != "units",
    )


@pytest.mark.parametrize("element", ["", "waktu", "Biaya/Tarif"])
def test_an_element_that_is_not_offered_is_refused_at_its_field(ngawi, element):
    assert list(form(ngawi, SAID | {"element": element}).errors) == ["element"]


@pytest.mark.parametrize(
    ("others", "words"),
    [
        ("; ".join(f"Kasi {number}" for number in range(11)), "Tulis paling banyak 10 jabatan atau orang"),
        ("x" * 101, "terlalu panjang; paling banyak 100 karakter."),
    ],
)
def test_too_many_others_and_too_long_ones_are_refused_at_their_field(ngawi, others, words):
    errors = form(ngawi, SAID | {"others": others}).errors
    assert list(errors) == ["others"]
    assert words in errors["others"][0]


def test_all_units_and_some_at_once_are_refused_at_their_field(ngawi):
    kul = str(ngawi.units.get(key="kul").pk)
    assert form(ngawi, SAID | {"units": ["*", kul]}).errors == {
        "units": ["Pilih seluruh unit, atau unit tertentu saja; tidak keduanya."]
    }


def test_a_unit_that_was_closed_stays_with_the_upkeep_that_names_it(ngawi, survey):
    kul = ngawi.units.get(key="kul")
    row = Upkeep.objects.create(followup=FollowUp.objects.get(), element=Element.objects.get(key="biaya"), position=1)
    row.units.add(kul)
    Unit.objects.filter(pk=kul.pk).update(closed_on=date(2025, 1, 1))
    sent = SAID | {"units": [str(kul.pk)]}
    assert form(ngawi, sent, upkeep=row).is_valid()
    assert list(form(ngawi, sent).errors) == ["units"]


@pytest.mark.parametrize(("others", "all_units"), [("", True), ("Kasi Pelayanan", False)])
def test_where_an_office_is_not_divided_it_answers_as_a_whole_unless_somebody_is_named(ngawi, others, all_units):
    ngawi.units.all().delete()
    made = form(ngawi, SAID | {"others": others})
    assert "units" not in made.fields
    assert made.fields["others"].label == "Penanggung jawab"
    assert made.fields["others"].help_text.startswith("Kosongkan bila seluruh satuan kerja yang bertanggung jawab.")
    assert made.is_valid()
    assert made.care().all_units is all_units


def test_what_is_stored_is_what_the_form_shows(ngawi):
    kul = ngawi.units.get(key="kul").pk
    stored = Care("sarana", "Merawat", "Dirawat", False, (kul,), ("Camat", "Lurah"))
    values = care_values(stored)
    assert values == {
        "element": "sarana",
        "plan": "Merawat",
        "activity": "Dirawat",
        "units": [str(kul)],
        "others": "Camat; Lurah",
    }
    made = form(ngawi, values)
    assert made.is_valid(), made.errors
    assert made.care() == stored
