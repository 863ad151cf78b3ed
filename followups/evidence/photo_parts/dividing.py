"""The verb that cuts a long picture into parts, which stand where it stood; the picture itself is kept or deleted."""

from collections.abc import Sequence
from itertools import pairwise

from followups.evidence.arranging import GONE, add_one, delete_photo, group_of, photos_in, picture_of, take_out, use
from followups.evidence.photo_cut import Area, cropped
from followups.evidence.places import Place
from followups.evidence.proofs import end_approvals
from followups.evidence.uploads import StoredPhoto, stored_photo
from followups.models import EvidencePhoto, EvidenceUse
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from surveys.locking import open_cycle

NAMELESS = "Tangkapan layar"


def divide(actor: User, place: Place, photo: EvidencePhoto, lines: Sequence[int], *, delete: bool) -> int:
    """Cut a photo at these lines; returns into how many parts. Raises ``Declined``.

    The parts are drawn before anything is held. With ``delete`` the picture goes where nothing else uses it.
    """
    parts = _drawn(photo, lines)
    with open_cycle(place.survey) as survey:
        held = photos_in(place).filter(pk=photo.pk, sha256=photo.sha256).first()
        if held is None:
            raise Declined(GONE)
        position = 0 if place.is_tray else EvidenceUse.objects.get(photo=held, group=group_of(place)).position
        rows = [_added(actor, place, held, part) for part in parts]
        for number, row in enumerate(rows, start=1):
            if position:
                use(group_of(place), row, position + number)
        after = {"place": place.address, "photos": [{"name": row.name, "sha256": row.sha256} for row in rows]}
        before = {"name": held.name, "sha256": held.sha256}
        ended = end_approvals(actor, [place.plan])
        record(actor, "evidence.divide", held, survey.office, before=before, after=after | ended)
        if position:
            take_out(place, held)
        if delete and not held.uses.exists():
            delete_photo(actor, held)
        return len(rows)


def _drawn(photo: EvidencePhoto, lines: Sequence[int]) -> list[StoredPhoto]:
    jpeg = picture_of(photo)
    ends = list(pairwise([0, *lines, photo.height]))
    parts = [cropped(jpeg, Area(0, above, photo.width, below)) for above, below in ends]
    name = photo.caption or NAMELESS
    return [
        stored_photo(
            photo.office.code,
            photo.name,
            part,
            caption=f"{name} (bagian {number} dari {len(parts)})",
            offered_on=photo.offered_on,
        )
        for number, part in enumerate(parts, start=1)
    ]


def _added(actor: User, place: Place, photo: EvidencePhoto, part: StoredPhoto) -> EvidencePhoto:
    """A part as a row that stands nowhere yet, of the day of its picture."""
    row = add_one(actor, Place(place.followup), part)
    row.taken_on = photo.taken_on
    row.save(update_fields=["taken_on"])
    return row
