"""Preparing: the report is frozen as data, the cycle locked, and the worker asked for the file to be signed.

What the worker then does is in making.py.
"""

import secrets
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast

from django.conf import settings
from django.db import IntegrityError, transaction

from followups.models import ActionPlan, FollowUp, Review, Status
from followups.months import Month
from offices.audit import record
from offices.declining import Declined
from offices.models import Role, User
from offices.numbering import document_number
from offices.zones import now_of, today_of
from reports.document.build import build
from reports.document.frozen import FrozenDataError, freeze, thaw
from reports.document.gather import source_of
from reports.document.model import ReportDocument, digest_of
from reports.document.source import Signing, Way
from reports.findings.answers import Judged, case_with_files, hindrances, judged, keep
from reports.findings.reasons import checked_reason
from reports.issuing.console import actor_of
from reports.issuing.readiness import check_can_sign
from reports.issuing.refusal import Hindered
from reports.models import Report, SigningKey, SigningWay, State
from reports.reading.versions import current, open_version, versions
from reports.versions.comparing import same_content
from reports.words.language import date_text, month_text
from reports.work.jobs import request_preparation
from surveys.locking import held_cycle, set_lock
from surveys.models import Lock, Survey

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_GROUPS, _GROUP = 5, 4
DAYS_AHEAD = 14
"""How many days after its preparation a report may be dated: it is signed when the signatory has read it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is chosen when a report is prepared. ``number``: the running number, where the office's pattern asks for it.

    ``demo``: whether the signatory's key is one for trying out; None: as the office's secretaries' keys are.
    ``reason`` answers the warnings that only date, number or key bring up, and that nobody could answer before.
    ``early``: it is known, and wanted, that the follow-up is still under way on that date.
    """

    way: Way
    dated: date
    number: str = ""
    demo: bool | None = None
    reason: str = ""
    early: bool = False


@dataclass(frozen=True, slots=True)
class Unapproved:
    """A plan that is said to be done and that no second person has approved; ``plan``: its id, 0 in a kept version."""

    programme: str
    element: str
    submitted_by: str
    plan: int = 0


def prepare(survey: Survey, user: User, wish: Wish) -> Report:
    """Freeze the cycle's report as it is now and have its file made.

    Raises Declined where something hinders it, and leaves everything as it was.
    """
    _Preparation(survey, wish).check_wish()
    with held_cycle(survey) as held:
        preparation = _Preparation(held, wish)
        preparation.check_open()
        report = preparation.row()
        preparation.check_window(report.followup)
        number = preparation.number(report)
        signing = preparation.signing(report.version, number)
        source = source_of(held, signing)
        report.draft_digest = digest_of(build(replace(source, signing=None)))
        case = case_with_files(source)
        document = case.document
        _explain(report.followup, user, judged(held, case, at_signing=True), wish.reason)
        found = judged(held, case, at_signing=True)
        preparation.check_content(document, found)
        _fill(report, user, document, preparation.kept(found))
        set_lock(held, Lock.PREPARED)
        request_preparation(report.followup, digest_of(document), user)
        told = {"version": report.version, "way": report.way, "number": number, "dated": wish.dated}
        told |= {"reason": wish.reason} if wish.reason else {}
        record(actor_of(user), "report.prepare", report, held.office, after=told)
    return report


def verification_url(code: str) -> str:
    """Where anyone checks a printed code."""
    return f"{settings.PUBLIC_URL}/verifikasi/{code}/"


def unapproved(survey: Survey) -> tuple[Unapproved, ...]:
    """The plans that are said to be done without a second person's approval, in the order of the tables."""
    plans = ActionPlan.objects.filter(priority__followup__survey=survey, status=Status.DONE)
    waiting = plans.exclude(review=Review.APPROVED).select_related("priority__element", "submitted_by")
    return tuple(Unapproved(p.programme, p.priority.element.name, str(p.submitted_by or ""), p.pk) for p in waiting)


