"""When things were done, from both sides of each limit: between survey and report, and photos about that time."""

from datetime import date

import pytest

from followups.months import Month
from reports.cycle.model import Photo, WebPage
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from tests.cases import in_one_test
from tests.make_cycle import make_source
from tests.reports.issued import make_signing
from tests.reports.rules.clean import changed
from tests.reports.rules.test_edges import SILENT, check, cycle_of, said
from tests.reports.rules.test_mutations import CARE, DONE, OPEN


def done(months=(), day=None):
    return {f"{DONE}.realisation.months": tuple(months), f"{DONE}.realisation.completed_on": day}


PAGE = WebPage("https://kab-contoh.kpu.go.id/jadwal", "Jadwal", date(2026, 1, 2))
JUNE, OCTOBER, NOVEMBER, DECEMBER = (Month(2025, number) for number in (6, 10, 11, 12))


@in_one_test(
    ("changes", "message"),
    [
        (done(), SILENT),
        (done([JUNE]), SILENT),
        (done([Month(2025, 5)]), "Pelaksanaan Mei 2025 mendahului survei yang ditindaklanjuti;"),
        (done([Month(2025, 5), OCTOBER]), "Pelaksanaan Mei 2025 mendahului survei"),
        (done(day=date(2025, 6, 2)), SILENT),
        (done(day=date(2025, 6, 1)), "Pelaksanaan 1 Juni 2025 mendahului survei"),
        (done([Month(2025, 5)], date(2025, 6, 1)), "Pelaksanaan 1 Juni 2025 mendahului survei"),
        (done([DECEMBER]), SILENT),
        (done(day=date(2025, 12, 31)), SILENT),
        (done([Month(2026, 1)]) | {"followup.report_month": None}, SILENT),
        (done([OCTOBER], date(2025, 10, 31)), SILENT),
        (done([OCTOBER], date(2025, 11, 1)), "Tanggal selesai 1 November 2025 berada di luar bulan pelaksanaan "),
        (done([OCTOBER], date(2025, 9, 30)), "Tanggal selesai 30 September 2025 berada di luar bulan pelaksanaan "),
        (done([OCTOBER, DECEMBER], date(2025, 11, 9)), SILENT),
    ],
)
def test_what_was_done_lies_between_survey_and_report_and_ends_within_its_months(changes, message):
    check("K21", changes, message)


@in_one_test(
    ("changes", "message"),
    [
        (done([DECEMBER]), SILENT),
        (
            done([Month(2026, 1)]),
            "RTL dilaksanakan pada Januari 2026, padahal laporan ini memuat keadaan",
        ),
        (done([OCTOBER, Month(2026, 2)]), "RTL dilaksanakan pada Februari 2026, padahal"),
        (done(day=date(2025, 12, 31)), SILENT),
        (done(day=date(2026, 1, 1)), "RTL selesai pada 1 Januari 2026, padahal"),
        (done([Month(2026, 1)], date(2026, 1, 9)), "RTL selesai pada 9 Januari 2026, padahal"),
        (done([Month(2026, 1)]) | {"followup.report_month": None}, SILENT),
        ({f"{OPEN}.realisation.completed_on": date(2026, 1, 1)}, "RTL selesai pada 1 Januari 2026, padahal"),
        ({f"{DONE}.evidence.photos.0.taken_on": date(2026, 1, 1)}, "Gambar 1 bertanggal 1 Januari 2026, padahal"),
        ({f"{CARE}.evidence.photos.0.taken_on": date(2025, 12, 31)}, SILENT),
        ({f"{CARE}.evidence.photos.0.taken_on": date(2026, 1, 1)}, "Gambar 3 bertanggal 1 Januari 2026, padahal"),
        ({f"{DONE}.evidence.web_pages": (PAGE,)}, "Laman web dibuka pada 2 Januari 2026, padahal"),
    ],
)
def test_nothing_happened_after_the_report(changes, message):
    check("K63", changes, message)


def test_the_day_of_a_signature_is_the_last_of_which_a_report_tells():
    signed = {"signing": make_signing(dated=date(2025, 11, 20))}
    check("K63", done(day=date(2025, 11, 20)), SILENT, **signed)
    check("K63", done(day=date(2025, 11, 21)), "RTL selesai pada 21 November 2025, padahal laporan ini", **signed)
    check("K63", done([NOVEMBER]), SILENT, **signed)
    check("K63", done([DECEMBER]), "RTL dilaksanakan pada Desember 2025, padahal laporan ini", **signed)


