"""A photo as a place shows it, and a place of which a page shows a part."""

from followups.evidence.gallery_parts import Shelf, Tile
from followups.evidence.places import Place
from followups.models import ActionPlan, EvidencePhoto, FollowUp, Upkeep
from tests.cases import in_one_test

PLACE = Place(FollowUp(pk=1), plan=ActionPlan(pk=12))


def tile(pk=1, number=0, name="photos/loket.jpg"):
    return Tile(EvidencePhoto(pk=pk, name=name), number)


def shelf(shown, start=0, count=0, **more):
    return Shelf(
        PLACE, "1 a", "Program", tiles=tuple(tile(pk) for pk in range(shown)), start=start, count=count, **more
    )


@in_one_test(
    ("number", "name", "called"),
    [(3, "photos/loket.jpg", "Gambar 3"), (0, "photos/2025/loket.jpg", "loket.jpg"), (0, "loket.jpg", "loket.jpg")],
)
def test_a_photo_is_called_by_its_figure_or_as_long_as_it_has_none_by_its_file(number, name, called):
    assert tile(number=number, name=name).name == called


@in_one_test(
    ("shown", "start", "count", "begins", "ends"),
    [
        (0, 0, 0, True, True),
        (5, 0, 5, True, True),
        (5, 0, 6, True, False),
        (5, 5, 12, False, False),
        (2, 10, 12, False, True),
    ],
)
def test_a_part_of_a_place_knows_whether_it_begins_and_ends_there(shown, start, count, begins, ends):
    part = shelf(shown, start, count)
    assert (part.begins, part.ends, part.is_whole) == (begins, ends, begins and ends)


def test_a_photo_of_a_place_is_found_there_and_another_is_not():
    assert shelf(3).tile(2).photo.pk == 2
    assert shelf(3).tile(9) is None
    assert shelf(0).tile(0) is None


def test_the_form_of_a_note_says_on_which_version_it_is_opened():
    one, other = shelf(0, note="Loket.").note_opened, shelf(0, note="Ruang.").note_opened
    assert set(one) == {"revision", "asal"} and one != other
    assert shelf(5, note="Loket.").note_opened == one


@in_one_test(
    ("place", "anchor"),
    [
        (PLACE, "bukti-rtl-12"),
        (Place(FollowUp(pk=1), upkeep=Upkeep(pk=3)), "bukti-pemeliharaan-3"),
        (Place(FollowUp(pk=1)), "bukti-belum-ditempatkan"),
    ],
)
def test_a_place_has_its_own_anchor_on_a_page(place, anchor):
    assert Shelf(place, "", "").anchor == anchor
