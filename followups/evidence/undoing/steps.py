"""Undoing what a person did last to photos: an ordinary change of its own, made only while what was done still stands.

A photo that was deleted comes back, and one that was turned is the same file again, while that file is kept: for a day
at least (``pictures_that_may_return``, which the sweeping asks).
"""

from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from followups.evidence.arranging import (
    describe_photo,
    group_of,
    names_in,
    photos_in,
    picture_of,
    take_away,
    take_out,
    use,
)
from followups.evidence.photos import names_of
from followups.evidence.places import Place, fetch_place, refuse_shared
from followups.evidence.proofs import end_approvals, proven_by
from followups.evidence.uploads import PICTURE, photo_name, told_picture
from followups.evidence.web import undoing as web
from followups.models import EvidencePhoto, FollowUp
from followups.undoable import Undo, meanwhile
from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent, User
from offices.permissions import Action
from offices.sending.changes import last_change
from surveys.models import Survey

LISTED = "evidence"
TOLD = {
    "evidence.move": "Foto dipindahkan.",
    "evidence.share": "Foto digunakan juga di tempat lain.",
    "evidence.take_away": "Foto dilepas.",
    "evidence.delete": "Foto dihapus.",
    "evidence.describe": "Keterangan foto diubah.",
    "evidence.turn": "Foto diputar.",
}
"""What can be undone, by its action in the trail."""
TOLD |= web.TOLD
KEPT = timedelta(days=1)
NO_PLACE = "Perubahan itu tidak dapat diurungkan, karena RTL atau pemeliharaannya sudah dihapus."
BACK_ALREADY = "Foto itu sudah dikembalikan."
LATE = "Foto itu tidak dapat dikembalikan lagi, karena perubahannya sudah lebih dari satu hari."
COVERED = "Foto itu tidak dapat dikembalikan, karena sesudahnya ada foto yang dipotong atau disamarkan."


def pictures_that_may_return() -> "QuerySet[AuditEvent]":
    """What of photos can be undone as long as the old file is kept; ``before`` tells its digest."""
    return AuditEvent.objects.filter(action__in=("evidence.delete", "evidence.turn"), at__gt=timezone.now() - KEPT)


def _place(survey: Survey, actor: User, address: str) -> Place:
    try:
        return fetch_place(actor, Action.EDIT_EVIDENCE, survey.office.code, survey.period, address)
    except Http404 as gone:
        raise Declined(NO_PLACE) from gone


def _photos_told(survey: Survey, told: dict[str, Any]) -> list[EvidencePhoto]:
    """The photos that an event tells by name; Declined where one is another picture now, or gone."""
    names = [photo["name"] for photo in told["photos"]]
    found = {photo.name: photo for photo in EvidencePhoto.objects.filter(followup__survey=survey, name__in=names)}
    for photo in told["photos"]:
        row = found.get(photo["name"])
        if row is None or photo["sha256"] not in (row.sha256, *row.other_digests):
            raise meanwhile("foto", "")
    return [found[name] for name in names]


def _move_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    source = _place(survey, actor, event.before["place"])
    target = _place(survey, actor, event.after["place"])
    photos = _photos_told(survey, event.before)
    present = set(photos_in(target).values_list("pk", flat=True))
    if not present.issuperset(photo.pk for photo in photos):
        raise meanwhile("tempat foto", "")
    for photo, position in zip(photos, event.before["positions"], strict=True):
        if not source.is_tray:
            use(group_of(source), photo, position)
        take_out(target, photo)
    told = {key: event.before[key] for key in ("place", "photos")}
    after = told | end_approvals(actor, [source.plan, target.plan])
    told_place = "Belum ditempatkan" if source.is_tray else group_of(source)
    record(actor, "evidence.move", told_place, survey.office, before=event.after, after=after)


def _put_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    """What was taken out of a group is there again, at its place."""
    place = _place(survey, actor, event.before["place"])
    [photo] = _photos_told(survey, event.before)
    if photos_in(place).filter(pk=photo.pk).exists():
        raise meanwhile("tempat foto", "")
    use(group_of(place), photo, event.before["positions"][0])
    told = {key: event.before[key] for key in ("place", "photos")}
    record(actor, "evidence.share", photo, survey.office, after=told | end_approvals(actor, [place.plan]))


