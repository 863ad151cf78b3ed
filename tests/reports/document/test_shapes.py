"""The shapes that chapters share say their own heading and text."""

from dataclasses import FrozenInstanceError

import pytest

from reports.document.shapes import Section, TableHead, heading
from reports.words.prose import Block, Run

BLOCKS = (Block("p", ((Run("Satu "), Run("dua", bold=True)),)), Block("ul", ((Run("tiga"),), (Run("empat"),))))


def section(number="1.1", title="Latar Belakang", blocks=BLOCKS):
    return Section("1.1", number, title, "bagian-1-1", blocks, own=False, unknown_placeholders=())


@pytest.mark.parametrize(
    ("number", "title", "told"),
    [("1.1", "Latar", "1.1 Latar"), ("", "Penutup", "Penutup"), ("4", "", "4"), ("", "", "")],
)
def test_a_heading_is_number_and_title_as_far_as_there_are(number, title, told):
    assert heading(number, title) == told
    assert section(number, title).heading == told


def test_a_text_has_a_line_for_each_paragraph_and_item():
    assert section().text == "Satu dua\ntiga\nempat"
    assert section(blocks=()).text == ""


def test_shapes_are_values():
    assert section() == section() and hash(section()) == hash(section())
    assert section() != section(number="1.2")
    with pytest.raises(FrozenInstanceError):
        section().title = "Lain"


def test_nothing_is_left_out_of_a_shape():
    with pytest.raises(TypeError, match="legend"):
        TableHead("Tabel 2.1", "Hasil", "tabel-2-1")
