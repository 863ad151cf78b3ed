"""Figures are numbered where they stand; a photo that proves several things is one figure."""

from datetime import date

import pytest

from reports.cycle.model import Evidence, Photo, WebPage
from reports.document.chapters.annex import PrintedPage, annex_of
from reports.document.facts import facts_of
from reports.document.shapes import Proof
from tests.make_cycle import make_cycle, make_followup, make_photos, make_plan, make_source, make_upkeep
from tests.reports.shapes import mixed, of, young


def annex(cycle, **changes):
    return annex_of(facts_of(make_source(cycle, **changes)))


def cycle_of(*plans, upkeep=()):
    return make_cycle(followup=make_followup((of("waktu", *plans),), upkeep))


def numbers(plan):
    return [[figure.number for figure in group.figures] for group in plan.annex.groups]


def test_numbers_go_through_plans_and_then_upkeep():
    cycle = cycle_of(
        make_plan("A", photos=make_photos(2, "a")),
        make_plan("B"),
        make_plan("C", photos=make_photos(3, "c")),
        upkeep=(make_upkeep(photos=make_photos(1, "biaya")), make_upkeep("sarana", photos=make_photos(2, "sarana"))),
    )
    plan = annex(cycle)
    assert numbers(plan) == [[1, 2], [3, 4, 5], [6], [7, 8]]
    assert [group.heading for group in plan.annex.groups] == [
        "Bukti Dukung Tabel 3.1 Nomor 1 Poin a",
        "Bukti Dukung Tabel 3.1 Nomor 1 Poin c",
        "Bukti Dukung Tabel 3.2 Nomor 1",
        "Bukti Dukung Tabel 3.2 Nomor 2",
    ]
    assert [group.subject for group in plan.annex.groups] == [
        "A",
        "C",
        "Pemeliharaan unsur Biaya/Tarif",
        "Pemeliharaan unsur Sarana dan Prasarana",
    ]


def test_each_row_refers_to_its_own_group_and_figures():
    plan = annex(
        cycle_of(make_plan("A", photos=make_photos(2, "a")), make_plan("B"), make_plan("C", photos=make_photos(1, "c")))
    )
    assert plan.proofs == {
        ("plan", 1, "a"): (Proof("bukti-1", ("1–2",), "gambar-1", "gambar-2"),),
        ("plan", 1, "c"): (Proof("bukti-2", ("3",), "gambar-3", "gambar-3"),),
    }


def test_a_shared_photo_is_one_figure_under_the_first_and_referred_to_by_the_second():
    plan = annex(mixed())
    assert numbers(plan) == [[1, 2, 3], [], [4]]
    first, second, _upkeep = plan.annex.groups
    assert first.shared == ()
    assert [(shared.number, shared.anchor) for shared in second.shared] == [(3, "gambar-3")]
    assert plan.proofs["plan", 1, "a"] == (Proof("bukti-1", ("1–3",), "gambar-1", "gambar-3"),)
    assert plan.proofs["plan", 2, "a"] == (Proof("gambar-3", ("3",), "gambar-3", "gambar-3"),)


def test_a_row_with_own_and_shared_photos_refers_to_both():
    shared = Photo("photos/bersama.jpg", None, None)
    first = make_plan("A", photos=(shared, *make_photos(1, "a")))
    second = make_plan("B", photos=(*make_photos(2, "b"), shared))
    plan = annex(cycle_of(first, second))
    assert numbers(plan) == [[1, 2], [3, 4]]
    assert plan.proofs["plan", 1, "b"] == (
        Proof("bukti-2", ("3–4",), "gambar-3", "gambar-4"),
        Proof("gambar-1", ("1",), "gambar-1", "gambar-1"),
    )


def test_shared_figures_in_a_row_are_one_reference():
    photos = make_photos(5, "a")
    again = make_plan("B", photos=(photos[0], photos[1], photos[4]))
    assert annex(cycle_of(make_plan("A", photos=photos), again)).proofs["plan", 1, "b"] == (
        Proof("gambar-1", ("1–2",), "gambar-1", "gambar-2"),
        Proof("gambar-5", ("5",), "gambar-5", "gambar-5"),
    )


def test_a_group_may_be_nothing_but_a_note():
    plan = annex(cycle_of(make_plan("A", evidence=Evidence("Dua baris.\n\nDan satu.", ()))))
    (group,) = plan.annex.groups
    assert (group.figures, group.note) == ((), ("Dua baris.", "Dan satu."))
    assert plan.proofs["plan", 1, "a"] == (Proof("bukti-1", (), "", ""),)


