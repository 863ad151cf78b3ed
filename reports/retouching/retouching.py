"""A photo covered or cut: the new picture stands wherever the old one was, and the old one leaves the storage.

What is signed stays as it is, so the versions that still hold the old picture are named.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.db.models import Q, QuerySet

from followups.evidence.arranging import GONE, picture_of
from followups.evidence.photo_cut import areas_in, covered, cropped
from followups.evidence.photos import NormalisedPhoto, names_of
from followups.evidence.proofs import end_approvals, proven_by
from followups.evidence.uploads import put_picture, stored_photo
from followups.models import EvidencePhoto, Paper
from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent, Office, User
from offices.stored import discard
from reports.models import (
    DRAFTS,
    FINAL,
    Handover,
    Job,
    JobKind,
    JobState,
    ReleasedCopy,
    RemovedPicture,
    Report,
    ReportKind,
    State,
)
from surveys.locking import held_cycle, refuse_locked
from surveys.models import Lock, Survey

COVER, CROP = "samarkan", "potong"
PREPARED = (
    "Gambar ini juga dipakai dalam laporan {period} yang sudah disiapkan untuk ditandatangani. "
    "Kembalikan dahulu laporan itu menjadi draf."
)
UNCHANGED = "Hasilnya sama dengan gambar semula, sehingga tidak ada yang diubah."
REPLACED = "Gambar diganti. Minta PDF sekali lagi."


@dataclass(frozen=True, slots=True)
class Retouching:
    """What is to be done with a picture: ``way`` COVER or CROP, ``areas`` as ``left,top,width,height;…`` in pixels."""

    way: str
    areas: str

    def drawn(self, photo: EvidencePhoto) -> NormalisedPhoto:
        areas = areas_in(self.areas, photo.width, photo.height)
        jpeg = picture_of(photo)
        return cropped(jpeg, areas[0]) if self.way == CROP else covered(jpeg, areas)


def same_pictures(photo: EvidencePhoto) -> QuerySet[EvidencePhoto]:
    """Every photo of the office, in whatever cycle, that is this very picture."""
    return EvidencePhoto.objects.filter(office=photo.office_id, sha256=photo.sha256)


def signed_with(photo: EvidencePhoto) -> list[str]:
    """The signed versions of the office's reports that hold the picture, as it is or before it was turned."""
    digests = _digests(same_pictures(photo))
    names = []
    for report in _showing(photo, digests, FINAL):
        kind = "" if report.kind == ReportKind.FOLLOW_UP else f"{report.get_kind_display()} "
        names.append(f"{kind}{report.followup.survey.period_label} versi {report.version}")
    return names


def kept_elsewhere(photo: EvidencePhoto) -> list[str]:
    """Where the office keeps the picture in another turn, in parts, whole, as a paper or a receipt: what is marked here
    does not fit there.
    """
    here = same_pictures(photo)
    digests = _digests(here)
    photos = EvidencePhoto.objects.filter(office=photo.office_id).exclude(sha256=photo.sha256)
    found: set[str] = set()
    for cut in AuditEvent.objects.filter(action="evidence.divide", office_code=photo.office.code):
        whole: str = cut.before["sha256"]
        parts = {part["sha256"] for part in cut.after["photos"]}
        if whole in digests:
            found |= parts
        if parts & digests:
            found.add(whole)
    showing = digests | found
    shown = [each for each in photos.select_related("followup__survey") if showing & _digests([each])]
    papers = Paper.objects.filter(followup__survey__office=photo.office_id, sha256__in=digests)
    papers = papers.select_related("followup__survey")
    receipts = Handover.objects.filter(
        report__followup__survey__office=photo.office_id, receipt_sha256__in=digests
    ).select_related("report__followup__survey")
    return [
        *(f"{each.name.removeprefix('photos/')} ({each.followup.survey.period_label})" for each in shown),
        *(f"berkas {paper} ({paper.followup.survey.period_label})" for paper in papers),
        *(f"tanda terima {row.party} ({row.report.followup.survey.period_label})" for row in receipts),
    ]


def _showing(photo: EvidencePhoto, digests: set[str], states: Iterable[str]) -> Iterator[Report]:
    """The versions of the office's reports in these states that show one of these pictures."""
    reports = Report.objects.filter(state__in=states, document__isnull=False, followup__survey__office=photo.office_id)
    for report in reports.select_related("followup__survey").order_by("followup", "kind", "version").iterator():
        if any(digest in json.dumps(report.document) for digest in digests):
            yield report


