"""The verbs for evidence: add photos, describe, arrange, move, share, replace, take away, delete; note a group.

Each holds the cycle, writes one event and never leaves a plan that is Sudah without proof; an approved one waits
again when its pictures or what is said of them change, not when they are put in another order. Files stay in the
storage when a row goes: other cycles, versions of the report and copies of the same picture may show them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict, Unpack

from django.db.models import F, Max, Min, QuerySet
from django.utils import timezone

from followups.evidence.photo_cut import turned
from followups.evidence.places import Place, place_of
from followups.evidence.proofs import end_approvals, guard_last_proof, proven_by
from followups.evidence.uploads import PICTURE, StoredPhoto, photo_name, put_picture, stored_photo, told_picture
from followups.models import EvidenceGroup, EvidencePhoto, EvidenceUse, UploadLink
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.stored import Unsound, read
from surveys.locking import open_cycle

_APART = 10_000
CHANGED = "Susunan foto di kelompok ini sudah berubah sejak halaman ini dibuka. Periksa kembali, lalu ulangi."
GONE = "Foto ini sudah tidak ada di kelompok ini, mungkin baru dipindahkan. Periksa kembali susunannya."
THERE_ALREADY = "Foto ini sudah ada di kelompok itu."
NOT_IN_TRAY = "Pilih RTL atau pemeliharaan yang akan memakai foto ini."
NO_PLACEHOLDER = "Hanya gambar CONTOH yang diganti. Untuk foto asli, unggah foto baru lalu hapus yang lama."
TWICE = "Gambar ini sudah ada dalam siklus ini. Gunakan gambar yang sudah ada itu untuk RTL ini, lalu hapus CONTOH-nya."
DRAWN = "Gambar CONTOH bukan bukti dukung, sehingga tidak disimpan sebagai foto."
LOST = "Berkas foto ini {fault}. Unggah foto yang sama sekali lagi untuk memulihkannya."
NOTHING = "Pilih paling sedikit satu foto."

TOLD_OF_PHOTO = (
    *("name", *PICTURE, "caption", "taken_on", "offered_on"),
    *("other_digests", "is_placeholder", "batch", "chosen"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """In which order files were chosen, which may arrive in another: ``number`` is that of the first, from 0."""

    batch: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Double:
    """An uploaded picture that the cycle has already, as ``photo``; ``here``: in the very place it was meant for."""

    original: str
    photo: EvidencePhoto
    here: bool


@dataclass(frozen=True, slots=True)
class Added:
    """What became of stored photos: new rows, and those that were not added because the cycle has them."""

    photos: tuple[EvidencePhoto, ...]
    doubles: tuple[Double, ...]


def photos_in(place: Place) -> QuerySet[EvidencePhoto]:
    """What stands in a place; for the order in a group sort by ``uses__position``."""
    photos = EvidencePhoto.objects.filter(followup=place.followup)
    if place.is_tray:
        return photos.filter(uses=None)
    return photos.filter(uses__group__plan=place.plan, uses__group__upkeep=place.upkeep)


def add_photos(
    sender: User | UploadLink, place: Place, stored: Sequence[StoredPhoto], choice: Choice = Choice()
) -> Added:
    """Make photos of stored files, at the end of a place, or among those of the same batch in the order of choosing.

    A picture that the cycle has is not added again. ``sender``: the link of somebody without an account, who reaches
    the tray alone.
    """
    with open_cycle(place.survey):
        known = {photo.sha256: photo for photo in _known(place, stored)}
        here = set(photos_in(place).values_list("pk", flat=True))
        added: list[EvidencePhoto] = []
        doubles: list[Double] = []
        for number, one in enumerate(stored, start=choice.number):
            if (photo := known.get(one.sha256)) is not None:
                doubles.append(Double(one.original, photo, photo.pk in here))
                continue
            photo = known[one.sha256] = add_one(sender, place, one, Choice(choice.batch, number))
            here.add(photo.pk)
            added.append(photo)
        if added:
            _record_added(sender, place, added)
        return Added(tuple(added), tuple(doubles))


def _record_added(sender: User | UploadLink, place: Place, added: Sequence[EvidencePhoto]) -> None:
    after = _listed(place, added)
    office = place.survey.office
    if isinstance(sender, UploadLink):
        record(None, "evidence.sent_in", _object(place), office, after=after | {"link": sender.pk})
    else:
        ended = end_approvals(sender, [place.plan])
        record(sender, "evidence.upload", _object(place), office, after=after | ended)


def add_copy(actor: User, place: Place, photo: EvidencePhoto) -> EvidencePhoto:
    """The same picture once more as a figure of its own, because the person says so."""
    if photo.is_placeholder:
        raise Declined(DRAWN)
    with open_cycle(place.survey) as survey:
        same = StoredPhoto(
            original=photo.name,
            sha256=photo.sha256,
            width=photo.width,
            height=photo.height,
            size=photo.size,
            file=photo.file.name or "",
            thumbnail=photo.thumbnail.name or "",
            offered_on=photo.offered_on,
        )
        copy = add_one(actor, place, same)
        after = _listed(place, [copy]) | {"copy_of": photo.name} | end_approvals(actor, [place.plan])
        record(actor, "evidence.upload", _object(place), survey.office, after=after)
        return copy


class Said(TypedDict, total=False):
    """What people say of a photo."""

    caption: str
    taken_on: date | None


def describe_photo(actor: User, photo: EvidencePhoto, **said: Unpack[Said]) -> None:
    """Say what a photo shows, or when it was taken; what is not said stays as it is by now."""
    with open_cycle(photo.followup.survey) as survey:
        held = EvidencePhoto.objects.get(pk=photo.pk)
        before = {"caption": held.caption, "taken_on": held.taken_on}
        held.caption = said.get("caption", held.caption).strip()
        held.taken_on = said.get("taken_on", held.taken_on)
        held.save(update_fields=["caption", "taken_on"])
        after = {"caption": held.caption, "taken_on": held.taken_on}
        ended = end_approvals(actor, proven_by(held) if after != before else [])
        record(actor, "evidence.describe", held, survey.office, before=before, after=after | ended)


def write_note(actor: User, place: Place, note: str) -> None:
    """Explain a group of photos; the note is printed before them."""
    with open_cycle(place.survey) as survey:
        group = group_of(place)
        before = group.note
        group.note = note.strip()
        group.save(update_fields=["note"])
        after = {"note": group.note} | end_approvals(actor, [place.plan] if group.note != before else [])
        record(actor, "evidence.note", group, survey.office, before={"note": before}, after=after)
        drop_if_empty(group)


def arrange(actor: User, place: Place, order: Sequence[int]) -> None:
    """Put the photos of a group (by id) into this order; Declined unless it names each of them once."""
    with open_cycle(place.survey) as survey:
        group = group_of(place)
        uses = list(group.uses.select_related("photo"))
        if sorted(use.photo_id for use in uses) != sorted(order):
            raise Declined(CHANGED)
        before = [use.photo.name for use in uses]
        uses.sort(key=lambda use: order.index(use.photo_id))
        group.uses.update(position=F("position") + _APART)  # out of the way: positions are unique at every moment
        for position, use in enumerate(uses, start=1):
            use.position = position
        EvidenceUse.objects.bulk_update(uses, ["position"])
        after = [use.photo.name for use in uses]
        record(actor, "evidence.arrange", group, survey.office, before={"photos": before}, after={"photos": after})


def move_photos(actor: User, source: Place, target: Place, photos: Sequence[int]) -> int:
    """Take photos (by id) from one place to the end of another; returns how many."""
    if not photos:
        raise Declined(NOTHING)
    if target.address == source.address:
        raise Declined(THERE_ALREADY)
    with open_cycle(source.survey) as survey:
        moved = [_photo_in(source, pk) for pk in dict.fromkeys(photos)]
        before = _stood(source, moved)
        group = group_of(target)
        for photo in moved:
            use(group, photo)
            take_out(source, photo)
        after = _listed(target, moved) | end_approvals(actor, [source.plan, target.plan])
        record(actor, "evidence.move", group, survey.office, before=before, after=after)
        return len(moved)


def share_photo(actor: User, photo: EvidencePhoto, target: Place) -> None:
    """Let a photo prove another plan too: it stays one figure, to which both refer."""
    with open_cycle(target.survey) as survey:
        group = group_of(target)
        if group.uses.filter(photo=photo).exists():
            raise Declined(THERE_ALREADY)
        use(group, photo)
        after = _listed(target, [photo]) | end_approvals(actor, [target.plan])
        record(actor, "evidence.share", photo, survey.office, after=after)


def take_away(actor: User, place: Place, photo: EvidencePhoto) -> None:
    """Take a photo out of a group; if nothing else uses it, it lies in the tray then."""
    with open_cycle(place.survey) as survey:
        held = _photo_in(place, photo.pk)
        before = _stood(place, [held])
        take_out(place, held)
        after = end_approvals(actor, [place.plan])
        record(actor, "evidence.take_away", held, survey.office, before=before, after=after)


def delete_photo(actor: User, photo: EvidencePhoto) -> None:
    """Delete a photo wherever it is used."""
    with open_cycle(photo.followup.survey) as survey:
        held = EvidencePhoto.objects.get(pk=photo.pk)
        uses = list(EvidenceUse.objects.filter(photo=photo).select_related("group__plan", "group__upkeep"))
        before = {name: getattr(held, name) for name in TOLD_OF_PHOTO} | {
            "groups": [str(use.group) for use in uses],
            "uses": [{"place": place_of(use.group).address, "position": use.position} for use in uses],
        }
        for use in uses:
            _end(use)
        after = end_approvals(actor, [use.group.plan for use in uses])
        record(actor, "evidence.delete", photo, survey.office, before=before, after=after)
        EvidencePhoto.objects.filter(pk=photo.pk).delete()


def replace_placeholder(actor: User, photo: EvidencePhoto, stored: StoredPhoto) -> None:
    """Put a real photo where a drawn stand-in was: same places, same caption, a name of its own."""
    with open_cycle(photo.followup.survey) as survey:
        held = EvidencePhoto.objects.get(pk=photo.pk)
        if not held.is_placeholder:
            raise Declined(NO_PLACEHOLDER)
        if EvidencePhoto.objects.filter(followup=held.followup, sha256=stored.sha256).exists():
            raise Declined(TWICE)
        before = {"name": held.name, "sha256": held.sha256}
        held.name = photo_name(stored.original, names_in(held.followup_id))
        held.is_placeholder = False
        held.uploaded_by = actor
        held.uploaded_at = timezone.now()
        held.offered_on = stored.offered_on
        put_picture(held, stored)
        held.save()
        after = {"name": held.name, "sha256": held.sha256} | end_approvals(actor, proven_by(held))
        record(actor, "evidence.replace", held, survey.office, before=before, after=after)


def turn_photo(actor: User, photo: EvidencePhoto, *, clockwise: bool) -> None:
    """Turn a photo by a quarter wherever it is used; raises ``Declined``.

    It is drawn before anything is held. Its old digests are remembered, for whoever covers a part of it later.
    """
    drawn = turned(picture_of(photo), clockwise=clockwise)
    stored = stored_photo(photo.office.code, photo.name, drawn)
    with open_cycle(photo.followup.survey) as survey:
        held = EvidencePhoto.objects.filter(pk=photo.pk, sha256=photo.sha256).first()
        if held is None:
            raise Declined(GONE)
        before = told_picture(held)
        held.other_digests = list(dict.fromkeys([*held.other_digests, held.sha256]))
        put_picture(held, stored)
        held.save()
        after = told_picture(held) | end_approvals(actor, proven_by(held))
        record(actor, "evidence.turn", held, survey.office, before=before, after=after)


def picture_of(photo: EvidencePhoto) -> bytes:
    """What is stored of a photo; raises ``Declined`` where it is not what it was."""
    try:
        return read(photo.file.name or "", photo.sha256)
    except Unsound as unsound:
        raise Declined(LOST.format(fault=unsound.fault)) from unsound


def _known(place: Place, stored: Sequence[StoredPhoto]) -> list[EvidencePhoto]:
    """The photos of the cycle that are one of these; of several the latest first, so that the first one counts."""
    digests = [one.sha256 for one in stored]
    return list(EvidencePhoto.objects.filter(followup=place.followup, sha256__in=digests).order_by("-pk"))


def _photo_in(place: Place, pk: int) -> EvidencePhoto:
    photo = photos_in(place).filter(pk=pk).first()
    if photo is None:
        raise Declined(GONE)
    return photo


def group_of(place: Place) -> EvidenceGroup:
    """The group of a place, made when it is first needed; the tray has none."""
    if place.is_tray:
        raise Declined(NOT_IN_TRAY)
    group, _ = EvidenceGroup.objects.get_or_create(
        plan=place.plan, upkeep=place.upkeep, defaults={"followup": place.followup}
    )
    return group


def add_one(sender: User | UploadLink, place: Place, stored: StoredPhoto, choice: Choice = Choice()) -> EvidencePhoto:
    photo = EvidencePhoto.objects.create(
        office=place.survey.office,
        followup=place.followup,
        name=photo_name(stored.original, names_in(place.followup.pk)),
        sha256=stored.sha256,
        width=stored.width,
        height=stored.height,
        size=stored.size,
        file=stored.file,
        thumbnail=stored.thumbnail,
        caption=stored.caption,
        offered_on=stored.offered_on,
        uploaded_by=sender if isinstance(sender, User) else None,
        came_by=sender if isinstance(sender, UploadLink) else None,
        batch=choice.batch,
        chosen=choice.number,
    )
    if not place.is_tray:
        use(group_of(place), photo)
    return photo


def names_in(followup_id: int) -> set[str]:
    names = EvidencePhoto.objects.filter(followup_id=followup_id).values_list("name", flat=True)
    return {name.casefold() for name in names}


def use(group: EvidenceGroup, photo: EvidencePhoto, wanted: int = 0) -> None:
    """Put a photo where it is wanted, where its batch wants it, or at the end of a group, unless it is there."""
    last = group.uses.aggregate(last=Max("position"))["last"] or 0
    position = wanted or _wanted_position(group, photo) or last + 1
    if group.uses.filter(photo=photo).exists():
        return
    if group.uses.filter(position=position).exists():
        later = group.uses.filter(position__gte=position)
        later.update(position=F("position") + _APART)  # out of the way: positions are unique at every moment
        group.uses.filter(position__gt=_APART).update(position=F("position") - _APART + 1)
    EvidenceUse.objects.create(group=group, photo=photo, position=position)


def _wanted_position(group: EvidenceGroup, photo: EvidencePhoto) -> int:
    """Behind those of its batch that were chosen before it, else before the first of the later ones; 0: no matter."""
    if not photo.batch:
        return 0
    batch = group.uses.filter(photo__batch=photo.batch)
    if before := batch.filter(photo__chosen__lt=photo.chosen).aggregate(last=Max("position"))["last"]:
        return int(before) + 1
    return int(batch.filter(photo__chosen__gt=photo.chosen).aggregate(first=Min("position"))["first"] or 0)


def take_out(place: Place, photo: EvidencePhoto) -> None:
    if not place.is_tray:
        uses = EvidenceUse.objects.select_related("group__plan")
        _end(uses.get(photo=photo, group__plan=place.plan, group__upkeep=place.upkeep))


def _end(use: EvidenceUse) -> None:
    guard_last_proof(use.group)
    use.delete()
    drop_if_empty(use.group)


def drop_if_empty(group: EvidenceGroup) -> None:
    """A group that says and shows nothing is not kept: it would stand in the way of deleting its plan."""
    if not (group.note or group.uses.exists() or group.web_proofs.exists()):
        group.delete()


def _object(place: Place) -> EvidenceGroup | str:
    return "Belum ditempatkan" if place.is_tray else group_of(place)


def _listed(place: Place, photos: Sequence[EvidencePhoto]) -> dict[str, object]:
    return {"place": place.address, "photos": [{"name": photo.name, "sha256": photo.sha256} for photo in photos]}


def _stood(place: Place, photos: Sequence[EvidencePhoto]) -> dict[str, object]:
    """What ``_listed`` tells, with the position of each, so that taking them from here can be undone."""
    uses = EvidenceUse.objects.filter(group__plan=place.plan, group__upkeep=place.upkeep, photo__in=photos)
    positions = {} if place.is_tray else dict(uses.values_list("photo_id", "position"))
    return _listed(place, photos) | {"positions": [positions.get(photo.pk, 0) for photo in photos]}
