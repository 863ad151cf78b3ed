"""Numbers, dates, months and lists as formal Indonesian writes them."""

from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.words.language import (
    begun_large,
    count_of,
    count_word,
    date_range,
    date_text,
    decimal_text,
    integer_text,
    join_list,
    listed,
    month_range,
    month_text,
    months_text,
    number_runs,
    ordinal_word,
    paragraphs_of,
    sentence_begun,
    sentence_end,
    short_month,
)


def months(*texts):
    return [Month.parse(text) for text in texts]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("87.36", "87,36"),
        ("4", "4,00"),
        ("3.275", "3,28"),
        ("3.2749", "3,27"),
        ("100", "100,00"),
        ("1234.5", "1.234,50"),
    ],
)
def test_decimals_have_a_comma_and_round_half_up(number, text):
    assert decimal_text(Decimal(number)) == text


def test_decimals_may_have_other_places():
    assert decimal_text(Decimal("3.27145"), 4) == "3,2715"
    assert decimal_text(Decimal("0.5"), 0) == "1"


def test_thousands_are_parted_by_points():
    assert [integer_text(number) for number in (0, 110, 12500, 1234567)] == ["0", "110", "12.500", "1.234.567"]


def test_counts_up_to_ten_are_words():
    assert [count_word(number) for number in (1, 9, 10, 11, 1200)] == ["satu", "sembilan", "sepuluh", "11", "1.200"]


def test_dates_and_months():
    assert date_text(date(2026, 1, 5)) == "5 Januari 2026"
    assert month_text(Month(2025, 8)) == "Agustus 2025"
    assert [short_month(Month(2025, number)) for number in (5, 8, 10, 12)] == ["Mei", "Agu", "Okt", "Des"]


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2025, 6, 2), date(2025, 6, 2), "2 Juni 2025"),
        (date(2025, 6, 2), date(2025, 6, 30), "2–30 Juni 2025"),
        (date(2025, 5, 1), date(2025, 6, 30), "1 Mei–30 Juni 2025"),
        (date(2025, 12, 1), date(2026, 1, 9), "1 Desember 2025–9 Januari 2026"),
        (date(2025, 6, 30), date(2026, 6, 30), "30 Juni 2025–30 Juni 2026"),
    ],
)
def test_a_range_of_days_says_once_what_both_ends_share(start, end, text):
    assert date_range(start, end) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2025-07", "2025-07", "Juli 2025"),
        ("2025-07", "2025-12", "Juli–Desember 2025"),
        ("2025-11", "2026-02", "November 2025–Februari 2026"),
    ],
)
def test_a_range_of_months_says_the_year_once(start, end, text):
    assert month_range(Month.parse(start), Month.parse(end)) == text


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ((), ""),
        (("2025-10",), "Oktober 2025"),
        (("2025-10", "2025-11"), "Oktober–November 2025"),
        (("2025-12", "2025-10", "2025-11"), "Oktober–Desember 2025"),
        (("2025-10", "2025-10"), "Oktober 2025"),
        (("2025-07", "2025-09", "2025-10"), "Juli dan September–Oktober 2025"),
        (("2025-07", "2025-09", "2025-11"), "Juli, September, dan November 2025"),
        (("2025-12", "2026-01"), "Desember 2025–Januari 2026"),
        (("2025-10", "2025-12", "2026-02"), "Oktober 2025, Desember 2025, dan Februari 2026"),
        (("2025-10", "2026-10"), "Oktober 2025 dan Oktober 2026"),
    ],
)
def test_months_are_drawn_together_in_runs(given, text):
    assert months_text(months(*given)) == text


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [
        ((), ()),
        ((7,), ("7",)),
        ((1, 2), ("1–2",)),
        ((3, 4, 5), ("3–5",)),
        ((7, 1, 2, 3, 9, 10), ("1–3", "7", "9–10")),
        ((2, 2, 3), ("2–3",)),
    ],
)
def test_figure_numbers_are_drawn_together_in_runs(numbers, runs):
    assert number_runs(numbers) == runs


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ((), ""),
        (("Waktu",), "Waktu"),
        (("Waktu", "Biaya"), "Waktu dan Biaya"),
        (("Waktu", "Biaya", "Produk"), "Waktu, Biaya, dan Produk"),
    ],
)
def test_a_list_has_its_last_comma_before_dan(items, text):
    assert join_list(items) == text


@pytest.mark.parametrize(
    ("items", "text"),
    [
        (("Sistem, Mekanisme, dan Prosedur",), "Sistem, Mekanisme, dan Prosedur"),
        (("Sarana dan Prasarana", "Waktu"), "Sarana dan Prasarana serta Waktu"),
        (
            ("Waktu", "Sistem, Mekanisme, dan Prosedur", "Biaya"),
            "Waktu; Sistem, Mekanisme, dan Prosedur; serta Biaya",
        ),
        (("Waktu", "Bina & latih", "Biaya"), "Waktu; Bina & latih; serta Biaya"),
        (("Waktu", "Sarana DAN Prasarana"), "Waktu serta Sarana DAN Prasarana"),
    ],
)
def test_items_with_joints_of_their_own_are_parted_by_stronger_ones(items, text):
    assert join_list(items) == text


def test_a_word_that_only_begins_like_a_joint_is_none():
    assert join_list(("Dana desa", "Sertadik")) == "Dana desa dan Sertadik"


@pytest.mark.parametrize("text", ["Selesai.", "Selesai!", "Selesai?", "Selesai…", "Sebagai berikut:"])
def test_a_text_that_ends_keeps_its_end(text):
    assert sentence_end(text) == text
    assert sentence_end(f"{text} \n") == text


def test_a_text_that_does_not_end_gets_a_full_stop():
    assert sentence_end("Selesai ") == "Selesai."
    assert sentence_end("Selesai (lihat lampiran)") == "Selesai (lihat lampiran)."


def test_what_was_typed_line_by_line_becomes_paragraphs():
    assert paragraphs_of(" satu \n\n\r\n dua\n") == ("satu", "dua")
    assert paragraphs_of(" \n ") == ()


@pytest.mark.parametrize(("number", "text"), [(2, "kedua"), (10, "kesepuluh"), (11, "ke-11")])
def test_places_in_an_order_are_words_as_long_as_counts_are(number, text):
    assert ordinal_word(number) == text


@pytest.mark.parametrize(("part", "total", "text"), [(2, 4, "dua dari empat"), (2, 12, "2 dari 12")])
def test_a_part_is_in_digits_where_the_whole_is(part, total, text):
    assert count_of(part, total) == text


def test_a_text_begins_with_a_capital_and_keeps_all_other_letters():
    assert [begun_large(text) for text in ("belum ada RTL", "7 dari 10 RTL", "Élan", "")] == [
        *("Belum ada RTL", "7 dari 10 RTL", "Élan"),
        "",
    ]


@pytest.mark.parametrize(
    ("items", "ended"),
    [
        ([], []),
        (["satu"], ["satu."]),
        (["satu", "dua"], ["satu; dan", "dua."]),
        (["satu", "dua", "tiga"], ["satu;", "dua; dan", "tiga."]),
    ],
)
def test_a_list_ends_as_its_sentence_does(items, ended):
    assert listed(items) == ended


def test_no_sentence_begins_with_a_figure():
    assert [sentence_begun(text) for text in ("belum ada RTL", "7 dari 10 RTL", "dua RTL", "")] == [
        *("Belum ada RTL", "Sebanyak 7 dari 10 RTL", "Dua RTL"),
        "",
    ]
