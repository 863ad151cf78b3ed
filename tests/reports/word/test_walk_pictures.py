"""What becomes of the pictures of a printed page in a Word file, and what is kept together on one sheet."""

from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from reports.printing.pdf import FileNotOursError
from reports.word import styles
from tests.reports.word.walked import has, lines, raw, text, written


@pytest.fixture
def pictures(settings, tmp_path):
    """Addresses of pictures in a page, to what is stored: a wide one, a tall one."""
    settings.MEDIA_ROOT = tmp_path
    sizes = {"lebar.png": (400, 100), "tinggi.png": (100, 400), "biasa.png": (200, 150)}
    for name, size in sizes.items():
        Image.new("RGB", size, "teal").save(tmp_path / name)
    return {f"/gambar/{name}": name for name in sizes}


def extents(opened):
    """Width and height of each picture in millimetres."""
    return [
        (round(int(shown.get("cx")) / Mm(1)), round(int(shown.get("cy")) / Mm(1)))
        for shown in opened.body.iter(qn("wp:extent"))
    ]


def figure(name, number=1, shape="normal"):
    image = f'<img id="gambar-{number}" src="/gambar/{name}" alt="Foto {number}">'
    caption = f"<figcaption><strong class='gambar-label'>Gambar {number}</strong> Loket</figcaption>"
    return f'<figure class="gambar-{shape}">{image}{caption}</figure>'


def row(*figures):
    return f'<div class="baris-gambar">{"".join(figures)}</div>'


ALONE = [
    ("biasa.png", "normal", (90, 68)),
    ("lebar.png", "wide", (150, 38)),
    ("tinggi.png", "tall", (28, 110)),
    ("tinggi.png", "normal", (17, 68)),
]


def test_a_figure_alone_is_as_large_as_its_shape_allows_and_keeps_its_proportions(pictures):
    rows = [row(figure(name, at, shape)) for at, (name, shape, _size) in enumerate(ALONE)]
    assert extents(text("".join(rows), files=pictures)) == [size for _name, _shape, size in ALONE]


def test_figures_beside_each_other_share_the_line_and_have_their_captions(pictures):
    opened = text(row(figure("biasa.png"), figure("lebar.png", 2)), files=pictures)
    cells = [*opened.body.iter(qn("w:tc"))]
    assert [raw(cell) for cell in cells] == ["Gambar 1 Loket", "Gambar 2 Loket"]
    line = 210 - 30 - 20
    assert all(width <= line / 2 - 4 + 1 for width, _height in extents(opened))
    assert opened.alternatives == ["Foto 1", "Foto 2"]
    assert opened.of_style(styles.FIGURE_CAPTION.name) == ["Gambar 1 Loket", "Gambar 2 Loket"]


def test_a_tall_figure_beside_another_has_more_height(pictures):
    beside = row(figure("tinggi.png", shape="tall"), figure("tinggi.png", 2))
    (_, tall), (_, usual) = extents(text(beside, files=pictures))
    assert (tall, usual) == (110, 68)


def test_a_picture_that_stands_twice_is_kept_once_and_told_twice(pictures):
    opened = text(row(figure("biasa.png")) + row(figure("biasa.png", 2)), files=pictures)
    targets = [r.target_ref for r in opened.word.part.rels.values() if r.reltype.endswith("/image")]
    assert len(targets) == 1
    assert opened.alternatives == ["Foto 1", "Foto 2"]
    assert len({shown.get("id") for shown in opened.body.iter(qn("wp:docPr"))}) == 2


def test_a_picture_that_is_not_of_the_report_is_not_read(pictures, tmp_path):
    with pytest.raises(FileNotOursError):
        text(row(figure("lain.png")), files=pictures)


def test_the_logo_stands_beside_the_name_of_the_office(pictures):
    head = '<p class="kop-satker">KPU Contoh</p><p>Jalan Contoh 1</p>'
    with_logo = f'<div class="kop"><img class="kop-logo" src="/gambar/biasa.png" alt="Logo"><div>{head}</div></div>'
    opened = text(with_logo, files=pictures)
    assert lines(opened) == [(styles.HEAD_OFFICE.name, "KPU Contoh"), (styles.HEAD.name, "Jalan Contoh 1")]
    (width, height), *others = extents(opened)
    assert (width, height, others) == (24, 18, [])
    (table,) = opened.body.iter(qn("w:tbl"))
    widths = [int(column.get(qn("w:w"))) for column in table.find(qn("w:tblGrid"))]
    assert [round(width * 635 / Mm(1)) for width in widths] == [28, 210 - 50 - 28]
    without = text(f'<div class="kop"><div>{head}</div></div>')
    assert lines(without) == lines(opened) and not [*without.body.iter(qn("w:tbl"))]
    assert all((styles.RULE.name, "") in each.paragraphs for each in (opened, without))


def test_the_marks_of_an_office_stand_in_one_line_in_their_order(pictures):
    marks = "".join(f'<img src="/gambar/{name}" alt="{name}">' for name in ("tinggi.png", "biasa.png"))
    opened = written(("sampul", f'<div class="sampul-kepala">{marks}</div>'), files=pictures)
    (line,) = [line for line in opened.body.iter(qn("w:p")) if line.find(f".//{qn('w:drawing')}") is not None]
    assert len([*line.iter(qn("w:drawing"))]) == 2
    assert opened.alternatives == ["tinggi.png", "biasa.png"]
    assert all(height <= 22 for _width, height in extents(opened))


def test_a_drawing_becomes_a_picture_no_wider_than_it_is_drawn():
    svg = '<svg viewbox="0 0 200 100" aria-label="Nilai unsur"><rect width="200" height="100"></rect></svg>'
    chart = f'<figure class="grafik" id="grafik-1">{svg}<figcaption>Grafik 2.1 Nilai</figcaption></figure>'
    opened = text(chart)
    ((width, height),) = extents(opened)
    assert (width, height) == (53, 26)
    assert opened.alternatives == ["Nilai unsur"]
    assert opened.of_style(styles.CHART_CAPTION.name) == ["Grafik 2.1 Nilai"]
    stored = next(r.target_part.blob for r in opened.word.part.rels.values() if r.reltype.endswith("/image"))
    assert Image.open(BytesIO(stored)).size[0] > 200


# --- what is kept together


def test_a_signature_is_not_parted_and_the_last_words_above_it_stay_with_it():
    opened = text(
        '<p>jauh</p><p>dekat</p><div class="ttd"><p>Kepala</p><div class="ttd-ruang"></div>'
        '<p class="ttd-nama">Nama</p></div><p>sesudahnya</p>'
    )
    kept = [has(opened, said, "w:keepNext") for said in ("jauh", "dekat", "Kepala", "Nama", "sesudahnya")]
    assert kept == [False, True, True, False, False]
    ordered = [said for style, said in opened.paragraphs if style.startswith(("Tanda Tangan", "Nama Penanda"))]
    assert ordered == ["", "Kepala", "", "", "", "Nama"]


@pytest.mark.parametrize(("name", "kept"), [("bukti-awal", True), ("bukti-awal panjang", False)])
def test_what_is_proven_stays_with_its_first_picture_unless_it_fills_a_page(pictures, name, kept):
    begin = f'<div class="{name}"><p class="catatan">Buktinya:</p></div>{row(figure("biasa.png"))}'
    assert has(text(f"<p>teks</p>{begin}", files=pictures), "Buktinya:", "w:keepNext") is kept
