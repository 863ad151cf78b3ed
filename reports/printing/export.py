"""The report as an HTML file that stands alone: its pictures, styles and fonts in a folder beside it."""

from pathlib import Path
from urllib.parse import quote, unquote

from django.conf import settings

from offices.stored import Unsound, digest_in, read
from reports.kinds.documents import Document
from reports.printing.html import print_html
from reports.printing.links import FolderLinks, stored_files
from reports.printing.looks import faces_of, sheets_of
from reports.printing.pdf import FileNotOursError, static_file

DRAWN = ("img/kawung.svg",)
"""What the style sheets draw."""


def write_html(document: Document, target: Path) -> None:
    """Write the HTML that is printed, and ``<name>_berkas`` with all that it shows.

    Raises FileNotOursError where a picture of the report is not in the storage.
    """
    folder = target.with_name(f"{target.stem}_berkas")
    address_of_folder = quote(folder.name)
    links = FolderLinks(address_of_folder, base=address_of_folder)
    for address, path in stored_files(document, links).items():
        try:
            _write(target.parent / unquote(address), read(path, digest_in(address) or digest_in(path)))
        except Unsound as unsound:
            raise FileNotOursError(str(unsound)) from unsound
    root = folder / str(settings.STATIC_URL).strip("/")
    look = document.office.appearance
    for name in (*faces_of(look), *sheets_of(look), *DRAWN):
        _write(root / name, static_file(name))
    target.write_text(print_html(document, links), encoding="utf-8")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
