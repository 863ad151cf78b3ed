"""Numbers of pages as people write them."""

import pytest

from followups.papers.numbers import MOST, page_numbers
from offices.declining import Declined


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1", [1]),
        ("1, 3-5", [1, 3, 4, 5]),
        ("5–3; 1", [3, 4, 5, 1]),
        (" 2 , 2, 1-2 ,", [2, 1]),
        ("3 - 4", [3, 4]),
    ],
)
def test_what_is_meant_comes_once_and_as_written(text, numbers):
    assert page_numbers(text, 6) == numbers


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "paling sedikit satu nomor"),
        (" , ", "paling sedikit satu nomor"),
        ("satu", "“satu” bukan nomor halaman"),
        ("1-2-3", "“1-2-3” bukan"),
        ("0", "halaman 0 tidak ada"),
        ("2-9", "Berkas ini berisi 6 halaman; halaman 9 tidak ada"),
        ("99999", "bukan nomor halaman"),
        ("²", "bukan nomor halaman"),
    ],
)
def test_what_is_no_page_is_said(text, said):
    with pytest.raises(Declined, match=said):
        page_numbers(text, 6)


def test_more_than_may_be_taken_at_once_is_refused_before_any_is_drawn():
    assert len(page_numbers(f"1-{MOST}", 400)) == MOST
    with pytest.raises(Declined, match="Paling banyak 10 halaman"):
        page_numbers(f"1-{MOST + 1}", 400)
