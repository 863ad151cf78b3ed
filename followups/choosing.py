"""Two versions of what a form holds, where two people wrote at once: told apart, and one chosen for each field.

Knows forms and texts, not what they are about; a version is a mapping of the form's names to its texts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format

REVISION = "revision"
KEEP, STORED = "pilihan", "tersimpan"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which what a person typed differs from what another one saved meanwhile."""

    name: str
    label: str
    mine: str
    stored: str


def differences(
    fields: Mapping[str, forms.Field], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> list[Difference]:
    """The fields that differ, both versions in words."""
    return [
        Difference(name, str(field.label), in_words(field, mine.get(name)), in_words(field, theirs.get(name)))
        for name, field in fields.items()
        if name != REVISION and _bare(mine.get(name)) != _bare(theirs.get(name))
    ]


def _bare(value: Any) -> Any:
    """Nothing is nothing, whatever a field calls it."""
    return None if value in ("", False, []) else value


def in_words(field: forms.Field, value: Any) -> str:
    """A value as the person reads it; empty where there is none."""
    if isinstance(field, forms.ChoiceField):
        names = _names(field.choices)  # type: ignore[arg-type]
        chosen = value if isinstance(value, list) else [value or ""]
        return ", ".join(names.get(str(key), str(key)) for key in chosen)
    if isinstance(field, forms.BooleanField):
        return "Ya" if value else "Tidak"
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return "" if value is None else str(field.prepare_value(value))


def _names(choices: Iterable[tuple[Any, Any]]) -> dict[str, str]:
    """Choices by their key, those within groups too."""
    names: dict[str, str] = {}
    for key, name in choices:
        names |= _names(name) if isinstance(name, (list, tuple)) else {str(key): str(name)}
    return names


def settled(data: QueryDict, theirs: Mapping[str, Any]) -> QueryDict:
    """What was sent, with the stored value wherever the person chose that one of two versions."""
    result = data.copy()
    for name, value in theirs.items():
        if STORED in (data.get(f"{KEEP}-{name}"), data.get(KEEP)):
            result.setlist(name, _texts(value))
    return result


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return value
    return ["" if value in (None, False) else str(value)]


def carried(revision: object, *sent: forms.Form) -> list[tuple[str, str]]:
    """Everything that was typed, as pairs for hidden inputs, and the version that one now chooses on."""
    typed = [
        (name, value)
        for form in sent
        for name in form.fields
        if name != REVISION
        for value in cast(QueryDict, form.data).getlist(name)
    ]
    return [*typed, (REVISION, str(revision))]
