"""The lists of a Word file: each counts by its own signs, from its own number, whatever other lists there are."""

import docx
import pytest
from docx.oxml.ns import qn

from reports.word.numbering import FORMATS, Numbering

DEPTHS = 9


@pytest.fixture(scope="module")
def numbering():
    return Numbering(docx.Document())


def value(element, name):
    return element.find(qn(f"w:{name}")).get(qn("w:val"))


def list_in(numbering, number):
    """The list that paragraphs belong to by this number."""
    (found,) = [each for each in numbering.root.findall(qn("w:num")) if each.get(qn("w:numId")) == str(number)]
    return found


def kind_of(numbering, number):
    kind = value(list_in(numbering, number), "abstractNumId")
    kinds = numbering.root.findall(qn("w:abstractNum"))
    (found,) = [each for each in kinds if each.get(qn("w:abstractNumId")) == kind]
    return found


def levels(numbering, number):
    return kind_of(numbering, number).findall(qn("w:lvl"))


@pytest.mark.parametrize(
    ("sign", "form", "text"),
    [
        ("1", "decimal", "%1."),
        ("a", "lowerLetter", "%1."),
        ("A", "upperLetter", "%1."),
        ("i", "lowerRoman", "%1."),
        ("I", "upperRoman", "%1."),
        ("•", "bullet", "•"),
    ],
)
def test_a_list_counts_by_its_sign(numbering, sign, form, text):
    first = levels(numbering, numbering.list_of(sign, 1))[0]
    assert (value(first, "numFmt"), value(first, "lvlText")) == (form, text)


def test_each_depth_counts_for_itself_and_stands_further_in(numbering):
    depths = levels(numbering, numbering.list_of("1", 1))
    assert [value(depth, "lvlText") for depth in depths] == [f"%{number}." for number in range(1, DEPTHS + 1)]
    left = [int(depth.find(f"{qn('w:pPr')}/{qn('w:ind')}").get(qn("w:left"))) for depth in depths]
    assert left == sorted(set(left))
    bullets = levels(numbering, numbering.list_of("•", 1))
    assert {value(depth, "lvlText") for depth in bullets} == {"•"}


def test_two_lists_of_one_sign_are_two_and_each_begins_where_it_is_told(numbering):
    first = numbering.list_of("1", 1)
    second = numbering.list_of("1", 4)
    assert first != second
    assert kind_of(numbering, first) is kind_of(numbering, second)
    for number, start in ((first, "1"), (second, "4")):
        overrides = list_in(numbering, number).findall(qn("w:lvlOverride"))
        assert [each.get(qn("w:ilvl")) for each in overrides] == [str(depth) for depth in range(DEPTHS)]
        assert {value(each, "startOverride") for each in overrides} == {start}


def test_no_list_takes_the_number_of_one_of_the_template():
    numbering = Numbering(docx.Document())
    before = {each.get(qn("w:numId")) for each in numbering.root.findall(qn("w:num"))}
    own = [numbering.list_of(sign, 1) for sign in FORMATS]
    assert len({*before, *map(str, own)}) == len(before) + len(FORMATS)


def test_kinds_stand_before_lists_as_word_reads_them(numbering):
    numbering.list_of("a", 1)
    tags = [each.tag for each in numbering.root if each.tag in (qn("w:abstractNum"), qn("w:num"))]
    assert tags == sorted(tags, key=lambda tag: tag == qn("w:num"))
