"""The NIP is checked as the regulation lays it down, printed in its groups, and masked for the public."""

from datetime import date

import pytest

from offices.nip import check_nip, clean_nip, format_nip, mask_nip, nip_fault
from tests.cases import in_one_test

NIP = "198305032009021002"
TODAY = date(2026, 1, 15)


def fault(nip, **options):
    with pytest.raises(ValueError, match=r"\.$") as refused:
        check_nip(nip, today=TODAY, **options)
    return str(refused.value)


@pytest.mark.parametrize("nip", [NIP, "196608011988031001", "200001012024052123"])
def test_it_accepts_a_nip(nip):
    check_nip(nip, today=TODAY)


@in_one_test(
    "typed",
    [
        *(
            " 19830503 200902.1\u00a0002\n",
            "NIP. 198305032009021002",
            "NIP 19830503 200902 1 002",
            "nip: 198305032009021002",
            "N.I.P. 198305032009021002",
            "NIP (19830503 200902 1 002)",
        ),
        *(
            "19830503-200902-1-002",
            "19830503–200902–1–002",
            "'198305032009021002",
            "’198305032009021002",
            "`198305032009021002",
        ),
        *(
            "198305032009021002\u200b",
            "\ufeff198305032009021002",
            "\u202d198305032009021002\u202c",
            "NIP.19830503.200902.1.002",
        ),
        *("NIP : 19830503 200902 1 002", "19830503/200902/1/002", '"198305032009021002"', "NIP.\t198305032009021002"),
        "１９８３０５０３２００９０２１００２",
        *("NIPPPK 198305032009021002", "19830503 200902 1 002.", "1983 0503 2009 0210 02"),
    ],
)
def test_it_takes_out_what_people_write_around_the_digits(typed):
    assert clean_nip(typed) == NIP


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        ("19830503200902100", "Yang ditulis 17 angka"),
        ("1983050320090210022", "Yang ditulis 19 angka"),
        ("19830503 200902 L 002", "Hapus “L”"),
        ("NIK 198305032009021002", "Hapus “NIK”"),
        ("1.98305E+17", "format selnya dari Umum atau Angka menjadi Teks"),
        ("1,98305032009021e17", "format selnya"),
    ],
)
def test_what_is_left_is_told(typed, cause):
    assert cause in fault(clean_nip(typed))


@pytest.mark.parametrize("nip", ["", "1983", NIP + "1", NIP[:-1] + "X", "١٩٨٣٠٥٠٣٢٠٠٩٠٢١٠٠٢", NIP + "\n"])
def test_it_wants_eighteen_digits(nip):
    assert "18 angka" in fault(nip)


@pytest.mark.parametrize("born", ["19830230", "19831301", "00000101", "19830532"])
def test_it_wants_a_real_birth_date(born):
    assert "tanggal lahir" in fault(born + NIP[8:])


def test_it_refuses_a_birth_date_to_come():
    assert "sudah lewat" in fault("20260116" + NIP[8:])


@pytest.mark.parametrize("month", ["00", "13", "21"])
def test_it_wants_a_real_month_of_appointment(month):
    assert "bulan pengangkatan" in fault(NIP[:12] + month + NIP[14:])


def test_it_refuses_an_appointment_to_come():
    assert "belum tiba" in fault("19830503" + "202602" + NIP[14:])
    check_nip("19830503" + "202601" + NIP[14:], today=TODAY)


@pytest.mark.parametrize(("year", "right"), [(1999, False), (2000, True), (2043, True), (2044, False)])
def test_it_wants_an_age_of_17_to_60_at_the_appointment(year, right):
    nip, later = f"19830503{year}021002", date(2050, 1, 1)
    if right:
        check_nip(nip, today=later)
    else:
        with pytest.raises(ValueError, match="17 dan 60"):
            check_nip(nip, today=later)


@pytest.mark.parametrize("sex", ["0", "3", "9"])
def test_it_wants_a_sex_of_1_or_2(sex):
    assert "1 (pria) atau 2 (wanita)" in fault(NIP[:14] + sex + NIP[15:])


def test_the_number_of_a_contract_employee_has_no_month_of_appointment():
    number = "198305032023212001"
    assert "pengangkatan" in fault(number)
    check_nip(number, pppk=True, today=TODAY)


def test_the_number_of_a_contract_employee_is_still_held_to_length_and_birth_date():
    assert "18 angka" in fault("19830503", pppk=True)
    assert "tanggal lahir" in fault("198302302023212001", pppk=True)


def test_it_is_printed_in_its_groups():
    assert format_nip(NIP) == "19830503 200902 1 002"


@pytest.mark.parametrize("other", ["", "1983", "belum ada"])
def test_what_is_no_nip_is_printed_as_it_is(other):
    assert format_nip(other) == other
    assert mask_nip(other) == other


def test_masking_hides_the_whole_birth_date():
    masked = mask_nip(NIP)
    assert not any(part in masked for part in ("1983", "0503", "830503"))
    assert masked.endswith("200902 1 002")


CONTRACT = "198305032023211002"


@pytest.mark.parametrize(
    ("nip", "pppk", "hinted"),
    [(CONTRACT, False, True), (CONTRACT, True, False), (NIP[:-1], False, False), ("9" * 18, False, False)],
)
def test_a_number_that_only_a_contract_employee_can_have_is_told_as_that(nip, pppk, hinted):
    assert ("tandai sebagai PPPK" in nip_fault(nip, pppk=pppk)) == hinted
    assert bool(nip_fault(nip, pppk=pppk)) == (nip != CONTRACT or not pppk)
