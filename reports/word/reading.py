"""The printed report read as a text: its elements, and the words of each paragraph with their looks.

Word gets what print_html says, so that a report is told once. What only helps the renderer is left behind: places where
a long token may be parted, references that are for a screen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import html

BLOCKS = frozenset({"article", "div", "figcaption", "figure", "h1", "h2", "h3", "img", "ol", "p", "section"})
BLOCKS |= {"svg", "table", "ul"}
_BLOCKS_BY_LOOK = frozenset({"rinci"})
_LINES_BY_LOOK = frozenset({"bab", "bab-judul"})
_NOT_ON_PAPER = "hanya-layar"
_RENDERERS_OWN = str.maketrans(dict.fromkeys("\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}"))
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one look; a line feed begins a new line.

    ``page_of``: the anchor of which the number of its page is printed; ``leads_to``: the anchor or the address.
    """

    text: str
    bold: bool = False
    italic: bool = False
    page_of: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand by themselves, beside elements that are blocks."""

    words: tuple[Words, ...]


def report_in(page: str) -> Any:
    """The element of the report in a page that print_html wrote."""
    return html.document_fromstring(page).find(".//article")


def title_in(page: str) -> str:
    """What the page says at the head of each sheet, if it says it."""
    return next(iter(report_in(page).xpath(".//@data-judul")), "")


def classes_of(element: Any) -> frozenset[str]:
    return frozenset((element.get("class") or "").split())


def parts_of(element: Any) -> Iterator[Any]:
    """What an element holds: elements that are blocks, and a Paragraph for the words between two of them."""
    loose: list[Words] = [Words(element.text or "")]
    for child in element:
        if child.tag in BLOCKS or not _BLOCKS_BY_LOOK.isdisjoint(classes_of(child)):
            yield from _paragraph(loose)
            yield child
            loose = []
        else:
            loose.extend(_words(child, Words("")))
        loose.append(Words(child.tail or ""))
    yield from _paragraph(loose)


def words_of(element: Any) -> tuple[Words, ...]:
    """The words of an element that holds no blocks."""
    return _joined([Words(element.text or ""), *_within(element, Words(""))])


def text_of(words: tuple[Words, ...]) -> str:
    return "".join(word.text for word in words)


def _paragraph(loose: list[Words]) -> Iterator[Paragraph]:
    words = _joined(loose)
    if words:
        yield Paragraph(words)


def _within(element: Any, look: Words) -> Iterator[Words]:
    for child in element:
        yield from _words(child, look)
        yield replace(look, text=child.tail or "")


def _words(element: Any, look: Words) -> Iterator[Words]:
    """The words of an element within a paragraph, in the look that stands around it."""
    if not isinstance(element.tag, str):  # a comment
        return
    classes = classes_of(element)
    if _NOT_ON_PAPER in classes:
        return
    anchor = element.get("data-hal") or element.get("data-dari")
    if anchor:
        yield replace(look, text="", page_of=anchor.removeprefix("#"))
        return
    if element.tag == "br" or not _LINES_BY_LOOK.isdisjoint(classes):
        yield Words("\n")
    inner = replace(
        look,
        bold=look.bold or element.tag in {"strong", "b"} or "gambar-label" in classes,
        italic=look.italic or element.tag in {"em", "i"},
        leads_to=element.get("href") or look.leads_to,
    )
    yield replace(inner, text=element.text or "")
    yield from _within(element, inner)


def _joined(loose: list[Words]) -> tuple[Words, ...]:
    """Words without the blanks and line ends of the page's source, those of one look together."""
    joined: list[Words] = []
    for word in loose:
        text = word.text
        if text != "\n":
            text = _SPACES.sub(" ", text.translate(_RENDERERS_OWN))
        if text.startswith(" ") and (not joined or joined[-1].text.endswith((" ", "\n"))):
            text = text[1:]
        if text == "\n" and joined:
            joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
        if not (text or word.page_of) or (text == "\n" and not joined):
            continue
        if joined and not word.page_of and replace(joined[-1], text="") == replace(word, text=""):
            joined[-1] = replace(joined[-1], text=joined[-1].text + text)
        else:
            joined.append(replace(word, text=text))
    if joined:
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip(" "))
    return tuple(word for word in joined if word.text or word.page_of)
