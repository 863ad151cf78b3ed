"""The parser of placeholders: what it fills in, what it leaves, what it calls unknown."""

import pytest

from reports.document.facts import facts_of
from reports.document.placeholders import resolve, unknown_placeholders
from reports.words.prose import text_of
from tests.make_cycle import make_cycle, make_followup, make_office, make_source
from tests.reports.shapes import mixed, of, young


def told(text, cycle=None):
    return text_of(resolve(text, facts_of(make_source(cycle))).blocks)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("IKM {{ ikm }}.", "IKM 87,33."),
        ("{{ikm}}{{mutu}}", "87,33B"),
        ("{{ ikm }} dan {{ ikm }}", "87,33 dan 87,33"),
        ("- {{ ikm }}\n- {{ mutu }}", "87,33\nB"),
        ("1. {{ satker }}", "KPU Kabupaten Contoh"),
        ("Satu.\n\n{{ ikm }}", "Satu.\n87,33"),
        ("{ ikm } {{}} {{ }} }}", "{ ikm } {{}} {{ }} }}"),
        ("{{ IKM }}", "{{ IKM }}"),
        ("{{ nilai_waktu }}", "3,25"),
        ("Tanpa isian.", "Tanpa isian."),
        ("", ""),
    ],
)
def test_words_are_filled_in_where_they_stand(typed, printed):
    assert told(typed) == printed


@pytest.mark.parametrize(
    ("typed", "unknown"),
    [
        ("{{ ikm }}", ()),
        ("{{ satu }} {{ dua }} {{ satu }}", ("satu", "dua")),
        ("{{ uraian_rencana }}", ()),
        ("Berikut {{ uraian_rencana }}", ("uraian_rencana",)),
        ("{{ uraian_rencana }} {{ ikm }}", ("uraian_rencana",)),
        ("- {{ uraian_rencana }}", ("uraian_rencana",)),
        ("Satu.\n\n{{ uraian_rencana }}\n\nDua.", ()),
        ("{{ Ikm }}", ("Ikm",)),
        ("{{ }}", ("",)),
    ],
)
def test_what_stands_for_nothing_is_named_in_its_order(typed, unknown):
    assert unknown_placeholders(typed) == unknown


def test_words_of_elements_are_known_only_with_the_report_that_has_them():
    facts = facts_of(make_source())
    assert unknown_placeholders("{{ nilai_waktu }}") == ("nilai_waktu",)
    assert resolve("{{ nilai_waktu }}", facts).unknown == ()
    assert resolve("{{ nilai_antah }}", facts).unknown == ("nilai_antah",)


def test_a_passage_becomes_its_paragraphs_amid_the_others():
    assert told("Satu.\n\n{{ capaian_per_unsur }}\n\nDua.", mixed()).splitlines() == [
        "Satu.",
        "Sistem, Mekanisme, dan Prosedur: 1 dari 3 RTL (33%)",
        "Waktu Penyelesaian: 1 dari 2 RTL (50%)",
        "Dua.",
    ]


def test_a_passage_that_says_nothing_leaves_nothing():
    assert told("Satu.\n\n{{ uraian_realisasi }}\n\nDua.", young()) == "Satu.\nDua."


def test_a_passage_may_be_set_in_bold_and_stays_one():
    assert told("**{{ capaian_per_unsur }}**", mixed()).count("RTL") == 2


def test_looks_of_the_text_around_a_word_are_kept():
    (block,) = resolve("a **{{ ikm }}** b _{{ mutu }}_", facts_of(make_source())).blocks
    assert [(run.text, run.bold, run.italic) for run in block.lines[0]] == [
        ("a ", False, False),
        ("87,33", True, False),
        (" b ", False, False),
        ("B", False, True),
    ]


@pytest.mark.parametrize("name", ["{{ ikm }}", "**tebal**", "- butir", "<b>x</b>", "\\1", "{0}"])
def test_what_a_value_holds_is_printed_as_it_is(name):
    assert told("Kantor {{ satker }}.", make_cycle(office=make_office(short_name=name))) == f"Kantor {name}."


def test_lists_keep_their_kind_and_their_start():
    blocks = resolve("3. {{ ikm }}\n4. {{ mutu }}\n\n- {{ tahun }}", facts_of(make_source())).blocks
    assert [(block.kind, block.start, len(block.lines)) for block in blocks] == [("ol", 3, 2), ("ul", 1, 1)]


def test_a_cycle_without_plans_fills_in_every_word_that_is_asked():
    cycle = make_cycle(followup=make_followup((of("waktu"),), ()))
    assert told("{{ jumlah_rtl }} RTL, {{ capaian }}.", cycle) == "nol RTL, belum ada RTL yang ditetapkan."
