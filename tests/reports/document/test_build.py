"""The report as one piece of data: its lists, its signatures, its digest."""

import dataclasses
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from reports.cycle.model import Signatory, Social
from reports.document.build import build
from reports.document.model import digest_of
from reports.document.sections import SECTIONS
from reports.document.source import Method, Signing
from tests.make_cycle import (
    ELEMENT_KEYS,
    NGAWI_SCORES,
    make_cycle,
    make_followup,
    make_office,
    make_source,
    make_survey,
)
from tests.reports.shapes import SHAPES, all_done, mixed, young

SIGNED = Signing(
    "here",
    1,
    "12/ORT.07/3521/2026",
    date(2026, 1, 9),
    "ABCD-2345",
    datetime(2026, 1, 9, 9, 30, tzinfo=timezone(timedelta(hours=7))),
    "https://skm.example.go.id/verifikasi/ABCD-2345/",
    demo=False,
    pen_number=False,
    rank="",
    acknowledger=None,
)


BY_QUESTIONS = Method(
    "Kuesioner SKM 16 pertanyaan (tatap muka)",
    "B",
    "Pungutan <b>dan</b> percaloan",
    dict(zip(ELEMENT_KEYS, (2, 3, 1, 1, 1, 1, 5, 1, 1), strict=True)),
)


def built(cycle=None, **changes):
    return build(make_source(cycle, **changes))


def labels(entries):
    return [entry.label for entry in entries]


def anchors_of(document):
    """Every anchor that the report sets."""
    sections = (
        document.preface.section,
        *document.introduction.sections,
        *(document.plans.results.section, document.plans.priorities, document.plans.plans, document.plans.upkeep),
        *(document.realisation.priorities, document.realisation.upkeep, document.realisation.evaluation.section),
    )
    heads = (document.plans.results.head, document.plans.table.head, document.realisation.head)
    more = [head for head in (document.realisation.upkeep_head, document.conclusion.head) if head]
    more += document.realisation.evaluation.tables
    annex = document.annex
    return [
        *(section.anchor for section in sections),
        *(head.anchor for head in (*heads, *more)),
        *("bab-1", "bab-2", "bab-3", "bab-4", "daftar-isi", "daftar-tabel", annex.entry.anchor),
        *(["daftar-grafik"] if document.charts else []),
        *(["daftar-gambar"] if document.figures else []),
        *(chart.anchor for chart in document.charts),
        *([document.summary.entry.anchor] if document.summary else []),
        *(group.anchor for group in annex.groups),
        *(figure.anchor for figure in annex.figures),
    ]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_reference_leads_somewhere_and_every_anchor_is_one(shape):
    document = built(shape())
    anchors = anchors_of(document)
    assert len(set(anchors)) == len(anchors)
    entries = [entry.anchor for entry in (*document.contents, *document.tables, *document.charts, *document.figures)]
    rows = [row for group in document.realisation.groups for row in group.rows]
    proofs = [proof.anchor for row in (*rows, *document.realisation.upkeep_rows) for proof in row.proofs]
    shared = [figure.anchor for group in document.annex.groups for figure in group.shared]
    assert {*entries, *proofs, *shared} <= set(anchors)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_document_is_nothing_but_plain_values(shape):
    def check(value):
        if dataclasses.is_dataclass(value):
            for field in dataclasses.fields(value):
                check(getattr(value, field.name))
        elif isinstance(value, tuple):
            list(map(check, value))
        elif isinstance(value, dict):
            list(map(check, value.values()))
        else:
            assert value is None or type(value) in (str, int, bool, Decimal, date)

    check(built(shape()))


def test_contents_name_every_chapter_and_numbered_section_in_order():
    assert [label for label in labels(built().contents) if label] == [
        *("BAB I", "1.1", "1.2", "1.3", "1.4"),
        *("BAB II", "2.1", "2.2", "2.3", "2.4"),
        *("BAB III", "3.1", "3.2", "3.3"),
        "BAB IV",
    ]
    assert [entry.title for entry in built().contents if not entry.label] == [
        *("KATA PENGANTAR", "DAFTAR ISI", "DAFTAR TABEL", "DAFTAR GRAFIK", "DAFTAR GAMBAR", "RINGKASAN EKSEKUTIF"),
        "LAMPIRAN",
    ]


def test_tables_and_figures_that_are_not_there_are_not_listed():
    assert labels(built(mixed()).tables) == [f"Tabel {number}" for number in ("2.1", "2.2", "3.1", "3.2", "3.3", "4.1")]
    assert labels(built(all_done()).tables) == ["Tabel 2.1", "Tabel 2.2", "Tabel 3.1", "Tabel 3.2"]
    assert labels(built(young()).tables) == ["Tabel 2.1", "Tabel 2.2", "Tabel 3.1"]
    assert labels(built(mixed()).figures) == ["Gambar 1–2", "Gambar 3", "Gambar 4"]
    assert labels(built(mixed()).charts) == ["Grafik 2.1"]
    assert built(young()).figures == built(young()).charts == ()
    assert not {"DAFTAR GAMBAR", "DAFTAR GRAFIK"} & {entry.title for entry in built(young()).contents}


# The index


