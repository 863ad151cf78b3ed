"""What a Word file says of itself: whose it is, in which language, that it is not official; how Word opens it."""

from dataclasses import dataclass

from django.utils import timezone
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from offices.invisible import visible
from reports.word.elements import made
from reports.word.styles import LANGUAGE

_MODERN = 15
"""The version of Word whose layout is asked for; without it the file would open in a compatibility mode."""


@dataclass(frozen=True, slots=True)
class About:
    title: str
    subject: str
    author: str
    keywords: str


def describe(word: WordDocument, told: About, status: str) -> None:
    """``status``: that it is no official text, empty where it is to become one."""
    about = word.core_properties
    about.title = visible(told.title)
    about.subject = visible(told.subject)
    about.keywords = visible(told.keywords)
    about.author = about.last_modified_by = visible(told.author)
    about.category = "Konsep"
    about.content_status = about.comments = status
    about.language = LANGUAGE
    about.created = about.modified = timezone.now().replace(tzinfo=None)
    compat = word.settings.element.find(qn("w:compat"))
    mode = compat.find(f"{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']")
    mode.set(qn("w:val"), str(_MODERN))
    compat.addprevious(made("w:updateFields", val="true"))
    word.settings.element.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
