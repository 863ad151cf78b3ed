"""What of a text may tell who a person is, pointed out where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.suggestions.personal import kinds_in, parts_of
from tests.cases import in_one_test

PHONE, NIK, NIP, MAIL = "nomor telepon", "NIK atau nomor KK", "NIP", "alamat surel"


@in_one_test(
    ("personal", "kind"),
    [
        *((text, PHONE) for text in ("081234567890", "0812-3456-7890", "+62 812 3456 7890", "62812.3456.789")),
        *((text, PHONE) for text in ("(0351) 749123".strip("("), "0351749123", "8123456789")),
        *((text, NIK) for text in ("3521010101900001", "3521 0101 0190 0001", "35.21.01.010190.0001")),
        *((text, NIP) for text in ("198501012010011001", "19850101 201001 1 001")),
        *((text, MAIL) for text in ("orang.satu@contoh.go.id", "a+b@contoh.com", "orang (at) contoh.id")),
    ],
)
def test_it_is_found_within_a_text(personal, kind):
    text = f"Hubungi saya di {personal}, terima kasih."
    assert kinds_in(text) == (kind,)
    (found,) = [part.text for part in parts_of(text) if part.kind]
    assert personal in found


@pytest.mark.parametrize(
    "text",
    [
        "Pelayanan pukul 08.00-12.00 dan 13.00–17.00",
        "Sejak 01-01-2025 antrean panjang",
        "Biaya Rp1.500.000, bukan Rp2.000.000",
        "PermenPANRB 14/2017 pasal 8",
        "Nomor antrean 0123",
        "Loket 1, 2, 3 dan 4",
        "@kantor bagus",
    ],
)
def test_times_days_and_sums_are_nobody(text):
    assert kinds_in(text) == ()


def test_several_kinds_are_told_once_each_in_their_order():
    text = "081234567890 atau 081234567891, surel a@b.co, NIK 3521010101900001"
    assert kinds_in(text) == (PHONE, MAIL, NIK)


@given(
    st.lists(st.sampled_from(["0812 3456 7890", "3521010101900001", "a@b.co", "loket ", "\n", ", ", "9"])).map("".join)
)
def test_the_pieces_are_the_whole_text(text):
    assert "".join(part.text for part in parts_of(text)) == text
    assert all(part.text for part in parts_of(text))


@given(st.from_regex(r"08[1-9][0-9]{8,10}", fullmatch=True), st.sampled_from(["", "-", " ", "."]))
def test_every_mobile_number_is_found_however_it_is_grouped(number, sign):
    assert PHONE in kinds_in(sign.join((number[:4], number[4:8], number[8:])))
