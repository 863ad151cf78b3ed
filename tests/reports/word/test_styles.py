"""The styles of a Word file: what Word itself makes of a heading, a line of contents, a running head. Pure."""

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from offices.appearance.values import Appearance
from reports.word import styles
from reports.word.styles import LOOKS, id_of, set_styles

LINE = 9000


@pytest.fixture(scope="module")
def word():
    made = docx.Document()
    set_styles(made, LINE, Appearance(font="arial", size="12", colour="blue"))
    return made


def property_of(word, look, path, name="val"):
    found = word.styles[look.name].element.find("/".join(map(qn, ("w:pPr", *path.split("/")))))
    return None if found is None else found.get(qn(f"w:{name}"))


def test_headings_stand_in_words_outline_and_nothing_else_does(word):
    levels = {look.name: property_of(word, look, "w:outlineLvl") for look in LOOKS}
    assert {name: level for name, level in levels.items() if level} == {
        "Heading 1": "0",
        "Heading 2": "1",
        "Heading 3": "2",
    }


def test_lines_of_contents_lead_to_their_page_along_dots_and_running_lines_without(word):
    leaders = {look.name: property_of(word, look, "w:tabs/w:tab", "leader") for look in LOOKS}
    assert {name for name, leader in leaders.items() if leader == "dot"} == {"toc 1", "toc 2", "table of figures"}
    assert {name for name, leader in leaders.items() if leader == "none"} == {"Header", "Footer"}
    assert {property_of(word, look, "w:tabs/w:tab", "pos") for look in LOOKS} == {None, str(LINE)}


def test_only_the_letterhead_is_ruled_off_in_the_colour_of_the_office(word):
    ruled = {look.name: property_of(word, look, "w:pBdr/w:bottom", "color") for look in LOOKS}
    assert {name: colour for name, colour in ruled.items() if colour} == {
        "Garis Kop": Appearance(colour="blue").ink.lstrip("#").upper()
    }


def test_what_stands_above_something_stays_with_it(word):
    kept = {look.name for look in LOOKS if word.styles[look.name].paragraph_format.keep_with_next}
    assert kept == {"Heading 1", "Heading 2", "Heading 3", "Caption", "Gambar", "Pokok Bukti"}


def test_running_text_has_the_chosen_size_and_what_is_small_stays_small(word):
    sizes = {look.name: word.styles[look.name].font.size for look in LOOKS}
    assert sizes["Body Text"] == sizes["List Paragraph"] == sizes["Normal"] == Pt(12)
    assert (sizes["Isi Tabel"], sizes["Keterangan Tabel"]) == (Pt(8.5), Pt(8))


def test_every_look_rests_on_the_usual_one_and_is_offered_to_who_edits(word):
    for look in LOOKS:
        style = word.styles[look.name]
        base = style.base_style
        assert (base.name if base is not None else None) == (None if look is styles.NORMAL else "Normal")
        assert style.quick_style and not style.hidden
        assert id_of(word, look) == style.style_id


def test_properties_stand_in_the_order_in_which_word_reads_them(word):
    order = ["keepNext", "widowControl", "pBdr", "tabs", "spacing", "ind", "jc", "outlineLvl"]
    for look in LOOKS:
        tags = [child.tag.rpartition("}")[2] for child in word.styles[look.name].element.find(qn("w:pPr"))]
        known = [tag for tag in tags if tag in order]
        assert known == sorted(known, key=order.index), look.name
