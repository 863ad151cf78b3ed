"""Names of sheets as every program for spreadsheets takes them, and what makes a page a form."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from offices.spreadsheets.pages import LONGEST_NAME, Column, Page, Typed, sheet_names
from tests.cases import in_one_test

PAGE = Page("RTL", "Rencana", (), (Column("Unsur", 20), Column("Nilai", 8)), ())


@in_one_test(
    ("wanted", "names"),
    [
        (("RTL", "Nilai"), ("RTL", "Nilai")),
        (("RTL", "RTL", "RTL"), ("RTL", "RTL (2)", "RTL (3)")),
        (("RTL", "rtl"), ("RTL", "rtl (2)")),
        (("RTL (2)", "RTL", "RTL"), ("RTL (2)", "RTL", "RTL (3)")),
        (("Jan/Feb: [2025]?*\\",), ("Jan Feb 2025",)),
        (("  Hasil \t survei\n",), ("Hasil survei",)),
        (("'Hasil'",), ("Hasil",)),
        (("'Jum'at'",), ("Jum'at",)),
        (("", "?", "'"), ("Lembar", "Lembar (2)", "Lembar (3)")),
        (("A" * 40, "A" * 50), ("A" * 31, f"{'A' * 27} (2)")),
        ((f"{'A' * 30} B",), ("A" * 30,)),
        ((f"{'A' * 26} {'B' * 9}",) * 2, (f"{'A' * 26} BBBB", f"{'A' * 26} (2)")),
    ],
)
def test_a_sheet_is_named_as_wanted_as_far_as_a_program_takes_it(wanted, names):
    assert sheet_names(wanted) == names


@given(st.lists(st.text(alphabet="aA'[]:*?/\\ (2)\n", max_size=40), max_size=6))
def test_whatever_is_wanted_each_sheet_has_a_name_of_its_own_that_can_be_taken(wanted):
    names = sheet_names(tuple(wanted))
    assert len(names) == len(wanted) == len({name.casefold() for name in names})
    for name in names:
        assert 0 < len(name) <= LONGEST_NAME
        assert name == name.strip() and not name.startswith("'")
        assert not re.search(r"[\[\]:*?/\\\n]", name)


def test_a_page_is_a_form_once_something_may_be_typed_below_a_heading():
    assert not PAGE.is_form
    assert not replace(PAGE, to_fill=9).is_form
    assert replace(PAGE, columns=(*PAGE.columns, Column("Status", 9, typed=Typed("Pilih.")))).is_form
