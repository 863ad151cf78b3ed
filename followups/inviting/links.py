"""Links by which colleagues without an account send photos for a plan: made, found by their token, used, ended.

A token is told once and stored as its digest. What comes by a link is decoded in a child process and waits in the tray.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from time import monotonic

from django.core.files.uploadedfile import UploadedFile
from django.db.models import F, QuerySet
from django.utils import timezone

from followups.evidence.arranging import add_photos
from followups.evidence.day_taken import day_offered
from followups.evidence.photo_fenced import normalise_fenced
from followups.evidence.picture_files import refuse_icon, refuse_many_bytes
from followups.evidence.places import Place
from followups.evidence.uploads import StoredPhoto, stored_photo
from followups.models import MOST_SENT, ActionPlan, UploadLink
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.permissions import Action, visible
from surveys.locking import held_cycle, lock_reason, open_cycle

DAYS = 7
MOST_RUNNING = 5
BYTES_OF_A_TOKEN = 24
SECONDS = 30  # by the clock, for what is sent at once: only one picture is worked on at a time, of whomever
TOO_MANY = f"Paling banyak {MOST_RUNNING} tautan berlaku sekaligus untuk satu RTL. Akhiri dahulu salah satunya."
USED_UP = f"Tautan ini sudah dipakai untuk {MOST_SENT} berkas. Mintalah tautan baru kepada yang mengirimkannya."
TOO_LONG = "Server sedang sibuk, sehingga berkas ini belum diterima. Kirim lagi berkas ini beberapa saat lagi."
ENDED = "Tautan ini sudah berakhir."


@dataclass(frozen=True, slots=True)
class Received:
    """What became of what was sent: how many photos are there now, and why others are not."""

    count: int
    refused: tuple[tuple[str, str], ...]


def links_of(plan: ActionPlan) -> QuerySet[UploadLink]:
    return UploadLink.objects.filter(plan=plan).select_related("made_by")


def running(links: QuerySet[UploadLink]) -> QuerySet[UploadLink]:
    return links.filter(ends_at__gt=timezone.now())


def make_link(actor: User, plan: ActionPlan) -> str:
    """The token of a new link, told here and nowhere else; raises Declined where there are enough."""
    with open_cycle(plan.priority.followup.survey) as survey:
        if running(links_of(plan)).count() >= MOST_RUNNING:
            raise Declined(TOO_MANY)
        token = secrets.token_urlsafe(BYTES_OF_A_TOKEN)
        ends_at = timezone.now() + timedelta(days=DAYS)
        link = UploadLink.objects.create(plan=plan, sha256=_digest(token), made_by=actor, ends_at=ends_at)
        record(actor, "evidence.link", link, survey.office, after={"link": link.pk, "ends_at": ends_at.isoformat()})
        return token


def end_link(actor: User, link: UploadLink) -> None:
    """Let a link be of no use from now on; raises Declined where it is so already."""
    with held_cycle(link.plan.priority.followup.survey) as survey:
        now = timezone.now()
        if not UploadLink.objects.filter(pk=link.pk, ends_at__gt=now).update(ends_at=now):
            raise Declined(ENDED)
        record(actor, "evidence.link_end", link, survey.office, after={"link": link.pk})


def link_of(token: str) -> UploadLink | None:
    """The link that is still of use: in a cycle that is open, made by somebody who could make it today."""
    rows = running(UploadLink.objects.filter(sha256=_digest(token), made_by__is_active=True))
    link = rows.select_related("made_by", "plan__priority__followup__survey__office").first()
    if link is None or link.made_by is None or lock_reason(link.plan.priority.followup.survey):
        return None
    own = ActionPlan.objects.filter(pk=link.plan_id)
    return link if visible(link.made_by, Action.EDIT_EVIDENCE, own).exists() else None


def receive(link: UploadLink, files: Iterable["UploadedFile[bytes]"]) -> Received:
    """Take in what was sent by a link; each file counts, also one that is no photo, unless time is over before it."""
    followup = link.plan.priority.followup
    over = monotonic() + SECONDS
    stored: list[StoredPhoto] = []
    refused: list[tuple[str, str]] = []
    for file in files:
        name = file.name or "foto"
        try:
            if monotonic() >= over:
                raise Declined(TOO_LONG)
            _count(link)
            refuse_many_bytes(file.size or 0)
            photo = normalise_fenced(file.read())
            refuse_icon(*photo.came)
            stored.append(
                stored_photo(
                    followup.survey.office.code,
                    name,
                    photo,
                    offered_on=day_offered(photo.taken, name, timezone.localdate()),
                )
            )
        except Declined as declined:
            refused.append((name, str(declined)))
    added = add_photos(link, Place(followup), stored)
    UploadLink.objects.filter(pk=link.pk).update(kept=F("kept") + len(added.photos))
    return Received(len(stored), tuple(refused))


def _count(link: UploadLink) -> None:
    """One conditional UPDATE: of two senders of the last file the database lets one through."""
    rows = running(UploadLink.objects.filter(pk=link.pk, tried__lt=MOST_SENT))
    if not rows.update(tried=F("tried") + 1):
        raise Declined(USED_UP)


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
