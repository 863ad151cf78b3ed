"""Handing on: where a signed version was sent, who returned it, where it was published. The verbs and their queries.

Opening a new version after a return is issuing's; here is only the record that gives its reason.
"""

from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db.models import QuerySet

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.permissions import Action, Person, may
from offices.zones import today_of
from reports.issuing.naming import told_of
from reports.models import FINAL, Handover, HandoverKind, Report, ReportKind, State
from reports.words.language import date_text
from surveys.locking import held_cycle
from surveys.models import Lock, Survey

ICONS = {HandoverKind.SENT: "send", HandoverKind.RETURNED: "undo-2", HandoverKind.PUBLISHED: "globe"}

FIELDS = ("kind", "party", "happened_on", "note", "link", "expects_receipt")


@dataclass(frozen=True, slots=True)
class Handing:
    """What happened to a version. ``kind`` is one of HandoverKind; ``link`` is empty or http(s).

    ``expects_receipt``: whether what was sent has a slip that is to come back.
    """

    version: int
    kind: str
    party: str
    happened_on: date
    note: str = ""
    link: str = ""
    expects_receipt: bool = False


@dataclass(frozen=True, slots=True)
class ShownHandover:
    """A record as a page shows it; ``may_reopen``: a new version may be opened because of this return."""

    row: Handover
    icon: str
    may_reopen: bool

    @classmethod
    def of(cls, row: Handover, *, reissues: bool) -> Self:
        """``reissues``: whether who looks may open a new version at all."""
        returned = row.kind == HandoverKind.RETURNED and row.report.state == State.SIGNED
        return cls(row, ICONS[HandoverKind(row.kind)], may_reopen=reissues and returned)


@dataclass(frozen=True, slots=True)
class HandingOn:
    """What a page shows of the handing on of a report; ``versions`` are those that were signed, the latest first."""

    shown: tuple[ShownHandover, ...]
    versions: tuple[Report, ...]
    may_record: bool
    may_read_receipts: bool


def handing_on_of(
    survey: Survey, user: Person, kind: ReportKind, signed: tuple[Report, ...] | None = None
) -> HandingOn:
    """What became of the versions of a kind that were signed (``signed``, where they are known, the latest first)."""
    finals = tuple(_signed(survey, kind)) if signed is None else signed
    rows = Handover.objects.filter(report__followup__survey=survey, report__kind=kind).select_related(
        "report", "recorded_by"
    )
    reissues = survey.lock == Lock.SIGNED and may(user, Action.REISSUE, survey.office)
    return HandingOn(
        shown=tuple(ShownHandover.of(row, reissues=reissues) for row in rows.order_by("-happened_on", "-pk"))
        if finals
        else (),
        versions=finals,
        may_record=may(user, Action.HAND_ON, survey.office),
        may_read_receipts=may(user, Action.VIEW_PAPERS, survey.office),
    )


def record_handover(survey: Survey, user: User, kind: ReportKind, handing: Handing) -> Handover:
    """Record what happened to a signed version of this kind. Raises Declined."""
    with held_cycle(survey) as held:
        report = _signed(held, kind).filter(version=handing.version).first()
        if report is None:
            raise Declined("Penyampaian hanya dapat dicatat untuk versi yang sudah ditandatangani.")
        if handing.happened_on > today_of(report.followup.survey.office):
            raise Declined("Tanggal ini belum tiba.", "happened_on")
        if report.dated and handing.happened_on < report.dated:
            raise Declined(
                f"Laporan bertanggal {date_text(report.dated)}, sehingga tidak dapat disampaikan lebih awal. Periksa "
                "kembali tanggalnya.",
                "happened_on",
            )
        if handing.kind == HandoverKind.RETURNED and not handing.note.strip():
            raise Declined("Tuliskan alasan pengembalian pada catatan ini.", "note")
        if Handover.objects.filter(report=report, **_fields(handing)).exists():
            raise Declined("Penyampaian ini sudah dicatat. Yang berbeda, misalnya tujuannya, dicatat tersendiri.")
        row = Handover.objects.create(report=report, recorded_by=user, **_fields(handing))
        record(user, "handover.record", row, held.office, after=told_of(report) | _fields(handing))
    return row


def remove_handover(survey: Survey, user: User, handover: Handover) -> None:
    """Take a record out that was wrong; the trail keeps what it said."""
    with held_cycle(survey) as held:
        row = Handover.objects.select_related("report").filter(pk=handover.pk).first()
        if row is None:
            raise Declined("Catatan penyampaian ini sudah dihapus.")
        if row.receipt:
            raise Declined(
                "Tanda terimanya tersimpan pada catatan ini. Hapus dahulu tanda terima itu bila memang keliru."
            )
        before = told_of(row.report) | {name: getattr(row, name) for name in FIELDS}
        record(user, "handover.remove", row, held.office, before=before)
        row.delete()


def reason_of_return(handover: Handover) -> str:
    """Why a new version is opened, in the words of who returned the old one."""
    return f"Dikembalikan oleh {handover.party}: {handover.note}"


def _signed(survey: Survey, kind: ReportKind) -> QuerySet[Report]:
    rows = Report.objects.filter(followup__survey=survey, kind=kind, state__in=FINAL).order_by("-version")
    return rows.select_related("followup__survey__office")


def _fields(handing: Handing) -> dict[str, object]:
    return {name: getattr(handing, name) for name in FIELDS}
