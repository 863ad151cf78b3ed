"""What two versions of a Laporan Penyelesaian RTL are compared by."""

from dataclasses import replace
from datetime import date

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
    face = face_of(source.office, "A4", "")
    document = build(source, face, Period.parse("2025-S1"), date(2026, 3, 30), before.signing)
    return {text.key: text.text for text in texts_of(document)}["lampiran"]


def test_a_photo_is_told_by_its_number_and_caption():
    assert "Gambar 1: Loket (12 Maret 2026)" in annex_with().split("\n")


def test_a_web_page_that_is_added_and_a_note_that_is_changed_are_told():
    assert "Berita penataan loket (https://kpu.go.id/berita). Diakses 13 Maret 2026." in annex_with(web_pages=(NEWS,))
    assert "Di lantai dua." in annex_with(note="Di lantai dua.").split("\n")
    assert annex_with(photos=(), note=None) == ""
