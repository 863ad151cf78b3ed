"""Two people at one form: what only one of them changed is kept, what both changed is asked, nothing is overwritten.

Knows forms and texts, not what they are about; a version is a mapping of the form's names to its values. A form says
by its hidden fields on which version it was opened: ``revision``, its number or digest, and ``asal``, a mark per value.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.formats import date_format

from offices.sending.content import TOKEN

REVISION, MARKS = "revision", "asal"
NOT_CARRIED = {TOKEN, REVISION, MARKS}
KEEP, STORED = "pilihan", "tersimpan"
_MARK = 8


class OpenedForm(forms.Form):
    """A form that two people can open; it says on which version this one was opened."""

    revision = forms.CharField(required=False, widget=forms.HiddenInput)
    asal = forms.CharField(required=False, widget=forms.HiddenInput)


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which what a person typed differs from what another one saved meanwhile."""

    name: str
    label: str
    mine: str
    stored: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is to be saved of a form, now that what is stored is known.

    ``data``: as it was sent, with the stored value wherever only the other one changed it (``taken``: those labels);
    its revision is the stored version, unless ``differences``, what both changed, have to be asked first.
    ``is_late``: the form was opened on an older version. ``now``: what a form carries that is opened now.
    """

    data: QueryDict
    now: Mapping[str, str]
    taken: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    is_late: bool = False

    @property
    def told(self) -> str:
        """What to say of a saving that kept another's changes too; begins with a blank, or is empty."""
        return f" Perubahan lain pada {', '.join(self.taken)} ikut dipertahankan." if self.taken else ""


def opened_on(stored: Mapping[str, Any], version: object = None) -> dict[str, str]:
    """What a form that is opened now carries: the version of what is stored, and a mark for each of its values."""
    marks = " ".join(f"{name}:{_mark(value)}" for name, value in stored.items())
    return {REVISION: str(digest_of(stored) if version is None else version), MARKS: marks}


def digest_of(stored: Mapping[str, Any]) -> str:
    """A version for what has no number of its own."""
    return sha256("\n".join(f"{name}={_bare(value)}" for name, value in stored.items()).encode()).hexdigest()[:16]


def met(data: QueryDict, sent: Sequence[forms.Form], stored: Mapping[str, Any], version: object = None) -> Meeting:
    """What was sent, and what is stored now, as one; who calls holds what is stored until it is written.

    ``sent``: the forms to which ``data`` belongs, which need not be bound; ``stored``: in their names. Where what is
    stored has no number of its own, a form without a revision, as a script sends it, is taken as it is.
    """
    now = opened_on(stored, version)
    opened = data.get(REVISION, "")
    is_late = opened != now[REVISION] and not (version is None and not opened)
    marks = dict(part.partition(":")[::2] for part in data.get(MARKS, "").split())
    owners = {name: form for form in sent for name, field in form.fields.items() if not field.disabled}
    mine = {name: _typed(form, name, data) for name, form in owners.items() if name in stored}
    result = data.copy()
    asked = []
    taken = []
    for name, value in mine.items():
        if _bare(value) == _bare(stored[name]):
            continue
        is_news = is_late and marks.get(name) != _mark(stored[name])
        if is_news and marks.get(name) != _mark(value):
            asked.append(name)
        elif is_news or STORED in (data.get(f"{KEEP}-{name}"), data.get(KEEP)):
            result.setlist(name, _texts(stored[name]))
            taken += [name] if is_news else []
    result[REVISION] = opened if asked else now[REVISION]
    fields = {name: form.fields[name] for name, form in owners.items()}
    found = differences({name: fields[name] for name in asked}, mine, stored)
    return Meeting(result, now, tuple(str(fields[name].label) for name in taken), tuple(found), is_late=is_late)


def _typed(form: forms.BaseForm, name: str, data: QueryDict) -> Any:
    """The value of a field as it would be saved; what cannot be is compared as it was typed."""
    field = form.fields[name]
    raw = field.widget.value_from_datadict(data, cast(Any, {}), form.add_prefix(name))
    try:
        return field.clean(raw)
    except ValidationError:
        return raw


def _mark(value: Any) -> str:
    return sha256(str(_bare(value)).encode()).hexdigest()[:_MARK]


def differences(
    fields: Mapping[str, forms.Field], mine: Mapping[str, Any], theirs: Mapping[str, Any]
) -> list[Difference]:
    """The fields that differ, both versions in words."""
    return [
        Difference(name, str(field.label), in_words(field, mine.get(name)), in_words(field, theirs.get(name)))
        for name, field in fields.items()
        if name not in (REVISION, MARKS) and _bare(mine.get(name)) != _bare(theirs.get(name))
    ]


def changes_in(
    fields: Sequence[tuple[str, str]], shown: Iterable[forms.BaseForm]
) -> tuple[list[tuple[str, str]], set[str]]:
    """Label and value of what was typed otherwise than it is stored, and the names of all fields that were compared.

    ``shown``: the forms of the page, with what is stored as their initial values; those not sent are left out.
    """
    data = QueryDict(mutable=True)
    for name, value in fields:
        data.appendlist(name, value)
    found: list[tuple[str, str]] = []
    compared: set[str] = set()
    for form in shown:
        names = [name for name, each in form.fields.items() if not each.widget.is_hidden and not each.disabled]
        if not any(form.add_prefix(name) in data for name in names):
            continue
        compared |= {form.add_prefix(name) for name in names}
        for name in names:
            field = form.fields[name]
            stored = field.prepare_value(form.get_initial_for_field(field, name))
            typed = _typed(form, name, data)
            if isinstance(field, forms.ChoiceField):  # by its keys: what is made of them has no words
                typed = field.widget.value_from_datadict(data, cast(Any, {}), form.add_prefix(name))
            else:
                typed = field.prepare_value(typed)
            if _bare(typed) != _bare(stored):
                found.append((str(field.label), in_words(field, typed)))
    return found, compared


def _bare(value: Any) -> Any:
    """A value without its type, so that what is typed can be compared with what is stored. Nothing is nothing."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, (list, tuple)):
        return tuple(sorted(str(_bare(item)) for item in value)) or None
    if value in ("", None, False):
        return None
    return str(value).replace("\r\n", "\n").strip()


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


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return value
    return ["" if value in (None, False) else str(value)]


def choice(meeting: Meeting, change: str) -> dict[str, Any]:
    """What the page needs that asks about both versions: ``change`` says who saved meanwhile, and when.

    It carries all that was typed as pairs for hidden inputs, and the version that one now chooses on.
    """
    sent = [(name, str(value)) for name, values in meeting.data.lists() for value in values]
    typed = [(name, value) for name, value in sent if name not in NOT_CARRIED and name.partition("-")[0] != KEEP]
    return {"differences": meeting.differences, "carried": [*typed, *meeting.now.items()], "change": change}