def _share_no_more(survey: Survey, actor: User, event: AuditEvent) -> None:
    [photo] = _photos_told(survey, event.after)
    take_away(actor, _place(survey, actor, event.after["place"]), photo)


def _describe_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    photo = EvidencePhoto.objects.filter(pk=event.object_id, followup__survey=survey).first()
    if photo is None:
        raise meanwhile("foto", "")
    if _said(event.after) != {"caption": photo.caption, "taken_on": photo.taken_on}:
        raise meanwhile("keterangan foto", last_change(photo, actor, event.action))
    describe_photo(actor, photo, **_said(event.before))


def _said(told: dict[str, Any]) -> dict[str, Any]:
    return {"caption": told["caption"], "taken_on": _day(told["taken_on"])}


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _restore(survey: Survey, actor: User, event: AuditEvent) -> None:
    """A deleted photo again, under its own number and at its places; not if its picture may have been covered."""
    told = event.before
    _refuse_old_picture(event)
    if EvidencePhoto.objects.filter(pk=event.object_id).exists():
        raise Declined(BACK_ALREADY)
    places = [(_place(survey, actor, used["place"]), used["position"]) for used in told["uses"]]
    followup = FollowUp.objects.get(survey=survey)
    photo = _as_told(EvidencePhoto(pk=int(event.object_id), followup=followup, office=survey.office), told)
    photo.uploaded_by = actor
    _put_old_picture(photo, told)
    photo.save(force_insert=True)
    for place, position in places:
        use(group_of(place), photo, position)
    ended = end_approvals(actor, [place.plan for place, _position in places])
    record(actor, "evidence.restore", photo, survey.office, after=told | ended)


def _as_told(photo: EvidencePhoto, told: dict[str, Any]) -> EvidencePhoto:
    for name in ("caption", "other_digests", "is_placeholder", "batch", "chosen"):
        setattr(photo, name, told[name])
    taken = names_in(photo.followup_id)
    photo.name = photo_name(told["name"], taken) if told["name"].casefold() in taken else told["name"]
    photo.taken_on = _day(told["taken_on"])
    photo.offered_on = _day(told["offered_on"])
    return photo


def _turn_back(survey: Survey, actor: User, event: AuditEvent) -> None:
    """The very file that it was: turning it by hand would draw it once more."""
    _refuse_old_picture(event)
    photo = EvidencePhoto.objects.filter(pk=event.object_id, followup__survey=survey).first()
    if photo is None or photo.sha256 != event.after["sha256"]:
        raise meanwhile("foto", "")
    refuse_shared(actor, EvidencePhoto.objects.filter(pk=photo.pk))  # it turns wherever it is used by now
    turned = told_picture(photo)
    photo.other_digests = list(dict.fromkeys([*photo.other_digests, photo.sha256]))
    _put_old_picture(photo, event.before)
    photo.save()
    after = told_picture(photo) | end_approvals(actor, proven_by(photo))
    record(actor, "evidence.turn", photo, survey.office, before=turned, after=after)


def _refuse_old_picture(event: AuditEvent) -> None:
    """After a day the file may be swept; and what it shows may have been covered meanwhile."""
    if event.at <= timezone.now() - KEPT:
        raise Declined(LATE)
    if AuditEvent.objects.filter(action="evidence.retouch", office_code=event.office_code, pk__gt=event.pk).exists():
        raise Declined(COVERED)


def _put_old_picture(photo: EvidencePhoto, told: dict[str, Any]) -> None:
    """Declined where the file is not what it was."""
    for name in PICTURE:
        setattr(photo, name, told[name])
    photo.file, photo.thumbnail = names_of(photo.office.code, photo.sha256)
    picture_of(photo)


UNDONE: dict[str, Undo] = {
    "evidence.move": _move_back,
    "evidence.share": _share_no_more,
    "evidence.take_away": _put_back,
    "evidence.delete": _restore,
    "evidence.describe": _describe_back,
    "web.add": web.drop_again,
    "web.change": web.change_back,
    "web.delete": lambda survey, actor, event: web.bring_back(
        survey, actor, event, _place(survey, actor, event.before["place"])
    ),
    "evidence.turn": _turn_back,
}
"""How what an event of the trail tells is undone, by its action."""
