"""Which photos of a cycle may be published: chosen by the office, and shown while they are what was chosen."""

from collections.abc import Collection, Sequence

from django.db.models import F, QuerySet

from followups.models import EvidencePhoto, FollowUp
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from publishing.models import ReleasedPhoto
from surveys.locking import held_cycle

MOST = 12
TOO_MANY = f"Pilih paling banyak {MOST} foto untuk satu siklus."
OTHER_PHOTOS = "Sebagian foto yang Anda pilih sudah diganti atau dihapus. Periksa kembali pilihannya."


def photos_to_choose(followup: FollowUp) -> QuerySet[EvidencePhoto]:
    """Those that prove something; drawn stand-ins prove nothing."""
    return EvidencePhoto.objects.filter(followup=followup, is_placeholder=False).exclude(uses=None).distinct()


def released_photos(followup: FollowUp) -> QuerySet[EvidencePhoto]:
    """Those that may be published and look as they did when that was decided, in the order in which they came."""
    unchanged = ReleasedPhoto.objects.filter(photo__followup=followup, sha256=F("photo__sha256"))
    chosen = photos_to_choose(followup).filter(pk__in=unchanged.values("photo"))
    return chosen.order_by("pk")


def release_photos(actor: User, followup: FollowUp, chosen: Collection[int]) -> Sequence[EvidencePhoto]:
    """Let exactly these (ids) be published, in place of those that were; the same again is no event."""
    with held_cycle(followup.survey) as survey:
        photos = [photo for photo in photos_to_choose(followup) if photo.pk in chosen]
        if len(photos) != len(set(chosen)):
            raise Declined(OTHER_PHOTOS)
        if len(photos) > MOST:
            raise Declined(TOO_MANY)
        before = [photo.name for photo in released_photos(followup)]
        ReleasedPhoto.objects.filter(photo__followup=followup).delete()
        ReleasedPhoto.objects.bulk_create(
            ReleasedPhoto(photo=photo, sha256=photo.sha256, released_by=actor) for photo in photos
        )
        after = [photo.name for photo in released_photos(followup)]
        if after != before:
            record(actor, "public.photos", survey, survey.office, before={"photos": before}, after={"photos": after})
        return photos
