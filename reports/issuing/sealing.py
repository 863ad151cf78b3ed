"""The last step of every way to a signature: the file is kept and the version is signed, all of it or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.zones import moment_words
from reports.document.legible import text_at
from reports.issuing.console import actor_of
from reports.issuing.keeping import discard, store
from reports.issuing.naming import told_of
from reports.issuing.telling import tell_signed
from reports.models import FINAL, Report, ReportKind, SigningWay, State
from reports.paraf.parafs import check_parafs
from reports.reading.versions import current
from surveys.locking import held_cycle, set_lock
from surveys.models import Lock, Survey

COMPLETES_NOTHING = (
    "Laporan yang dilengkapi tidak berlaku lagi: sudah digantikan atau ditarik. Kembalikan laporan ini menjadi draf, "
    "lalu siapkan lagi."
)
REPLACED = "Laporan yang dilengkapinya sudah digantikan versi {version}."
PREPARED_ANEW = (
    "Laporan ini sementara itu dikembalikan menjadi draf dan disiapkan lagi. Muat ulang halaman ini, lalu baca berkas "
    "yang baru."
)


@dataclass(frozen=True, slots=True)
class Signed:
    """What makes a version signed. ``fields``: columns of Report; ``told``: what the trail keeps of it."""

    content: bytes
    kind: str
    column: str
    fields: Mapping[str, Any]
    told: Mapping[str, Any]
    action: str
    ending: str = "pdf"


def fresh(report: Report) -> Report:
    """The version as it is now, with what belongs to it."""
    rows = Report.objects.select_related("followup__survey__office", "followup__survey__instrument", "signed_by")
    return rows.get(pk=report.pk)


def check_prepared(report: Report, way: SigningWay) -> None:
    """Raise Declined unless the version waits for a signature of this way, with the parafs that its office wants; says
    who was first.
    """
    if report.state in (State.SIGNED, State.SUPERSEDED, State.WITHDRAWN):
        when = moment_words(report.signed_at) if report.signed_at else ""
        raise Declined(f"Laporan versi {report.version} sudah ditandatangani oleh {report.signed_by} pada {when}.")
    if report.state != State.PREPARED:
        raise Declined("Laporan ini tidak sedang menunggu tanda tangan. Muat ulang halaman ini.")
    if report.way != way:
        raise Declined("Laporan ini disiapkan untuk cara penandatanganan lain. Kembalikan dahulu menjadi draf.")
    check_parafs(report.followup.survey, ReportKind(report.kind))
    if completes_nothing(report):
        raise Declined(COMPLETES_NOTHING)


def completes_nothing(report: Report) -> bool:
    """Whether the report that this one completes is not the one in force any more."""
    if report.kind != ReportKind.ADDENDUM:
        return False
    signed = current(report.followup.survey)
    return signed is None or signed.code != text_at(report.document, "source", "completes", "code")


def withdraw_what_completed(report: Report, user: User, why: str) -> None:
    """Nothing that completes a follow-up report stands once that is out of force."""
    completing = Report.objects.filter(followup=report.followup, kind=ReportKind.ADDENDUM, state=State.SIGNED)
    for addendum in completing:
        take_out_of_force(addendum, user, why)


def take_out_of_force(report: Report, user: User, why: str) -> None:
    """Call a signed version withdrawn; under the lock of its cycle."""
    report.state = State.WITHDRAWN
    report.withdrawn_at = timezone.now()
    report.withdrawn_reason = why
    report.save(update_fields=["state", "withdrawn_at", "withdrawn_reason"])
    office = report.followup.survey.office
    record(actor_of(user), "report.withdraw", report, office, after=told_of(report) | {"reason": why})


def name_in_survey(report: Report, survey: Survey) -> None:
    """Day and number of a survey report are what the follow-up report, speed and reminders count from.

    For who holds the survey; one that a follow-up report keeps as it is stays so.
    """
    if report.kind != ReportKind.SURVEY or survey.lock != Lock.OPEN:
        return
    told = {"report_date": report.dated, "report_number": report.number}
    Survey.objects.filter(pk=survey.pk).update(**told)


def unname_in_survey(survey: Survey) -> None:
    """Take day and number of a survey report back out of its survey once that is withdrawn, unless others were typed.

    For who holds the survey; what a follow-up report keeps as it is stays until that is opened.
    """
    row = Survey.objects.get(pk=survey.pk)
    of_survey = Report.objects.filter(followup__survey=survey, kind=ReportKind.SURVEY, state__in=FINAL)
    last = of_survey.order_by("-version").first()
    is_told = last is not None and (row.report_date, row.report_number) == (last.dated, last.number)
    if last and is_told and last.state == State.WITHDRAWN and row.lock == Lock.OPEN:
        Survey.objects.filter(pk=survey.pk).update(report_date=None, report_number="")


def seal(report: Report, user: User, signed: Signed) -> Report:
    """Keep the file and call the version signed; the one in force before is replaced by it.

    Of several who do so at once one succeeds; the others leave no file, and are told who was first.
    """
    stored = store(report, signed.kind, signed.content, signed.ending)
    try:
        with held_cycle(report.followup.survey) as survey:
            now = fresh(report)
            check_prepared(now, SigningWay(report.way))
            if now.code != report.code:
                raise Declined(PREPARED_ANEW)
            kind = ReportKind(report.kind)
            in_force = Report.objects.filter(followup=report.followup, kind=kind, state=State.SIGNED)
            in_force.update(state=State.SUPERSEDED)
            given = {"state": State.SIGNED, "signed_by": user, signed.column: stored} | dict(signed.fields)
            Report.objects.filter(pk=report.pk).update(**given)
            set_lock(survey, Lock.SIGNED, kind.holds)
            name_in_survey(fresh(report), survey)
            if kind.locks_cycle:
                withdraw_what_completed(report, user, REPLACED.format(version=report.version))
            event = told_of(report) | dict(signed.told)
            tell_signed(actor_of(user), report)
            record(actor_of(user), signed.action, report, survey.office, after=event)
    except BaseException:
        discard(stored)
        raise
    return fresh(report)
