"""The plain values and the rows know the same choices, and the same columns."""

from dataclasses import fields
from typing import get_args, get_type_hints

from offices.appearance.values import AS_THE_PORTAL, Appearance
from offices.models import APPEARANCE_CHOICES, ReportAppearance


def test_a_document_knows_what_the_database_may_hold_and_no_more():
    kinds = get_type_hints(Appearance)
    assert {name: list(get_args(kinds[name])) for name in APPEARANCE_CHOICES} == {
        name: list(choices) for name, choices in APPEARANCE_CHOICES.items()
    }


def test_every_value_has_its_column():
    columns = {field.name for field in ReportAppearance._meta.get_fields()}
    assert {field.name for field in fields(Appearance)} == columns - {"id", "office", "for_below", "changed_at"}


def test_a_size_is_a_word_for_style_sheets():
    assert [Appearance(size=size).size_class for size in ("11", "11.5", "12")] == ["11", "11-5", "12"]
    assert Appearance() == AS_THE_PORTAL