@pytest.mark.parametrize(
    ("day", "today", "told"),
    [
        (date(2025, 11, 20), date(2025, 11, 20), []),
        (date(2025, 11, 20), date(2025, 11, 19), ["hari ini 19 November 2025"]),
        (date(2026, 1, 1), date(2026, 5, 1), ["laporan ini memuat keadaan sampai 31 Desember 2025"]),
    ],
)
def test_nor_after_today(day, today, told):
    """Without the month of the report today is all that there is, and where both are known the earlier."""
    cycle = cycle_of(done(day=day))
    said_of = [f for f in findings_of(case_of(make_source(cycle), today=today)) if f.id == "K63"]
    assert [words for words in told if words in said_of[0].message] == told if told else said_of == []
    young = changed(cycle, "followup.report_month", None)
    blocked = [f.severity for f in findings_of(case_of(make_source(young), today=today)) if f.id == "K63"]
    assert blocked == (["block"] if day > today else [])


def test_without_a_first_day_of_the_survey_that_of_its_period_counts():
    check("K21", done([Month(2025, 1)]) | {"survey.start": None}, SILENT)
    check("K21", done([Month(2024, 12)]) | {"survey.start": None}, "Pelaksanaan Desember 2024 mendahului survei")


def shown(*days):
    photos = tuple(Photo(f"photos/{number}.jpg", None, day) for number, day in enumerate(days, 1))
    return {f"{DONE}.evidence.photos": photos}


@pytest.mark.parametrize(
    ("days", "messages"),
    [
        ([date(2025, 10, 1), date(2025, 11, 20), None], []),
        ([date(2025, 6, 1)], ["Gambar 1 bertanggal 1 Juni 2025, sebelum survei (2 Juni 2025); periksa tanggalnya"]),
        ([date(2025, 6, 2)], ["Gambar 1 bertanggal 2 Juni 2025, sebelum RTL dilaksanakan (Oktober 2025);"]),
        ([None, date(2025, 11, 21)], ["Gambar 2 bertanggal 21 November 2025, lebih dari sebulan sesudah RTL selesai"]),
        (
            [date(2025, 6, 1), date(2025, 5, 1), date(2025, 12, 1)],
            [
                "Gambar 1–2 bertanggal 1 Mei 2025 dan 1 Juni 2025, sebelum survei (2 Juni 2025)",
                "Gambar 3 bertanggal 1 Desember 2025, lebih dari sebulan sesudah RTL selesai (20 Oktober 2025)",
            ],
        ),
    ],
)
def test_photos_are_of_the_time_of_their_plan(days, messages):
    found = said("K22", shown(*days))
    assert len(found) == len(messages)
    assert all(told.startswith(message) for told, message in zip(found, messages, strict=True))


@pytest.mark.parametrize(
    ("unit", "months", "silent"),
    [("bulan", 2, True), ("bulan", 1, False), ("triwulan", 4, True), ("triwulan", 3, False), ("semester", 6, False)],
)
def test_what_recurs_needs_room_for_two_times(unit, months, silent):
    told = {
        f"{DONE}.realisation.description": f"Jadwal ditinjau setiap {unit}.",
        **done([Month(2025, 7), Month(2025, 6 + months)] if months > 1 else [OCTOBER]),
    }
    check(
        "T5", told, SILENT if silent else f"Teks menyebut setiap {unit}, padahal pelaksanaannya hanya {months} bulan;"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Jadwal akan ditinjau setiap bulan.",
        "Ditinjau setiap bulan pertama.",
        "Ditinjau setiap hari.",
        "Tiap orang puas.",
    ],
)
def test_what_is_planned_or_no_span_of_time_is_no_rhythm(text):
    check("T5", {f"{DONE}.realisation.description": text} | done([OCTOBER]), SILENT)


def test_without_months_of_its_own_those_of_the_plan_count():
    text = {f"{DONE}.realisation.description": "Jadwal ditinjau sekali dalam satu bulan."}
    check("T5", text | done() | {f"{DONE}.months": (OCTOBER, NOVEMBER)}, SILENT)
    check("T5", text | done() | {f"{DONE}.months": (OCTOBER,)}, "Teks menyebut setiap bulan, padahal pelaksanaannya")
