"""What two versions of a Laporan Penyelesaian RTL are compared by."""

from dataclasses import replace
from datetime import date

from offices.appearance.values import AS_THE_PORTAL
from reports.addendum.build import build
from reports.addendum.texts import texts_of
from reports.cycle.model import WebPage
from reports.document.build import face_of
from surveys.periods import Period
from tests.reports.addendum.addenda import addendum

NEWS = WebPage("https://kpu.go.id/berita", "Berita penataan loket", date(2026, 3, 13))


def annex_with(**changed):
    """What is said of the annex where the proof of what is done is another one."""
    before = addendum()
    first, *others = before.source.fates
    shown = replace(first.evidence, **changed)
    source = replace(before.source, fates=(replace(first, evidence=shown), *others))
    face = face_of(source.office, AS_THE_PORTAL, {})
    document = build(source, face, Period.parse("2025-S1"), date(2026, 3, 30), before.signing)
    return {text.key: text.text for text in texts_of(document)}["lampiran"]


def test_a_photo_is_told_by_its_number_and_caption():
    assert "Gambar 1: Loket (12 Maret 2026)" in annex_with().split("\n")


def test_a_web_page_that_is_added_and_a_note_that_is_changed_are_told():
    assert "Berita penataan loket (https://kpu.go.id/berita). Diakses 13 Maret 2026." in annex_with(web_pages=(NEWS,))
    assert "Di lantai dua." in annex_with(note="Di lantai dua.").split("\n")
    assert annex_with(photos=(), note=None) == ""


def test_every_part_is_there_once_in_the_order_of_the_report():
    keys = [text.key for text in texts_of(addendum())]
    rows = ["tabel-2-1", "tabel-2-2", "tabel-2-3", "tabel-3-3"]
    assert keys == ["pembuka", "tabel-1", *rows, "penutup", "penanda-tangan", "lampiran"]


def test_a_row_is_headed_by_its_number_and_its_programme():
    told = {text.key: text for text in texts_of(addendum())}
    assert told["tabel-2-1"].heading == "Tabel 2 nomor 1: Program 1"
    assert told["tabel-2-1"].text.splitlines()[:2] == ["Selesai", "Loket ditata."]
    assert told["tabel-3-3"].heading == "Tabel 3 nomor 3: Program 3"
    assert told["tabel-3-3"].text.splitlines()[1:] == ["Dianggarkan.", "Maret 2026", "Subbag kul"]


def test_numbers_and_who_signs_are_said_in_words():
    document = addendum()
    told = {text.key: text.text for text in texts_of(document)}
    assert told["tabel-1"].splitlines() == [
        "Laporan semula, 9 Januari 2026: 1 dari 4 RTL (25%)",
        "Laporan ini, 9 Januari 2026: 2 dari 4 RTL (50%)",
    ]
    signatory = document.source.signatory
    assert told["penanda-tangan"] == f"{signatory.name}\n{signatory.title}"


def test_where_nothing_is_left_there_is_no_third_table():
    document = replace(addendum(), left=(), left_head=None)
    assert not any(text.key.startswith("tabel-3") for text in texts_of(document))
