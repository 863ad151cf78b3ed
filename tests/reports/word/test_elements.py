"""The elements of a Word file: what is said is text and never markup, properties stand in Word's order. Pure."""

import pytest
from docx.oxml.ns import qn

from reports.word.elements import (
    LONGEST_NAME,
    UNCOUNTED,
    Setting,
    bookmarked,
    field,
    made,
    name_of,
    paragraph,
    run,
    runs,
    tab,
)
from reports.word.reading import Words

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def tags(element):
    return [child.tag.rpartition("}")[2] for child in element]


def value(element, path, name="val"):
    return element.find("/".join(map(qn, path.split("/")))).get(qn(f"w:{name}"))


def said(element):
    """The texts of an element, its line ends as such."""
    parts = element.iter(qn("w:t"), qn("w:br"))
    return "".join("\n" if part.tag == qn("w:br") else part.text for part in parts)


def test_an_element_has_words_attributes_and_its_children_in_their_order():
    element = made("w:p", made("w:r"), made("w:bookmarkEnd", id=3), rsidR=7)
    assert element.get(qn("w:rsidR")) == "7"
    assert tags(element) == ["r", "bookmarkEnd"]


def test_a_paragraph_of_a_style_has_no_other_property():
    assert tags(paragraph([], Setting("Isi")).pPr) == ["pStyle"]
    assert value(paragraph([], Setting("Isi")), "w:pPr/w:pStyle") == "Isi"


def test_the_properties_of_a_paragraph_stand_as_word_reads_them():
    """Word calls a file broken in which they stand otherwise."""
    whole = Setting("Isi", keep_next=True, new_page=True, numbering=(101, 2), indent=425, align="center")
    line = paragraph([run(Words("teks"))], whole)
    assert tags(line) == ["pPr", "r"]
    assert tags(line.pPr) == ["pStyle", "keepNext", "pageBreakBefore", "numPr", "ind", "jc"]
    assert (value(line, "w:pPr/w:numPr/w:ilvl"), value(line, "w:pPr/w:numPr/w:numId")) == ("2", "101")
    assert (value(line, "w:pPr/w:ind", "left"), value(line, "w:pPr/w:jc")) == ("425", "center")


def test_the_first_depth_of_a_list_is_one_too():
    assert value(paragraph([], Setting("Isi", numbering=(101, 0))), "w:pPr/w:numPr/w:ilvl") == "0"


@pytest.mark.parametrize("text", ["<w:b/>", "a & b", "]]>", '"kutip"', "{{ ikm }}"])
def test_what_is_said_is_text(text):
    element = run(Words(text))
    assert tags(element) == ["t"]
    assert said(element) == text


def test_blanks_at_the_ends_of_words_stay():
    (text,) = run(Words(" dua "))
    assert (text.text, text.get(SPACE)) == (" dua ", "preserve")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("satu\ndua", ["t", "br", "t"]),
        ("\ndua", ["br", "t"]),
        ("satu\n", ["t", "br"]),
        ("a\n\nb", ["t", "br", "br", "t"]),
    ],
)
def test_line_ends_are_lines_of_the_paragraph(text, parts):
    element = run(Words(text))
    assert tags(element) == parts
    assert said(element) == text


@pytest.mark.parametrize(
    ("words", "bold", "looks"),
    [
        (Words("a", bold=True), False, ["b"]),
        (Words("a"), True, ["b"]),
        (Words("a", bold=True), True, ["b"]),
        (Words("a", italic=True), False, ["i"]),
        (Words("a", bold=True, italic=True), False, ["b", "i"]),
    ],
)
def test_words_are_as_they_look_and_bold_where_all_is(words, bold, looks):
    element = run(words, bold=bold)
    assert tags(element) == ["rPr", "t"]
    assert tags(element.find(qn("w:rPr"))) == looks


def test_words_of_no_look_have_no_properties():
    assert tags(run(Words("a"))) == ["t"]


def test_what_leads_within_the_report_is_a_link_and_what_leads_out_is_words():
    within, without = runs([Words("Gambar 5", leads_to="#gambar-5"), Words("contoh", leads_to="https://contoh.go.id/")])
    assert (tags(within), within.get(qn("w:anchor"))) == (["r"], "gambar_5")
    assert said(within) == "Gambar 5"
    assert (without.tag, said(without)) == (qn("w:r"), "contoh")


def test_links_are_bold_where_all_is():
    (link,) = runs([Words("Gambar 5", leads_to="#gambar-5")], bold=True)
    assert link.find(f"{qn('w:r')}/{qn('w:rPr')}/{qn('w:b')}") is not None


def test_the_number_of_a_page_is_a_field_that_stands_open_until_it_is_estimated():
    begun, code, parted, result, ended = runs([Words("", page_of="gambar-5")])
    kinds = [part.find(qn("w:fldChar")).get(qn("w:fldCharType")) for part in (begun, parted, ended)]
    assert kinds == ["begin", "separate", "end"]
    assert code.find(qn("w:instrText")).text == r" PAGEREF gambar_5 \h "
    assert said(result) == UNCOUNTED


def test_a_field_holds_all_of_its_result():
    results = [run(Words("satu")), run(Words("dua"))]
    assert [*field("SEQ Tabel", results)][3:5] == results
    assert tags(tab()) == ["tab"]


@pytest.mark.parametrize(
    ("anchor", "name"),
    [
        ("bab-1", "bab_1"),
        ("bagian-3.3", "bagian_3_3"),
        ("isi_laporan", "isi_laporan"),
        ("é ü", "___"),
        ("a" * 60, "a" * LONGEST_NAME),
    ],
)
def test_a_bookmark_has_a_name_that_word_takes(anchor, name):
    assert name_of(anchor) == name


def test_a_bookmark_ends_where_its_content_does_and_leads_where_its_link_does():
    begun, content, ended = bookmarked([made("w:r")], "gambar-5", 12)
    assert content.tag == qn("w:r")
    assert begun.get(qn("w:id")) == ended.get(qn("w:id")) == "12"
    (link,) = runs([Words("Gambar 5", leads_to="#gambar-5")])
    assert begun.get(qn("w:name")) == link.get(qn("w:anchor"))
