"""A pack as who gets it opens it."""

from io import BytesIO
from zipfile import ZipFile

from pypdf import PdfReader

from oversight.pack.lists import LISTS
from oversight.pack.packing import pack_of, zipped


def opened(office, recipient="pekppp", year=2025):
    """Path to bytes, without the folder in which all lies."""
    return contents(b"".join(zipped(pack_of(office, LISTS[recipient], year))))


def contents(zip_bytes):
    with ZipFile(BytesIO(zip_bytes)) as archive:
        assert archive.testzip() is None
        roots = {name.split("/", 1)[0] for name in archive.namelist()}
        assert len(roots) == 1
        return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}


def text_of(pdf_bytes):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf_bytes)).pages)
