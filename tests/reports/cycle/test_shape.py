"""Values of a cycle file as they are read: what just fits, what just does not, and how it is told. Pure."""

import json
from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.faults import CycleFaults
from reports.cycle.parse_followup import file_name, folded, is_safe_name
from reports.cycle.parse_scores import InstrumentKeys, answers_behind, count, grades, index, scores
from reports.cycle.shape import Absent, FaultList, Node, Object, Unfit, note_repeats, read_json
from tests.cases import in_one_test

KEYS = InstrumentKeys(("waktu", "biaya"), ("A", "B"))


def node_of(value, path="nilai"):
    """A node as the file would hold it: through its JSON."""
    return Node(read_json(json.dumps({"isi": value}))["isi"], path, FaultList())


def read(reader, value):
    """What is made of a value, and the faults that were noted."""
    node = node_of(value)
    return reader(node), [str(fault) for fault in node.faults.found]


@pytest.mark.parametrize(
    ("value", "found"),
    [(1, 1), (5, 5), (0, None), (6, None), (True, None), ("3", None), (None, None), (3.0, None), ([3], None)],
)
def test_a_number_is_whole_and_within_its_bounds(value, found):
    number, faults = read(lambda node: node.integer(1, 5), value)
    assert number == (found or 1)
    assert bool(faults) is (found is None)
    assert all("seharusnya bilangan bulat 1–5" in fault for fault in faults)


@pytest.mark.parametrize(
    ("digits", "found"),
    [("9" * 18, 10**18 - 1), ("9" * 19, Unfit("9" * 19)), ("1.5", Unfit("1.5")), ("1e3", Unfit("1e3"))],
)
def test_a_number_that_no_cycle_holds_is_kept_as_it_was_written(digits, found):
    assert read_json(digits) == found


@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no_are_no_numbers_and_no_words(value):
    assert read(Node.boolean, value) == (value, [])


@pytest.mark.parametrize("value", [0, 1, "true", "ya", None])
def test_what_only_means_yes_or_no_is_neither(value):
    found, (fault,) = read(Node.boolean, value)
    assert found is False and "true atau false" in fault


@pytest.mark.parametrize(
    ("value", "longest", "fault"),
    [("abc", 3, ""), ("abcd", 3, "4 karakter; paling banyak 3"), ("abcd", None, ""), ("", 3, "tidak kosong")],
)
def test_a_text_says_something_and_is_not_too_long(value, longest, fault):
    _text, faults = read(lambda node: node.text(longest), value)
    assert [fault in told for told in faults] == [True] * bool(fault)


@pytest.mark.parametrize(("value", "text"), [(None, None), ("", None), (" \u200b", None), (" a ", "a")])
def test_a_text_that_may_be_left_out_is_one_or_nothing(value, text):
    found, faults = read(Node.optional_text, value)
    assert (found and found.strip(), faults) == (text, [])


def test_what_may_be_null_says_so_and_what_may_not_does_not():
    _found, (nullable,) = read(lambda node: node.or_null(Node.day), 7)
    _found, (needed,) = read(Node.day, 7)
    assert 'TTTT-BB-HH" atau null, tetapi tertulis bilangan 7' in nullable
    assert "atau null" not in needed
    assert read(lambda node: node.or_null(Node.day), None) == (None, [])


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, "null"),
        (True, "true"),
        (12, "bilangan 12"),
        (1.5, "bilangan 1.5"),
        ("x" * 80, f'"{"x" * 59}…"'),
        ([], "daftar"),
        ({}, "objek"),
    ],
)
def test_what_stands_there_instead_is_told(value, told):
    _found, (fault,) = read(Node.month, value)
    assert fault.endswith(f"tetapi tertulis {told}")


@in_one_test(
    ("value", "day"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
        ("9998-12-31", date(9998, 12, 31)),
        ("9999-01-01", None),
        ("2025-02-29", None),
        ("2025-2-3", None),
        ("2025-02-03T00:00", None),
        ("20250203", None),
        ("٢٠٢٥-٠٢-٠٣", None),
    ],
)
def test_a_day_is_one_of_the_calendar(value, day):
    found, faults = read(Node.day, value)
    assert (found, bool(faults)) == (day or date.min, day is None)
    assert all(("sebelum tahun 9999" in fault) is value.startswith("9999") for fault in faults)


