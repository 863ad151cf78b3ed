"""What becomes of the words of a printed page in a Word file: lists, looks, cells, sheets, captions, contents."""

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from offices.appearance.values import Appearance
from reports.word import styles
from reports.word.about import About
from reports.word.paper import Running
from reports.word.writing import word_of
from tests.reports.word.opened import Opened
from tests.reports.word.walked import RUNNING, has, is_bold, lines, of_paragraph, paragraph_of, raw, text, written

STEP = 425


# --- lists


def list_of(opened, said):
    """Number and depth under which a paragraph is counted; None beside a list."""
    if not has(opened, said, "w:numPr"):
        return None
    number, depth = (of_paragraph(opened, said, f"w:numPr/w:{part}") for part in ("numId", "ilvl"))
    return number, int(depth)


def counted_from(opened, number):
    """Where a list begins, and in which signs it counts."""
    root = opened.word.part.numbering_part.element
    (found,) = [each for each in root.findall(qn("w:num")) if each.get(qn("w:numId")) == number]
    kind = found.find(qn("w:abstractNumId")).get(qn("w:val"))
    (laid_down,) = [each for each in root.findall(qn("w:abstractNum")) if each.get(qn("w:abstractNumId")) == kind]
    start = found.find(f"{qn('w:lvlOverride')}/{qn('w:startOverride')}").get(qn("w:val"))
    return int(start), laid_down.find(f"{qn('w:lvl')}/{qn('w:numFmt')}").get(qn("w:val"))


COUNTED = [
    ("<ol><li>{}</li><li>{}</li></ol>", (1, "decimal")),
    ('<ol start="4"><li>{}</li><li>{}</li></ol>', (4, "decimal")),
    ('<ol type="a"><li>{}</li><li>{}</li></ol>', (1, "lowerLetter")),
    ('<ol type="I" start="3"><li>{}</li><li>{}</li></ol>', (3, "upperRoman")),
    ("<ul><li>{}</li><li>{}</li></ul>", (1, "bullet")),
]


def test_a_list_counts_in_its_signs_from_its_number_and_none_goes_on_with_another():
    opened = text("".join(tag.format(f"satu {at}", f"dua {at}") for at, (tag, _found) in enumerate(COUNTED)))
    numbers = [list_of(opened, f"satu {at}") for at in range(len(COUNTED))]
    assert numbers == [list_of(opened, f"dua {at}") for at in range(len(COUNTED))]
    assert [depth for _number, depth in numbers] == [0] * len(COUNTED)
    assert len({number for number, _depth in numbers}) == len(COUNTED)
    assert [counted_from(opened, number) for number, _depth in numbers] == [found for _tag, found in COUNTED]
    assert {style for style, _said in lines(opened)} == {styles.LIST.name}


def test_a_list_within_an_item_stands_one_step_further_in():
    opened = text("<ol><li>satu<ul><li>dalam</li></ul></li><li>dua</li></ol>")
    outer, inner = list_of(opened, "satu"), list_of(opened, "dalam")
    assert (outer[1], inner[1]) == (0, 1)
    assert inner[0] != outer[0] == list_of(opened, "dua")[0]


def test_a_list_that_the_page_draws_further_in_stands_there():
    opened = text("".join(f'<ol class="dalam-{depth}"><li>{depth}</li></ol>' for depth in range(3)))
    assert [list_of(opened, str(depth))[1] for depth in range(3)] == [0, 1, 2]


def test_a_second_paragraph_of_an_item_stands_beneath_the_first_and_has_no_number():
    deeper = '<ol class="dalam-1"><li><p>dalam</p><p>lanjutannya</p></li></ol>'
    opened = text(f"<ol><li><p>satu</p><p>lanjutan</p></li></ol>{deeper}")
    assert list_of(opened, "satu") and list_of(opened, "lanjutan") is None
    assert of_paragraph(opened, "lanjutan", "w:ind", "left") == str(STEP)
    assert of_paragraph(opened, "lanjutannya", "w:ind", "left") == str(2 * STEP)


def test_items_that_keep_signs_of_their_own_get_no_second_sign():
    opened = text('<ul class="tanda-sendiri dalam-0"><li>✓ satu</li><li>→ dua</li></ul>')
    assert [list_of(opened, said) for said in ("✓ satu", "→ dua")] == [None, None]
    assert {of_paragraph(opened, said, "w:ind", "left") for said in ("✓ satu", "→ dua")} == {str(STEP)}


