"""The day that a file tells: by EXIF or by how phones name their files, and nothing that cannot be."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from followups.evidence.day_taken import day_offered
from followups.models import EvidencePhoto
from tests.followups.evidence.evidence import at, upload
from tests.followups.evidence.pictures import taken_at

TODAY = date(2026, 1, 31)
DAY = date(2025, 7, 14)


@pytest.mark.parametrize(
    "name",
    [
        "IMG-20250714-WA0003.jpg",
        "IMG_20250714_101112.jpg",
        "PXL_20250714_101112345.jpg",
        "Screenshot_20250714-101112.png",
        "Screenshot_2025-07-14-10-11-12.png",
        "WhatsApp Image 2025-07-14 at 10.11.12.jpeg",
        "20250714_101112.jpg",
    ],
)
def test_names_of_phones_tell_their_day(name):
    assert day_offered("", name, TODAY) == DAY


@pytest.mark.parametrize(
    "name",
    ["rapat 20250714.jpg", "IMG_2031.jpg", "IMG-20251314-WA1.jpg", "IMG-20260201-WA1.jpg", "IMG-19990714-WA1.jpg", "x"],
)
def test_other_names_and_days_that_cannot_be_tell_nothing(name):
    assert day_offered("", name, TODAY) is None


def test_exif_counts_before_the_name_and_nonsense_in_it_not():
    assert day_offered("2025:07:14 23:59:59", "IMG-20250101-WA0003.jpg", TODAY) == DAY
    assert day_offered("0000:00:00 00:00:00", "IMG-20250714-WA0003.jpg", TODAY) is None
    assert day_offered("kemarin", "IMG-20250714-WA0003.jpg", TODAY) == DAY


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
def test_what_the_camera_wrote_is_offered_and_kept_only_when_confirmed(as_user, people, place, form):
    client = as_user(people.admin)
    upload(client, place, SimpleUploadedFile("loket", taken_at("2025:07:14 10:11:12", form)))
    photo = EvidencePhoto.objects.latest("pk")
    assert (photo.offered_on, photo.taken_on) == (DAY, None)
    page = client.get(at(place, f"foto/{photo.pk}/")).content.decode()
    assert "Pakai 14 Juli 2025" in page
    client.post(at(place, f"foto/{photo.pk}/tanggal/"))
    photo.refresh_from_db()
    assert photo.taken_on == DAY
    assert "Pakai 14 Juli 2025" not in client.get(at(place, f"foto/{photo.pk}/")).content.decode()
