"""Whether what was typed says anything: an empty field, a dash and *isi di sini* are all missing. Pure."""

from followups import fields
from offices.fields import Field
from reports.words.answers import only_fills, same_words, says_none

_OF_THE_FORMS = frozenset(
    same_words(words)
    for field in vars(fields).values()
    if isinstance(field, Field)
    for words in (field.label, field.hint)
    if words
)
"""What the portal itself writes beside a field."""


def is_missing(text: str | None) -> bool:
    return not text or says_none(text) or fills(text)


def fills(text: str) -> bool:
    """Whether there is something, but it only fills the field."""
    return only_fills(text) or same_words(text) in _OF_THE_FORMS


def as_typed(text: str | None) -> str:
    """What was typed instead of an answer, as part of a sentence; nothing where the field is empty."""
    return f" (tertulis “{text[:40]}”)" if text else ""