def test_a_published_index_is_printed_with_the_recomputed_one_beside_it():
    results = built(make_cycle(survey=make_survey(declared_index=Decimal("87.36")))).plans.results
    assert (results.index_text, results.recomputed, results.grade_text) == ("87,36", "87,33", "B (Baik)")


@pytest.mark.parametrize("declared", [None, Decimal("87.33"), Decimal("90.00")])
def test_otherwise_the_computed_one_is_printed_alone(declared):
    results = built(make_cycle(survey=make_survey(declared_index=declared))).plans.results
    assert (results.index_text, results.recomputed) == ("87,33", "")


def test_by_questions_each_element_counts_for_as_many_as_it_has():
    results = built(make_cycle(), method=BY_QUESTIONS).plans.results
    weighted = sum(score * BY_QUESTIONS.questions[key] for key, score in NGAWI_SCORES.items()) / 16 * 25
    assert results.index.printed == weighted.quantize(Decimal("0.01")) != Decimal("87.33")


def test_the_placeholder_gives_the_printed_index():
    narrative = {"1.1": "{{ ikm }} dan {{ ikm_hitung }}"}
    cycle = make_cycle(survey=make_survey(declared_index=Decimal("87.36")), narrative=narrative)
    (block,) = built(cycle).introduction.sections[0].blocks
    assert block.lines[0][0].text == "87,36 dan 87,33"


def test_without_scores_there_is_no_index():
    results = built(young()).plans.results
    assert (results.index, results.index_text, results.grade_text, results.chart) == (None, "", "", None)


# The signature


def test_the_signature_names_place_month_title_and_nip():
    signature = built().conclusion.signature
    assert signature.place_and_date == "Contoh, Januari 2026"
    assert signature.title == "Sekretaris KPU Kabupaten Contoh,"
    assert (signature.name, signature.nip) == ("Sri Contoh", "NIP. 19830503 200902 1 002")


def test_a_title_typed_with_its_comma_has_only_one():
    cycle = make_cycle(signatory=Signatory("Sri Contoh", "Sekretaris, ", None))
    assert (built(cycle).conclusion.signature.title, built(cycle).conclusion.signature.nip) == ("Sekretaris,", "")


def test_without_a_month_of_the_report_the_place_stands_alone():
    assert built(make_cycle(followup=make_followup(report_month=None))).conclusion.signature.place_and_date == "Contoh"


def test_a_signed_report_is_dated_to_the_day_and_the_preface_says_where_it_is_signed():
    document = built(signing=SIGNED)
    assert document.conclusion.signature.place_and_date == "Contoh, 9 Januari 2026"
    assert [run.page_of for run in document.preface.signature.remark if run.page_of] == [
        document.conclusion.signature.anchor
    ]


@pytest.mark.parametrize("signing", [None, dataclasses.replace(SIGNED, way="by_hand")])
def test_a_draft_and_a_report_signed_by_hand_say_nothing_of_it(signing):
    assert built(signing=signing).preface.signature.remark == ()


# The office's face


def test_the_back_shows_what_is_known_of_the_office():
    office = make_office(phone=None, email=None, address="Jalan Satu\nNgawi", postal_code="63211")
    face = built(make_cycle(office=office)).office
    assert face.contact == (("Situs web", "kab-contoh.kpu.go.id"),)
    assert face.address == ("Jalan Satu", "Ngawi 63211")
    assert face.socials == ("Instagram: @kpucontoh",)


def test_a_platform_begins_large_and_is_written_as_it_writes_itself():
    office = make_office(socials=(Social("youtube", "KPU"), Social("TikTok", "@kpu")))
    assert built(make_cycle(office=office)).office.socials == ("Youtube: KPU", "TikTok: @kpu")


def test_one_placeholder_photo_makes_the_whole_report_an_example():
    assert not built(mixed()).is_example
    assert built(mixed(), placeholders=("photos/alur-002.jpg",)).is_example


# The sections


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_it_offers_every_section_once_in_the_order_of_the_report(shape):
    assert [section.key for section in built(shape()).sections] == list(SECTIONS)


def test_a_section_is_told_with_its_heading_and_its_plain_text():
    text = "Tujuan **kami** untuk {{ periode }}:\n\n- satu\n- *dua*"
    sections = {section.key: section for section in built(make_cycle(narrative={"1.3": text})).sections}
    assert sections["1.3"].heading == "1.3 Maksud dan Tujuan"
    assert sections["1.3"].text == "Tujuan kami untuk Semester I Tahun 2025:\nsatu\ndua"
    assert sections["4.penutup"].heading == "Penutup"


# The digest


def test_the_same_data_give_the_same_digest():
    assert digest_of(built(mixed())) == digest_of(built(mixed()))


def test_any_change_of_the_data_changes_the_digest():
    scores = NGAWI_SCORES | {"waktu": Decimal("3.26")}
    variations = [
        built(),
        built(paper="F4"),
        built(colour="maroon"),
        built(signing=SIGNED),
        built(make_cycle(survey=make_survey(scores=scores))),
        built(make_cycle(narrative={"1.1": "Lain."})),
        built(size=(1601, 1200)),
    ]
    assert len({digest_of(document) for document in variations}) == len(variations)
