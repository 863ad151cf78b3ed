"""The file that is sent of a report signed by hand: the prepared one, its signed pages covered by their scans.

What is printed stays beneath each scan, so that the page can still be read aloud, searched and copied; the scan is a
figure in the structure of its page. Everything else stays as it was prepared.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from django.template.loader import render_to_string
from pikepdf import Array, Dictionary, Name, Page, Pdf

from reports.printing.pdf import pdf_of

_GROUPS = ("/Div", "/Sect", "/Art", "/Part", "/Document")
SCANNED = "pindaian naskah bertanda tangan basah"
MARK = (
    "Halaman ini dipindai dari naskah bertanda tangan basah dan bukan tanda tangan elektronik. Keasliannya dicek pada:"
)


@dataclass(frozen=True, slots=True)
class Scan:
    """A signed page. ``page``: its number in the file, from 1; ``path``: of its picture in the storage; ``alt``: what
    is on it, for who cannot see it."""

    page: int
    path: str
    alt: str

    @property
    def address(self) -> str:
        return f"/gambar/halaman-{self.page}.jpg"


def sent_file(prepared: bytes, scans: Sequence[Scan], url: str) -> bytes:
    """The prepared file with these pages as they were signed; each says so at its foot, and where it is checked.

    The same bytes give the same bytes.
    """
    with pikepdf.open(BytesIO(prepared)) as pdf:
        overlay = pdf_of(_overlay_html(pdf, scans, url), {scan.address: scan.path for scan in scans}, tagged=False)
        with pikepdf.open(BytesIO(overlay)) as drawn:
            for scan, picture in zip(scans, drawn.pages, strict=True):
                _SignedPage(pdf, scan.page).cover(pdf.copy_foreign(picture.as_form_xobject()), scan.alt)
        with pdf.open_metadata(set_pikepdf_as_editor=False) as about:
            about["dc:title"] = f"{about['dc:title']} – {SCANNED}"
            about["dc:description"] = f"Berkas kirim: {SCANNED}. Bukan dokumen bertanda tangan elektronik."
        return _written(pdf)


def _written(pdf: Pdf) -> bytes:
    """The file, none of whose streams ends in CR, which would be read as one with the line end behind it.

    PDF/A wants the length of each to be exact, and one in 256 ends so by chance. What the writer packs itself cannot be
    changed: where that is one of them, it packs nothing.
    """
    streams: list[Any] = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    for stream in streams:
        if (raw := stream.read_raw_bytes()).endswith(b"\r"):
            stream.write(raw + b"\0", filter=stream.get("/Filter"), decode_parms=stream.get("/DecodeParms"))
    target = BytesIO()
    for mode in (pikepdf.ObjectStreamMode.preserve, pikepdf.ObjectStreamMode.disable):
        target = BytesIO()
        pdf.save(target, deterministic_id=True, compress_streams=False, object_stream_mode=mode)
        if b"\r\nendstream" not in target.getvalue():
            break
    return target.getvalue()


def size_of_page(page: Page) -> tuple[float, float]:
    """Width and height in points."""
    left, bottom, right, top = (float(each) for each in page.mediabox)
    return right - left, top - bottom


def _overlay_html(pdf: Pdf, scans: Sequence[Scan], url: str) -> str:
    sized = []
    for scan in scans:
        width, height = size_of_page(pdf.pages[scan.page - 1])
        sized.append({"page": scan.page, "address": scan.address, "alt": scan.alt, "size": f"{width}pt {height}pt"})
    return render_to_string("reports/issuing/scans.html", {"scans": sized, "mark": MARK, "url": url})


@dataclass(frozen=True, slots=True)
class _SignedPage:
    pdf: Pdf
    number: int

    @property
    def page(self) -> Page:
        return self.pdf.pages[self.number - 1]

    def cover(self, picture: Any, alt: str) -> None:
        """Draw the picture over all that is there, as one figure."""
        name = self.page.add_resource(picture, Name.XObject, Name(f"/Pindaian{self.number}"))
        contents = self._marked()
        self.page.contents_add(b"q", prepend=True)
        drawing = f"Q\n/Figure <</MCID {len(contents)}>> BDC\nq {name} Do Q\nEMC"
        self.page.contents_add(drawing.encode())
        line = self._last_line(contents)
        contents.append(self._figure(line, alt))

    def _marked(self) -> Any:
        """What the page's marked contents belong to, by their numbers."""
        numbers = self.pdf.Root.StructTreeRoot.ParentTree.Nums
        keys = [int(numbers[at]) for at in range(0, len(numbers), 2)]
        return numbers[2 * keys.index(int(self.page.obj.StructParents)) + 1]

    def _last_line(self, contents: Any) -> Any:
        """The structure element of the page's last line; running heads stand behind it and do not count."""
        lines = [contents[number] for number in range(len(contents))]
        return next(line for line in reversed(lines) if "/NonStruct" not in _kinds(line))

    def _figure(self, line: Any, alt: str) -> Any:
        """The figure, behind the last thing of the innermost group that the page's last line is in."""
        child = line
        while str(child.P.S) not in _GROUPS:
            child = child.P
        group = child.P
        width, height = size_of_page(self.page)
        look = Dictionary(O=Name.Layout, BBox=Array([0, 0, width, height]), Placement=Name.Block)
        number = len(self._marked())
        figure = Dictionary(
            Type=Name.StructElem, S=Name.Figure, P=group, Pg=self.page.obj, Alt=alt, A=look, K=Array([number])
        )
        figure = self.pdf.make_indirect(figure)
        children = [group.K[number] for number in range(len(group.K))]
        behind = next(at for at, each in enumerate(children, start=1) if each.objgen == child.objgen)
        group.K.insert(behind, figure)
        return figure


def _kinds(element: Any) -> list[str]:
    kinds = []
    while "/S" in element:
        kinds.append(str(element.S))
        element = element.P
    return kinds
