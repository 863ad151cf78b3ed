"""Posts and persons beside units: as people type them, as rows keep them, and how many and how long they may be."""

import pytest

from followups.others import LONGEST, MOST, as_kept, as_typed, fault_of, others_in


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("", ()),
        (" ; \n ;", ()),
        ("Kasi Pelayanan", ("Kasi Pelayanan",)),
        ("Kasi Pelayanan; Kepala Tata Usaha", ("Kasi Pelayanan", "Kepala Tata Usaha")),
        ("Kasi Pelayanan\r\nKepala Tata Usaha\n", ("Kasi Pelayanan", "Kepala Tata Usaha")),
        ("Budi, S.H.; Kepala Seksi Umum dan Aset", ("Budi, S.H.", "Kepala Seksi Umum dan Aset")),
        ("  Kasi \t Pelayanan ", ("Kasi Pelayanan",)),
        ("Kasi\N{NO-BREAK SPACE}Pelayanan", ("Kasi Pelayanan",)),
        ("Kasi Pela\N{SOFT HYPHEN}yanan", ("Kasi Pelayanan",)),
    ],
)
def test_they_stand_between_semicolons_and_in_lines(text, others):
    assert others_in(text) == others


def test_each_is_named_once_as_it_was_written_first():
    assert others_in("Kasi Pelayanan; KASI  pelayanan; Camat; kasi pelayanan") == ("Kasi Pelayanan", "Camat")


@pytest.mark.parametrize("others", [(), ("Camat",), ("Budi, S.H.", "Kepala Seksi Umum dan Aset")])
def test_what_is_typed_and_what_is_kept_say_the_same(others):
    assert others_in(as_typed(others)) == others_in(as_kept(others)) == others


def test_they_are_typed_in_a_line_and_kept_in_lines():
    assert (as_typed(["Camat", "Lurah"]), as_kept(["Camat", "Lurah"])) == ("Camat; Lurah", "Camat\nLurah")


@pytest.mark.parametrize(
    ("others", "fault"),
    [
        ((), ""),
        (("a",) * MOST, ""),
        (("a",) * (MOST + 1), "Tulis paling banyak 10 jabatan atau orang; di sini ada 11."),
        (("a" * LONGEST,), ""),
        (("Camat", "b" * (LONGEST + 1)), f"“{'b' * 40}…” terlalu panjang; paling banyak 100 karakter."),
        (("b" * (LONGEST + 1), "c" * (LONGEST + 1)), f"“{'b' * 40}…” terlalu panjang; paling banyak 100 karakter."),
    ],
)
def test_there_may_be_ten_of_a_hundred_characters(others, fault):
    assert fault_of(others) == fault


def test_they_are_counted_also_where_nobody_keeps_the_list():
    assert fault_of(name for name in "abcdefghijk").startswith("Tulis paling banyak 10")
