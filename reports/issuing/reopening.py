"""The ways back: a prepared version to draft, a signed one to a new version, and out of force."""

from collections.abc import Callable
from functools import partial

from django.db import transaction

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from reports.document.frozen import thaw
from reports.document.gather import document_of
from reports.findings.reasons import checked_reason
from reports.issuing.by_hand.pages import forget_pages
from reports.issuing.console import actor_of
from reports.issuing.keeping import discard
from reports.issuing.naming import told_of
from reports.issuing.sealing import fresh, take_out_of_force, unname_in_survey, withdraw_what_completed
from reports.issuing.telling import waits_no_more
from reports.models import Report, ReportKind, RetiredCode, State
from reports.reading.versions import current, open_version, versions
from reports.survey_report.frozen import thaw as thaw_survey
from reports.survey_report.gather import survey_report_of
from reports.survey_report.texts import says_the_same
from reports.versions.comparing import same_entries
from surveys.locking import held_cycle, set_lock
from surveys.models import Lock, Survey

_NOT_WAITING = "Laporan ini tidak sedang disiapkan, sehingga tidak ada yang perlu dikembalikan. Muat ulang halaman ini."
_NOT_BEGUN = "Tidak ada versi baru yang dapat dibatalkan. Muat ulang halaman ini."
_CHANGED = (
    "Isi laporan sudah berbeda dari versi {version} yang ditandatangani, sehingga versi baru tidak dapat dibatalkan. "
    "Lihat perbedaannya pada Bandingkan versi; kembalikan isinya, atau siapkan versi baru."
)
_BASE_WITHDRAWN = "Laporan yang dilengkapinya ditarik: {why}"
_UNCHANGED: dict[ReportKind, Callable[[Report, Survey], bool]] = {
    ReportKind.FOLLOW_UP: lambda signed, survey: same_entries(thaw(signed.document), document_of(survey)),
    ReportKind.SURVEY: lambda signed, survey: says_the_same(thaw_survey(signed.document), survey_report_of(survey)),
    ReportKind.ADDENDUM: lambda _signed, _survey: True,
}
"""Whether what an open version could have changed is as it was signed."""
_NOT_SIGNED = "Hanya versi yang sudah ditandatangani dan masih berlaku yang dapat dibuka lagi atau ditarik."


def return_to_draft(report: Report, user: User, reason: str) -> Report:
    """Open the cycle again before anything was signed; the printed code of the file is never valid."""
    why = checked_reason(reason)
    with held_cycle(report.followup.survey) as survey:
        now = fresh(report)
        if now.state not in (State.PREPARING, State.PREPARED):
            raise Declined(_NOT_WAITING)
        RetiredCode.objects.create(report=now, code=now.code or "")
        told = told_of(now) | {"reason": why}
        record(actor_of(user), "report.return", now, survey.office, after=told)
        waits_no_more(now)
        forget_pages(now)
        if now.prepared_file.name:
            transaction.on_commit(partial(discard, now.prepared_file.name))
        # A draft keeps its version and the reason for it, and nothing of the file that was prepared.
        now.state, now.code, now.document, now.findings = State.DRAFT, None, None, None
        now.number = now.way = now.prepared_sha256 = now.draft_digest = now.place = ""
        now.prepared_file, now.prepared_at, now.prepared_by, now.dated = "", None, None, None  # type: ignore[assignment]
        now.save()
        _set_lock(now, survey, Lock.OPEN)
    return fresh(report)


def reopen(report: Report, user: User, reason: str) -> Report:
    """Begin the next version; the signed one stays in force until that is signed."""
    why = checked_reason(reason)
    with held_cycle(report.followup.survey) as survey:
        now = fresh(report)
        if now.state != State.SIGNED:
            raise Declined(_NOT_SIGNED)
        kind = ReportKind(now.kind)
        if begun := open_version(survey, kind):
            raise Declined(f"Versi {begun.version} sudah dibuka. Selesaikan dahulu versi itu.")
        latest = versions(survey, kind)[0]
        following = Report.objects.create(followup=now.followup, kind=kind, version=latest.version + 1, reason=why)
        _set_lock(now, survey, Lock.OPEN)
        told = told_of(following) | {"reason": why}
        record(actor_of(user), "report.reopen", following, survey.office, after=told)
    return fresh(following)


def abandon(report: Report, user: User) -> Report:
    """Close a version that was opened by mistake, as long as nothing was changed since the signed one; gives that.

    Where the version does not open its cycle's data, there is nothing that it could have changed.
    """
    with held_cycle(report.followup.survey) as survey:
        kind = ReportKind(report.kind)
        begun = open_version(survey, kind)
        signed = current(survey, kind)
        if signed is None or begun is None or begun.pk != report.pk or begun.state != State.DRAFT:
            raise Declined(_NOT_BEGUN)
        if not _UNCHANGED[kind](signed, survey):
            raise Declined(_CHANGED.format(version=signed.version))
        told = told_of(begun) | {"reason": begun.reason}
        record(actor_of(user), "report.abandon", begun, survey.office, before=told)
        RetiredCode.objects.filter(report=begun).update(report=signed)
        begun.delete()
        _set_lock(signed, survey, Lock.SIGNED)
    return fresh(signed)


def withdraw(report: Report, user: User, reason: str) -> Report:
    """Take a signed version out of force without another in its place; it stays stored and tells so when checked."""
    why = checked_reason(reason)
    with held_cycle(report.followup.survey) as survey:
        now = fresh(report)
        if now.state != State.SIGNED:
            raise Declined(_NOT_SIGNED)
        take_out_of_force(now, user, why)
        if open_version(survey, ReportKind(now.kind)) is None:
            _set_lock(now, survey, Lock.OPEN)
        unname_in_survey(survey)
        if now.kind == ReportKind.FOLLOW_UP:
            withdraw_what_completed(now, user, _BASE_WITHDRAWN.format(why=why))
    return fresh(report)


def _set_lock(report: Report, survey: Survey, lock: Lock) -> None:
    """Of what this kind of report keeps as it is."""
    set_lock(survey, lock, ReportKind(report.kind).holds)
    unname_in_survey(survey)
