"""Each sentence of a Laporan Penyelesaian RTL by what became of the RTL: pure, from values."""

from dataclasses import replace
from datetime import date

import pytest

from followups.months import Month
from followups.progress import Progress
from offices.appearance.values import AS_THE_PORTAL
from reports.addendum.build import MOST_PHOTOS, build
from reports.addendum.model import Fate
from reports.cycle.model import Evidence, Photo, StoredPicture
from reports.document.build import face_of
from surveys.periods import Period
from tests.reports.addendum.addenda import addendum

TODAY = date(2026, 3, 30)
BASE = addendum()
DONE, GIVEN_UP, _NOBODY = BASE.source.fates
OPEN = replace(DONE, status="in_progress", approved=False, description="", months=(), completed_on=None)


def made(*fates, signing=None, **changes):
    """The report of as many RTL as there are fates."""
    owed = tuple(replace(BASE.source.owed[0], number=number) for number in range(1, len(fates) + 1))
    source = replace(BASE.source, owed=owed, fates=fates, **changes)
    return build(source, face_of(source.office, AS_THE_PORTAL, {}), Period.parse("2025-S1"), TODAY, signing)


def photos(count):
    """So many photos, and the pictures that they show."""
    files = [f"1/{number}.jpg" for number in range(count)]
    pictures = {file: StoredPicture(file, f"{n}" * 64, 800, 600, 9, False) for n, file in enumerate(files)}
    return tuple(Photo(file, "Loket", TODAY) for file in files), pictures


@pytest.mark.parametrize(
    ("fates", "said"),
    [
        ((DONE,), "RTL tersebut sudah selesai"),
        ((DONE, DONE), "seluruh RTL tersebut sudah selesai"),
        ((DONE, None), "satu dari dua RTL tersebut sudah selesai"),
        ((DONE, *[None] * 9), "satu dari sepuluh RTL tersebut sudah selesai"),
        ((DONE, *[None] * 10), "1 dari 11 RTL tersebut sudah selesai"),
    ],
)
def test_how_many_of_what_was_owed_are_done_is_said_in_the_words_for_it(fates, said):
    assert f"Sampai dengan 30 Maret 2026, {said} dilaksanakan" in made(*fates).opening[2]


def test_a_report_without_a_number_is_named_by_its_day_alone():
    unnumbered = made(DONE, completes=replace(BASE.source.completes, number=""))
    assert "Semester I Tahun 2025 tanggal 9 Januari 2026, versi 1" in unnumbered.opening[0]
    assert "nomor" not in unnumbered.opening[0]


@pytest.mark.parametrize(("impossible", "said"), [(0, ""), (1, "satu RTL"), (11, "11 RTL")])
def test_what_could_not_be_done_from_the_first_is_told_apart(impossible, said):
    told = f" Di luar itu, {said} dinyatakan tidak dapat dilaksanakan." if said else ""
    assert made(DONE, impossible=impossible).opening[1].endswith(f"dalam Tabel 4.1.{told}")


@pytest.mark.parametrize(
    ("then", "before", "after"),
    [
        (Progress(2, 0), "0% (0 dari 2 RTL)", "50% (1 dari 2 RTL)"),
        (Progress(8, 0), "0% (0 dari 8 RTL)", "13% (1 dari 8 RTL)"),
        (Progress(3, 2), "67% (2 dari 3 RTL)", "100% (3 dari 3 RTL)"),
    ],
)
def test_the_shares_are_whole_per_cent_of_all_rtl(then, before, after):
    document = made(DONE, then=then)
    assert f"realisasi RTL adalah {before}." in document.opening[1]
    assert document.opening[2].endswith(f"menjadi {after}.")
    first, second = document.standings
    assert (first.done, first.total) == (str(then.done), str(then.total))
    assert (second.done, second.share) == (str(then.done + 1), after.split(" ")[0])


STATUSES = [
    (DONE, "Selesai", ("Loket ditata.",)),
    (replace(DONE, description=" \n"), "Selesai", None),
    (replace(DONE, approved=False), "Belum selesai", ("Loket ditata.",)),
    (OPEN, "Belum selesai", ("Belum ada uraian.",)),
    (
        replace(GIVEN_UP, description="Ditinjau.\n\nDibatalkan."),
        "Tidak dapat dilaksanakan",
        ("Ditinjau.", "Dibatalkan."),
    ),
    (None, "Belum selesai", ("Belum diteruskan dalam siklus berikutnya.",)),
]


@pytest.mark.parametrize(("fate", "status", "told"), STATUSES)
def test_a_row_says_how_its_rtl_stands(fate, status, told):
    (row,) = made(fate).rows
    assert row.status == status
    if told is None:  # what is done says that its words are missing, not that there are none yet
        assert "Belum ada uraian." not in row.told
    else:
        assert row.told == told


@pytest.mark.parametrize(
    ("fate", "details"),
    [
        (None, ()),
        (OPEN, ("Dilanjutkan dalam tindak lanjut SKM Semester II Tahun 2025",)),
        (
            replace(OPEN, months=(Month(2026, 2), Month(2026, 3))),
            ("Pelaksanaan: Februari–Maret 2026", "Dilanjutkan dalam tindak lanjut SKM Semester II Tahun 2025"),
        ),
    ],
)
def test_details_tell_only_what_is_known(fate, details):
    assert made(fate).rows[0].details == details