def retouch(actor: User, photo: EvidencePhoto, wish: Retouching) -> None:
    """Draw the picture anew and let nothing of the old one be kept; raises ``Declined``, or that a cycle is locked."""
    refuse_locked(photo.followup.survey)
    drawn = wish.drawn(photo)
    if drawn.sha256 == photo.sha256:
        raise Declined(UNCHANGED)
    stored = stored_photo(photo.office.code, photo.name, drawn)
    rows = same_pictures(photo)
    surveys = Survey.objects.filter(pk__in=rows.values("followup__survey")).order_by("pk")
    with ExitStack() as held, transaction.atomic():
        locks = {survey.pk: held.enter_context(held_cycle(survey)).lock for survey in surveys}
        _refuse(photo, rows, locks)
        signed = signed_with(photo)
        elsewhere = kept_elsewhere(photo)
        old = _digests(rows)
        before = {"sha256": photo.sha256}
        ended: dict[str, list[str]] = {}
        for row in rows.select_related("followup").order_by("pk"):
            put_picture(row, stored)
            row.other_digests = []
            row.save()
            if locks[row.followup.survey_id] == Lock.OPEN:
                ended |= end_approvals(actor, proven_by(row))
        _end_drafts(photo.office, locks)
        _remove(photo.office, old)
        after = {"sha256": stored.sha256, "way": wish.way, "signed": signed, "kept_elsewhere": elsewhere}
        record(actor, "evidence.retouch", photo, photo.office, before=before, after=after | ended)


def _refuse(photo: EvidencePhoto, rows: QuerySet[EvidencePhoto], locks: dict[int, str]) -> None:
    """Under the locks: somebody else was faster, or a report that is being made needs the old picture."""
    if not rows.filter(pk=photo.pk).exists():
        raise Declined(GONE)
    prepared = Survey.objects.filter(pk__in=[pk for pk, lock in locks.items() if lock == Lock.PREPARED]).first()
    if prepared:
        raise Declined(PREPARED.format(period=prepared.period_label))
    # Of a kind that does not lock the cycle whose photos it shows.
    waiting = next(_showing(photo, _digests(rows), (State.PREPARING, State.PREPARED)), None)
    if waiting:
        raise Declined(PREPARED.format(period=waiting.followup.survey.period_label))


def _digests(rows: Iterable[EvidencePhoto]) -> set[str]:
    """Under which the picture is or was kept."""
    return {digest for row in rows for digest in (row.sha256, *row.other_digests)}


def _end_drafts(office: Office, locks: dict[int, str]) -> None:
    """Drafts, sheets and released copies that show the old picture go, and one that is being made is not kept.

    What completes the report of an earlier cycle shows photos of these, too, and a sheet those of a signed one. The
    file of a prepared version is no draft: it stays, or hinders the change.
    """
    opened = [pk for pk, lock in locks.items() if lock == Lock.OPEN]
    drafts = Q(followup__survey__in=opened, kind__in=DRAFTS)
    completing = Q(followup__survey__office=office, kind__in=DRAFTS) & ~Q(report_kind=ReportKind.FOLLOW_UP)
    sheets = Q(followup__survey__in=list(locks), kind__in=(JobKind.SHEET, JobKind.COPY))
    jobs = Job.objects.filter(drafts | completing | sheets)
    running = jobs.filter(state=JobState.RUNNING)
    running.update(state=JobState.FAILED, lease_token="", lease_until=None, error=REPLACED)
    made = jobs.exclude(file="")
    for name in made.values_list("file", flat=True):
        _afterwards(partial(discard, name))
    made.delete()
    ReleasedCopy.objects.filter(report__followup__survey__in=list(locks)).update(file="")  # their files are of jobs


def _remove(office: Office, digests: set[str]) -> None:
    """Let no file of these digests be kept, unless a row shows one: the same picture, turned, as another photo."""
    shown = EvidencePhoto.objects.filter(office=office, sha256__in=digests).values_list("sha256", flat=True)
    for digest in sorted(digests.difference(shown)):
        RemovedPicture.objects.get_or_create(office=office, sha256=digest)
        for name in names_of(office.code, digest):
            _afterwards(partial(discard, name))


def _afterwards(act: Callable[[], None]) -> None:
    transaction.on_commit(act)
