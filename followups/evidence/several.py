"""What is done with several photos at once: all of it or nothing, each with its own event."""

from collections.abc import Sequence

from followups.evidence.arranging import NOTHING, delete_photo, describe_photo, share_photo
from followups.evidence.places import Place
from followups.models import EvidencePhoto, EvidenceUse
from offices.declining import Declined
from offices.models import User
from surveys.locking import open_cycle

NO_CAPTION = "Tulis dahulu keterangannya."
ALL_THERE = "Semua foto yang dipilih sudah ada di sana."


def share_several(actor: User, photos: Sequence[EvidencePhoto], target: Place) -> int:
    """Let those photos that are not there yet prove another plan too; returns how many."""
    with open_cycle(target.survey):
        there = EvidenceUse.objects.filter(group__plan=target.plan, group__upkeep=target.upkeep)
        new = [photo for photo in _some(photos) if not there.filter(photo=photo).exists()]
        for photo in new:
            share_photo(actor, photo, target)
    if not new:
        raise Declined(ALL_THERE)
    return len(new)


def describe_several(actor: User, place: Place, photos: Sequence[EvidencePhoto], caption: str) -> int:
    """Give each the same caption; the day on which it was taken stays its own."""
    words = " ".join(caption.split())
    if not words:
        raise Declined(NO_CAPTION)
    with open_cycle(place.survey):
        for photo in _some(photos):
            describe_photo(actor, photo, caption=words)
    return len(photos)


def delete_several(actor: User, place: Place, photos: Sequence[EvidencePhoto]) -> int:
    """Delete each wherever it is used; none where the last proof of a plan that is done is among them."""
    with open_cycle(place.survey):
        for photo in _some(photos):
            delete_photo(actor, photo)
    return len(photos)


def _some(photos: Sequence[EvidencePhoto]) -> Sequence[EvidencePhoto]:
    if not photos:
        raise Declined(NOTHING)
    return photos
