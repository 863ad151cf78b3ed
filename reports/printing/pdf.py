"""HTML into a file that is PDF/A-3a and PDF/UA-1 at once; the one door of WeasyPrint.

WeasyPrint is imported when it is first used, and fetches nothing but our own files.
"""

import gc
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

from offices.stored import Unsound, digest_in, read
from reports.kinds.documents import Document
from reports.printing.html import print_html
from reports.printing.links import PrintLinks, stored_files
from reports.printing.pages import can_be_shorter
from reports.printing.sparing import GivenUpError, Judge, do_less, sparingly
from reports.printing.structure import write_structure
from reports.printing.writing import write_objects

BASE_URL = "http://portal.invalid"
_MEDIA_TYPES = {"css": "text/css", "otf": "font/otf", "png": "image/png", "jpg": "image/jpeg", "svg": "image/svg+xml"}

_OWN_METADATA = b"""<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:language><rdf:Bag><rdf:li>id</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


class FileNotOursError(Exception):
    """The document named a file that is not one of its own, or one of its own is not there or no picture."""


Change = Callable[[bytes], bytes]


def _unchanged(picture: bytes) -> bytes:
    return picture


def render_pdf(document: Document, change: Change = _unchanged, *, for_pencil: bool = False) -> bytes:
    """The unsigned report: the same document gives the same bytes.

    ``change`` makes of each stored picture what is printed. Raises FileNotOursError where a picture cannot be read;
    nothing is ever fetched from elsewhere. ``for_pencil``: the same pages with a wide margin.
    """
    links = PrintLinks()
    return pdf_of(print_html(document, links, for_pencil=for_pencil), stored_files(document, links), change)


def write_pdf(document: Document, target: Path) -> None:
    """The same into a file, of which there is no copy in memory; where it fails, what stood there is as it was."""
    links = PrintLinks()
    with TemporaryDirectory(prefix=".laporan-", dir=target.parent) as folder:
        made = Path(folder, target.name)
        _write(print_html(document, links), stored_files(document, links), _unchanged, made, tagged=True)
        made.replace(target)


def pdf_of(html: str, files: Mapping[str, str], change: Change = _unchanged, *, tagged: bool = True) -> bytes:
    """Print HTML whose pictures are named in ``files``: address to path in the storage.

    ``tagged``: with its structure; without it where its pages are to become pictures of other pages.
    """
    with TemporaryDirectory(prefix="laporan-") as folder:
        target = Path(folder, "laporan.pdf")
        _write(html, files, change, target, tagged=tagged)
        return target.read_bytes()


def _write(html: str, files: Mapping[str, str], change: Change, target: Path, *, tagged: bool) -> None:
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError  # a BaseException: who asked for a PDF expects an error

    _tag_by_our_tree()
    do_less()
    fetcher = _fetcher(files, change)
    with TemporaryDirectory(prefix="gambar-") as folder, _collector_paused():
        pictures = _Pictures(Path(folder))
        options = {
            "pdf_variant": "pdf/a-3a" if tagged else "pdf/a-3u",
            "cache": pictures,
            "presentational_hints": True,  # numbers of lists and sizes of pictures are attributes
        }

        def laid_out(html: str, give_up: Judge | None = None) -> Any:
            page = HTML(string=html, base_url=f"{BASE_URL}/", url_fetcher=fetcher)
            with sparingly(give_up):
                return page.render(counter_style=_page_ranges(), **options)

        try:
            document = None
            with suppress(GivenUpError):
                document = laid_out(html, can_be_shorter)
            if document is None:
                gc.collect()  # or two layouts would be in memory
                document = laid_out(html.replace("<html ", "<html data-rapat ", 1))
            document.write_pdf(target, finisher=_finish if tagged else None, **options)
        except FatalURLFetchingError as error:
            raise FileNotOursError(str(error)) from error
        # WeasyPrint prints the words of a picture that it cannot read, and only logs that: a proof would be missing.
        for address, picture in pictures.items():
            if picture is None:
                raise FileNotOursError(f"{address}: cannot be read as a picture")


def _tag_by_our_tree() -> None:
    """WeasyPrint tags page by page, each table anew on each; there is no option to tag otherwise."""
    import weasyprint.pdf

    weasyprint.pdf.add_tags = write_structure


@contextmanager
def _collector_paused() -> Iterator[None]:
    """A document is many objects that all live to its end: looking for dead ones takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Pictures(dict[str, Any]):
    """What WeasyPrint keeps of pictures; their bytes lie in a folder, or hundreds of photos would all be in memory."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def __setitem__(self, key: str, value: Any) -> None:
        if isinstance(value, bytes):
            path = self.folder / f"gambar-{len(self)}"
            path.write_bytes(value)
            value = path
        super().__setitem__(key, value)

    def __getitem__(self, key: str) -> Any:
        value = super().__getitem__(key)
        return value.read_bytes() if isinstance(value, Path) else value


def _page_ranges() -> Any:
    """The styles ``dari`` and ``sampai`` of a page number: CSS cannot compare two numbers, the style of one can.

    A content list is written in its order, so ``sampai`` always follows the ``dari`` beside it.
    """
    from weasyprint.css.counters import CounterStyle

    class Ranges(CounterStyle):  # type: ignore[misc]
        first = 0

        def render_value(self, counter_value: int, counter_name: Any = None, *rest: Any, **named: Any) -> Any:
            if counter_name == "dari":
                self.first = counter_value
                return str(counter_value)
            if counter_name == "sampai":
                return "" if counter_value == self.first else f"–{counter_value}"
            return super().render_value(counter_value, counter_name, *rest, **named)

    return Ranges()


def _fetcher(files: Mapping[str, str], change: Change = _unchanged) -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):  # type: ignore[misc]
        """Static files of the portal and the pictures of this document, and nothing else."""

        def fetch(self, url: str, _headers: Any = None) -> Any:
            try:
                body = read_own_file(url, files)
                body = change(body) if url.removeprefix(BASE_URL) in files else body
            except (FileNotOursError, OSError) as error:
                raise FatalURLFetchingError(f"{url}: {error}") from error
            kind = _MEDIA_TYPES.get(url.rpartition(".")[2].lower(), "application/octet-stream")
            return URLFetcherResponse(url, body, {"Content-Type": kind})

    return OwnFiles()


def read_own_file(url: str, files: Mapping[str, str]) -> bytes:
    """The bytes behind an address of this document; FileNotOursError for any other address."""
    if not url.startswith(f"{BASE_URL}/"):
        raise FileNotOursError("address outside the portal")
    path = url.removeprefix(BASE_URL)
    if path in files:
        try:
            return read(files[path], digest_in(path) or digest_in(files[path]))
        except Unsound as unsound:
            raise FileNotOursError(str(unsound)) from unsound
    static = str(settings.STATIC_URL)
    if path.startswith(static):
        return static_file(path.removeprefix(static))
    raise FileNotOursError("not a file of this document")


def static_file(name: str) -> bytes:
    """The bytes of one of the portal's own static files: from its source, or, under a hashed name, as collected."""
    found = finders.find(name)
    if isinstance(found, str):
        return Path(found).read_bytes()
    with staticfiles_storage.open(name) as file:
        return bytes(file.read())


