"""The report as HTML: whole, escaped, its references inside it."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from reports.cycle.model import Evidence, WebPage
from reports.document.build import build
from reports.printing.html import print_html, running_mark
from tests.make_cycle import make_cycle, make_followup, make_office, make_plan, make_source
from tests.reports.document.test_build import BY_QUESTIONS, SIGNED
from tests.reports.shapes import SHAPES, bare, mixed, of, young

NASTY = """<script>alert("x")</script> & 'y' {{ ikm }} {% now %} **z**"""


class Page(HTMLParser):
    """What a reader of the page meets: its words, its anchors, and where its references lead."""

    VOID = frozenset({"meta", "link", "img", "br", "hr", "input"})

    def __init__(self, html):
        super().__init__()
        self.words, self.ids, self.targets, self.tags, self.open = [], [], [], [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append((tag, values))
        self.ids += [values["id"]] if "id" in values else []
        for name in ("href", "data-hal", "data-dari", "data-sampai", "xlink:href"):
            if values.get(name, "").startswith("#"):
                self.targets.append(values[name][1:])
        self.targets += values.get("aria-labelledby", "").split()
        if tag not in self.VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def page(cycle=None, **changes):
    return Page(print_html(build(make_source(cycle, **changes))))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_page_is_well_formed_and_every_reference_leads_within_it(shape):
    shown = page(shape())
    assert shown.open == []
    assert len(set(shown.ids)) == len(shown.ids)
    assert set(shown.targets) <= set(shown.ids)
    assert "None" not in shown.text


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_headings_never_skip_a_level(shape):
    levels = [int(tag[1]) for tag, _values in page(shape()).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_row_fills_its_table(shape):
    html = print_html(build(make_source(shape())))
    for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
        widths = {
            sum(int((re.search(r'colspan="(\d+)"', cell) or [0, 1])[1]) for cell in re.findall(r"<t[hd]\b[^>]*>", row))
            for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
        }
        assert len(widths) == 1, table[:80]


def test_what_was_typed_is_text():
    office = make_office(name=NASTY, short_name=NASTY, address=NASTY, all_units_label=NASTY)
    plan = make_plan(NASTY, indicator=NASTY, units=("*",), lead=None)
    shown = page(make_cycle(office=office, followup=make_followup((of("waktu", plan, rationale=NASTY),))))
    assert "script" not in [tag for tag, _values in shown.tags]
    assert shown.text.count("{% now %} **z**") > 5


def test_every_part_stands_in_its_order():
    text = page(mixed()).text
    parts = ["KATA PENGANTAR", "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GRAFIK", "DAFTAR GAMBAR", "RINGKASAN EKSEKUTIF"]
    parts += [
        "Latar Belakang",
        "Gambaran Umum Hasil SKM",
        "Realisasi Tindak Lanjut Berdasarkan",
        "Tabel 4.1",
        "LAMPIRAN",
    ]
    places = [text.rindex(part) if part in ("Tabel 4.1", "LAMPIRAN") else text.index(part) for part in parts]
    assert places == sorted(places)


def test_the_recomputed_index_is_told_beneath_its_table():
    assert "perhitungan ulang dari nilai unsur menghasilkan 87,33" in page(mixed()).text
    assert "perhitungan ulang" not in page().text


def test_the_way_to_the_scores_is_one_sentence_of_the_results_and_only_where_it_is_known():
    known = {"method": BY_QUESTIONS}
    assert "menurut pemetaan" not in page(mixed()).text
    assert "menurut pemetaan" not in page(young(), **known).text
    text = page(mixed(), **known).text
    sentence = (
        "Nilai unsur diperoleh dengan Kuesioner SKM 16 pertanyaan (tatap muka) menurut pemetaan pertanyaan B "
        "(“Pungutan <b>dan</b> percaloan”), dan IKM dihitung dari rata-rata nilai seluruh pertanyaan."
    )
    assert text.count(sentence) == 1
    assert text.index("Gambaran Umum Hasil SKM") < text.index(sentence) < text.rindex("Tabel 2.1 ")
    assert "ditimbang menurut banyaknya pertanyaan setiap unsur (2, 3, 1, 1, 1, 1, 5, 1, 1)." in text


def test_by_elements_the_sentence_says_so_and_the_note_stays_as_it_was():
    text = page(mixed(), method=replace(BY_QUESTIONS, questions={})).text
    assert "dan IKM dihitung dari rata-rata nilai seluruh unsur." in text
    assert "IKM = rata-rata NRR seluruh unsur × 25." in text


def test_a_priority_without_plans_keeps_its_row_in_both_tables():
    assert page(bare()).text.count("Belum ada RTL.") == 2
    assert "Belum ada RTL." not in page(mixed()).text


def test_empty_tables_say_so():
    assert page(young()).text.count("Belum ada rencana tindak lanjut.") == 2
    assert "Belum ada bukti dukung yang dilampirkan" in page(young()).text


def test_every_picture_has_words_for_who_cannot_see_it():
    pictures = [values for tag, values in page(mixed(), logo="logo.jpg").tags if tag == "img"]
    assert len([values for values in pictures if "foto" in values["src"]]) == 4
    assert all(values["alt"] for values in pictures)


@pytest.mark.parametrize(
    ("chosen", "typeface", "printed"),
    [
        ({}, "bookman", ["page-a4"]),
        ({"paper": "F4", "font": "times"}, "times", ["page-f4"]),
        ({"font": "arial", "margins": "even"}, "arial", ["page-a4", "page-even"]),
    ],
)
def test_paper_type_and_margins_are_the_sheets_of_what_was_chosen_and_the_page_fits_a_phone(chosen, typeface, printed):
    shown = page(**chosen).tags
    media = {v["href"].rpartition("/")[2].partition(".")[0]: v["media"] for tag, v in shown if tag == "link"}
    assert media == {
        **dict.fromkeys([f"font-{typeface}", "document", "look"], "all"),
        **dict.fromkeys(["look-on-screen", "alone"], "screen"),
        **dict.fromkeys(["page", "cover", *printed], "print"),
    }
    assert ("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}) in shown


def test_all_else_that_was_chosen_stands_on_the_root():
    chosen = {"font": "times", "text_size": "12", "margins": "even", "cover": "light", "colour": "grey"}
    (root,) = [values["class"] for tag, values in page(chapters="apart", **chosen).tags if tag == "article"]
    wanted = "laporan font-times size-12 margins-even cover-light colour-grey chapters-apart"
    assert root.split() == wanted.split()


def test_every_page_says_what_it_is():
    draft, signed = build(make_source(mixed())), build(make_source(mixed(), signing=SIGNED))
    example = build(make_source(mixed(), signing=SIGNED, placeholders=("photos/alur-001.jpg",)))
    assert [running_mark(document) for document in (draft, signed, example)] == [
        "Draf – belum ditandatangani",
        "",
        "CONTOH – BUKAN DOKUMEN RESMI",
    ]
    assert "CONTOH – BUKAN DOKUMEN RESMI" in print_html(example)
    assert "CONTOH – BUKAN DOKUMEN RESMI" not in print_html(signed)


def test_a_web_page_that_is_proof_is_text_a_link_and_a_code_with_words_for_it():
    page = WebPage("https://kpu.go.id/berita?id=1&lain=2", "Berita <b>loket</b>", date(2026, 3, 3))
    plan = make_plan(evidence=Evidence(None, (), (page,)))
    html = print_html(build(make_source(make_cycle(followup=make_followup((of("waktu", plan),))))))
    address = "https://kpu.go.id/berita?id=1&amp;lain=2"
    assert f'<a href="{address}" rel="noopener noreferrer nofollow">{address}</a>' in html
    assert f'aria-label="Kode QR menuju {address}"' in html
    assert "Berita &lt;b&gt;loket&lt;/b&gt;" in html and "Diakses 3 Maret 2026" in html


def test_each_run_of_figures_leads_to_its_first():
    html = print_html(build(make_source(mixed())))
    runs = re.findall(r'<a href="#gambar-(\d+)">(?:Gambar )?(\d+)(?:–\d+)?</a>', html)
    assert runs
    assert all(anchor == number for anchor, number in runs)


def test_on_a_screen_the_preface_leads_to_the_signature_instead_of_naming_its_page():
    html = print_html(build(make_source(signing=SIGNED)))
    assert '<span class="hanya-layar"><a href="#tanda-tangan">tanda tangan</a></span>' in html


def test_no_blank_behind_the_last_word_asks_a_full_line_for_room():
    shown = print_html(build(make_source(mixed())))
    assert re.findall(r"\s</(?:p|li|td|th|figcaption|h[1-6])>", shown) == []
