"""Names of folders and files: every machine takes them, none leads elsewhere, no two are alike."""

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight.pack.names import (
    DOTTED,
    LONGEST,
    LONGEST_FILE,
    RESERVED,
    TOO_LONG,
    WRONG,
    capitals,
    doubled,
    fault_of,
    file_name,
    folder_names,
)
from tests.mass import examples

ALLOWED = string.ascii_letters + string.digits + " ._-"
ON_EVERY_MACHINE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._-]*[A-Za-z0-9])?")
DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(10))}
sound_names = st.text(ALLOWED, min_size=1, max_size=LONGEST).filter(lambda name: not fault_of(name))


@pytest.mark.parametrize("name", ["1_6", "Indikator 6", "A.1.VI.iv.a", "LAPORAN-SKM", "x", "CONTOH", "COM10", "A" * 60])
def test_what_offices_call_things_is_taken(name):
    assert fault_of(name) == ""


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", WRONG),
        (".", WRONG),
        ("..", WRONG),
        ("../etc", WRONG),
        ("a/b", WRONG),
        ("a\\b", WRONG),
        ("C:", WRONG),
        (" depan", WRONG),
        ("titik.", WRONG),
        ("-rf", WRONG),
        ("a\nb", WRONG),
        ("akhir\n", WRONG),
        ("Évaluasi", WRONG),
        ("a\u202eb", WRONG),
        ("<b>", WRONG),
        ("a..b", DOTTED),
        ("con", RESERVED),
        ("NUL.2025", RESERVED),
        ("lpt1", RESERVED),
        ("A" * 61, TOO_LONG),
    ],
)
def test_a_name_that_some_machine_refuses_is_refused_in_a_sentence(name, sentence):
    assert fault_of(name) == sentence


@given(st.text(max_size=80))
@settings(max_examples=examples(500), deadline=None)
def test_a_name_without_a_fault_is_taken_by_every_machine(name):
    if not fault_of(name):
        assert ON_EVERY_MACHINE.fullmatch(name)
        assert ".." not in name
        assert name.split(".")[0].upper() not in DEVICES
        assert len(name) <= LONGEST


@given(st.integers(1, 1500), sound_names, st.lists(st.text(max_size=300), max_size=4))
@settings(max_examples=examples(500), deadline=None)
def test_whatever_stands_in_the_data_the_file_has_a_safe_name(number, name, details):
    made = file_name(number, name, details)
    assert ON_EVERY_MACHINE.fullmatch(made)
    assert ".." not in made
    assert made.endswith(".pdf")
    assert made.startswith(f"{number:02d}_{name[:20].rstrip(' ._-')}")
    assert len(made) <= LONGEST_FILE
    assert made.partition(".")[0].upper() not in DEVICES


@given(sound_names, st.lists(st.text(max_size=300), max_size=3), st.integers(2, 130))
@settings(max_examples=examples(100), deadline=None)
def test_files_of_a_folder_differ_even_where_their_ends_are_cut(name, details, many):
    made = [file_name(number, name, details).casefold() for number in range(1, many)]
    assert len(set(made)) == len(made)


@given(st.lists(sound_names, min_size=1, max_size=6), st.lists(sound_names, max_size=3))
@settings(max_examples=examples(200), deadline=None)
def test_folders_differ_whatever_two_offices_chose(names, taken):
    wanted = {str(number): name for number, name in enumerate(names)}
    made = folder_names(wanted, taken)
    used = [name.casefold() for name in (*made.values(), *taken)]
    assert len({*used}) == len({*(name.casefold() for name in taken)}) + len(made)
    assert all(made[key].startswith(wanted[key]) for key in wanted)
    assert not any(fault_of(name) for name in made.values() if len(name) <= LONGEST)


def test_names_are_alike_whatever_their_case_is():
    assert doubled({"a": "Satu", "b": "SATU", "c": "Dua"}) == ["b"]
    assert doubled({"a": "Satu"}, ["satu"]) == ["a"]
    assert doubled({"a": "Satu", "b": "Dua"}) == []
    assert folder_names({"a": "Satu", "b": "satu", "c": "Satu_2"}) == {"a": "Satu", "b": "satu_2", "c": "Satu_2_2"}


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Semester I 2025", "SEMESTER_I_2025"),
        ("12/ORT.07-SD/3521/2025", "12_ORT_07_SD_3521_2025"),
        ("Café – Ngawi", "CAFE_NGAWI"),
        ("../..\\", ""),
        ("中文", ""),
    ],
)
def test_words_become_plain_capitals(words, made):
    assert capitals(words) == made


def test_a_file_is_named_as_the_guide_for_uploads_wants():
    assert file_name(4, "LAPORAN_SKM", ("Triwulan I 2025",)) == "04_LAPORAN_SKM_TRIWULAN_I_2025.pdf"
    assert file_name(104, "LAPORAN_SKM", ("", "Tahun 2025")) == "104_LAPORAN_SKM_TAHUN_2025.pdf"


def test_a_file_name_is_cut_at_its_end_and_never_ends_in_a_mark():
    made = file_name(7, "NOTULEN", ("A" * 84, "B"))
    assert made == f"07_NOTULEN_{'A' * 84}.pdf"
    assert len(file_name(7, "NOTULEN", ("A" * 200,))) == LONGEST_FILE


def test_a_third_folder_of_one_name_gets_the_next_number():
    assert [*folder_names(dict.fromkeys("abc", "Satu")).values()] == ["Satu", "Satu_2", "Satu_3"]
