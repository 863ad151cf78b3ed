"""Stored photos drawn anew: turned, cut, covered; nothing of what is covered is left, nor of what was coded with it."""

import pytest

from followups.evidence.photo_cut import MOST, Area, areas_in, covered, cropped, turned
from followups.evidence.photos import normalise
from followups.models import EvidencePhoto
from offices.declining import Declined
from offices.models import AuditEvent
from tests.followups.evidence.evidence import at
from tests.followups.evidence.pictures import BLUE, GREEN, RED, YELLOW, corners, decoded, encode, flag, near, noise

FLAG = normalise(encode(flag((800, 600)))).jpeg


def colours(photo):
    return corners(decoded(photo.jpeg))


def matches(found, wanted):
    return all(near(a, b) for a, b in zip(found, wanted, strict=True))


def test_a_quarter_to_the_right_and_one_to_the_left():
    assert matches(colours(turned(FLAG, clockwise=True)), [BLUE, RED, YELLOW, GREEN])
    assert matches(colours(turned(FLAG, clockwise=False)), [GREEN, YELLOW, RED, BLUE])


def test_a_tall_photo_fits_its_box_when_it_lies():
    photo = turned(normalise(encode(flag((1600, 2400)))).jpeg, clockwise=True)
    assert (photo.width, photo.height) == (1600, 1067)


def test_a_part_is_kept_and_the_rest_is_not():
    photo = cropped(FLAG, Area(400, 0, 800, 300))
    assert (photo.width, photo.height) == (400, 300)
    assert matches(colours(photo), [GREEN] * 4)


def test_a_part_that_would_not_be_legible_is_refused():
    with pytest.raises(Declined, match="40 × 40 piksel"):
        cropped(FLAG, Area(0, 0, 40, 40))


def test_what_is_covered_is_black_with_all_that_is_coded_with_it():
    photo = covered(normalise(encode(noise((800, 600)))).jpeg, [Area(100, 100, 203, 203)])
    image = decoded(photo.jpeg).convert("L")
    assert image.crop((96, 96, 208, 208)).getextrema()[1] < 12
    assert image.crop((300, 300, 400, 400)).getextrema()[1] > 100


def test_two_pictures_that_differ_only_where_they_are_covered_become_the_same():
    image = noise((800, 600))
    secret = image.copy()
    secret.paste((255, 255, 255), (110, 110, 150, 150))
    areas = [Area(96, 96, 176, 176)]
    first = covered(encode(image, quality=95, subsampling=0), areas)
    second = covered(encode(secret, quality=95, subsampling=0), areas)
    assert first.sha256 == second.sha256


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Tandai dahulu"),
        ("1,2,3", "di luar gambar"),
        ("0,0,0,5", "di luar gambar"),
        ("800,0,10,10", "di luar gambar"),
        ("-1,0,10,10", "di luar gambar"),
        ("1e9,0,1,1", "di luar gambar"),
        (";".join(["0,0,9,9"] * (MOST + 1)), "Paling banyak 40"),
    ],
)
def test_what_is_no_part_of_the_picture_is_refused(text, said):
    with pytest.raises(Declined, match=said):
        areas_in(text, 800, 600)


def test_a_part_that_goes_beyond_ends_at_the_edge():
    assert areas_in("700,500,900,900;", 800, 600) == [Area(700, 500, 800, 600)]


def test_turning_there_and_back_by_its_buttons_is_told_and_remembers_what_it_was(as_user, people, place):
    client = as_user(people.admin)
    photo = EvidencePhoto.objects.get()
    first = photo.sha256
    client.post(at(place, f"foto/{photo.pk}/putar/"), {"arah": "kiri"})
    photo.refresh_from_db()
    assert photo.sha256 != first
    assert photo.other_digests == [first]
    assert AuditEvent.objects.get(action="evidence.turn").before["sha256"] == first
    assert client.get(f"/bukti-dukung/3521/2025-S1/foto/{photo.sha256}.jpg").status_code == 200
