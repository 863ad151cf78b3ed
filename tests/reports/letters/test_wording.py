"""Each line of each letter by what is known of the report that it carries: pure."""

from dataclasses import replace
from datetime import date

import pytest

from followups.models import Status
from reports.document.build import build
from reports.letters.wording import DOTS, NAMES, PURPOSES, RECEIPT, InForce, LetterKind, letter_of
from tests.make_cycle import make_cycle, make_followup, make_office, make_plan, make_source
from tests.reports.shapes import mixed, of, young

NOTE, LETTER, COVER = LetterKind.NOTE, LetterKind.LETTER, LetterKind.COVER
REPORT = build(make_source(mixed()))
YOUNG = build(make_source(young()))
OFFICE = REPORT.source.office.name


HEAD = "Kepala Subbagian"


def made(kind, report, signed=None):
    return letter_of(kind, report, signed, HEAD)


def with_plans(done, open_ones):
    """The report of a cycle that has so many plans done and so many open."""
    plans = [make_plan() for _ in range(done)] + [make_plan(status=Status.IN_PROGRESS) for _ in range(open_ones)]
    return build(make_source(make_cycle(followup=make_followup((of("waktu", *plans),), ()))))


def test_every_kind_has_a_name_and_says_what_it_is_for():
    assert set(NAMES) == set(PURPOSES) == set(LetterKind)
    assert [made(kind, REPORT).title for kind in LetterKind] == list(NAMES.values())
    assert all(purpose.endswith(".") for purpose in PURPOSES.values())


@pytest.mark.parametrize(
    ("kind", "labels"),
    [
        (NOTE, ["Yth.", "Dari", "Tanggal", "Nomor", "Sifat", "Lampiran", "Hal"]),
        (LETTER, ["Nomor", "Sifat", "Lampiran", "Hal"]),
        (COVER, ["Nomor"]),
    ],
)
def test_what_is_registered_later_is_left_to_the_pen(kind, labels):
    facts = made(kind, REPORT).facts
    assert [label for label, _value in facts] == labels
    assert dict(facts)["Nomor"] == DOTS
    assert made(kind, REPORT).place_and_date == f"{REPORT.source.office.place}, {DOTS}"


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        (NOTE, "Permohonan Penandatanganan Laporan Tindak Lanjut SKM Semester I Tahun 2025"),
        (LETTER, "Penyampaian Laporan Tindak Lanjut SKM Semester I Tahun 2025"),
    ],
)
def test_the_subject_names_the_report_and_its_period(kind, subject):
    facts = dict(made(kind, REPORT).facts)
    assert (facts["Sifat"], facts["Lampiran"], facts["Hal"]) == ("Biasa", "Satu berkas", subject)


@pytest.mark.parametrize(
    ("signed", "ending"),
    [
        (None, "Semester I Tahun 2025"),
        (InForce("", date(2026, 1, 9), REPORT), "Semester I Tahun 2025 tanggal 9 Januari 2026"),
        (
            InForce("7/LTL/2026", date(2026, 12, 31), REPORT),
            "Semester I Tahun 2025 nomor 7/LTL/2026 tanggal 31 Desember 2026",
        ),
    ],
)
def test_letter_and_cover_name_the_version_in_force_and_the_note_names_none(signed, ending):
    named = f"Laporan Tindak Lanjut SKM {OFFICE} {ending}"
    assert made(LETTER, REPORT, signed).paragraphs[0].endswith(f"bersama ini disampaikan {named}.")
    assert made(COVER, REPORT, signed).items[0].what == named
    assert made(NOTE, REPORT, signed) == made(NOTE, REPORT)


