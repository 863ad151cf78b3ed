"""The plain values and the rows know the same choices, and the same columns."""

import re
from dataclasses import fields
from pathlib import Path
from typing import get_args, get_type_hints

from django.conf import settings

from offices.appearance.values import AS_THE_PORTAL, Appearance
from offices.models import ReportAppearance
from offices.recording.appearance_words import APPEARANCE_CHOICES
from tests.cases import in_one_test

SHEET = (Path(settings.BASE_DIR) / "static/css/look.css").read_text(encoding="utf-8")


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


def test_each_colour_is_the_same_where_a_style_sheet_reaches_and_where_none_does():
    """Drawings and Word take it from the values, pages and the PDF from the sheet."""
    main = dict(re.findall(r"^\.colour-(\w+) \{ --utama: (#[0-9a-f]{6});", SHEET, re.MULTILINE))
    assert main == {name: Appearance(colour=name).ink for name in APPEARANCE_CHOICES["colour"]}
    assert len({*main.values()}) == len(main)


def lightness(colour):
    """Relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@in_one_test("name", APPEARANCE_CHOICES["colour"])
def test_white_words_can_be_read_on_every_colour_of_a_cover_and_coloured_ones_on_the_head_of_a_table(name):
    """At least 7 : 1 on the cover, 4.5 : 1 in a table."""
    shades = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", re.search(rf"^\.colour-{name} .*$", SHEET, re.MULTILINE)[0]))
    for dark in ("utama", "tua"):
        assert 1.05 / (lightness(shades[dark]) + 0.05) >= 7
    assert (lightness(shades["kepala"]) + 0.05) / (lightness(shades["utama"]) + 0.05) >= 4.5
