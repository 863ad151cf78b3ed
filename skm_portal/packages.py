"""The packages that the runtime locks name, compared with those that are installed here."""

import re
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)
LOCKS = ("base.txt", "fonts.txt")


def pinned_in(folder: Path) -> dict[str, str]:
    """Name to version of every package that the runtime locks in a folder name; locks that are not there name none."""
    texts = ((folder / lock).read_text(encoding="utf-8") for lock in LOCKS if (folder / lock).is_file())
    return {name: pinned for text in texts for name, pinned in PINNED.findall(text)}


def missing(pins: Mapping[str, str]) -> list[str]:
    """The packages that are not installed."""
    return [name for name in pins if installed(name) is None]


def outdated(pins: Mapping[str, str]) -> list[str]:
    """The packages of which another version is installed, with both versions."""
    found = {name: installed(name) for name in pins}
    return [f"{name} {found[name]} (bukan {pin})" for name, pin in pins.items() if found[name] not in (None, pin)]


def installed(name: str) -> str | None:
    """The version of a package that is installed, or None."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