def test_a_list_in_a_cell_or_at_the_foot_of_a_letter_is_as_small_as_what_is_around_it():
    cell = text("<table><tr><td><ol><li>satu</li></ol></td></tr></table>")
    foot = written(("surat", '<div class="surat-kaki"><ol><li>satu</li></ol></div>'))
    assert lines(cell) == [(styles.CELL.name, "satu")]
    assert lines(foot) == [(styles.LETTER_FOOT.name, "satu")]


# --- which look a paragraph has


LOOKED = [
    ("<p>{}</p>", styles.BODY),
    ('<p class="tabel-keterangan">{}</p>', styles.NOTE),
    ('<p class="bukti-pokok">{}</p>', styles.SUBJECT),
    ('<p class="lain">{}</p>', styles.BODY),
    ('<div class="ttd"><p>{}</p></div>', styles.SIGNATURE),
    ('<div class="ttd"><p class="ttd-nama">{}</p></div>', styles.SIGNATORY),
    ('<div class="ttd"><div class="segel"><p>{}</p></div></div>', styles.NOTE),
    ("<div>{}</div>", styles.BODY),
    ("<h1>{}</h1>", styles.HEADINGS[0]),
    ("<h3>{}</h3>", styles.HEADINGS[2]),
    ('<p class="tabel-judul">{}</p>', styles.CAPTION),
]


def test_a_paragraph_has_its_own_look_or_that_of_where_it_stands():
    opened = text("".join(content.format(f"teks {place}") for place, (content, _look) in enumerate(LOOKED)))
    assert lines(opened) == [(look.name, f"teks {place}") for place, (_content, look) in enumerate(LOOKED)]


def test_a_paragraph_that_says_nothing_is_no_line():
    assert lines(text("<p> </p><p>\u200b</p><p>teks</p>")) == [(styles.BODY.name, "teks")]
    empty = len(text("<p>teks</p>").paragraphs)
    assert len(text("<p> </p><p>teks</p>").paragraphs) == empty


def test_what_only_decorates_a_sheet_is_left_behind():
    assert lines(text('<div class="sampul-hias"><p>hiasan</p></div><p>teks</p>')) == [(styles.BODY.name, "teks")]


# --- cells


def test_the_first_paragraph_of_a_status_is_bold_and_what_follows_is_not():
    opened = text('<table><tr><td class="status">Sudah<span class="rinci">20 Oktober 2025</span></td></tr></table>')
    assert is_bold(opened, "Sudah") and not is_bold(opened, "20 Oktober 2025")
    assert (styles.CELL_DETAIL.name, "20 Oktober 2025") in lines(opened)


def test_a_head_is_bold_and_a_cell_of_the_body_is_not():
    """And it stays with the row beneath it, and its line may end behind a stroke."""
    opened = text("<table><thead><tr><th>a/b</th></tr></thead><tbody><tr><td>c/d</td></tr></tbody></table>")
    head, body = "a/\u200bb", "c/d"
    assert is_bold(opened, head) and not is_bold(opened, body)
    assert (of_paragraph(opened, head, "w:jc"), of_paragraph(opened, body, "w:jc")) == ("center", None)
    assert has(opened, head, "w:keepNext") and not has(opened, body, "w:keepNext")


def test_a_cell_without_words_holds_a_paragraph_as_word_demands():
    opened = text("<table><tr><td></td><td rowspan=2>b</td></tr><tr><td>c</td></tr></table>")
    assert all(cell.find(qn("w:p")) is not None for cell in opened.body.iter(qn("w:tc")))


def test_a_table_of_a_letter_is_in_the_size_of_its_words():
    opened = written(("surat", '<table class="tanpa-garis"><tr><th>Nomor</th><td>: 1</td></tr></table>'))
    assert {style for style, _said in lines(opened)} == {styles.LETTER.name}


# --- sheets


def starts_page(opened, said):
    return has(opened, said, "w:pageBreakBefore")


BEGUN = {
    "bab-isi": (False, True),
    "ringkasan": (False, True),
    "lampiran": (False, True),
    "lampiran lampiran-sendiri": (True, True),
    "kata-pengantar": (True, True),
    "daftar-tabel": (False, False),
    "lampiran-kosong": (False, False),
}
"""Whether a section begins a page where chapters follow one another, and where each begins one."""


