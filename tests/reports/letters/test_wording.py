"""Each line of each letter by what is known of the report that it carries: pure."""

from dataclasses import replace
from datetime import date

import pytest

from followups.models import Status
from reports.document.build import build
from reports.letters.standard import NAMES, PURPOSES, LetterKind
from reports.letters.values import DOTS, InForce
from reports.letters.wording import RECEIPT, Item, Own, letter_of
from reports.words.prose import text_of
from tests.make_cycle import make_cycle, make_followup, make_office, make_plan, make_source
from tests.reports.shapes import mixed, of, young

NOTE, LETTER, COVER = LetterKind.NOTE, LetterKind.LETTER, LetterKind.COVER
REPORT = build(make_source(mixed()))
YOUNG = build(make_source(young()))
OFFICE = REPORT.source.office.name
SIGNED = InForce("7/LTL/2026", date(2026, 12, 31), REPORT)


HEAD = "Kepala Subbagian"


def made(kind, report, signed=None, **own):
    return letter_of(kind, report, signed, HEAD, Own(**own))


def paragraphs(letter):
    return [text_of((block,)) for block in letter.body]


def written(kind, **texts):
    """The letter in which an office wrote these texts itself."""
    return made(kind, REPORT, SIGNED, texts=texts)


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
    assert paragraphs(made(LETTER, REPORT, signed))[0].endswith(f"bersama ini disampaikan {named}.")
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
    texts = paragraphs(made(kind, with_plans(done, open_ones)))
    found = [text for text in texts if text.startswith("Sampai laporan disusun, ")]
    assert found == ([f"Sampai laporan disusun, {said}"] if said else [])


def test_a_cover_speaks_in_its_list_alone():
    cover = made(COVER, REPORT)
    assert (cover.body, cover.receipt, cover.copies) == ((), RECEIPT, ())
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
    assert "Sampai laporan disusun, 3 dari 3 rencana tindak lanjut (RTL) telah dilaksanakan." in paragraphs(sent)


def test_an_office_calls_its_heads_as_it_does():
    note = letter_of(NOTE, REPORT, None, "Kepala Bagian")
    assert (dict(note.facts)["Dari"], note.signer[0]) == (f"Kepala Bagian {DOTS}", f"Kepala Bagian {DOTS}")


def test_the_index_is_told_with_its_grade_and_not_where_there_is_none():
    assert any(
        "(IKM) sebesar 87,36 dengan mutu pelayanan B (Baik)" in text for text in paragraphs(made(LETTER, REPORT))
    )
    assert not any("IKM" in text for text in paragraphs(made(LETTER, YOUNG)))
    assert not any("IKM" in text for text in paragraphs(made(NOTE, REPORT)))


# --- what an office writes itself


@pytest.mark.parametrize("kind", LetterKind)
def test_number_and_day_stand_where_the_pen_would_have_written_them(kind):
    letter = made(kind, REPORT, number="9/ND/2026", dated=date(2026, 1, 5))
    assert dict(letter.facts)["Nomor"] == "9/ND/2026"
    assert letter.place_and_date == f"{REPORT.source.office.place}, 5 Januari 2026"
    assert kind != NOTE or dict(letter.facts)["Tanggal"] == "5 Januari 2026"


def test_a_text_of_the_office_is_printed_in_place_of_the_standard_one():
    letter = written(
        LETTER,
        nature="Penting",
        attached="1 (satu) buku",
        subject="Laporan SKM {{ periode }}",
        addressee="Ketua {{satker_atasan}}\n\ndi Surabaya",
        copies="Inspektur\n Arsip. ",
    )
    parent = make_office().parent.name
    assert letter.facts[1:] == (
        ("Sifat", "Penting"),
        ("Lampiran", "1 (satu) buku"),
        ("Hal", "Laporan SKM Semester I Tahun 2025"),
    )
    assert letter.to == ("Yth.", f"Ketua {parent}", "di Surabaya")
    assert letter.copies == ("Inspektur", "Arsip.")


def test_what_is_left_empty_is_left_to_the_pen_and_copies_are_left_out():
    empty = written(LETTER, nature="", attached="", subject="", addressee="", copies="")
    assert dict(empty.facts) == {"Nomor": DOTS, "Sifat": DOTS, "Lampiran": DOTS, "Hal": DOTS}
    assert (empty.to, empty.copies) == (("Yth.", DOTS), ())
    note = written(NOTE, addressee="", sender="", sender_name="", sender_nip="")
    assert (dict(note.facts)["Yth."], dict(note.facts)["Dari"]) == (DOTS, DOTS)
    assert note.signer == (DOTS, DOTS, f"NIP. {DOTS}")


def test_who_writes_a_note_signs_it():
    note = written(NOTE, sender="Kepala Subbagian KUL", sender_name="Agus Contoh", sender_nip="198305032009021002")
    assert note.signer == ("Kepala Subbagian KUL", "Agus Contoh", "NIP. 19830503 200902 1 002")
    assert dict(note.facts)["Dari"] == "Kepala Subbagian KUL"


def test_the_body_has_paragraphs_and_lists_in_which_data_stand_and_no_empty_sentence():
    text = "Bersama ini *{{ laporan }}*:\n\n1. IKM {{ ikm }}\n2. {{ jumlah_rtl_selesai }} dari {{jumlah_rtl}} RTL\n\n"
    letter = written(LETTER, body=f"{text}{{{{ kalimat_ikm }}}}")
    assert [block.kind for block in letter.body] == ["p", "ol", "p"]
    assert letter.body[0].lines[0][1].bold
    assert paragraphs(letter)[1] == "IKM 87,36\n2 dari 5 RTL"
    without = made(LETTER, YOUNG, texts={"body": f"{text}{{{{ kalimat_ikm }}}}"})
    assert [block.kind for block in without.body] == ["p", "ol"]


def test_a_cover_lists_what_the_office_sends_each_on_its_line():
    cover = written(COVER, items="laporan SKM {{ periode }};2 buku;Asli\n\n;;\n{{ laporan }}; 1 berkas\nCD")
    assert cover.items == (
        Item("Laporan SKM Semester I Tahun 2025", "2 buku", "Asli"),
        Item(f"Laporan Tindak Lanjut SKM {OFFICE} Semester I Tahun 2025 nomor 7/LTL/2026 tanggal 31 Desember 2026",
             "1 berkas", ""),
        Item("CD", "", ""),
    )  # fmt: skip


def test_a_value_is_never_read_again_as_markup_or_as_a_placeholder():
    office = replace(REPORT.source.office, name="Kantor {{ ikm }} *tebal*; dua")
    report = replace(REPORT, source=replace(REPORT.source, office=office))
    told = made(LETTER, report, texts={"body": "{{ satker_lengkap }}"})
    assert (paragraphs(told), told.body[0].lines[0][0].bold) == (["Kantor {{ ikm }} *tebal*; dua"], False)
    (item,) = made(COVER, report, texts={"items": "{{ satker_lengkap }}; 1 berkas"}).items
    assert (item.what, item.count) == ("Kantor {{ ikm }} *tebal*; dua", "1 berkas")
