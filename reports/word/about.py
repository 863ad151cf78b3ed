"""What a Word file says of itself: whose it is, in which language, that it is not official; how Word opens it."""

from typing import Any

from django.utils import timezone
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from reports.kinds.documents import Document
from reports.word.elements import made
from reports.word.paper import CONCEPT
from reports.word.styles import LANGUAGE

_MODERN = 15
"""The version of Word whose layout is asked for; without it the file would open in a compatibility mode."""


def describe(word: WordDocument, document: Document) -> None:
    about = word.core_properties
    office = document.office
    about.title = f"{document.title} {office.short_name} {document.period_label}"
    about.subject = f"Survei Kepuasan Masyarakat {document.period_label}"
    about.author = about.last_modified_by = office.name
    about.keywords = f"SKM, tindak lanjut, {office.short_name}, {document.period_label}"
    about.category = "Konsep"
    about.content_status = about.comments = CONCEPT
    about.language = LANGUAGE
    about.created = about.modified = timezone.now().replace(tzinfo=None)
    _ask(word.settings.element)


def _ask(settings: Any) -> None:
    """Have Word count its fields when it opens the file, and lay it out as it does today."""
    compat = settings.find(qn("w:compat"))
    mode = compat.find(f"{qn('w:compatSetting')}[@{qn('w:name')}='compatibilityMode']")
    mode.set(qn("w:val"), str(_MODERN))
    compat.addprevious(made("w:updateFields", val="true"))
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), LANGUAGE)
