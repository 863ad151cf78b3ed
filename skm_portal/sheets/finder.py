"""The sheet of each page among the static files: for collectstatic, and for a server of development."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage

from offices.templatetags.components import EVERYTHING, sheet_of
from skm_portal.sheets.paring import asked_by, pared, parsed
from skm_portal.sheets.shown import SCRIPTS, TEMPLATES, House

CSS = Path(settings.BASE_DIR) / "static" / "css"
FIRST = ("tokens", "elements", "portal", "layout", "parts", "buttons", "forms")
"""What others refine."""
LAST = ("in-place", "narrowing", "paraf", "results", "evidence-list", "on-paper")
"""What refines others: lists where there is room, rows that are changed in place; and what holds on paper."""
PRINTED = (
    *("font-bookman", "font-times", "font-arial", "page", "cover", "page-a4", "page-f4"),
    *("page-even", "page-margin-a4", "page-margin-f4", "page-margin-even", "alone", "scans"),
    *("sheet", "sheet-a4", "sheet-a3", "sheet-persegi", "sheet-layar"),
    "proof",
)
"""Sheets of the PDF and of the exported report, which stand in their own HTML."""


def sheet_names() -> list[str]:
    others = sorted(path.stem for path in CSS.glob("*.css"))
    return [*FIRST, *(name for name in others if name not in (*FIRST, *PRINTED, *LAST)), *LAST]


class Sheets:
    """What a page's sheet says, by its path below the static files."""

    def __init__(self) -> None:
        self.rules = parsed("\n".join((CSS / f"{name}.css").read_text(encoding="utf-8") for name in sheet_names()))
        self.house = House()
        self._texts = {sheet_of(EVERYTHING): pared(self.rules, lambda _name: True)}
        self.pages = {sheet_of(page): page for page in self.house.pages()}

    def text(self, path: str) -> str | None:
        if path not in self._texts and path in self.pages:
            self._texts[path] = pared(self.rules, self.house.shown(self.pages[path]).can_show)
        return self._texts.get(path)

    def asked(self) -> frozenset[str]:
        """Every class and id that some rule asks for."""
        return frozenset(asked_by(self.rules))


def sheets() -> Sheets:
    """From the sources as they are now: a server of development shows what was changed a moment ago."""
    sources = (path for folder in (CSS, SCRIPTS, TEMPLATES) for path in folder.rglob("*") if path.is_file())
    return _as_of(max(path.stat().st_mtime_ns for path in sources))


@lru_cache(maxsize=1)
def _as_of(_newest: int) -> Sheets:
    return Sheets()


class PageSheets(BaseFinder):
    """Made when they are asked for; files of them only where a server of development wants to send one."""

    _folder: TemporaryDirectory[str] | None = None

    def check(self, **_: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        text = sheets().text(path) if path.startswith("css/of-") else None
        if text is None:
            return []
        file = Path(self._its_folder()) / path
        file.parent.mkdir(exist_ok=True)
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.write_text(text, encoding="utf-8")
        return [str(file)] if find_all else str(file)

    def list(self, _: Any) -> Iterator[tuple[str, Storage]]:
        storage = InMemoryStorage()
        made = sheets()
        for path in (*made.pages, sheet_of(EVERYTHING)):
            yield storage.save(path, ContentFile((made.text(path) or "").encode())), storage

    @classmethod
    def _its_folder(cls) -> str:
        if cls._folder is None:
            cls._folder = TemporaryDirectory(prefix="skm-sheets-")
        return cls._folder.name
