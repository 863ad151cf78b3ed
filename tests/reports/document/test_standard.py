"""The standard texts: complete, grammatical at their joints, claiming nothing that the data do not carry."""

import json
import re
from pathlib import Path

import pytest

from reports.document.build import build
from reports.document.chapters.conclusion import conclusion_of
from reports.document.facts import facts_of
from reports.document.placeholders import unknown_placeholders
from reports.document.sections import SECTIONS, section
from reports.document.standard import STANDARD, standard_text
from reports.printing.html import print_html
from tests.make_cycle import (
    make_completion,
    make_cycle,
    make_followup,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)
from tests.reports.shapes import SHAPES, all_done, all_impossible, mixed, none_done, of, one_open, ties, young

REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "ngawi-2025-s1.json"
CLAIMS = ("berkala", "efektif", "berdampak", "seluruh unit", "optimal", "meningkat", "signifikan", "berkelanjutan")


def facts(cycle=None, **changes):
    return facts_of(make_source(cycle, **changes))


def lines_of(blocks):
    return ["".join(run.text for run in line) for block in blocks for line in block.lines]


def text(key, cycle=None, **changes):
    return "\n".join(lines_of(section(key, facts(cycle, **changes)).blocks))


def everything(cycle):
    """All prose of a report, line by line, with the points of its conclusion."""
    known = facts(cycle)
    prose = [line for key in SECTIONS for line in lines_of(section(key, known).blocks)]
    points = conclusion_of(known).points
    told = [part for point in points for part in (point.lead, point.text, *map(" ".join, point.items))]
    return [line for line in (*prose, *told) if line]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_section_says_something_whole(shape):
    known = facts(shape())
    for key in SECTIONS:
        assert section(key, known).blocks, key
        assert not unknown_placeholders(standard_text(key, known)), key


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_sentence_breaks_at_its_joints(shape):
    for line in everything(shape()):
        assert not re.search(r"None|\{\{|\}\}|  |\s[.,;:]|[,;:]\.|\.\.|\(\)|\bnol\b|yaitu [.,]|adalah [.,]$", line), (
            line
        )


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_paragraph_ends_and_begins_as_one(shape):
    known = facts(shape())
    for key in SECTIONS:
        for block in section(key, known).blocks:
            if block.kind == "p":
                (line,) = lines_of([block])
                assert line[0].isupper(), line
                assert line.endswith((".", ":")), line


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_what_ends_in_a_colon_is_followed_by_something(shape):
    known = facts(shape())
    for key in SECTIONS:
        blocks = section(key, known).blocks
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            if lines_of([block])[-1].endswith(":"):
                assert following or (key == "4" and conclusion_of(known).points), key


def test_standard_texts_claim_no_effect():
    words = " ".join(standard_text(key, facts(shape())) for key in STANDARD for shape in SHAPES.values()).casefold()
    assert [claim for claim in CLAIMS if claim in words] == []


def test_without_legal_bases_none_are_announced():
    assert text("1.2", legal_bases=()) == "Dasar hukum laporan ini belum dimasukkan."


# Nothing yet


def test_a_young_cycle_thanks_nobody_for_what_nobody_did():
    assert "berterima kasih" not in text("kata_pengantar", young())
    assert "semua pihak" not in text("kata_pengantar", none_done())
    assert "semua pihak" in text("kata_pengantar", mixed())


def test_a_young_cycle_says_what_is_missing():
    assert "belum dimasukkan" in text("2.1", young())
    assert "belum ditetapkan" in text("2.2", young())
    assert "belum disusun" in text("2.3", young())
    assert conclusion_of(facts(young())).points == ()


def test_without_upkeep_none_is_promised():
    for key in ("1.3", "1.4", "3"):
        assert "pemeliharaan" not in text(key, young())
        assert "pemeliharaan" in text(key, ties())


# The survey


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        ({}, "Survei dilaksanakan pada 2–30 Juni 2025 dengan 110 responden dari populasi 900 orang."),
        ({"population": None}, "Survei dilaksanakan pada 2–30 Juni 2025 dengan 110 responden."),
        ({"respondents": None}, "Survei dilaksanakan pada 2–30 Juni 2025. Populasi survei berjumlah 900 orang."),
        ({"start": None}, "Survei dilaksanakan sampai dengan 30 Juni 2025 dengan 110 responden"),
        ({"end": None}, "Survei dilaksanakan mulai 2 Juni 2025 dengan 110 responden"),
        ({"start": None, "end": None}, "Survei diikuti oleh 110 responden dari populasi 900 orang."),
        ({"report_date": None}, "900 orang.\nIKM"),
    ],
)
def test_the_survey_is_described_by_what_is_known_of_it(known, sentence):
    assert sentence in text("2.1", make_cycle(survey=make_survey(**known)))