def _finish(_document: Any, pdf: Any) -> None:
    pdf.catalog["PageMode"] = "/UseOutlines"  # who opens it sees what is in it
    _claim_ua(pdf)
    _write_once(pdf)


def _write_once(pdf: Any) -> None:
    """Let the file be written by us: WeasyPrint calls ``write`` after the last finisher."""

    def write(output: Any, version: str, *_options: Any) -> None:
        write_objects(pdf, output, version)

    pdf.write = write


def _claim_ua(pdf: Any) -> None:
    """Claim PDF/UA-1 beside PDF/A-3a, of which WeasyPrint can be asked for one only, and say in which language it is.

    PDF/A wants a metadata stream uncompressed, and an extension schema for what it does not know itself.
    """
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Type") == "/Metadata":
            item.compress = False
            parts = [part if isinstance(part, bytes) else str(part).encode() for part in item.stream]
            metadata = b"".join(parts)
            closing = metadata.rfind(b"</rdf:RDF>")
            prefix = re.search(rb"</(\w+):RDF>\s*", metadata)
            if closing < 0 and prefix is None:
                raise RuntimeError("the renderer's metadata have no RDF")
            item.stream = [metadata[:closing] + _OWN_METADATA + metadata[closing:]]
            return
    raise RuntimeError("the renderer wrote no metadata")
