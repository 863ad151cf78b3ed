"""The one check of every reason."""

import pytest

from offices.declining import Declined
from reports.findings.reasons import LONGEST_REASON, checked_reason


def test_a_reason_is_kept_without_what_surrounds_it():
    assert checked_reason("  Anggaran\r\nterbatas.\N{ZERO WIDTH SPACE} \n") == "Anggaran\nterbatas."


def test_the_longest_one_is_kept_whole():
    assert checked_reason("x" * LONGEST_REASON) == "x" * LONGEST_REASON


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("", "Alasan belum diisi. Tuliskan alasannya dalam satu atau dua kalimat."),
        (" \r\n\N{ZERO WIDTH SPACE}", "Alasan belum diisi. Tuliskan alasannya dalam satu atau dua kalimat."),
        ("x" * 2001, "Alasan ini 2001 karakter; paling banyak 2000. Ringkaskan dahulu."),
    ],
)
def test_it_declines_with_what_to_do(reason, sentence):
    with pytest.raises(Declined) as declined:
        checked_reason(reason)
    assert str(declined.value) == sentence


def test_who_asks_says_what_is_missing():
    with pytest.raises(Declined, match="Tuliskan mengapa"):
        checked_reason(" ", "Tuliskan mengapa.")
