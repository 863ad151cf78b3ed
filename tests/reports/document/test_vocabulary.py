"""Placeholders stand for words or passages from a closed vocabulary; their values are text and nothing more."""

import pytest

from reports.cycle.model import NARRATIVE_KEYS
from reports.document.facts import facts_of
from reports.document.placeholders import resolve, unknown_placeholders
from reports.document.sections import SECTIONS, section
from reports.document.vocabulary import PASSAGES, WORDS
from reports.words.prose import Run
from tests.cases import in_one_test
from tests.make_cycle import make_cycle, make_followup, make_office, make_plan, make_source
from tests.reports.shapes import SHAPES, of

NASTY = '{{ ikm }} **x** <b> [a](b) & "c"'


def facts(cycle=None):
    return facts_of(make_source(cycle))


def text_of(blocks):
    return "\n".join("".join(run.text for run in line) for block in blocks for line in block.lines)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_word_stands_for_something_in_every_cycle(shape):
    known = facts(shape())
    for word in WORDS:
        resolved = resolve(f"Nilai: {{{{ {word} }}}}.", known)
        value = text_of(resolved.blocks).removeprefix("Nilai: ").removesuffix(".")
        assert value or word == "keterangan_survei", word
        assert "None" not in value, word
        assert "{{" not in value, word
        assert not resolved.unknown, word


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("passage", PASSAGES)
def test_every_passage_stands_for_paragraphs_in_every_cycle(passage, shape):
    resolved = resolve(f"Awal.\n\n{{{{ {passage} }}}}\n\nAkhir.", facts(shape()))
    text = text_of(resolved.blocks)
    assert text.startswith("Awal.\n")
    assert text.endswith("Akhir.")
    assert "None" not in text
    assert "{{" not in text
    assert not resolved.unknown


def test_every_entry_says_what_it_is_and_none_is_both():
    assert all(meaning for meaning, _value in (*WORDS.values(), *PASSAGES.values()))
    assert not WORDS.keys() & PASSAGES.keys()


@pytest.mark.parametrize("written", ["{{ikm}}", "{{ ikm }}", "{{  ikm  }}", "{{\nikm }}"])
def test_blanks_within_the_braces_do_not_matter(written):
    assert text_of(resolve(f"IKM {written}.", facts()).blocks) == "IKM 87,33."


def test_a_value_keeps_the_look_of_its_place():
    (block,) = resolve("IKM **{{ ikm }}** saja", facts()).blocks
    assert block.lines[0] == (Run("IKM "), Run("87,33", bold=True), Run(" saja"))


def test_an_unknown_placeholder_is_reported_once_and_stays_as_typed():
    resolved = resolve("{{ tiada }} dan {{ ikm }}, {{ tiada }}, {{ 7*7 }}, {{ f.source }}", facts())
    assert resolved.unknown == ("tiada", "7*7", "f.source")
    assert text_of(resolved.blocks) == "{{ tiada }} dan 87,33, {{ tiada }}, {{ 7*7 }}, {{ f.source }}"


def test_a_passage_amid_words_is_reported():
    assert unknown_placeholders("Dasar: {{ dasar_hukum }}") == ("dasar_hukum",)
    assert unknown_placeholders("- {{ dasar_hukum }}") == ("dasar_hukum",)
    assert unknown_placeholders("{{ dasar_hukum }}") == ()
    assert unknown_placeholders("Dasar:\n\n**{{ dasar_hukum }}**") == ()


def nasty_cycle():
    office = make_office(name=NASTY, short_name=NASTY)
    plans = (make_plan(NASTY), make_plan(NASTY, "in_progress"))
    return make_cycle(office=office, followup=make_followup((of("waktu", *plans, rationale=NASTY),)))


def test_a_value_is_never_read_again_as_placeholder_or_markup():
    (block,) = resolve("Nama: {{ daftar_rtl_selesai }}", facts(nasty_cycle())).blocks
    assert block.lines[0] == (Run(f"Nama: {NASTY}"),)


def test_nor_is_a_passages():
    blocks = resolve("{{ uraian_prioritas }}", facts(nasty_cycle())).blocks
    runs = [run for block in blocks for line in block.lines for run in line]
    assert [run.text for run in runs if "ikm" in run.text] == [NASTY]


def test_every_section_of_the_cycle_file_has_its_place():
    assert tuple(SECTIONS) == NARRATIVE_KEYS


@in_one_test("key", SECTIONS)
def test_an_offices_own_text_stands_in_place_of_the_standard_one(key):
    own = section(key, facts(make_cycle(narrative={key: "IKM *kami* {{ ikm }}."})))
    assert (own.own, text_of(own.blocks)) == (True, "IKM kami 87,33.")
    standard = section(key, facts())
    assert not standard.own
    assert "kami 87,33" not in text_of(standard.blocks)
