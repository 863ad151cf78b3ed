"""The elements of a Word file: paragraphs, runs, fields, bookmarks. Whatever is said becomes text, never markup."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from reports.word.reading import Words

LONGEST_NAME = 40
NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z_]")
UNCOUNTED = "…"
"""Stands for the number of a page until it is estimated."""


def made(tag: str, *children: Any, **attributes: object) -> Any:
    """An element in the namespace of its prefix; attributes are those of Word."""
    element: Any = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph stands, beyond its style; ``numbering``: list and depth; ``indent`` in twips."""

    style: str
    keep_next: bool = False
    new_page: bool = False
    numbering: tuple[int, int] | None = None
    indent: int = 0
    align: str = ""


def paragraph(content: Iterable[Any], setting: Setting) -> Any:
    """The properties stand in the order in which Word reads them."""
    properties = made("w:pPr", made("w:pStyle", val=setting.style))
    if setting.keep_next:
        properties.append(made("w:keepNext"))
    if setting.new_page:
        properties.append(made("w:pageBreakBefore"))
    if setting.numbering:
        number, depth = setting.numbering
        properties.append(made("w:numPr", made("w:ilvl", val=depth), made("w:numId", val=number)))
    if setting.indent:
        properties.append(made("w:ind", left=setting.indent))
    if setting.align:
        properties.append(made("w:jc", val=setting.align))
    return made("w:p", properties, *content)


def runs(words: Iterable[Words], *, bold: bool = False) -> Iterator[Any]:
    """Words as runs; those that lead to an anchor as a link, those that name its page as a field."""
    for word in words:
        if word.page_of:
            yield from page_number(word.page_of)
        elif word.leads_to.startswith("#"):
            yield made("w:hyperlink", run(word, bold=bold), anchor=name_of(word.leads_to[1:]), history=1)
        else:
            yield run(word, bold=bold)


def run(word: Words, *, bold: bool = False) -> Any:
    """Line ends of the text are lines of the paragraph."""
    element = made("w:r")
    if bold or word.bold or word.italic:
        looks = [made("w:b")] * (bold or word.bold) + [made("w:i")] * word.italic
        element.append(made("w:rPr", *looks))
    for place, line in enumerate(word.text.split("\n")):
        if place:
            element.append(made("w:br"))
        if line:
            text = made("w:t")
            text.text = line
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            element.append(text)
    return element


def tab() -> Any:
    return made("w:r", made("w:tab"))


def field(instruction: str, result: Iterable[Any]) -> Iterator[Any]:
    """A field with what stands in its place until it is counted anew."""
    yield from field_begin(instruction)
    yield from result
    yield field_end()


def field_begin(instruction: str) -> Iterator[Any]:
    code = made("w:instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield made("w:r", made("w:fldChar", fldCharType="begin"))
    yield made("w:r", code)
    yield made("w:r", made("w:fldChar", fldCharType="separate"))


def field_end() -> Any:
    return made("w:r", made("w:fldChar", fldCharType="end"))


def page_number(anchor: str) -> Iterator[Any]:
    return field(f"PAGEREF {name_of(anchor)} \\h", [run(Words(UNCOUNTED))])


def name_of(anchor: str) -> str:
    """The bookmark of an anchor: letters, digits and lines only, and not too long."""
    return NOT_IN_NAMES.sub("_", anchor)[:LONGEST_NAME]


def bookmarked(content: Iterable[Any], anchor: str, number: int) -> Iterator[Any]:
    """The content under the name of its anchor; ``number``: of which no other bookmark has the same."""
    yield made("w:bookmarkStart", id=number, name=name_of(anchor))
    yield from content
    yield made("w:bookmarkEnd", id=number)