def test_highest_and_lowest_elements_are_named_with_their_ties():
    assert "3,10 pada unsur Sistem, Mekanisme, dan Prosedur serta Penanganan Pengaduan" in text("1.1", ties())
    assert "4,00 pada unsur Biaya/Tarif serta Sarana dan Prasarana" in text("1.1", ties())


def test_where_all_are_equal_none_is_called_highest_or_lowest():
    told = text("1.1", one_open()) + text("2.2", one_open())
    assert "Semua unsur memperoleh nilai yang sama, yaitu 3,50." in told
    assert not re.search("tertinggi|terendah|lebih rendah", told)


# Priorities


def test_a_priority_is_ranked_from_the_nearer_end():
    cycle = make_cycle(followup=make_followup([of(key) for key in ("waktu", "persyaratan", "biaya", "pengaduan")]))
    told = text("2.2", cycle)
    assert "Waktu Penyelesaian memperoleh nilai 3,25 dengan mutu B (Baik), yaitu nilai terendah di antara" in told
    assert "Persyaratan memperoleh nilai 3,27 dengan mutu B (Baik), yaitu nilai terendah kedua di antara" in told
    assert "Biaya/Tarif memperoleh nilai 4,00 dengan mutu A (Sangat Baik), yaitu nilai tertinggi di antara" in told
    assert "yaitu nilai tertinggi kedua di antara sembilan unsur." in told
    assert "Tidak ada unsur lain" not in told


def test_the_lowest_are_called_so_only_if_no_other_is_lower():
    lowest = make_cycle(followup=make_followup([of("waktu"), of("persyaratan")]))
    other = make_cycle(followup=make_followup([of("waktu"), of("kompetensi")]))
    assert "Tidak ada unsur lain yang memperoleh nilai lebih rendah daripada kedua unsur tersebut." in text(
        "2.2", lowest
    )
    assert "Tidak ada unsur lain" not in text("2.2", other)


def test_an_offices_rationale_follows_what_the_scores_say():
    lines = lines_of(section("2.2", facts(mixed())).blocks)
    assert lines[2:4] == [
        "Permasalahan dan alasan penetapan: Alur belum dipahami pengguna layanan.",
        "Antrean sering panjang.",
    ]


# Plans and what became of them


def test_months_and_units_are_summed_up_only_where_every_plan_has_some():
    half = make_plan(months=(), units=("kul",))
    told = text("2.3", make_cycle(followup=make_followup((of("waktu", make_plan(), half),))))
    assert "disusun dua RTL (1\N{NO-BREAK SPACE}a dan 1\N{NO-BREAK SPACE}b)." in told
    assert "Penanggung jawabnya adalah Subbag Rendatin dan Subbag KUL." in told
    assert "dijadwalkan" not in told


@pytest.mark.parametrize(
    ("indicator", "target", "words"),
    [
        ("a", "b", "kegiatan, indikator, target, waktu"),
        ("a", None, "kegiatan, indikator, waktu"),
        (None, "b", "kegiatan, target, waktu"),
        (None, None, "kegiatan, waktu"),
    ],
)
def test_the_table_is_announced_with_the_columns_it_fills(indicator, target, words):
    plan = make_plan(indicator=indicator, target=target)
    assert words in text("2.3", make_cycle(followup=make_followup((of("waktu", plan),))))


def test_each_status_is_told_for_what_it_is():
    told = text("3.1", mixed()).replace("\N{NO-BREAK SPACE}", " ")
    assert "1 dari 3 RTL (33%) telah dilaksanakan, yaitu RTL 1 a;" in told
    assert "RTL 1 b masih dalam proses; RTL 1 c tidak dapat dilaksanakan." in told
    assert "RTL 2 b belum dimulai." in told


@pytest.mark.parametrize(
    ("states", "clause"),
    [
        (["done"], "satu-satunya RTL telah dilaksanakan."),
        (["impossible"], "satu-satunya RTL tidak dapat dilaksanakan."),
        (["impossible", "impossible"], "tidak ada RTL yang dapat dilaksanakan (0 dari 2)."),
        (["done", "done"], "seluruh RTL telah dilaksanakan (2 dari 2)."),
        (["in_progress", "not_started"], "belum ada RTL yang selesai (0 dari 2)."),
        (["done", "done", "in_progress"], "2 dari 3 RTL (67%) telah dilaksanakan."),
    ],
)
def test_how_far_it_is_told_for_one_for_all_for_none_and_for_some(states, clause):
    plans = [make_plan(f"Rencana {n}", state) for n, state in enumerate(states)]
    told = text("kata_pengantar", make_cycle(followup=make_followup((of("waktu", *plans),))))
    assert f"Sampai laporan ini disusun, {clause}" in told