@pytest.mark.parametrize("chapters", ["follow", "apart"])
def test_a_section_begins_a_page_as_in_print_and_the_first_of_all_begins_none(chapters):
    sections = [(name, f"<p>{name}</p><p>{name} lagi</p>") for name in BEGUN]
    opened = written(("bab-isi", "<p>awal</p>"), *sections, look=Appearance(chapters=chapters))
    begun = {name: starts_page(opened, name) for name in BEGUN}
    assert begun == {name: both[chapters == "apart"] for name, both in BEGUN.items()}
    assert not any(starts_page(opened, said) for said in ("awal", *(f"{name} lagi" for name in BEGUN)))


def test_covers_stand_before_the_text_on_sheets_that_are_not_numbered():
    opened = written(("sampul", "<p>sampul</p>"), ("halaman-judul", "<p>judul</p>"), ("bab-isi", "<p>teks</p>"))
    first, second = opened.word.sections
    assert "PAGE" not in first.footer._element.xpath("string(.)")
    assert "PAGE" in second.footer._element.xpath("string(.)")
    assert paragraph_of(opened, "judul").find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    assert not starts_page(opened, "teks"), "the new sheet is begun by the section"
    assert starts_page(opened, "judul")


def test_a_report_without_covers_is_numbered_from_its_first_sheet():
    opened = text("<p>teks</p>", title='data-judul="Judul Berjalan"')
    (only,) = opened.word.sections
    assert "PAGE" in only.footer._element.xpath("string(.)")
    assert "Laporan Contoh" in only.header._element.xpath("string(.)")


def test_a_letter_has_no_number_and_no_mark_of_a_concept():
    opened = written(("surat", "<p>Yth.</p>"), running=Running("", "", ""))
    (only,) = opened.word.sections
    assert "PAGE" not in only.footer._element.xpath("string(.)")
    assert opened.of_style(styles.MARK.name) == []
    assert opened.word.core_properties.content_status == ""


def test_a_concept_says_so_first():
    assert text("<p>teks</p>").paragraphs[0] == (styles.MARK.name, "Konsep")


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("F4", (215, 330))])
def test_every_sheet_has_the_size_and_the_margins_that_were_chosen(paper, size):
    look = Appearance(paper=paper, margins="even")
    opened = written(("sampul", "<p>sampul</p>"), ("bab-isi", "<p>teks</p>"), look=look)
    for sheet in opened.word.sections:
        assert (round(sheet.page_width / Mm(1)), round(sheet.page_height / Mm(1))) == size
        assert (round(sheet.left_margin / Mm(1)), round(sheet.top_margin / Mm(1))) == (25, 28)


# --- captions, and what the contents tell of


def sequences(opened):
    return [(code, result) for code, result in opened.fields if code.startswith("SEQ")]


def caption(words):
    return f'<p class="tabel-judul">{words}</p>'


def test_a_caption_is_counted_on_where_it_follows_and_told_its_number_where_it_does_not():
    opened = text(caption("Tabel 2.1 Nilai") + caption("Tabel 2.2 Rencana") + caption("Tabel 3.1 Realisasi"))
    assert sequences(opened) == [
        ("SEQ Tabel \\* ARABIC", "1"),
        ("SEQ Tabel \\* ARABIC", "2"),
        ("SEQ Tabel \\* ARABIC \\r 1", "1"),
    ]
    assert opened.of_style(styles.CAPTION.name) == ["Tabel 2.1 Nilai", "Tabel 2.2 Rencana", "Tabel 3.1 Realisasi"]


def test_each_kind_of_caption_is_counted_for_itself():
    opened = text(caption("Tabel 1 Nilai") + caption("Grafik 1 Nilai") + caption("Tabel 2 Rencana"))
    assert [(code.split()[1], "\\r" in code, result) for code, result in sequences(opened)] == [
        ("Tabel", False, "1"),
        ("Grafik", False, "1"),
        ("Tabel", False, "2"),
    ]


def test_what_is_no_numbered_caption_is_printed_as_it_stands():
    captions = ["Keterangan lain", "Tabel Nilai", "Tabelaris 1", "Lihat Tabel 1"]
    opened = text("".join(map(caption, captions)))
    assert sequences(opened) == [] and opened.of_style(styles.CAPTION.name) == captions


def test_a_caption_keeps_the_looks_of_what_stands_behind_its_number():
    opened = text(caption("Tabel 2.1 Nilai <em>unsur</em> <strong>kini</strong>"))
    runs = {run.findtext(qn("w:t")): run.find(qn("w:rPr")) for run in opened.body.iter(qn("w:r"))}
    assert runs["unsur"].find(qn("w:i")) is not None and runs["kini"].find(qn("w:b")) is not None
    assert runs[" Nilai "] is None