@in_one_test(
    ("value", "month"),
    [
        ("2025-01", Month(2025, 1)),
        ("9998-12", Month(9998, 12)),
        ("9999-01", None),
        ("2025-00", None),
        ("2025-13", None),
    ],
)
def test_a_month_is_one_of_the_calendar(value, month):
    found, faults = read(Node.month, value)
    assert (found, bool(faults)) == (month or Month(1, 1), month is None)


def test_a_list_may_be_as_long_as_the_longest_and_its_entries_know_their_places():
    found, faults = read(Node.items, [1] * 2_000)
    assert (len(found), found[-1].path, faults) == (2_000, "nilai[1999]", [])
    found, (fault,) = read(Node.items, [1] * 2_001)
    assert found == [] and "daftar terlalu panjang: 2001; paling banyak 2000" in fault


def test_what_an_object_lacks_and_what_it_has_too_much_is_told_by_its_path():
    node = node_of({"ada": 1, "asing": 2, "kunci aneh\n": 3})
    parts = node.fields("ada", "tiada", boleh="biasa")
    assert {key: part.value for key, part in parts.items()} == {"ada": 1, "tiada": Absent.MISSING, "boleh": "biasa"}
    assert parts["ada"].sound and not parts["tiada"].sound and parts["boleh"].sound
    assert [str(fault) for fault in node.faults.found] == [
        "nilai.asing: kunci tidak dikenal; yang dikenal: ada, tiada, boleh",
        'nilai."kunci aneh\\n": kunci tidak dikenal; yang dikenal: ada, tiada, boleh',
    ]
    parts["tiada"].text()
    assert str(node.faults.found[-1]) == "nilai.tiada: kunci ini tidak ada; seharusnya teks yang tidak kosong"


def test_what_hangs_on_an_object_that_is_none_is_not_told_again():
    node = node_of([])
    parts = node.fields("a", "b")
    assert parts["a"].text() == "" and parts["b"].integer(0, 1) == 0
    assert [fault.path for fault in node.faults.found] == ["nilai"]


def test_a_key_that_stands_twice_has_its_last_value_and_a_fault():
    node = Node(read_json('{"a": 1, "a": 2, "b": 3}'), "", FaultList())
    assert isinstance(node.value, Object)
    assert {key: member.value for key, member in node.members().items()} == {"a": 2, "b": 3}
    assert [fault.path for fault in node.faults.found] == ["a"]


def test_a_repeat_is_told_at_the_later_place_and_what_was_faulty_anyhow_is_left_out():
    items = node_of(["a", "b", "a", 7, 7, "a"]).items()
    keys = [item.code() if isinstance(item.value, str) else item.text() for item in items]
    note_repeats(items, keys)
    told = [str(fault) for fault in items[0].faults.found if "sudah disebut" in fault.message]
    assert told == [f'nilai[{place}]: "a" sudah disebut pada nilai[0]' for place in (2, 5)]


def test_a_choice_is_told_with_all_that_is_known():
    assert read(lambda node: node.choice(("a", "b"), "huruf"), "b") == ("b", [])
    for value, fault in (("c", '"c" bukan huruf; yang dikenal: a, b, "*"'), (7, 'seharusnya huruf: a, b, "*"')):
        found, (told,) = read(lambda node: node.choice(("a", "b"), "huruf", '"*"'), value)
        assert found == "" and fault in told


@pytest.mark.parametrize(
    ("text", "where"),
    [('{"a": 1,}', "baris 1, kolom 9"), ('{\n"a" 1}', "baris 2, kolom 5")],
)
def test_what_is_no_json_is_told_by_line_and_column(text, where):
    with pytest.raises(CycleFaults, match=rf"bukan JSON yang sah \({where}\)"):
        read_json(text)


def test_bytes_that_are_no_text_are_told_by_their_place_and_a_mark_at_the_beginning_is_none():
    with pytest.raises(CycleFaults, match=r"bukan teks UTF-8 \(byte ke-4\)"):
        read_json(b'{"a\xff": 1}')
    assert read_json("\ufeff1") == read_json(b"\xef\xbb\xbf1") == 1


# --- scores, indexes, counts


