"""What an office chose of the look, on paper: colours that can be read, full covers, the type that was asked for."""

import re
from io import BytesIO
from typing import get_args

import pypdf
import pytest

from offices.appearance.values import Appearance, ColourName, CoverName
from reports.document.build import build
from reports.printing.html import DRAFT_MARK, print_html
from reports.printing.looks import faces_of, sheets_of
from reports.printing.pdf import pdf_of, static_file
from tests.make_cycle import make_cycle, make_office, make_source
from tests.reports.document.test_build import SIGNED
from tests.reports.shapes import young

WHITE, INK = "#ffffff", "#17211f"
LEAST = 7
"""The contrast that WCAG asks of text at its strictest."""
LONG = "Sekretariat Badan Pengembangan Sumber Daya Manusia dan Inovasi Daerah Kabupaten Kepulauan Mamberamo Raya Tengah"


def palettes():
    """By colour, its values by name, as the style sheet has them."""
    css = static_file("css/look.css").decode()
    rules = re.findall(r"\.colour-(\w+) \{([^}]*)\}", css)
    return {name: dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", body)) for name, body in rules}


def contrast(one, other):
    """As WCAG 2.2 computes it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_colour_that_is_offered_has_its_palette_and_the_same_ink_where_no_sheet_reaches():
    assert set(palettes()) == set(get_args(ColourName))
    assert {name: Appearance(colour=name).ink for name in palettes()} == {
        name: values["utama"] for name, values in palettes().items()
    }


def test_every_palette_can_be_read():
    for name, values in palettes().items():
        assert contrast(values["utama"], WHITE) >= LEAST, name
        assert contrast(values["tua"], WHITE) >= LEAST, name
        assert contrast(values["kepala"], INK) >= LEAST, name
        assert contrast(values["kelompok"], values["utama"]) >= 4.5, name


def test_no_other_sheet_has_a_colour_of_one_palette_for_all():
    own = {value for values in palettes().values() for value in values.values()}
    for name in [name for name in sheets_of(Appearance(), for_pencil=True) if name != "css/look.css"]:
        assert own.isdisjoint(re.findall("#[0-9a-f]{6}", static_file(name).decode())), name


def test_every_sheet_and_every_face_of_every_choice_is_there():
    for font in ("bookman", "times", "arial"):
        for paper in ("A4", "F4"):
            for margins in ("bound", "even"):
                look = Appearance(paper=paper, font=font, margins=margins)
                for name in (*sheets_of(look), *sheets_of(look, for_pencil=True), *faces_of(look)):
                    assert static_file(name), name


def covers(**chosen):
    """Cover, title page and back cover alone, read back."""
    cycle = make_cycle(office=make_office(name=LONG)) if chosen.pop("long", False) else young()
    document = build(make_source(cycle, **chosen))
    html = print_html(document)
    inside = slice(html.index('<section class="kata-pengantar'), html.index('<section class="sampul-belakang'))
    return pypdf.PdfReader(BytesIO(pdf_of(html.replace(html[inside], ""), {})))


def words(page):
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize(
    "chosen", [{"cover": "full"}, {"cover": "light", "paper": "F4", "font": "arial", "margins": "even", "long": True}]
)
def test_cover_title_page_and_back_are_one_sheet_each_and_say_what_it_is(chosen):
    pages = covers(signing=SIGNED, **chosen).pages
    assert len(pages) == 3
    for page in pages[:2]:
        for said in ("Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM)", "Semester I Tahun 2025", SIGNED.number):
            assert said in words(page)
    name = LONG if chosen.get("long") else "Komisi Pemilihan Umum Kabupaten Contoh"
    assert all(name in words(page) for page in pages)


def test_the_kind_of_document_is_the_largest_line_of_the_cover():
    page = covers().pages[0]
    sizes = {}

    def note(text, _cm, matrix, _font, size):
        if text.strip():
            sizes[text.strip()] = max(sizes.get(text.strip(), 0), abs(size * matrix[3]) or size)

    page.extract_text(visitor_text=note)
    assert max(sizes, key=sizes.get) in ("Laporan", "Tindak Lanjut")


def test_the_title_page_of_a_draft_says_that_it_is_one():
    said = [words(page) for page in covers().pages]
    assert DRAFT_MARK in said[1] and DRAFT_MARK not in said[0]


@pytest.mark.parametrize("style", get_args(CoverName))
def test_a_cover_without_pictures_is_drawn_in_the_colour_of_the_office(style):
    document = build(make_source(young(), cover=style, colour="maroon"))
    page = print_html(document)
    assert page.count('class="sampul-hias"') == 2
    assert f"cover-{style} colour-maroon" in page
    assert "<img" not in page


def test_the_cover_shows_the_marks_that_there_are_each_with_its_name():
    page = print_html(build(make_source(young(), logo="a.png", values_mark="b.png", branding_mark="c.png")))
    cover = page[page.index('class="sampul ') : page.index("</section>")]
    assert re.findall(r'alt="([^"]+)"', cover) == ["Logo KPU Kabupaten Contoh", "BerAKHLAK", "#banggamelayanibangsa"]
    assert "tanpa-tanda" not in cover
    assert "tanpa-tanda" in print_html(build(make_source(young())))


@pytest.mark.parametrize(("font", "face"), [("times", "Termes"), ("arial", "Heros")])
def test_the_type_that_was_chosen_is_printed(font, face):
    data = pdf_of(print_html(build(make_source(young(), font=font))), {})
    for page in pypdf.PdfReader(BytesIO(data)).pages:
        for one in page["/Resources"].get("/Font", {}).values():
            (inner,) = one.get_object()["/DescendantFonts"]
            held = inner.get_object()["/FontDescriptor"]["/FontFile3"].get_object().get_data()
            wanted = "Heros" if "Laporan-Sans" in one.get_object()["/BaseFont"] else face
            assert f"TeXGyre{wanted}".encode() in held
