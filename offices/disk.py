"""A storage on a disk whose files are whole or not there, and lie on the disk before anything is told of them."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage

DRAFT = ".tulis-"
"""What the name of a file begins with that is being written; a killed process may leave one."""


class DiskStorage(FileSystemStorage):
    """Django's own, with another way of writing: beside its place first, then forced to the disk, then put there.

    Its folder is forced to the disk, too, so that a loss of power takes no file that a row names. Raises OSError where
    the disk is full or cannot be written, and leaves nothing behind then.
    """

    def _save(self, name: str, content: Any) -> str:
        folder = Path(self.path(name)).parent
        self._make(folder)
        handle, draft = tempfile.mkstemp(prefix=DRAFT, dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in content.chunks():
                    file.write(chunk)
                file.flush()
                os.fchmod(file.fileno(), self.file_permissions_mode or 0o600)
                os.fsync(file.fileno())
            name = self._put(draft, name)
        finally:
            with suppress(FileNotFoundError):
                Path(draft).unlink()
        force(folder)
        return name.replace("\\", "/")

    def _put(self, draft: str, name: str) -> str:
        """Give a file its name, or a free one like it if another writer was faster; never in the place of another."""
        while True:
            try:
                os.link(draft, self.path(name))
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name

    def _make(self, folder: Path) -> None:
        """Make a folder, and force each that is new into the one that holds it."""
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        for place in reversed(missing):
            with suppress(FileExistsError):
                place.mkdir()
                if self.directory_permissions_mode:
                    place.chmod(self.directory_permissions_mode)
                force(place.parent)


def force(folder: Path) -> None:
    """Write to the disk which names a folder holds."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
