"""A cycle out of the portal: its JSON, and a zip of it with its photos; the same cycle gives the same bytes."""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.core.files.storage import default_storage
from django.db import transaction

from followups.months import Month
from reports.cycle.archive import CYCLE_JSON
from reports.cycle.faults import quoted, refusal
from reports.cycle.model import FORMAT, Cycle, StoredPicture
from reports.cycle.read import read_cycle, read_pictures
from surveys.models import Survey

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def cycle_json(cycle: Cycle) -> str:
    """A cycle as the text of ``cycle.json``; keys stand in the order of docs/cycle-format.md."""
    parts = {field.name: _plain(getattr(cycle, field.name)) for field in fields(cycle)}
    return json.dumps({"format": FORMAT} | parts, ensure_ascii=False, indent=1) + "\n"


def dump_cycle(survey: Survey, path: Path) -> None:
    """Write the cycle and its photos as a zip; an older file of that name stays until the new one is whole.

    Raises CycleFaults if a photo's file is lost or damaged, OSError if the zip cannot be written.
    """
    cycle, pictures = _at_one_moment(survey)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".cycle-", suffix=".zip")
    try:
        with os.fdopen(handle, "wb") as file, ZipFile(file, "w", ZIP_STORED) as archive:
            archive.writestr(_entry(CYCLE_JSON), cycle_json(cycle))
            _write_photos(archive, pictures)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


@transaction.atomic
def _at_one_moment(survey: Survey) -> tuple[Cycle, dict[str, StoredPicture]]:
    """The cycle under its lock, so that no change falls between two of the queries."""
    locked = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    return read_cycle(locked), read_pictures(locked)


def _write_photos(archive: ZipFile, pictures: Mapping[str, StoredPicture]) -> None:
    for name in sorted(pictures):
        archive.writestr(_entry(name), _stored_bytes(name, pictures[name]))


def _stored_bytes(name: str, picture: StoredPicture) -> bytes:
    """The bytes of a photo as they were stored, or a refusal: a copy must not pass on damage silently."""
    try:
        with default_storage.open(picture.path) as file:
            data = bytes(file.read())
    except FileNotFoundError:
        raise refusal(quoted(name), "berkas foto hilang dari penyimpanan") from None
    if hashlib.sha256(data).hexdigest() != picture.sha256:
        raise refusal(quoted(name), "berkas foto dalam penyimpanan rusak")
    return data


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _NO_TIME)
    entry.external_attr, entry.create_system = _PLAIN_FILE, _UNIX
    return entry


def _plain(value: object) -> object:
    """A value as JSON has it: a dataclass as an object with its fields in their order, a set as a list."""
    match value:
        case Month() | date() | Decimal():
            return str(value)
        case dict():
            return {key: _plain(inner) for key, inner in value.items()}
        case tuple():
            return [_plain(inner) for inner in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
