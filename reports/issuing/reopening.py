"""The ways back: a prepared version to draft, a signed one to a new version, and out of force."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from reports.document.frozen import thaw
from reports.document.gather import document_of
from reports.findings.reasons import checked_reason
from reports.issuing.console import actor_of
from reports.issuing.keeping import discard
from reports.issuing.sealing import fresh
from reports.models import Report, RetiredCode, State
from reports.reading.versions import current, open_version, versions
from reports.versions.comparing import same_entries
from surveys.locking import held_cycle, set_lock
from surveys.models import Lock

_NOT_WAITING = "Laporan ini tidak sedang disiapkan, sehingga tidak ada yang perlu dikembalikan. Muat ulang halaman ini."
_NOT_BEGUN = "Tidak ada versi baru yang dapat dibatalkan. Muat ulang halaman ini."
_CHANGED = (
    "Isi laporan sudah berbeda dari versi {version} yang ditandatangani, sehingga versi baru tidak dapat dibatalkan. "
    "Lihat perbedaannya pada Bandingkan versi; kembalikan isinya, atau siapkan versi baru."
)
_NOT_SIGNED = "Hanya versi yang sudah ditandatangani dan masih berlaku yang dapat dibuka lagi atau ditarik."


def return_to_draft(report: Report, user: User, reason: str) -> Report:
    """Open the cycle again before anything was signed; the printed code of the file is never valid."""
    why = checked_reason(reason)
    with held_cycle(report.followup.survey) as survey:
        now = fresh(report)
        if now.state not in (State.PREPARING, State.PREPARED):
            raise Declined(_NOT_WAITING)
        RetiredCode.objects.create(report=now, code=now.code or "")
        told = {"version": now.version, "reason": why}
        record(actor_of(user), "report.return", now, survey.office, after=told)
        if now.prepared_file.name:
            transaction.on_commit(partial(discard, now.prepared_file.name))
        # A draft keeps its version and the reason for it, and nothing of the file that was prepared.
        now.state, now.code, now.document, now.findings = State.DRAFT, None, None, None
        now.number = now.way = now.prepared_sha256 = now.draft_digest = now.place = ""
        now.prepared_file, now.prepared_at, now.prepared_by, now.dated = "", None, None, None  # type: ignore[assignment]
        now.save()
        set_lock(survey, Lock.OPEN)
    return fresh(report)


def reopen(report: Report, user: User, reason: str) -> Report:
    """Begin the next version; the signed one stays in force until that is signed."""
    why = checked_reason(reason)
    with held_cycle(report.followup.survey) as survey:
        now = fresh(report)
        if now.state != State.SIGNED:
            raise Declined(_NOT_SIGNED)
        if begun := open_version(survey):
            raise Declined(f"Versi {begun.version} sudah dibuka. Selesaikan dahulu versi itu.")
        latest = versions(survey)[0]
        following = Report.objects.create(followup=now.followup, version=latest.version + 1, reason=why)
        set_lock(survey, Lock.OPEN)
        told = {"version": following.version, "reason": why}
        record(actor_of(user), "report.reopen", following, survey.office, after=told)
    return fresh(following)


def abandon(report: Report, user: User) -> Report:
    """Close a version that was opened by mistake, as long as nothing was changed since the signed one; gives that."""
    with held_cycle(report.followup.survey) as survey:
        begun = open_version(survey)
        signed = current(survey)
        if signed is None or begun is None or begun.pk != report.pk or begun.state != State.DRAFT:
            raise Declined(_NOT_BEGUN)
        if not same_entries(thaw(signed.document), document_of(survey)):
            raise Declined(_CHANGED.format(version=signed.version))
        told = {"version": begun.version, "reason": begun.reason}
        record(actor_of(user), "report.abandon", begun, survey.office, before=told)
        RetiredCode.objects.filter(report=begun).update(report=signed)
        begun.delete()
        set_lock(survey, Lock.SIGNED)
    return fresh(signed)


def withdraw(report: Report, user: User, reason: str) -> Report:
    """Take a signed version out of force without another in its place; it stays stored and tells so when checked."""
    why = checked_reason(reason)
    with held_cycle(report.followup.survey) as survey:
        now = fresh(report)
        if now.state != State.SIGNED:
            raise Declined(_NOT_SIGNED)
        now.state = State.WITHDRAWN
        now.withdrawn_at = timezone.now()
        now.withdrawn_reason = why
        now.save(update_fields=["state", "withdrawn_at", "withdrawn_reason"])
        if open_version(survey) is None:
            set_lock(survey, Lock.OPEN)
        told = {"version": now.version, "reason": why}
        record(actor_of(user), "report.withdraw", now, survey.office, after=told)
    return fresh(report)
