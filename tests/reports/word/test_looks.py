"""What an office chose of the look, in Word: paper, margins, type, size and colour; the marks on its cover."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from django.conf import settings
from docx.shared import Mm, Pt

from reports.document.build import build
from reports.letters.printing import letter_word
from reports.letters.wording import LetterKind, letter_of
from reports.word.tables import SHADES
from reports.word.writing import word_bytes
from tests.make_cycle import make_source
from tests.reports.shapes import young

CHOSEN = {"paper": "F4", "font": "times", "text_size": "12", "margins": "even", "colour": "maroon"}


def report(**chosen):
    return build(make_source(young(), **chosen))


def files():
    yield word_bytes(report(**CHOSEN))
    yield letter_word(letter_of(LetterKind.COVER, report(**CHOSEN), None, "Kepala Unit"))


@pytest.mark.parametrize("place", [0, 1], ids=["report", "letter"])
def test_report_and_letters_are_set_as_it_was_chosen(place):
    word = docx.Document(BytesIO([*files()][place]))
    normal = word.styles["Normal"]
    assert (normal.font.name, normal.font.size) == ("Times New Roman", Pt(12))
    for section in word.sections:
        assert {round(section.page_width / Mm(1)), round(section.page_height / Mm(1))} == {215, 330}
        assert [round(side / Mm(1)) for side in (section.left_margin, section.right_margin)] == [25, 25]


def test_tables_are_shaded_in_the_chosen_colour_and_as_the_print_is():
    sheet = Path(settings.BASE_DIR, "static/css/look.css").read_text()
    printed = re.findall(
        r"^\.colour-(\w+) .*--tepi: #(\w+); --kepala: #(\w+); --kelompok: #(\w+);", sheet, re.MULTILINE
    )
    assert {name: tuple(colours) for name, *colours in printed} == {
        name: (shades.edge.lower(), shades.head.lower(), shades.group.lower()) for name, shades in SHADES.items()
    }
    written = docx.Document(BytesIO(word_bytes(report(**CHOSEN)))).element.xml
    assert SHADES["maroon"].head in written and SHADES["teal"].head not in written


@pytest.mark.parametrize(("chapters", "begun"), [("follow", {}), ("apart", {"BAB I", "BAB II", "BAB III", "BAB IV"})])
def test_chapters_begin_a_page_where_the_office_chose_so(chapters, begun):
    word = docx.Document(BytesIO(word_bytes(report(chapters=chapters))))
    fresh = [line.text for line in word.paragraphs if line.paragraph_format.page_break_before]
    assert "DAFTAR ISI" in fresh and "DAFTAR TABEL" not in fresh
    assert {title.split("\n")[0] for title in fresh if title.startswith("BAB ")} == set(begun)


def test_the_colour_is_that_of_the_print_and_who_chose_nothing_has_the_portals():
    for chosen, colour, font, left in (({}, "155E58", "Bookman Old Style", 30), (CHOSEN, "8A1F2B", "Arial", 25)):
        word = docx.Document(BytesIO(word_bytes(report(**chosen | ({"font": "arial"} if chosen else {})))))
        assert str(word.styles["Sampul Jenis"].font.color.rgb) == colour
        assert word.styles["Body Text"].font.name == font
        assert round(word.sections[0].left_margin / Mm(1)) == left
