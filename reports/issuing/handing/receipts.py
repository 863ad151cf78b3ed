"""The slip that comes back from who got a report: its photo or scan closes the handing on."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from followups.papers.kept import Content
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.zones import today_of
from reports.issuing.keeping import digest_of_bytes, store
from reports.issuing.naming import told_of
from reports.models import Handover, HandoverKind
from reports.words.language import date_text
from surveys.locking import held_cycle

GONE = "Catatan penyampaian ini sudah dihapus."
NOT_SENT = "Tanda terima disimpan pada laporan yang dikirim."
NO_FILE = "Pilih foto atau pindaian tanda terimanya."
NOT_YET = "Tanggal penerimaan belum tiba."
TOO_EARLY = "Laporan dikirim {sent}, sehingga tidak dapat diterima lebih awal. Periksa kembali tanggalnya."
NO_RECEIPT = "Tanda terima ini sudah dihapus. Muat ulang halaman Penyampaian."
OTHER_RECEIPT = "Tanda terima ini sudah diganti. Periksa yang tersimpan, lalu hapus bila memang keliru."
HAS_RECEIPT = "Tanda terimanya sudah disimpan. Muat ulang halaman Penyampaian."


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the slip says, and its picture; None where the one that is kept stays."""

    received_on: date
    received_by: str
    content: Content | None


def keep_receipt(handover: Handover, user: User, receipt: Receipt) -> None:
    """Keep the slip with what was sent, in place of one that is there. Raises Declined, NotKept by the storage."""
    with held_cycle(handover.report.followup.survey) as survey:
        row = _sent(handover)
        if receipt.received_on > today_of(survey.office):
            raise Declined(NOT_YET, "received_on")
        if receipt.received_on < row.happened_on:
            raise Declined(TOO_EARLY.format(sent=date_text(row.happened_on)), "received_on")
        before = _told(row) if row.receipt else {}
        if receipt.content:
            row.receipt = store(row.report, "tanda-terima", receipt.content.data, receipt.content.ending)  # type: ignore[assignment]
            row.receipt_sha256 = digest_of_bytes(receipt.content.data)
        if not row.receipt:
            raise Declined(NO_FILE, "file")
        row.received_on, row.received_by = receipt.received_on, receipt.received_by
        row.save()
        record(user, "handover.receipt", row, survey.office, before=before, after=_told(row))


def drop_receipt(handover: Handover, user: User, seen: str) -> None:
    """Take a slip out that was the wrong one; its file stays until files without a row are swept. Raises Declined.

    ``seen``: the digest of the slip that the page showed; where another took its place, that one stays.
    """
    with held_cycle(handover.report.followup.survey) as survey:
        row = _sent(handover)
        if not row.receipt:
            raise Declined(NO_RECEIPT)
        if seen and seen != row.receipt_sha256:
            raise Declined(OTHER_RECEIPT)
        record(user, "handover.receipt_drop", row, survey.office, before=_told(row))
        row.receipt, row.receipt_sha256, row.received_on, row.received_by = "", "", None, ""  # type: ignore[assignment]
        row.expects_receipt = True
        row.save()


def expect_no_receipt(handover: Handover, user: User) -> None:
    """Say that no slip will come back, so that nobody waits for it any more. Raises Declined."""
    with held_cycle(handover.report.followup.survey) as survey:
        row = _sent(handover)
        if row.receipt:
            raise Declined(HAS_RECEIPT)
        row.expects_receipt = False
        row.save()
        told = told_of(row.report) | {"party": row.party, "expects_receipt": False}
        record(user, "handover.no_receipt", row, survey.office, after=told)


def _sent(handover: Handover) -> Handover:
    """The row as it is now, under the lock of its cycle."""
    row = Handover.objects.select_related("report__followup__survey__office").filter(pk=handover.pk).first()
    if row is None:
        raise Declined(GONE)
    if row.kind != HandoverKind.SENT:
        raise Declined(NOT_SENT)
    return row


def _told(row: Handover) -> dict[str, Any]:
    told: dict[str, Any] = {"party": row.party, "received_on": row.received_on, "received_by": row.received_by}
    return told_of(row.report) | told | {"sha256": row.receipt_sha256}
