"""The styles of a Word file: the look of the printed report in fonts that Word has, and Indonesian as its language."""

from dataclasses import dataclass, replace
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from offices.appearance.values import Appearance
from reports.word.elements import made

SERIF, SANS = "Bookman Old Style", "Arial"
TYPEFACES = {"bookman": SERIF, "times": "Times New Roman", "arial": SANS}
TEXT = 11
"""The size of running text from which the others are told; the office's own takes its place."""
INK, MAIN, FADED, WARNING = "17211F", "155E58", "44524F", "A3371F"
LANGUAGE = "id-ID"
_ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style; sizes and distances in points, ``level`` of the outline from 1, 0 for none of it.

    ``first``: how far in its first line begins.

    ``end_tab``: a tab leads to the right end of the line, along a dotted ``leader`` if it has one; ``rule``: a line
    beneath.
    """

    name: str
    size: float
    before: float = 0
    after: float = 6
    line: float = 1.25
    bold: bool = False
    underline: bool = False
    align: str = "left"
    colour: str = INK
    font: str = SERIF
    keep_next: bool = False
    level: int = 0
    indent: float = 0
    first: float = 0
    end_tab: bool = False
    leader: bool = False
    rule: bool = False


NORMAL = Look("Normal", 11, align="left")
BODY = Look("Body Text", 11, align="both")
HEADINGS = (
    Look("Heading 1", 13.5, before=18, after=12, bold=True, align="center", keep_next=True, level=1),
    Look("Heading 2", 11.5, before=14, bold=True, keep_next=True, level=2),
    Look("Heading 3", 11, before=10, bold=True, keep_next=True, level=3),
)
CAPTION = Look("Caption", 9.5, before=10, after=4, bold=True, align="center", keep_next=True)
FIGURE_CAPTION = Look("Keterangan Gambar", 9, before=3, after=8, align="center")
FIGURE = Look("Gambar", 11, after=0, line=1, align="center", keep_next=True)
LIST = Look("List Paragraph", 11, after=3)
CELL = Look("Isi Tabel", 8.5, after=2, line=1.15)
CELL_DETAIL = Look("Rincian Tabel", 8, after=2, line=1.15, colour=FADED)
NOTE = Look("Keterangan Tabel", 8, before=4, after=10, line=1.15, colour=FADED)
SIGNATURE = Look("Tanda Tangan", 11, after=0, indent=210)
SIGNATORY = Look("Nama Penanda Tangan", 11, after=0, bold=True, underline=True, indent=210)
CHART_CAPTION = Look("Keterangan Grafik", 9.5, before=4, after=12, bold=True, align="center")
LETTER = Look("Isi Surat", 11, after=1, line=1.15)
LETTER_BODY = Look("Alinea Surat", 11, before=6, after=4, line=1.2, align="both", first=33)
LETTER_DAY = Look("Tanggal Surat", 11, after=8, line=1.15, align="right")
LETTER_NUMBER = Look("Nomor Surat", 11, after=12, line=1.15, align="center")
LETTER_FOOT = Look("Kaki Surat", 9.5, before=10, after=2, line=1.15)
BETWEEN = Look("Sela", 4, after=3, line=1)
RULE = Look("Garis Kop", 4, after=10, line=1, colour=MAIN, rule=True)
SUBJECT = Look("Pokok Bukti", 11, after=4, bold=True, keep_next=True)
MARK = Look("Tanda Konsep", 12, after=24, bold=True, align="center", colour=WARNING, font=SANS)
CONTENTS = (
    Look("toc 1", 10.5, before=4, after=2, line=1.1, bold=True, end_tab=True, leader=True),
    Look("toc 2", 10.5, after=2, line=1.1, indent=22, end_tab=True, leader=True),
)
LISTED = Look("table of figures", 10, after=1, line=1.05, end_tab=True, leader=True)
RUNNING = Look("Header", 7.5, after=0, line=1, colour=FADED, font=SANS, end_tab=True)
FOOT = Look("Footer", 8.5, after=0, line=1, end_tab=True)
COVER_OFFICE = Look("Sampul Satuan Kerja", 15, before=24, after=6, bold=True, colour=MAIN, font=SANS)
COVER_KIND = Look("Sampul Jenis", 36, before=60, line=1.05, bold=True, colour=MAIN, font=SANS)
COVER_NAME = Look("Sampul Nama", 18, before=12, line=1.1, bold=True, font=SANS)
COVER_PERIOD = Look("Sampul Periode", 16, after=24, font=SANS)
COVER_NUMBER = Look("Sampul Nomor", 10.5, after=2, font=SANS)
COVER_MARK = Look("Sampul Contoh", 12, before=12, after=24, bold=True, colour=WARNING, font=SANS)
TITLE_LINE = Look("Subtitle", 13, before=6, after=6, bold=True, align="center")
HEAD = Look("Kop", 9, after=0, line=1.15)
HEAD_OFFICE = Look("Kop Satuan Kerja", 12, after=2, line=1.15, bold=True)
LOOKS = (
    *(
        NORMAL,
        BODY,
        *HEADINGS,
        CAPTION,
        FIGURE_CAPTION,
        FIGURE,
        LIST,
        CELL,
        CELL_DETAIL,
        NOTE,
        SIGNATURE,
        SUBJECT,
        MARK,
    ),
    *(*CONTENTS, LISTED, RUNNING, FOOT, COVER_OFFICE, COVER_KIND, COVER_NAME, COVER_PERIOD, COVER_NUMBER, COVER_MARK),
    *(LETTER, LETTER_BODY, LETTER_DAY, LETTER_NUMBER, LETTER_FOOT),
    *(TITLE_LINE, HEAD, HEAD_OFFICE, SIGNATORY, CHART_CAPTION, BETWEEN, RULE),
)


def set_styles(word: WordDocument, line: int, chosen: Appearance) -> None:
    """Lay down every look as the office chose it, and what holds where no style says otherwise.

    ``line``: how long one is, in twips.
    """
    text = TYPEFACES[chosen.font]
    there = {style.name: style for style in word.styles}
    for look in LOOKS:
        style = there.get(look.name) or word.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = None if look is NORMAL else there[NORMAL.name]
        _set_style(
            style,
            replace(
                look,
                size=float(chosen.size) if look.size == TEXT else look.size,
                colour=chosen.ink.lstrip("#").upper() if look.colour == MAIN else look.colour,
                font=TYPEFACES[chosen.font] if look.font == SERIF else look.font,
            ),
            line,
        )
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults[:] = [
        made("w:rFonts", ascii=text, hAnsi=text, eastAsia=text, cs=text),
        made("w:sz", val=round(2 * float(chosen.size))),
        made("w:lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE),
    ]


def id_of(word: WordDocument, look: Look) -> str:
    return str(word.styles[look.name].style_id)


def _set_style(style: Any, look: Look, line: int) -> None:
    style.quick_style = True
    style.hidden = False
    font = style.font
    font.name = look.font
    font.size = Pt(look.size)
    font.bold = look.bold
    font.italic = False
    font.underline = look.underline
    font.color.rgb = RGBColor.from_string(look.colour)
    _name_font_only(style.element, look.font)
    form = style.paragraph_format
    form.space_before = Pt(look.before)
    form.space_after = Pt(look.after)
    form.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    form.line_spacing = look.line
    form.alignment = _ALIGNMENTS[look.align]
    form.keep_with_next = look.keep_next
    form.left_indent = Pt(look.indent)
    form.first_line_indent = Pt(look.first)
    form.widow_control = True
    _set_edges(style.element, look, line)


def _name_font_only(style: Any, font: str) -> None:
    """A font of the theme, which the template's headings name, would come before the named one."""
    style.rPr[:] = [child for child in style.rPr if child.tag not in {qn("w:rFonts"), qn("w:spacing"), qn("w:kern")}]
    style.rPr.insert(0, made("w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font))


def _set_edges(style: Any, look: Look, line: int) -> None:
    """What a paragraph has besides its words, in the order in which Word reads it."""
    properties = style.get_or_add_pPr()
    for name in ("w:outlineLvl", "w:pBdr", "w:tabs"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    before = properties.find(qn("w:spacing"))
    if look.rule:
        before.addprevious(made("w:pBdr", made("w:bottom", val="single", sz=12, space=1, color=look.colour)))
    if look.end_tab:
        stop = made("w:tab", val="right", pos=line, leader="dot" if look.leader else "none")
        before.addprevious(made("w:tabs", stop))
    if look.level:
        properties.append(made("w:outlineLvl", val=look.level - 1))