@pytest.mark.parametrize(
    ("done", "open_ones", "said"),
    [
        (0, 0, None),
        (0, 1, "belum ada rencana tindak lanjut (RTL) yang selesai dari 1 RTL."),
        (1, 0, "1 dari 1 rencana tindak lanjut (RTL) telah dilaksanakan."),
        (1, 11, "1 dari 12 rencana tindak lanjut (RTL) telah dilaksanakan."),
    ],
)
@pytest.mark.parametrize("kind", [NOTE, LETTER])
def test_the_progress_is_counted_where_there_are_plans(kind, done, open_ones, said):
    paragraphs = made(kind, with_plans(done, open_ones)).paragraphs
    found = [text for text in paragraphs if text.startswith("Sampai laporan disusun, ")]
    assert found == ([f"Sampai laporan disusun, {said}"] if said else [])


def test_a_cover_speaks_in_its_list_alone():
    cover = made(COVER, REPORT)
    assert (cover.paragraphs, cover.receipt, cover.copies) == ((), RECEIPT, ())
    assert cover.items[0].remark == "Disampaikan dengan hormat untuk menjadi periksa."


@pytest.mark.parametrize(
    ("kind", "is_note", "copies", "receipt"),
    [(NOTE, True, (), ()), (LETTER, False, ("Arsip.",), ()), (COVER, False, (), RECEIPT)],
)
def test_each_kind_ends_in_its_own_way(kind, is_note, copies, receipt):
    letter = made(kind, REPORT)
    assert (letter.is_note, letter.copies, letter.receipt) == (is_note, copies, receipt)


def test_a_note_comes_from_a_head_whom_the_portal_does_not_know():
    note = made(NOTE, REPORT)
    assert note.signer == (f"{HEAD} {DOTS}", DOTS, f"NIP. {DOTS}")
    assert dict(note.facts)["Dari"] == f"{HEAD} {DOTS}"
    assert note.to == ()


def test_letter_and_cover_are_signed_by_who_signs_the_report():
    block = REPORT.conclusion.signature
    for kind in (LETTER, COVER):
        assert made(kind, REPORT).signer == (block.title, block.name, block.nip)


def test_where_it_is_not_known_who_signs_there_is_room_for_the_name():
    source = replace(REPORT.source, signatory=replace(REPORT.source.signatory, title=""))
    unnamed = replace(
        REPORT,
        source=source,
        conclusion=replace(REPORT.conclusion, signature=replace(REPORT.conclusion.signature, name="")),
    )
    assert dict(made(NOTE, unnamed).facts)["Yth."] == DOTS
    assert made(LETTER, unnamed).signer[1] == DOTS


@pytest.mark.parametrize("kind", [LETTER, COVER])
def test_without_an_office_above_the_address_is_left_to_the_pen(kind):
    parent = make_office().parent
    assert made(kind, REPORT).to == ("Yth.", f"Pimpinan {parent.name}", "di", DOTS)
    assert made(kind, YOUNG).to == ("Yth.", f"Pimpinan {DOTS}", "di", DOTS)


def test_the_letter_tells_what_its_signed_version_says_and_not_what_was_changed_since():
    signed = InForce("", date(2026, 1, 9), with_plans(3, 0))
    sent = made(LETTER, with_plans(1, 3), signed)
    assert "Sampai laporan disusun, 3 dari 3 rencana tindak lanjut (RTL) telah dilaksanakan." in sent.paragraphs


def test_an_office_calls_its_heads_as_it_does():
    note = letter_of(NOTE, REPORT, None, "Kepala Bagian")
    assert (dict(note.facts)["Dari"], note.signer[0]) == (f"Kepala Bagian {DOTS}", f"Kepala Bagian {DOTS}")


def test_the_index_is_told_with_its_grade_and_not_where_there_is_none():
    assert any("(IKM) sebesar 87,36 dengan mutu pelayanan B (Baik)" in text for text in made(LETTER, REPORT).paragraphs)
    assert not any("IKM" in text for text in made(LETTER, YOUNG).paragraphs)
    assert not any("IKM" in text for text in made(NOTE, REPORT).paragraphs)
