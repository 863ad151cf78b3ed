"""Document numbers by an office's pattern."""

from datetime import date

import pytest

from offices.declining import Declined
from offices.numbering import check_pattern, document_number

PATTERN = "{nomor}/{klasifikasi}-{jenis}/{kode}/{tahun}"
DAY = date(2026, 1, 9)


def number(pattern=PATTERN, running="12", classification="ORT.07", unit_code="3521"):
    return document_number(pattern, running, classification=classification, unit_code=unit_code, dated=DAY)


def test_it_is_what_the_pattern_says():
    assert number() == "12/ORT.07-LAP/3521/2026"
    assert number("{nomor}/SKM/{tahun}", " 7A ") == "7A/SKM/2026"


def test_an_office_without_a_pattern_has_no_numbers():
    assert number("") == ""


@pytest.mark.parametrize("running", ["", "  ", "12/13", "<b>", "x" * 21])
def test_a_running_number_is_one(running):
    with pytest.raises(Declined, match="Nomor urut"):
        number(running=running)


@pytest.mark.parametrize(
    "pattern", ["{tahun}", "{nomor}/{bulan}", "{nomor", "nomor}", "{nomor!r}", "{nomor:>9}", "{{nomor}}"]
)
def test_a_pattern_has_the_running_number_and_known_fields_only(pattern):
    with pytest.raises(Declined, match="tidak dapat dipakai"):
        number(pattern)


def test_what_the_pattern_asks_for_must_be_known():
    with pytest.raises(Declined, match="kode klasifikasi dan kode satuan kerja"):
        check_pattern(PATTERN, classification=" ", unit_code="")
    check_pattern("{nomor}/{tahun}", classification="", unit_code="")


def test_a_number_has_a_longest_length():
    with pytest.raises(Declined, match="terlalu panjang"):
        number("{nomor}" + "/SKM" * 30)
