"""Preparing: a report is frozen as data, its cycle locked where its kind asks for that, and its file asked for.

What a version says is in contents.py; what the worker then does in making.py.
"""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction

from followups.models import FollowUp
from offices.audit import record
from offices.declining import Declined
from offices.models import Role, User
from offices.numbering import document_number
from offices.zones import now_of, today_of
from reports.document.frozen import freeze
from reports.document.model import digest_of
from reports.document.source import Signing
from reports.issuing.console import actor_of
from reports.issuing.contents import Asked, Content, content_of
from reports.issuing.fitting import Fit, check_fits
from reports.issuing.naming import told_of
from reports.issuing.readiness import check_can_sign
from reports.issuing.wish import Wish
from reports.kinds.documents import document_now
from reports.models import Report, ReportKind, SigningKey, SigningWay, State
from reports.reading.versions import current, open_version, versions
from reports.words.language import date_text
from reports.work.jobs import request_preparation
from surveys.locking import held_cycle, set_lock
from surveys.models import Lock, Survey

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_GROUPS, _GROUP = 5, 4
DAYS_AHEAD = 14
"""How many days after its preparation a report may be dated: it is signed when the signatory has read it."""
PEN_ONLY = (
    "Tanggal atau nomor yang ditulis dengan pena, dan tanda tangan Mengetahui, hanya ada pada laporan yang "
    "ditandatangani dengan tangan. Pilih cara itu, atau isi tanggal dan nomornya dan kosongkan Mengetahui."
)


def prepare(survey: Survey, user: User, wish: Wish, kind: ReportKind = ReportKind.FOLLOW_UP) -> Report:
    """Freeze the cycle's report of this kind as it is now and have its file made.

    Raises Declined where something hinders it, and leaves everything as it was.
    """
    _Preparation(survey, wish, kind).check_wish()
    limit_mb = wish.limit_mb or survey.office.pdf_limit_mb
    if limit_mb:  # before the cycle is held, since pictures are tried for it
        check_fits(document_now(survey, kind), Fit(limit_mb, by_hand=wish.way == "by_hand"))
    with held_cycle(survey) as held:
        preparation = _Preparation(held, wish, kind)
        preparation.check_open()
        report = preparation.row()
        number = preparation.number(report)
        signing = preparation.signing(report.version, number)
        content = content_of(Asked(held, report, user, wish, signing, current(held, kind)))
        report.limit_mb = limit_mb
        _fill(report, user, content, signing)
        set_lock(held, Lock.PREPARED, kind.holds)
        request_preparation(report, digest_of(content.document), user)
        told = told_of(report) | {"way": report.way, "number": number, "dated": wish.dated}
        told |= {"limit_mb": wish.limit_mb} if wish.limit_mb else {}
        told |= {"reason": wish.reason} if wish.reason else {}
        record(actor_of(user), "report.prepare", report, held.office, after=told)
    return report


def verification_url(code: str) -> str:
    """Where anyone checks a printed code."""
    return f"{settings.PUBLIC_URL}/verifikasi/{code}/"


@dataclass(frozen=True, slots=True)
class _Preparation:
    """The next version of a cycle's report of one kind, as it is wished for."""

    survey: Survey
    wish: Wish
    kind: ReportKind

    def check_wish(self) -> None:
        if self.wish.way not in SigningWay.values:
            raise Declined("Pilih cara penandatanganan.")
        if self.wish.way == "here":
            check_can_sign()
        if self.wish.is_for_the_pen and self.wish.way != "by_hand":
            raise Declined(PEN_ONLY)
        latest = today_of(self.survey.office) + timedelta(days=DAYS_AHEAD)
        if self.wish.dated and self.wish.dated > latest:
            raise Declined(f"Tanggal laporan belum tiba; paling lambat {date_text(latest)}.")

    def check_open(self) -> None:
        begun = open_version(self.survey, self.kind)
        if begun and begun.state != State.DRAFT:
            raise Declined("Laporan ini sudah disiapkan. Tandatangani, atau kembalikan dahulu menjadi draf.")
        if not begun and current(self.survey, self.kind):
            raise Declined("Laporan ini sudah ditandatangani. Perbaikan dilakukan dengan membuka versi baru.")
        if not (self.survey.signatory_name and self.survey.office.place):
            raise Declined("Nama penanda tangan dan tempat penandatanganan harus terisi sebelum laporan disiapkan.")

    def row(self) -> Report:
        """The open draft of a version, or the next version, not yet saved."""
        if report := open_version(self.survey, self.kind):
            return report
        latest = versions(self.survey, self.kind).first()
        return Report(
            kind=self.kind,
            followup=FollowUp.objects.select_related("survey__office").get(survey=self.survey),
            version=latest.version + 1 if latest else 1,
            reason=latest.withdrawn_reason if latest else "",
        )

    def number(self, report: Report) -> str:
        if self.wish.pen_number:
            return ""
        number = document_number(
            self.survey.office.number_template,
            self.wish.number,
            classification=self.survey.office.number_classification,
            unit_code=self.survey.office.number_unit_code,
            dated=self.wish.dated or today_of(self.survey.office),
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
            pen_number=self.wish.pen_number,
            rank=self.wish.rank,
            acknowledger=self.wish.acknowledger,
        )


def _fill(report: Report, user: User, content: Content, signing: Signing) -> None:
    report.state = State.PREPARING
    report.document = freeze(content.document)
    report.draft_digest = content.draft_digest
    report.findings = content.kept
    report.code = signing.code
    report.number = signing.number
    report.way = signing.way
    report.dated = signing.dated
    report.place = content.document.source.office.place
    report.prepared_at = signing.prepared_at
    report.prepared_by = user
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError as error:
        raise Declined("Nomor dokumen ini baru saja dipakai laporan lain. Periksa nomor urutnya.") from error