def test_only_the_states_that_there_are_are_explained():
    assert "dalam proses" not in text("3", all_done()) + text("3", all_impossible())
    assert "tidak dapat dilaksanakan" not in text("3", all_done()) + text("3", one_open())
    assert "Status Belum diberi keterangan apabila RTL masih dalam proses atau tidak" in text("3", mixed())


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_plan_is_named_four_times_at_most(shape):
    """In the main text: of what stands before Bab I the summary repeats some, and a name may be part of another."""
    document = build(make_source(shape()))
    page = print_html(document)
    main = page[page.index('id="bab-1"') : page.index('id="lampiran"')]
    words = re.sub(r"<[^>]*>|&shy;|&#8203;", "", main)
    for plan in document.source.followup.plans:
        name = plan.programme.rstrip(".")
        assert len(re.findall(rf"{re.escape(name)}(?!\w)", words)) <= 4, name


def test_only_what_can_still_be_done_is_carried_on():
    assert "RTL yang masih dapat dilaksanakan diteruskan menurut" in text("3.3", mixed())
    assert "RTL yang belum selesai diteruskan menurut" in text("3.3", none_done())
    assert "diteruskan" not in text("3.3", all_done())
    for shape in (mixed, all_impossible):
        assert "RTL yang tidak dapat dilaksanakan tidak diteruskan." in text("3.3", shape())


@pytest.mark.parametrize("strategy", [None, "Mengusulkan kembali."])
def test_of_what_cannot_be_done_nothing_is_promised(strategy):
    completion = make_completion(strategy=strategy)
    plans = (
        make_plan("Satu", "impossible", completion=completion),
        make_plan("Dua", "impossible", completion=completion),
    )
    told = "\n".join(everything(make_cycle(followup=make_followup((of("waktu", *plans),)))))
    assert not re.search(r"masih|belum selesai|Strategi untuk|Tabel 4\.1", told)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_comparison_lacks_what_it_is_compared_with(shape):
    for line in everything(shape()):
        assert not re.search(r"lebih (?:rendah|tinggi)(?! daripada)", line), line


@pytest.mark.parametrize("kept", [("produk",), ("waktu",), ("biaya", "produk")])
def test_no_standard_text_calls_a_low_element_high(kept):
    cycle = make_cycle(followup=make_followup((of("waktu", make_plan()),), tuple(map(make_upkeep, kept))))
    assert "tinggi" not in " ".join(text(key, cycle) for key in ("1.3", "1.4", "2.4", "3", "3.2"))
    titles = [section(key, facts(cycle)).title for key in ("2.4", "3.2")]
    assert titles == ["Pemeliharaan Unsur Pelayanan", "Realisasi Pemeliharaan Unsur Pelayanan"]
    assert "nilai tinggi" in text("2.4", ties())


def test_the_parent_office_is_named_where_there_is_one():
    assert "Komisi Pemilihan Umum Provinsi Contoh" in text("3.3")
    assert "(belum ada)" not in "".join(everything(young()))


def test_the_end_says_whether_all_is_done():
    assert "seluruh RTL atas hasil SKM Semester I Tahun 2025 telah dilaksanakan" in text("4.penutup", all_done())
    assert "telah dilaksanakan" not in text("4.penutup", mixed())


# Ours


def sentences_of(lines):
    for line in lines:
        yield from re.split(r"(?<=[.:;])\s+", line)


def words_of(sentence):
    return re.findall(r"\w+", sentence.casefold())


def strings_of(value):
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in strings_of(each)]


@pytest.mark.skipif(not REFERENCE.exists(), reason="the printed reference does not lie beside the checkout")
def test_no_sentence_is_copied_from_the_printed_report():
    """Sentences of eight words and more; titles of regulations are nobody's sentences."""
    printed = " ".join(f" {' '.join(words_of(text))} " for text in strings_of(json.loads(REFERENCE.read_text())))
    office = make_cycle().office
    for shape in SHAPES.values():
        for sentence in sentences_of(everything(shape())):
            words = " ".join(words_of(sentence)).replace(office.short_name.casefold(), "kpu kabupaten ngawi")
            if len(words.split()) >= 8 and not re.search("nomor 25 tahun 2009|nomor 1[45] tahun 201[47]", words):
                assert f" {words} " not in printed, sentence
    assert " telah menindaklanjuti rencana tindak lanjut sebesar 70 7 dari 10 rtl " in printed
