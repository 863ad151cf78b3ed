"""The pictures of a Word file: stored photos as they are, and drawings of the report as a picture of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.templatetags.static import static
from docx.document import Document as WordDocument
from docx.image.image import Image as ReadImage
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Emu, Mm
from lxml import html

from followups.papers.pages import page_drawn
from reports.printing.pdf import BASE_URL, pdf_of, read_own_file
from reports.word.elements import made

PIXEL = 9525
"""EMU of a pixel of a drawing."""


@dataclass(frozen=True, slots=True)
class Room:
    """The most that a picture may take, in EMU."""

    width: int
    height: int

    def fit(self, width: int, height: int) -> tuple[int, int]:
        """The largest size within it of a picture of these proportions."""
        scale = min(self.width / width, self.height / height)
        return max(1, int(width * scale)), max(1, int(height * scale))


class Pictures:
    """The pictures of one Word file, each stored in it once. ``files``: address in the page to path in the storage."""

    def __init__(self, word: WordDocument, files: Mapping[str, str]) -> None:
        self.word = word
        self.files = files
        self.known: dict[str, tuple[str, int, int]] = {}
        self.shown = 0

    def photo(self, address: str, alt: str, room: Room) -> Any:
        """A stored picture in a run; raises FileNotOursError where it is not one of this report."""
        if address not in self.known:
            self.known[address] = self._kept(read_own_file(f"{BASE_URL}{address}", self.files))
        return self._run(*self.known[address], alt, room)

    def drawing(self, svg: Any, room: Room) -> Any:
        """A drawing of the page as a picture, with its title for who does not see it."""
        _x, _y, across, down = (float(side) for side in svg.get("viewbox").split())
        page = DRAWN.format(
            sheet=static("css/document.css"),
            across=across,
            down=down,
            svg=html.tostring(svg, encoding="unicode", with_tail=False),
        )
        kept = self._kept(page_drawn(pdf_of(page, {}), 1))
        own = Room(min(room.width, int(across * PIXEL)), room.height)
        return self._run(*kept, svg.get("aria-label") or svg.findtext("title") or "", own)

    def _kept(self, data: bytes) -> tuple[str, int, int]:
        """The relation under which the file holds a picture, and its pixels."""
        image = ReadImage.from_blob(data)
        name = PackURI(f"/word/media/gambar{len(self.word.part.rels)}.{image.ext}")
        relation = self.word.part.relate_to(ImagePart(name, image.content_type, data), RELATIONSHIP_TYPE.IMAGE)
        return relation, image.px_width, image.px_height

    def _run(self, relation: str, width: int, height: int, alt: str, room: Room) -> Any:
        self.shown += 1
        across, down = room.fit(width, height)
        inline: Any = CT_Inline.new_pic_inline(self.shown, relation, "", Emu(across), Emu(down))
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        for shown in (inline.docPr, inline.graphic.graphicData.pic.nvPicPr.cNvPr):
            shown.set("name", f"Gambar {self.shown}")
            shown.set("descr", alt)
        return made("w:r", made("w:drawing", inline))


DRAWN = (
    '<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Gambar</title>'
    '<link rel="stylesheet" href="{sheet}">'
    "<style>@page {{ size: {across}px {down}px; margin: 0 }} body {{ margin: 0 }} svg {{ display: block }}</style>"
    "</head><body>{svg}</body></html>"
)
FIGURE_ROOMS = {
    "normal": Room(Mm(90), Mm(68)),
    "wide": Room(Mm(150), Mm(68)),
    "tall": Room(Mm(74), Mm(110)),
}
"""The room of a figure that stands alone, by its shape."""