@dataclass(frozen=True, slots=True)
class _Preparation:
    """The next version of a cycle as it is wished for."""

    survey: Survey
    wish: Wish

    def check_wish(self) -> None:
        if self.wish.way not in SigningWay.values:
            raise Declined("Pilih cara penandatanganan.")
        if self.wish.way == "here":
            check_can_sign()
        latest = today_of(self.survey.office) + timedelta(days=DAYS_AHEAD)
        if self.wish.dated > latest:
            raise Declined(f"Tanggal laporan belum tiba; paling lambat {date_text(latest)}.")

    def check_open(self) -> None:
        if self.survey.lock == Lock.PREPARED:
            raise Declined("Laporan ini sudah disiapkan. Tandatangani, atau kembalikan dahulu menjadi draf.")
        if self.survey.lock == Lock.SIGNED:
            raise Declined("Laporan ini sudah ditandatangani. Perbaikan dilakukan dengan membuka versi baru.")
        if not (self.survey.signatory_name and self.survey.office.place):
            raise Declined("Nama penanda tangan dan tempat penandatanganan harus terisi sebelum laporan disiapkan.")

    def row(self) -> Report:
        """The open draft of a version, or the next version, not yet saved."""
        if report := open_version(self.survey):
            return report
        latest = versions(self.survey).first()
        return Report(
            followup=FollowUp.objects.select_related("survey__office").get(survey=self.survey),
            version=latest.version + 1 if latest else 1,
            reason=latest.withdrawn_reason if latest else "",
        )

    def check_window(self, followup: FollowUp) -> None:
        last = Month.of(followup.end)
        if is_early(last, self.wish.dated) and not self.wish.early:
            raise Declined(
                f"Masa tindak lanjut baru berakhir pada {month_text(last)}; RTL yang masih berjalan akan tercetak "
                "sebagai belum dilaksanakan. Bila laporan memang disiapkan sekarang, nyatakan itu lebih dahulu."
            )

    def number(self, report: Report) -> str:
        number = document_number(
            self.survey.office.number_template,
            self.wish.number,
            classification=self.survey.office.number_classification,
            unit_code=self.survey.office.number_unit_code,
            dated=self.wish.dated,
        )
        if number and Report.objects.filter(number__iexact=number).exclude(pk=report.pk).exists():
            raise Declined(f"Nomor dokumen {number} sudah dipakai laporan lain. Periksa nomor urutnya.")
        return number

    def _is_demo(self) -> bool:
        if self.wish.demo is not None or self.wish.way != "here":
            return bool(self.wish.demo)
        secretaries = User.objects.filter(memberships__office=self.survey.office, memberships__role=Role.SECRETARY)
        return SigningKey.objects.filter(user__in=secretaries, is_demo=True).exists()

    def signing(self, version: int, number: str) -> Signing:
        # Letters and digits none of which looks like another; about 99 bits.
        letters = ("".join(secrets.choice(ALPHABET) for _ in range(_GROUP)) for _ in range(_GROUPS))
        code = "-".join(letters)
        return Signing(
            way=self.wish.way,
            version=version,
            number=number,
            dated=self.wish.dated,
            code=code,
            prepared_at=now_of(self.survey.office).replace(microsecond=0),
            url=verification_url(code),
            demo=self._is_demo(),
        )

    def check_content(self, document: ReportDocument, found: Collection[Judged]) -> None:
        if standing := hindrances(found):
            raise Hindered(standing)
        signed = current(self.survey)
        if signed and _says_the_same(signed, document):
            raise Declined(
                f"Isi laporan sama dengan versi {signed.version} yang sudah ditandatangani. "
                "Versi baru hanya dibuat bila ada yang diperbaiki."
            )

    def kept(self, found: Collection[Judged]) -> dict[str, Any]:
        """What is kept beside a version: every finding with its answer, and what nobody has approved."""
        return {
            "findings": [_finding(item) for item in found],
            "unapproved": [[plan.programme, plan.element, plan.submitted_by] for plan in unapproved(self.survey)],
        }


def is_early(ends: Month, dated: date) -> bool:
    """Whether a report of that date looks back on a follow-up that is not over; ``ends``: its last month."""
    return Month.of(dated) <= ends


def _explain(followup: FollowUp, user: User, found: Collection[Judged], reason: str) -> None:
    """Answer what only this preparation brought up; a reason never answers a block."""
    standing = hindrances(found)
    if reason.strip() and not any(finding.severity == "block" for finding in standing):
        keep(followup, user, standing, checked_reason(reason))


def _says_the_same(signed: Report, document: ReportDocument) -> bool:
    """Whether a report would say what a signed version says, but for version, date and number."""
    try:
        return same_content(thaw(signed.document), document)
    except FrozenDataError:  # which another release froze
        return False


def _finding(item: Judged) -> dict[str, Any]:
    given = item.answer
    answer = given and {"reason": given.reason, "by": str(given.given_by), "at": given.given_at.isoformat()}
    finding = item.finding
    told = {"id": finding.id, "severity": finding.severity, "place": str(finding.place), "message": finding.message}
    return told | {"answer": answer or None}


def _fill(report: Report, user: User, document: ReportDocument, told: dict[str, Any]) -> None:
    signing = cast(Signing, document.signing)
    report.state = State.PREPARING
    report.document = freeze(document)
    report.findings = told
    report.code = signing.code
    report.number = signing.number
    report.way = signing.way
    report.dated = signing.dated
    report.place = document.source.office.place
    report.prepared_at = signing.prepared_at
    report.prepared_by = user
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError as error:
        raise Declined("Nomor dokumen ini baru saja dipakai laporan lain. Periksa nomor urutnya.") from error