def test_the_contents_tell_of_what_stands_between_the_first_chapter_and_the_last():
    opened = text("<h1>BAB I</h1><h2>1.1</h2><h1>BAB II</h1>")
    named = {mark.get(qn("w:name")): mark for mark in opened.body.iter(qn("w:bookmarkStart"))}
    begin = named["isi_laporan"]
    (end,) = [mark for mark in opened.body.iter(qn("w:bookmarkEnd")) if mark.get(qn("w:id")) == begin.get(qn("w:id"))]
    assert (raw(begin.getparent()), raw(end.getparent())) == ("BAB I", "BAB II")
    assert "isi_laporan" not in text("<h2>1.1</h2>").body.xpath("string(.//w:bookmarkStart/@w:name)")


def test_bookmarks_have_numbers_of_their_own():
    opened = text('<h1 id="bab-1">BAB I</h1><p id="pokok">teks</p><h1 id="bab-2">BAB II</h1>')
    marks = [mark.get(qn("w:id")) for mark in opened.body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks)) == 4
    assert sorted(marks) == sorted(mark.get(qn("w:id")) for mark in opened.body.iter(qn("w:bookmarkEnd")))


def entry(anchor, title, label="", name="daftar-1"):
    number = f"<span class='daftar-no'>{label}</span>" if label else ""
    return f'<li class="{name}">{number}<a href="#{anchor}">{title}</a></li>'


def test_the_list_of_contents_is_one_field_over_all_of_its_lines():
    entries = entry("bab-1", "BAB I") + entry("bagian-1", "Dasar", "1.1", "daftar-2") + entry("bab-2", "BAB II")
    listed = f'<ol class="daftar daftar-bab">{entries}</ol>'
    opened = written(("daftar-isi", listed), ("bab-isi", '<h1 id="bab-1">SATU</h1>'))
    assert [line for line in lines(opened) if line[0].startswith("toc")] == [
        ("toc 1", "BAB I"),
        ("toc 2", "1.1 Dasar"),
        ("toc 1", "BAB II"),
    ]
    assert [code for code, _result in opened.fields if code.startswith("TOC")] == [
        'TOC \\o "1-2" \\h \\z \\b isi_laporan'
    ]
    kinds = [mark.get(qn("w:fldCharType")) for mark in opened.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("end")
    assert kinds[:2] == ["begin", "separate"] and kinds[-1] == "end"
    assert [link.get(qn("w:anchor")) for link in opened.body.iter(qn("w:hyperlink"))] == ["bab_1", "bagian_1", "bab_2"]


def test_a_list_of_tables_or_figures_counts_those_it_names():
    labels = {"Gambar": "Gambar 1", "Grafik": "Grafik 1", "Tabel": ""}
    opened = text("".join(f'<ol class="daftar">{entry("a", "Judul", label)}</ol>' for label in labels.values()))
    assert [code for code, _result in opened.fields if code.startswith("TOC")] == [
        f'TOC \\h \\z \\c "{kind}"' for kind in labels
    ]
    assert lines(opened) == [(styles.LISTED.name, f"{label} Judul".strip()) for label in labels.values()]


# --- what the file says of itself


def test_the_file_says_what_it_is_and_holds_no_sign_that_nobody_sees():
    page = "<html><body><article><section class='bab-isi'><p>teks</p></section></article></body></html>"
    told = About("Laporan\u200b Contoh", "Survei\x07", "KPU\u202e Contoh", "SKM\ufeff")
    about = Opened(word_of(page, told, Appearance(), RUNNING, {})).word.core_properties
    assert (about.title, about.subject, about.author) == ("Laporan Contoh", "Survei", "KPU Contoh")
    assert (about.keywords, about.last_modified_by, about.comments) == ("SKM", "KPU Contoh", "Konsep")


def test_word_counts_its_fields_when_it_opens_the_file_and_lays_it_out_as_today():
    settings = text("<p>teks</p>").word.settings.element
    assert settings.find(qn("w:updateFields")).get(qn("w:val")) == "true"
    (mode,) = [
        each.get(qn("w:val"))
        for each in settings.iter(qn("w:compatSetting"))
        if each.get(qn("w:name")) == "compatibilityMode"
    ]
    assert mode == "15"
