"""Where the portal writes on this machine, and the room that is left there."""

import shutil
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection


def places_written_to() -> dict[str, Path]:
    """``files`` unless they are in a bucket, ``database`` where it is a file."""
    database = Path(str(connection.settings_dict["NAME"])).parent if connection.vendor == "sqlite" else None
    return {name: place for name, place in (("files", media_folder()), ("database", database)) if place}


def free_bytes(place: Path) -> int:
    """What is free on the disk of a folder, or of that in which it will be made."""
    there = next(folder for folder in (place, *place.parents) if folder.is_dir())
    return shutil.disk_usage(there).free


def media_folder() -> Path | None:
    """Where files lie, unless the storage is remote."""
    try:
        return Path(default_storage.path(""))
    except NotImplementedError:
        return None