@in_one_test(
    ("value", "found"),
    [
        *(("25", "25.00"), ("25.00", "25.00"), ("100", "100.00"), ("99.999999", "99.999999"), ("87.3", "87.30")),
        *(("24.999999", None), ("100.000001", None), ("100.01", None), ("087.36", None), ("87.", None), ("+87", None)),
    ],
)
def test_an_index_is_one_between_its_ends(value, found):
    number, faults = read(index, value)
    assert (str(number), bool(faults)) == (found or "25.00", found is None)


@in_one_test(
    ("value", "found"),
    [("1.00", "1.00"), ("4.00", "4.00"), ("3.333333", "3.333333"), ("0.99", None), ("4.01", None), ("3.3", None)],
)
def test_a_score_is_one_between_its_ends(value, found):
    number, faults = read(lambda node: scores(node, KEYS, 2), {"waktu": value})
    assert (str(number["waktu"]), bool(faults)) == (found or "1.00", found is None)


def test_scores_come_in_the_order_of_the_instrument_and_in_the_first_version_all_or_none():
    whole = {"biaya": "3.00", "waktu": "2.00"}
    assert list(read(lambda node: scores(node, KEYS, 1), whole)[0]) == ["waktu", "biaya"]
    assert read(lambda node: scores(node, KEYS, 1), {}) == ({}, [])
    assert read(lambda node: scores(node, KEYS, 2), {"biaya": "3.00"}) == ({"biaya": Decimal("3.00")}, [])
    _found, (fault,) = read(lambda node: scores(node, KEYS, 1), {"biaya": "3.00"})
    assert fault.startswith("nilai.waktu: kunci ini tidak ada")


def test_without_an_instrument_nothing_is_said_of_elements_and_grades():
    assert read(lambda node: scores(node, None, 1), {"asing": "3.00"}) == ({"asing": Decimal("3.00")}, [])
    assert read(lambda node: grades(node, None), {"asing": "Z"}) == ({}, [])
    found, (fault,) = read(lambda node: grades(node, KEYS), {"waktu": "Z", "biaya": "B"})
    assert found == {"waktu": "", "biaya": "B"} and "mutu instrumen ini" in fault


def test_only_what_has_a_score_has_answers_and_at_least_one():
    behind = {"waktu": Decimal(3), "biaya": Decimal(3)}
    assert read(lambda node: answers_behind(node, behind), {"biaya": 1, "waktu": 2_147_483_647}) == (
        {"waktu": 2_147_483_647, "biaya": 1},
        [],
    )
    for value, path in (({"waktu": 0}, "nilai.waktu"), ({"lain": 3}, "nilai.lain")):
        _found, (fault,) = read(lambda node: answers_behind(node, behind), value)
        assert fault.startswith(path)


@pytest.mark.parametrize(("value", "sound"), [(0, True), (2_147_483_647, True), (2_147_483_648, False), (-1, False)])
def test_a_count_is_one_that_a_database_holds(value, sound):
    assert (read(count, value)[1] == []) is sound


# --- names of files


@in_one_test(
    ("name", "safe"),
    [
        *(("01.jpg", True), ("photos/01.jpg", True), ("a/b/c.jpg", True), (".a/b", True), ("a.b/c d.jpg", True)),
        *(("x" * 180, True), ("x" * 181, False), ("", False), ("/a", False), ("a/", False), ("a//b", False)),
        *(("a/../b", False), ("./a", False), (". ./a", False), ("a/ /b", False), ("C:a", False), ("c:/a", False)),
        *(("a\\b", False), ("a\u202eb", False), ("a\tb", False), ("1:a", True)),
    ],
)
def test_a_name_leads_to_a_place_inside_the_zip_on_any_system(name, safe):
    assert is_safe_name(name) is safe


def test_names_are_one_to_storages_that_ignore_case_and_how_accents_are_composed():
    assert folded("Photos/É.JPG") == folded("photos/e\u0301.jpg")
    assert folded("a.jpg") != folded("b.jpg")


@pytest.mark.parametrize("value", ["cycle.json", "CYCLE.json", "../a", 7, None])
def test_a_name_that_cannot_be_is_told_with_what_one_looks_like(value):
    found, (fault,) = read(file_name, value)
    assert found == "" and 'seperti "photos/01.jpg", paling panjang 180 karakter' in fault
