"""Where a line may end within what is no plain word, and how small a number is printed to stay on one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.words.breaking import JOINT, NARROW, SOFT_HYPHEN, pieces_of

texts = st.text(st.sampled_from("abeiou1234567890.,/-_@ \n()Rp%xé漢\u00a0\u00ad"), max_size=80)


def kinds(text, **options):
    return [(part.text, part.kind) for part in pieces_of(text, **options) if part.text]


def shown(text, **options):
    """The places where a line may end, as strokes."""
    parts = (part.text for part in pieces_of(text, **options))
    return "".join(parts).replace(JOINT, "|").replace(SOFT_HYPHEN, "~")


@given(texts, st.integers(0, 30))
def test_nothing_is_lost_or_added_but_places_to_break(text, shortest):
    parts = list(pieces_of(text, shortest))
    plain = "".join(part.text for part in parts if part.kind != "joint")
    hyphened = {part.text for part in parts if part.kind == "word"}
    assert plain.replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
    assert all(SOFT_HYPHEN not in part.text or SOFT_HYPHEN in text or part.text in hyphened for part in parts)
    assert all((part.kind == "joint") == (part.text == JOINT) or JOINT in text for part in parts)


@given(texts, st.integers(0, 30))
def test_only_what_is_longer_than_the_column_is_touched(text, shortest):
    if max(map(len, text.split()), default=0) <= shortest:
        assert {part.kind for part in pieces_of(text, shortest)} <= {""}


@pytest.mark.parametrize(("text", "broken"), [("a/bcdefghijkl", True), ("a/bcdefghijk", False)])
def test_a_token_is_touched_beyond_twelve_characters(text, broken):
    assert NARROW == 12
    assert ("|" in shown(text)) is broken


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("loket/pengaduan/informasi", "loket/|pengaduan/|informasi"),
        ("nama_berkas_yang_panjang.pdf", "nama_|berkas_|yang_|panjang.|pdf"),
        ("https://skm.example.go.id/a?b=1", "https://|skm.|example.|go.|id/|a?|b=|1"),
        ("nama.orang@kpu.go.id", "nama.|orang@|kpu.|go.|id"),
        ("kata-kata-ulang-ulang", "kata-|kata-|ulang-|ulang"),
        ("satu,dua,tiga,empat", "satu,|dua,|tiga,|empat"),
        ("PP.94/2021,pasal.5", "PP.94/|2021,|pasal.5"),
        ("(lihat)-(lampiran)", "(li~hat)-(lamp~iran)"),
        ("loket dan pengaduan", "loket dan pengaduan"),
    ],
)
def test_a_line_may_end_behind_a_joint_and_not_within_a_number(text, places):
    assert shown(text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("pertanggungjawabannya", "pertanggungjawabannya"),  # a word: the renderer knows its syllables
        ("(pertanggungjawabannya)", "(pertanggungjawabannya)"),
        ("mempertanggungjawabkannyalahtahu", "mempertang~gungja~wabkannya~lahtahu"),
        ("a" * 29, "a" * 29),
        ("a" * 30, "~".join(["a" * 10] * 3)),
        ("xyz12345678901", "xyz1234567~8901"),
        ("kdm12abcdef", "kdm12abcdef"),
    ],
)
def test_what_is_no_word_of_a_dictionary_gets_syllables(text, places):
    assert shown(text) == places


@pytest.mark.parametrize(("length", "kind"), [(100, "word"), (101, "endless")])
def test_what_has_no_end_may_break_anywhere(length, kind):
    assert {part.kind for part in pieces_of("b" * length)} == {kind}


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("1.234.567.890", "number"),
        ("123.456.789.012", "number"),
        ("1.234.567.890.123", "number-tight"),
        ("Rp1.234.567.890,00", "number-tight"),
        ("123.456.789.012.345", "number-tighter"),
        ("1.234.567.890.123.456", "number-tightest"),
        ("12.345.678.901.234.567", "number-tightest"),
        ("123.456.789.012.345.678", "endless"),
        ("1.234.567.890.123.456.789", "endless"),
        ("1.234.567.890,-", "number"),
        ("99.999.999,999%", "number"),
        ("Rp 12.345.678.901", "number-tight"),
    ],
)
def test_a_number_stays_whole_and_is_printed_as_small_as_it_has_to_be(number, kind):
    assert kinds(number) == [(number, kind)]
    assert kinds(f"({number}).") == [("(", ""), (number, kind), (").", "")]
    assert (number, kind) in kinds(f"sebesar {number} dari pagu")


@pytest.mark.parametrize("sign", ["-", "+", "~", "≈", "(", "“", "Rp-"])
def test_no_line_ends_between_a_sign_and_its_number(sign):
    assert shown(f"{sign}1.234.567.890") == f"{sign}1.234.567.890"


def test_a_short_number_is_plain_but_where_a_column_is_narrower():
    assert kinds("12.345.678") == [("12.345.678", "")]
    assert kinds("12.345.678", shortest=9) == [("12.345.678", "number")]
