"""The report as a Word file: each element of the printed page in the form that Word has for it.

The same walk for every kind of report, because it goes over what print_html wrote and not over one kind's data.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from docx.shared import Mm

from offices.appearance.values import Appearance
from reports.kinds.documents import Document
from reports.printing.html import print_html, running_mark
from reports.printing.links import PrintLinks, stored_files
from reports.word import styles
from reports.word.about import About
from reports.word.contents import TEXT, entries_of
from reports.word.elements import Setting, made, run, runs
from reports.word.pagination import number_pages
from reports.word.paper import CONCEPT, Running
from reports.word.pictures import FIGURE_ROOMS, Room
from reports.word.reading import Paragraph, Words, classes_of, parts_of, report_in, title_in, words_of
from reports.word.styles import Look
from reports.word.tables import SHADES, Seat, is_of_letter, plain_row, table_of
from reports.word.wordfile import WordFile

GAP = Mm(4)
PARTED = "/\N{ZERO WIDTH SPACE}"
"""Word ends no line behind a stroke; in the narrow head of a column it may."""
LOOKS: dict[str, Look] = {
    "sampul-satker": styles.COVER_OFFICE,
    "sampul-jenis": styles.COVER_KIND,
    "sampul-nama": styles.COVER_NAME,
    "sampul-periode": styles.COVER_PERIOD,
    "sampul-contoh": styles.COVER_MARK,
    "sampul-nomor": styles.COVER_NUMBER,
    "penyelesaian-nomor": styles.TITLE_LINE,
    "tabel-keterangan": styles.NOTE,
    "bukti-pokok": styles.SUBJECT,
    "ringkasan-judul": styles.SUBJECT,
    "ringkasan-sisa": styles.NOTE,
    "rinci": styles.CELL_DETAIL,
    "ttd-nama": styles.SIGNATORY,
    "surat-tanggal": styles.LETTER_DAY,
    "surat-alamat": styles.LETTER,
    "surat-nomor": styles.LETTER_NUMBER,
    "surat-kaki": styles.LETTER_FOOT,
    "kop-satker": styles.HEAD_OFFICE,
}
"""The style of a paragraph by its class in the page."""
WITHIN: dict[str, Look] = {
    "bab-isi": styles.BODY,
    "kata-pengantar": styles.BODY,
    "surat-isi": styles.LETTER_BODY,
    "surat-kaki": styles.LETTER_FOOT,
    "ttd": styles.SIGNATURE,
    "segel": styles.NOTE,
    "kop": styles.HEAD,
    "belakang-alamat": styles.HEAD,
}
"""The style of what stands within an element and has none of its own."""
HEADINGS = dict(zip(("h1", "h2", "h3"), styles.HEADINGS, strict=True))
LISTS = frozenset({"daftar-tabel", "daftar-grafik", "daftar-gambar", "lampiran-kosong"})
FOLLOWING = frozenset({"bab-isi", "ringkasan", "lampiran"})
"""Sections that begin no page where chapters follow one another; lists and an annex of nothing begin none anyhow."""
LISTED_AS_THEY_ARE = frozenset({styles.CELL, styles.LETTER_FOOT})
"""Looks that a list keeps."""
UNNUMBERED = frozenset({"sampul", "halaman-judul", "surat"})
"""Sheets without a number: covers, which stand before the text, and letters."""
PICTURE_ROOMS = {
    "sampul-tanda": Room(Mm(50), Mm(22)),
    "kop-logo": Room(Mm(24), Mm(20)),
    "sampul-gambar": Room(Mm(160), Mm(80)),
}
_LOGO_COLUMN = Mm(28)


@dataclass(frozen=True, slots=True)
class Placing:
    """Where an element comes to stand: in the body or a cell, how wide that is (EMU), in what look."""

    place: Any
    room: int
    look: Look
    bold: bool = False
    align: str = ""
    keep_next: bool = False
    in_head: bool = False
    depth: int = 0

    @property
    def setting(self) -> Setting:
        return Setting("", keep_next=self.keep_next, align=self.align)


def word_bytes(document: Document) -> bytes:
    """The report as it stands, to be edited; raises FileNotOursError where a picture cannot be read."""
    links = PrintLinks()
    page = print_html(document, links)
    office = document.office
    about = About(
        title=f"{document.title} {office.short_name} {document.period_label}",
        subject=f"Survei Kepuasan Masyarakat {document.period_label}",
        author=office.name,
        keywords=f"SKM, tindak lanjut, {office.short_name}, {document.period_label}",
    )
    running = Running(title_in(page) or document.title, running_mark(document), CONCEPT)
    return word_of(page, about, office.appearance, running, stored_files(document, links))


def word_of(page: str, about: About, look: Appearance, running: Running, files: dict[str, str]) -> bytes:
    """Any page that is printed, as a Word file; ``files``: addresses of its pictures to paths in the storage."""
    report = report_in(page)
    file = WordFile(about, look, running, files)
    if running.status:
        file.line(file.body, [run(Words(running.status))], styles.MARK)
    is_text = False
    for place, section in enumerate(report.iterchildren("section")):
        begins_text = not is_text and UNNUMBERED.isdisjoint(classes_of(section))
        if begins_text:
            file.paper.begin_text(after_covers=place > 0)
        is_text = is_text or begins_text
        file.fresh_page = place > 0 and not begins_text and _begins_page(section, look)
        _write_all(file, section, Placing(file.body, file.paper.width, styles.NORMAL))
    file.enclose_text(TEXT)
    number_pages(file.body)
    return file.bytes()


def _begins_page(section: Any, look: Appearance) -> bool:
    """As the print has it: chapters and the annex follow what is before them, unless the office chose otherwise."""
    names = set(classes_of(section))
    if look.chapters == "apart":
        return LISTS.isdisjoint(names)
    return (LISTS | FOLLOWING).isdisjoint(names) or "lampiran-sendiri" in names


def _write_all(file: WordFile, element: Any, spot: Placing) -> None:
    """What an element holds, one thing after the other."""
    look = next((WITHIN[name] for name in classes_of(element) if name in WITHIN), spot.look)
    inner = replace(spot, look=look)
    for part in parts_of(element):
        if isinstance(part, Paragraph):
            _say(file, part.words, inner)
        else:
            _write(file, part, inner)


def _write(file: WordFile, element: Any, spot: Placing) -> None:
    for name in classes_of(element):
        if name in BY_CLASS:
            BY_CLASS[name](file, element, spot)
            return
    BY_TAG.get(element.tag, _write_all)(file, element, spot)


def _say(file: WordFile, words: tuple[Words, ...], spot: Placing) -> None:
    parted = [replace(word, text=word.text.replace("/", PARTED)) for word in words] if spot.in_head else words
    file.line(spot.place, runs(parted, bold=spot.bold), spot.look, spot.setting)


def _paragraph(file: WordFile, element: Any, spot: Placing) -> None:
    look = next((LOOKS[name] for name in classes_of(element) if name in LOOKS), spot.look)
    content = file.named(runs(words_of(element), bold=spot.bold), element.get("id"))
    if content:
        file.line(spot.place, content, look, spot.setting)


def _heading(file: WordFile, element: Any, spot: Placing) -> None:
    file.line(spot.place, file.named(runs(words_of(element)), element.get("id")), HEADINGS[element.tag])


def _table_caption(file: WordFile, element: Any, spot: Placing) -> None:
    file.line(spot.place, file.named(file.caption(words_of(element)), element.get("id")), styles.CAPTION)


def _list(file: WordFile, element: Any, spot: Placing) -> None:
    """A list counts by itself; one within another stands further in."""
    depth = spot.depth + next((int(n[-1]) for n in classes_of(element) if n.startswith("dalam-")), 0)
    look = spot.look if spot.look in LISTED_AS_THEY_ARE else styles.LIST
    sign = element.get("type") or ("1" if element.tag == "ol" else "•")
    has_own_signs = "tanda-sendiri" in classes_of(element)
    number = 0 if has_own_signs else file.numbering.list_of(sign, int(element.get("start") or 1))
    beside = Setting("", indent=425 * (depth + 1))
    for item in element.iterchildren("li"):
        setting = beside if has_own_signs else Setting("", numbering=(number, depth))
        for part in parts_of(item):
            if isinstance(part, Paragraph) or part.tag == "p":
                words = part.words if isinstance(part, Paragraph) else words_of(part)
                file.line(spot.place, runs(words), look, setting)
                setting = beside
            else:
                _write(file, part, replace(spot, depth=depth + 1))


def _contents(file: WordFile, element: Any, spot: Placing) -> None:
    levels = styles.CONTENTS if "daftar-bab" in classes_of(element) else (styles.LISTED,)
    for level, content in entries_of(element):
        file.line(spot.place, content, levels[level - 1])


def _table(file: WordFile, element: Any, spot: Placing) -> None:
    look = styles.LETTER if is_of_letter(element) else styles.CELL

    def fill(place: Any, seat: Seat) -> None:
        align = "center" if seat.is_centred else ""
        inner = Placing(place, 0, look, bold=seat.is_bold, align=align, keep_next=seat.leads)
        inner = replace(inner, in_head=seat.in_head)
        if not seat.going_on:
            _fill_cell(file, seat.cell, inner)
        if place.find("{*}p") is None:
            file.line(place, [], look)

    file.put(spot.place, table_of(element, spot.room, fill, SHADES[file.paper.look.colour]))
    file.line(spot.place, [], styles.BETWEEN)


def _fill_cell(file: WordFile, cell: Any, spot: Placing) -> None:
    """The first paragraph of a status is what one looks for."""
    bold = spot.bold or "status" in classes_of(cell)
    for part in parts_of(cell):
        inner = replace(spot, bold=bold)
        if isinstance(part, Paragraph):
            _say(file, part.words, inner)
        else:
            _write(file, part, inner)
        bold = spot.bold


def _figure_row(file: WordFile, element: Any, spot: Placing) -> None:
    """Figures beside each other stand in a row without lines; one alone in the text itself."""
    figures = list(element.iterchildren("figure"))
    if len(figures) == 1:
        shape = next((n for n in FIGURE_ROOMS if f"gambar-{n}" in classes_of(figures[0])), "normal")
        _figure(file, figures[0], spot, FIGURE_ROOMS[shape])
        return
    width = spot.room // len(figures)
    places = [made("w:tc") for _figure in figures]
    for place, figure in zip(places, figures, strict=True):
        tall = "gambar-tall" in classes_of(figure)
        room = Room(width - GAP, FIGURE_ROOMS["tall" if tall else "normal"].height)
        _figure(file, figure, replace(spot, place=place), room)
    file.put(spot.place, plain_row(places, [width] * len(figures)))
    file.line(spot.place, [], styles.BETWEEN)


def _figure(file: WordFile, figure: Any, spot: Placing, room: Room) -> None:
    image = figure.find("img")
    shown = file.pictures.photo(image.get("src"), image.get("alt"), room)
    file.line(spot.place, file.named([shown], image.get("id")), styles.FIGURE)
    words = words_of(figure.find("figcaption"))
    file.line(spot.place, file.caption(words, bold_label=True), styles.FIGURE_CAPTION)


def _chart(file: WordFile, element: Any, spot: Placing) -> None:
    shown = file.pictures.drawing(element.find("svg"), Room(spot.room, file.paper.height // 2))
    file.line(spot.place, file.named([shown], element.get("id")), styles.FIGURE)
    file.line(spot.place, file.caption(words_of(element.find("figcaption"))), styles.CHART_CAPTION)


def _picture(file: WordFile, element: Any, spot: Placing) -> None:
    room = next((PICTURE_ROOMS[n] for n in classes_of(element) if n in PICTURE_ROOMS), FIGURE_ROOMS["normal"])
    file.line(spot.place, [file.pictures.photo(element.get("src"), element.get("alt"), room)], spot.look)


def _drawing(file: WordFile, element: Any, spot: Placing) -> None:
    side = Mm(26)
    file.line(spot.place, [file.pictures.drawing(element, Room(side, side))], spot.look)


def _letterhead(file: WordFile, element: Any, spot: Placing) -> None:
    """The logo beside the name of the office, and a line beneath both."""
    inner = replace(spot, look=styles.HEAD)
    logo = element.find("img")
    if logo is None:
        _write_all(file, element, inner)
    else:
        places = [made("w:tc"), made("w:tc")]
        _picture(file, logo, replace(inner, place=places[0]))
        _write_all(file, element.find("div"), replace(inner, place=places[1]))
        file.put(spot.place, plain_row(places, [_LOGO_COLUMN, spot.room - _LOGO_COLUMN]))
    file.line(spot.place, [], styles.RULE)


def _signature(file: WordFile, element: Any, spot: Placing) -> None:
    """It is not parted, neither in itself nor from the last words above it."""
    before = max(0, len(spot.place) - 2)
    file.line(spot.place, file.named([], element.get("id")), styles.SIGNATURE)
    _write_all(file, element, spot)
    file.keep_together(spot.place, before, with_next=False)


def _begin_of_proof(file: WordFile, element: Any, spot: Placing) -> None:
    """What is proven stays with the first of its pictures, unless it fills a page itself."""
    before = len(spot.place) - 1
    _write_all(file, element, spot)
    if "panjang" not in classes_of(element):
        file.keep_together(spot.place, before, with_next=True)


def _marks(file: WordFile, element: Any, spot: Placing) -> None:
    """The logo and the marks of an office in one line."""
    room = PICTURE_ROOMS["sampul-tanda"]
    shown = [file.pictures.photo(mark.get("src"), mark.get("alt"), room) for mark in element.iterchildren("img")]
    between = run(Words("   "))
    file.line(spot.place, [part for picture in shown for part in (picture, deepcopy(between))], spot.look)


def _room_to_sign(file: WordFile, _element: Any, spot: Placing) -> None:
    for _line in range(3):
        file.line(spot.place, [], spot.look)


def _nothing(_file: WordFile, _element: Any, _around: Placing) -> None:
    """What only decorates a printed sheet."""


Write = Callable[[WordFile, Any, Placing], None]
BY_CLASS: dict[str, Write] = {
    "baris-gambar": _figure_row,
    "bukti-awal": _begin_of_proof,
    "daftar": _contents,
    "grafik": _chart,
    "sampul-kepala": _marks,
    "kop": _letterhead,
    "sampul-hias": _nothing,
    "tabel-judul": _table_caption,
    "ttd": _signature,
    "ttd-ruang": _room_to_sign,
}
BY_TAG: dict[str, Write] = {
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "p": _paragraph,
    "span": _paragraph,
    "ol": _list,
    "ul": _list,
    "table": _table,
    "img": _picture,
    "svg": _drawing,
}
