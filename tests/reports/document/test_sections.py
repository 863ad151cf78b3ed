"""Every section has its number, its title and its text: the office's own, or the standard one."""

import pytest

from reports.cycle.model import NARRATIVE_KEYS
from reports.document.facts import facts_of
from reports.document.sections import SECTIONS, name_of, section
from reports.document.standard import STANDARD, standard_text
from tests.cases import in_one_test
from tests.make_cycle import make_cycle, make_followup, make_source, make_upkeep
from tests.reports.shapes import SHAPES, mixed, young

LOW = make_cycle(followup=make_followup(upkeep=(make_upkeep("produk"),)))


def facts(cycle=None):
    return facts_of(make_source(cycle))


def test_sections_texts_and_cycle_files_know_the_same_keys_in_the_same_order():
    assert tuple(SECTIONS) == tuple(STANDARD) == NARRATIVE_KEYS


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("kata_pengantar", "Kata Pengantar"),
        ("1.1", "1.1 Latar Belakang"),
        ("2.4", "2.4 Pemeliharaan Unsur dengan Nilai Tinggi"),
        ("3", "Pengantar Bab III"),
        ("4.penutup", "Penutup"),
    ],
)
def test_a_section_is_called_by_number_and_title(key, name):
    assert name_of(key) == name
    assert section(key, facts()).heading == name


@pytest.mark.parametrize(
    ("key", "name"),
    [("2.4", "2.4 Pemeliharaan Unsur Pelayanan"), ("3.2", "3.2 Realisasi Pemeliharaan Unsur Pelayanan")],
)
def test_where_a_low_element_is_kept_up_the_title_does_not_call_it_high(key, name):
    assert section(key, facts(LOW)).heading == name


@in_one_test("key", SECTIONS)
def test_names_are_told_apart(key):
    assert [other for other in SECTIONS if name_of(other) == name_of(key)] == [key]


@in_one_test("key", SECTIONS)
def test_anchors_are_fit_for_an_address(key):
    anchor = section(key, facts()).anchor
    assert anchor.startswith("bagian-") and "." not in anchor and " " not in anchor


def test_an_own_text_stands_in_place_of_the_standard_one():
    own = section("1.3", facts(mixed()))
    assert own.own and own.text == "Tujuan kami sendiri untuk Semester I Tahun 2025."
    standard = section("1.3", facts())
    assert not standard.own and standard.text != own.text


@pytest.mark.parametrize("typed", ["Awal {{ lain }} akhir.", "{{ lain }}", "Amid {{ uraian_rencana }} words."])
def test_a_placeholder_that_stands_for_nothing_is_named(typed):
    found = section("1.3", facts(make_cycle(narrative={"1.3": typed})))
    assert len(found.unknown_placeholders) == 1
    assert found.text == typed


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("key", SECTIONS)
def test_no_standard_text_is_empty_or_has_an_unknown_placeholder(key, shape):
    found = section(key, facts(shape()))
    assert found.text.strip()
    assert found.unknown_placeholders == ()


@in_one_test("key", SECTIONS)
def test_a_standard_text_typed_as_an_own_one_says_the_same(key):
    standard = standard_text(key, facts(young()))
    cycle = young()
    own = section(key, facts(make_cycle(**_parts(cycle) | {"narrative": {key: standard}})))
    assert own.blocks == section(key, facts(cycle)).blocks


def _parts(cycle):
    return {
        "office": cycle.office,
        "signatory": cycle.signatory,
        "survey": cycle.survey,
        "followup": cycle.followup,
    }
