"""A letter as a file: a PDF to be signed, or a Word file whose words the office makes its own."""

from collections.abc import Callable
from html import escape
from typing import Any

from django.template.loader import render_to_string

from reports.letters.wording import Letter
from reports.printing.links import PrintLinks
from reports.printing.looks import sheets_of
from reports.printing.pdf import pdf_of
from reports.word.about import About
from reports.word.paper import Running
from reports.word.writing import word_of
from reports.words.glyphs import printable


def letter_pdf(letter: Letter) -> bytes:
    return pdf_of(_page(letter), _files(letter))


def letter_word(letter: Letter) -> bytes:
    title = f"{letter.title} {letter.office.short_name} {letter.period_label}"
    about = About(title, letter.carries, letter.office.name, "SKM, tindak lanjut")
    return word_of(_page(letter), about, letter.office.appearance, Running("", "", ""), _files(letter))


WRITTEN: dict[str, Callable[[Letter], bytes]] = {"pdf": letter_pdf, "docx": letter_word}
"""What writes a letter as a file whose name ends so."""


def _page(letter: Letter) -> str:
    """The letter in the frame in which reports are printed."""
    links = PrintLinks()
    logo = links.office_picture("logo") if letter.office.logo else ""
    context: dict[str, Any] = {"document": letter, "links": links, "logo": logo, "body": "reports/letters/_letter.html"}
    context["sheets"] = sheets_of(letter.office.appearance)
    return printable(render_to_string("reports/document/print.html", context), escape)


def _files(letter: Letter) -> dict[str, str]:
    return {PrintLinks().office_picture("logo"): letter.office.logo} if letter.office.logo else {}