@pytest.mark.parametrize("cycle", [young(), cycle_of(make_plan())], ids=["young", "no evidence"])
def test_without_evidence_the_annex_is_empty(cycle):
    plan = annex(cycle)
    assert (plan.annex.groups, plan.annex.figures, plan.proofs) == ((), (), {})


@pytest.mark.parametrize(
    ("caption", "taken_on", "printed"),
    [
        (None, None, "Dokumentasi Rapat"),
        ("Suasana rapat", None, "Suasana rapat"),
        ("Suasana rapat", date(2025, 10, 3), "Suasana rapat (3 Oktober 2025)"),
        (None, date(2025, 10, 3), "Dokumentasi Rapat (3 Oktober 2025)"),
    ],
)
def test_a_figure_is_captioned_even_if_nobody_did(caption, taken_on, printed):
    photo = Photo("photos/rapat.jpg", caption, taken_on)
    (figure,) = annex(cycle_of(make_plan("Rapat", photos=(photo,)))).annex.figures
    assert figure.caption == figure.picture.alt == printed


def test_a_picture_of_upkeep_is_captioned_by_its_element():
    upkeep = (make_upkeep(photos=make_photos(1)),)
    (figure,) = annex(cycle_of(upkeep=upkeep)).annex.figures
    assert figure.caption == "Dokumentasi pemeliharaan unsur Biaya/Tarif"


def rows(*sizes):
    photos = make_photos(len(sizes))
    by_file = {photo.file: size for photo, size in zip(photos, sizes, strict=True)}
    plan = annex(cycle_of(make_plan(photos=photos)), sizes=by_file)
    return [[figure.number for figure in row] for row in plan.annex.groups[0].rows]


NORMAL, PORTRAIT, PANORAMA, SCREENSHOT = (1600, 1200), (1200, 1600), (1600, 500), (600, 2400)


@pytest.mark.parametrize(
    ("sizes", "in_rows"),
    [
        ((NORMAL,), [[1]]),
        ((NORMAL, PORTRAIT), [[1, 2]]),
        ((NORMAL, NORMAL, NORMAL), [[1, 2], [3]]),
        ((PANORAMA, NORMAL, NORMAL), [[1], [2, 3]]),
        ((NORMAL, PANORAMA, NORMAL), [[1], [2], [3]]),
        ((PANORAMA, PANORAMA), [[1], [2]]),
        ((SCREENSHOT, NORMAL), [[1], [2]]),
        ((NORMAL, NORMAL, PANORAMA), [[1, 2], [3]]),
    ],
)
def test_figures_stand_side_by_side_as_their_shapes_allow(sizes, in_rows):
    assert rows(*sizes) == in_rows


@pytest.mark.parametrize(
    ("size", "shape"),
    [((2000, 1000), "wide"), ((1999, 1000), "normal"), ((620, 1000), "normal"), ((619, 1000), "tall")],
)
def test_shapes_follow_from_the_pixels(size, shape):
    assert annex(cycle_of(make_plan(photos=make_photos(1))), size=size).annex.figures[0].shape == shape


def test_a_placeholder_is_known_as_one():
    photos = make_photos(2)
    plan = annex(cycle_of(make_plan(photos=photos)), placeholders=(photos[1].file,))
    assert [figure.is_placeholder for figure in plan.annex.figures] == [False, True]


NEWS = WebPage("https://kpu.go.id/berita", "Berita loket", date(2026, 3, 3))


def test_a_web_page_is_printed_with_its_address_and_the_day_on_which_it_was_opened():
    plan = annex(cycle_of(make_plan("A", evidence=Evidence(None, (), (NEWS,)))))
    [group] = plan.annex.groups
    assert group.web_pages == (PrintedPage("https://kpu.go.id/berita", "Berita loket", "Diakses 3 Maret 2026"),)
    assert plan.proofs == {("plan", 1, "a"): (Proof("bukti-1", (), "", ""),)}


def test_a_row_whose_photos_stand_elsewhere_refers_to_its_own_pages_too():
    photos = make_photos(1, "a")
    plan = annex(cycle_of(make_plan("A", photos=photos), make_plan("B", evidence=Evidence(None, photos, (NEWS,)))))
    assert [proof.anchor for proof in plan.proofs_at(("plan", 1, "b"))] == ["bukti-2", "gambar-1"]
