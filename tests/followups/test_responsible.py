"""Who answers for something: all units together or some of them, as it is chosen, stored and offered again."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from followups.models import ActionPlan, Upkeep
from followups.others import LONGEST, MOST
from followups.responsible import (
    ALL,
    OthersField,
    Responsible,
    ResponsibleField,
    answering,
    others_of,
    responsible_choices,
    responsible_in,
    responsible_words,
)


def field_of(office, stored=()):
    field = ResponsibleField("Penanggung jawab")
    return field, field.offer(office, stored)


def test_all_units_stand_first_under_the_name_that_the_office_gave_them(ngawi):
    ngawi.all_units_label = "Semua bagian"
    field, single = field_of(ngawi)
    assert list(field.choices) == [(ALL, "Semua bagian"), *single]
    assert [name for _pk, name in single] == ["Subbag kul", "Subbag rendatin", "Subbag tekhum"]


def test_a_unit_that_was_closed_is_offered_only_where_it_is_chosen_already(ngawi):
    closed = ngawi.units.get(key="rendatin")
    closed.closed_on = date(2025, 1, 1)
    closed.save()
    assert str(closed.pk) not in dict(field_of(ngawi)[1])
    assert str(closed.pk) in dict(field_of(ngawi, [closed.pk])[1])


def test_all_or_some_but_not_both(ngawi):
    field, single = field_of(ngawi)
    first, second = (pk for pk, _name in single[:2])
    assert field.clean([ALL]) == Responsible(True, ())
    assert field.clean([second, first]) == Responsible(False, (int(first), int(second)))
    assert field.clean([]) == Responsible(False, ())
    with pytest.raises(ValidationError, match="tidak keduanya"):
        field.clean([ALL, first])


def test_a_unit_of_another_office_is_none(ngawi, magetan):
    field, _single = field_of(ngawi)
    with pytest.raises(ValidationError):
        field.clean([str(magetan.units.all()[0].pk)])


@pytest.mark.parametrize(
    ("chosen", "sent"),
    [(Responsible(True, ()), ["*"]), (Responsible(False, (3, 7)), ["3", "7"]), (Responsible(False, ()), [])],
)
def test_what_is_stored_is_sent_as_it_was_chosen(chosen, sent):
    assert chosen.as_sent() == sent


@pytest.mark.parametrize(
    ("given", "responsible"),
    [
        ({"units": Responsible(False, (3,)), "others": ("Camat",)}, Responsible(False, (3,))),
        ({"units": Responsible(False, ()), "others": ()}, Responsible(False, ())),
        ({"others": ()}, Responsible(True, ())),
        ({"others": ("Camat",)}, Responsible(False, ())),
    ],
)
def test_where_no_units_are_asked_for_the_whole_office_answers_unless_somebody_is_named(given, responsible):
    assert responsible_in(given) == responsible


def test_one_of_a_list_may_stay_unnamed(ngawi):
    field, _single = field_of(ngawi)
    assert field.clean([""]) == field.clean(None) == Responsible(False, ())


@pytest.mark.parametrize(
    ("typed", "others"),
    [("", ()), (" ; ", ()), ("Camat; camat;  Kasi   Umum", ("Camat", "Kasi Umum")), ("x" * LONGEST, ("x" * LONGEST,))],
)
def test_others_are_typed_with_semicolons_between_them(typed, others):
    assert OthersField("Penanggung jawab lain").clean(typed) == others


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("; ".join(map(str, range(MOST + 1))), "Tulis paling banyak 10 jabatan atau orang; di sini ada 11."),
        ("x" * (LONGEST + 1), f"“{'x' * 40}…” terlalu panjang; paling banyak 100 karakter."),
    ],
)
def test_too_many_others_and_too_long_ones_are_refused(typed, fault):
    with pytest.raises(ValidationError) as refused:
        OthersField("Penanggung jawab lain").clean(typed)
    assert refused.value.messages == [fault]


def test_units_are_told_before_posts_and_persons(ngawi):
    units = list(ngawi.units.order_by("position"))[:2]
    assert responsible_words(False, units, ["Camat"], ngawi) == ("Subbag kul", "Subbag rendatin", "Camat")
    assert responsible_words(True, units, ["Camat"], ngawi) == ("Seluruh Subbagian", "Camat")
    assert responsible_words(False, (), (), ngawi) == ()


def test_one_chooses_among_all_units_and_whomever_rows_name_each_once(survey, ngawi):
    rows = [ActionPlan(others="Camat\nKasi Umum"), ActionPlan(others="CAMAT\nLurah"), ActionPlan()]
    units = list(ngawi.units.order_by("position"))
    assert responsible_choices(units, rows) == [
        *((str(unit.pk), unit.short_name) for unit in units),
        ("camat", "CAMAT"),
        ("kasi umum", "Kasi Umum"),
        ("lurah", "Lurah"),
    ]


def test_who_answers_for_a_plan_is_known_by_keys_with_its_lead(survey, ngawi):
    kul, rendatin, tekhum = ngawi.units.order_by("position")
    named, whole = ActionPlan.objects.order_by("position")
    assert answering(named, [kul, rendatin]) == {str(kul.pk)}
    assert answering(whole, [kul, rendatin]) == {str(kul.pk), str(rendatin.pk)}
    named.lead = tekhum
    named.others = "Kasi  Umum"
    assert answering(named, []) == {str(kul.pk), str(tekhum.pk), "kasi umum"}
    care = Upkeep.objects.create(
        followup=named.priority.followup, element=named.priority.element, position=1, others="Camat"
    )
    assert answering(care, [kul]) == {"camat"}
    assert others_of(care) == ("Camat",)