@pytest.mark.parametrize(
    ("count", "shown", "more"),
    [
        (0, 0, None),
        (MOST_PHOTOS, MOST_PHOTOS, None),
        (MOST_PHOTOS + 1, MOST_PHOTOS, "Satu foto lain tersimpan pada periode itu"),
        (MOST_PHOTOS + 3, MOST_PHOTOS, "Tiga foto lain tersimpan pada periode itu"),
    ],
)
def test_no_more_photos_are_printed_than_there_is_room_for_and_the_others_are_counted(count, shown, more):
    of_plan, pictures = photos(count)
    document = made(replace(DONE, evidence=Evidence(None, of_plan)), pictures=pictures)
    assert len(document.annex.figures) == shown
    counted = [detail for detail in document.rows[0].details if "foto lain" in detail]
    assert counted == ([more] if more else [])


def test_what_is_not_done_shows_no_photos_and_counts_none():
    of_plan, pictures = photos(MOST_PHOTOS + 1)
    document = made(replace(OPEN, evidence=Evidence(None, of_plan)), pictures=pictures)
    assert document.annex.figures == ()
    assert not any("foto lain" in detail for detail in document.rows[0].details)


def test_each_photo_is_known_by_the_period_from_which_it_comes():
    of_plan, pictures = photos(2)
    evidence = Evidence(None, of_plan[:1])
    later = replace(DONE, period="2026-S1", evidence=Evidence(None, of_plan[1:]))
    document = made(replace(DONE, evidence=evidence), later, None, pictures=pictures)
    assert document.source.photo_periods == {"0" * 64: "2025-S2", "1" * 64: "2026-S1"}


def test_one_example_among_the_photos_makes_the_report_an_example():
    of_plan, pictures = photos(1)
    example = {file: replace(picture, is_placeholder=True) for file, picture in pictures.items()}
    shown = replace(DONE, evidence=Evidence(None, of_plan))
    assert not made(shown, pictures=pictures).is_example
    assert made(shown, pictures=example).is_example


PROMISED = (("Dianggarkan.",), "Maret 2026", ("Subbag kul",))


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        ({}, PROMISED),
        ({"strategy": ("Menyewa.",)}, (("Menyewa.",), "Maret 2026", ("Subbag kul",))),
        ({"target": "Juni 2026"}, (("Dianggarkan.",), "Juni 2026", ("Subbag kul",))),
        ({"responsible": ("Subbag tekhum",)}, (("Dianggarkan.",), "Maret 2026", ("Subbag tekhum",))),
        ({"strategy": (), "target": "", "responsible": ()}, PROMISED),
    ],
)
def test_what_is_left_has_what_is_promised_now_else_what_was_promised_then(changes, left):
    (row,) = made(replace(OPEN, **changes)).left
    assert (row.strategy, row.target, row.responsible) == left


def test_what_nobody_took_up_is_left_with_its_first_promise_and_no_reason():
    (row,) = made(None).left
    assert (row.strategy, row.target, row.responsible) == PROMISED
    assert len(row.reason) == 1 and row.reason != ("",)


@pytest.mark.parametrize(
    ("fates", "numbers"), [((DONE, GIVEN_UP), []), ((DONE, None, OPEN), [2, 3]), ((GIVEN_UP, OPEN, DONE), [2])]
)
def test_the_table_of_what_is_left_is_there_where_something_is(fates, numbers):
    document = made(*fates)
    assert [row.number for row in document.left] == numbers
    assert (document.left_head is not None) == bool(numbers)


ALL_DONE = "Dengan demikian, semua RTL yang dijanjikan dalam Tabel 4.1 laporan semula sudah diselesaikan."
NONE_OWED = "Dengan demikian, tidak ada lagi RTL dari Tabel 4.1 laporan semula yang masih harus diselesaikan."


@pytest.mark.parametrize(
    ("fates", "closing"),
    [
        ((DONE, DONE), [ALL_DONE]),
        ((DONE, GIVEN_UP), ["Alasannya: Gedung dijual.", NONE_OWED]),
        ((DONE, replace(GIVEN_UP, reason="Gedung\ndijual . ")), ["Alasannya: Gedung dijual.", NONE_OWED]),
        ((DONE, replace(GIVEN_UP, reason=" ")), ["sehingga tidak dilanjutkan.", NONE_OWED]),
        ((GIVEN_UP, OPEN), ["Alasannya: Gedung dijual.", "yaitu satu RTL, dilanjutkan sesuai"]),
        ((OPEN, None), ["yaitu dua RTL, dilanjutkan sesuai"]),
    ],
)
def test_it_closes_with_what_is_true_of_the_rest(fates, closing):
    *said, last = made(*fates).closing
    assert len(said) == len(closing)
    for sentence, expected in zip(said, closing, strict=True):
        assert expected in sentence
    assert last.startswith("Demikian laporan penyelesaian ini disusun")


def test_a_draft_speaks_of_today_and_what_is_to_be_signed_of_its_own_day():
    signing = BASE.signing
    assert "Sampai dengan 30 Maret 2026" in made(DONE).opening[2]
    signed = made(DONE, signing=signing)
    assert "Sampai dengan 9 Januari 2026" in signed.opening[2]
    assert signed.standings[1].when == "Laporan ini, 9 Januari 2026"


@pytest.mark.parametrize(
    ("status", "approved", "settled", "given_up"),
    [
        ("done", True, True, False),
        ("done", False, False, False),
        ("in_progress", True, False, False),
        ("impossible", True, False, True),
    ],
)
def test_a_fate_is_settled_only_where_a_second_person_agreed(status, approved, settled, given_up):
    fate: Fate = replace(DONE, status=status, approved=approved)
    assert (fate.is_settled, fate.is_given_up) == (settled, given_up)
