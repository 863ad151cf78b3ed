"""A day as people write and paste it, and which of several things is wrong with what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offices.typed_days import DayUnclearError, day_of, day_words
from tests.cases import in_one_test

READ = {
    date(2025, 10, 20): [
        *(
            "20-10-2025",
            "20/10/2025",
            "20.10.2025",
            "20 10 2025",
            "20102025",
            " 20-10-2025 ",
            "2025-10-20",
            "2025/10/20",
        ),
        *(
            "20 Oktober 2025",
            "20 OKTOBER 2025",
            "20 okt 2025",
            "20 Okt. 2025",
            "20-Okt-2025",
            "20/Okt/2025",
            "20 Oct 2025",
        ),
        *("20–10–2025", "20—10—2025", "20−10−2025", "20 – 10 – 2025", "20 - Okt - 2025", "20251020", "2025.10.20"),
        *("Senin, 20 Oktober 2025", "senin 20-10-2025", "SENIN, 20/10/2025", "Hari Senin, 20 Oktober 2025"),
        *("Senin, tanggal 20 Oktober 2025", "20 Oktober 2025 (Senin)", "tanggal 20 Oktober 2025", "Tgl. 20 Okt 2025"),
        *("20-10-2025.", "20 Oktober 2025,", "20 Oktober, 2025", "Oktober 20, 2025", "2025 Oktober 20", "20-X-2025"),
        *("Ngawi, 20 Oktober 2025", "NGAWI, 20-10-2025", "Kab. Ngawi, 20 Okt 2025", "Ngawi, tanggal 20 Oktober 2025"),
        *(
            "Ngawi, Senin, 20 Oktober 2025",
            "Ngawi,20 Oktober 2025",
            "Toli-Toli, 20 Oktober 2025",
            "Ngawi, Oktober 20, 2025",
        ),
        *("20/10/2025 10:15", "20/10/2025 0:00:00", "2025-10-20T00:00:00", "20 Oktober 2025 pukul 10.15 WIB"),
    ],
    date(2025, 11, 20): ["20 Nopember 2025", "20 Nop 2025", "20 November 2025", "20-Nov-2025", "20/XI/2025"],
    date(2025, 2, 20): ["20 Pebruari 2025", "20 Peb 2025", "20 Februari 2025", "20-Feb-2025", "20 Febuari 2025"],
    date(2025, 8, 20): [
        "20 Agt 2025",
        "20 Agst. 2025",
        "20 Ags 2025",
        "20 Agu 2025",
        "20 Agustus 2025",
        "20-Aug-2025",
        "20 Agust. 2025",
    ],
    date(2025, 5, 1): ["1 Mei 2025", "01-05-2025", "1/5/2025", "Kamis, 1 May 2025", "2025-5-1"],
    date(2025, 10, 17): ["Jumat, 17 Oktober 2025", "Jum'at, 17 Oktober 2025", "Jum’at, 17 Okt 2025"],
    date(2025, 10, 19): ["Minggu, 19 Oktober 2025", "Ahad, 19 Oktober 2025"],
    date(2001, 12, 1): ["20011201", "01122001"],
    date(2024, 2, 29): ["２９－０２－２０２４", "29-02-2024", "29 Peb 2024"],
}
UNCLEAR = [
    ("31-02-2025", "Februari 2025 memiliki 28 hari"),
    ("29 Peb 2025", "Februari 2025 memiliki 28 hari"),
    ("32 Oktober 2025", "Tanggal 32 tidak ada"),
    ("0-10-2025", "Tanggal 0 tidak ada"),
    ("10-20-2025", "Mungkin hari dan bulannya tertukar"),
    ("20-13-2025", "Bulan 13 tidak ada. Tulis"),
    ("20-10-25", "tahun dengan empat angka"),
    ("20 Oktober 25", "tahun dengan empat angka"),
    ("20 Oktober", "Tahunnya belum ditulis"),
    ("20/10", "Tahunnya belum ditulis"),
    ("Oktober 2025", "Harinya belum ditulis"),
    ("10-2025", "Harinya belum ditulis"),
    ("20 Brumaire 2025", "Nama bulan “brumaire” tidak dikenal"),
    ("20–22 Oktober 2025", "lebih dari satu tanggal"),
    ("20 s.d. 22 Oktober 2025", "lebih dari satu tanggal"),
    ("20 sampai 22 Oktober 2025", "lebih dari satu tanggal"),
    ("20/10/2025 - 22/10/2025", "lebih dari satu tanggal"),
    ("ꦲ20-10-2025", "Hapus “ꦲ” di samping tanggalnya"),
    ("20-10-2025 (lihat)", "di samping tanggalnya"),
    ("kemarin", "bukan tanggal"),
    ("2012025", "bukan tanggal"),
    ("2025", "bukan tanggal"),
    ("२०-१०-२०२५", "bukan tanggal"),
    ("Ngawi, 20 Brumaire 2025", "Nama bulan “brumaire” tidak dikenal"),
    ("Ngawi, 20 Oktober", "Tahunnya belum ditulis"),
    ("Ngawi, Oktober 2025", "Harinya belum ditulis"),
    ("Ngawi", "bukan tanggal"),
    ("Ngawi 20 Oktober 2025", "bukan tanggal"),
    ("paling lambat, 20 Oktober 2025", "bukan tanggal"),
    ("sekitar, 20 Oktober 2025", "bukan tanggal"),
    ("20-10-0000", "Tahun 0 tidak ada"),
]


@in_one_test(("typed", "day"), [(typed, day) for day, forms in READ.items() for typed in forms])
def test_a_day_is_read_however_it_is_written(typed, day):
    assert day_of(typed) == day


@in_one_test(("typed", "cause"), UNCLEAR)
def test_what_is_no_day_is_told_with_its_cause_and_an_example(typed, cause):
    with pytest.raises(DayUnclearError, match=cause) as unclear:
        day_of(typed)
    assert str(unclear.value).endswith("misalnya 20-10-2025.")


@pytest.mark.parametrize(
    "typed",
    ["Selasa, 20 Oktober 2025", "Ngawi, Selasa 20 Oktober 2025", "Jum'at 20-10-2025", "20 Oktober 2025 (Minggu)"],
)
def test_the_wrong_weekday_is_told_with_the_right_one(typed):
    with pytest.raises(DayUnclearError, match="20 Oktober 2025 jatuh pada hari Senin, bukan"):
        day_of(typed)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_of_the_calendar_is_read_as_it_is_printed(day):
    assert day_of(day_words(day)) == day_of(f"{day:%d-%m-%Y}") == day_of(f"{day:%d%m%Y}") == day_of(str(day)) == day


@given(st.text())
def test_nothing_that_is_typed_breaks_it(typed):
    try:
        assert day_of(typed) >= date.min
    except DayUnclearError as unclear:
        assert str(unclear).endswith(".")
