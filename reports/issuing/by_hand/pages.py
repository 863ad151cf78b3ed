"""The pages that come back signed: kept as pictures, straightened, and put in their places to make what is sent."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from followups.evidence.photo_fenced import normalise_fenced
from followups.evidence.photo_sheets.corners import Corners
from followups.evidence.photo_sheets.straightening import Sheet, corners_in, sheet_drawn
from followups.papers.pages import page_drawn, pages_in
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from reports.document.legible import text_at
from reports.issuing.by_hand.composing import Scan, sent_file
from reports.issuing.by_hand.places import PreparedFile, prepared_file
from reports.issuing.by_hand.written import NOTHING_WRITTEN, ByPen, blanks_of, columns_of
from reports.issuing.fitting import MEGABYTE, Fit
from reports.issuing.keeping import digest_of_bytes, discard, read, store
from reports.issuing.naming import told_of
from reports.issuing.preparing import verification_url
from reports.issuing.sealing import PREPARED_ANEW, Signed, check_prepared, fresh, seal
from reports.models import Report, SignedPage, SigningWay
from reports.printing.conformance import faults_of
from reports.words.language import date_text
from surveys.locking import held_cycle

log = logging.getLogger(__name__)
NO_SUCH_PAGE = "Berkas ini terdiri atas {count} halaman. Isi nomor halaman antara 1 dan {count}."
GONE = "Halaman ini sudah dihapus atau diganti. Muat ulang halaman Tanda tangan."
REPLACED = (
    "Sementara berkas kirim dibuat, halaman yang ditandatangani ditambah, diganti, atau dihapus. Periksa halamannya, "
    "lalu buat lagi."
)
LACKING = "Unggah dahulu foto atau pindaian halaman yang ditandatangani: {pages}."
NO_QUADRANGLE = "Keempat sudut itu bukan bidang kertas. Geser sudutnya ke tepi kertas, searah jarum jam dari kiri atas."
UNSOUND = (
    "Berkas kirim yang dibuat tidak memenuhi standar arsip (PDF/A-3a) atau aksesibilitas (PDF/UA-1), sehingga tidak "
    "disimpan. Laporkan kepada pengelola server."
)
TOO_LARGE = (
    "Berkas kirim menjadi {size} MB, melebihi batas unggah {limit} MB yang ditetapkan saat laporan disiapkan. Hapus "
    "halaman lain yang tidak memuat tanda tangan, lalu buat lagi."
)


@dataclass(frozen=True, slots=True)
class Laid:
    """How a page lies in its picture: the corners of the sheet, None for all of it, and quarters clockwise."""

    corners: Corners | None
    turn: int


def file_of(report: Report) -> PreparedFile:
    """The pages of a prepared version; raises Declined where its file is gone or damaged."""
    content = read(report.prepared_file, report.prepared_sha256)
    return prepared_file(content, with_number=blanks_of(report).number)


def keep_page(report: Report, user: User, page: int, content: bytes) -> SignedPage:
    """Keep a photo or scan of a signed page, straightened as well as can be told. Raises Declined."""
    waiting = fresh(report)
    check_prepared(waiting, SigningWay.BY_HAND)
    sizes = file_of(waiting).sizes
    if not 1 <= page <= len(sizes):
        raise Declined(NO_SUCH_PAGE.format(count=len(sizes)))
    original = _picture(content, page, len(sizes))
    corners = corners_in(original)
    laid = Laid(corners, 1 if corners and _lies_on_its_side(corners, sizes[page - 1]) else 0)
    drawn = _drawn(waiting, original, sizes[page - 1], laid)
    row = SignedPage(
        report=waiting,
        page=page,
        original=store(waiting, "halaman-asli", original, "jpg"),
        original_sha256=digest_of_bytes(original),
        kept_by=user,
    )
    with held_cycle(waiting.followup.survey) as survey:
        _check_same(waiting)
        SignedPage.objects.filter(report=waiting, page=page).delete()
        _lay(row, waiting, laid, drawn)
        told = told_of(waiting) | {"page": page, "sha256": row.original_sha256}
        record(user, "report.page", waiting, survey.office, after=told)
    return row


def adjust_page(row: SignedPage, user: User, laid: Laid) -> SignedPage:
    """Draw a kept page anew from its picture, as somebody says that it lies. Raises Declined."""
    waiting = fresh(row.report)
    check_prepared(waiting, SigningWay.BY_HAND)
    original = read(row.original, row.original_sha256)
    drawn = _drawn(waiting, original, file_of(waiting).sizes[row.page - 1], laid)
    with held_cycle(waiting.followup.survey) as survey:
        _check_same(waiting)
        now = SignedPage.objects.filter(pk=row.pk).first()
        if now is None:
            raise Declined(GONE)
        _lay(now, waiting, laid, drawn)
        told = told_of(waiting) | {"page": now.page, "corners": now.corners, "turn": now.turn}
        record(user, "report.page_adjust", waiting, survey.office, after=told)
    return now


def drop_page(row: SignedPage, user: User) -> None:
    """Forget a kept page; its pictures are swept."""
    with held_cycle(row.report.followup.survey) as survey:
        waiting = fresh(row.report)
        check_prepared(waiting, SigningWay.BY_HAND)
        if not SignedPage.objects.filter(pk=row.pk).delete()[0]:
            raise Declined(GONE)
        record(user, "report.page_drop", waiting, survey.office, before=told_of(waiting) | {"page": row.page})


def laid_as(corners: str, turn: str) -> Laid:
    """As a form says it; raises Declined for what is no sheet."""
    try:
        return Laid(Corners.of(corners) if corners else None, int(turn) % 4)
    except ValueError as error:
        raise Declined(NO_QUADRANGLE) from error


def accept_pages(report: Report, user: User, written: ByPen = NOTHING_WRITTEN) -> Report:
    """Make the file that is sent of the prepared one and its signed pages, and call the version signed.

    It is a scan and no electronic signature: no key protects it, its digest is known. Raises Declined.
    """
    waiting = fresh(report)
    check_prepared(waiting, SigningWay.BY_HAND)
    columns = columns_of(waiting, written)
    pages = list(SignedPage.objects.filter(report=waiting))
    file = file_of(waiting)
    _check_all_there(file, pages)
    day = columns.get("dated") or waiting.dated
    scans = [
        Scan(page.page, page.picture.name or "", _alt(waiting, file.what(page.page), page.page, day)) for page in pages
    ]
    prepared = read(waiting.prepared_file, waiting.prepared_sha256)
    content = sent_file(prepared, scans, verification_url(waiting.code or ""))
    _check_sound(waiting, content)
    digest = digest_of_bytes(content)
    told = {"sha256": digest, "size": len(content), "pages": ", ".join(str(page.page) for page in pages)}
    signed = Signed(
        content=content,
        kind="kirim",
        column="scan",
        fields={"scan_sha256": digest, "signed_at": timezone.now(), "signer": None} | columns,
        told=told | columns,
        action="report.accept_pages",
    )
    with held_cycle(waiting.followup.survey):
        if _digests(SignedPage.objects.filter(report=waiting)) != _digests(pages):
            raise Declined(REPLACED)
        return seal(waiting, user, signed)


def _digests(pages: Iterable[SignedPage]) -> dict[int, str]:
    return {page.page: page.picture_sha256 for page in pages}


def forget_pages(report: Report) -> None:
    """Nothing of a version that goes back to draft is kept of its pages."""
    rows = SignedPage.objects.filter(report=report)
    for name in {name for row in rows for name in (row.original.name, row.picture.name) if name}:
        transaction.on_commit(partial(discard, name))
    rows.delete()


def _picture(content: bytes, page: int, count: int) -> bytes:
    """The picture of one page: a photo, or the page of a PDF: that of the same number if it has all pages, else the
    first."""
    if not content.startswith(b"%PDF-"):
        return normalise_fenced(content).jpeg
    return page_drawn(content, page if pages_in(content) == count else 1)


def _lies_on_its_side(corners: Corners, size: tuple[float, float]) -> bool:
    (left, top), (right, _top), _corner, (_left, below) = corners.points
    return (right - left > below - top) != (size[0] > size[1])


def _drawn(report: Report, original: bytes, size: tuple[float, float], laid: Laid) -> bytes:
    return sheet_drawn(original, Sheet(laid.corners, laid.turn, size, Fit.of(report).page_bytes)).jpeg


def _lay(row: SignedPage, report: Report, laid: Laid, drawn: bytes) -> None:
    row.picture = store(report, "halaman", drawn, "jpg")  # type: ignore[assignment]
    row.picture_sha256 = digest_of_bytes(drawn)
    row.corners = str(laid.corners) if laid.corners else ""
    row.turn = laid.turn
    row.save()


def _check_same(report: Report) -> None:
    """Raise Declined where the version was prepared anew meanwhile; under the lock of its cycle."""
    now = fresh(report)
    check_prepared(now, SigningWay.BY_HAND)
    if now.code != report.code:
        raise Declined(PREPARED_ANEW)


def _check_all_there(file: PreparedFile, pages: Iterable[SignedPage]) -> None:
    there = {page.page for page in pages}
    lacking = [f"{pen.what.lower()} (halaman {pen.page})" for pen in file.pens if pen.page not in there]
    if lacking or not there:
        raise Declined(LACKING.format(pages="; ".join(lacking) or "halaman tanda tangan"))


def _check_sound(report: Report, content: bytes) -> None:
    fit = Fit.of(report)
    if fit.limit_mb and len(content) > fit.limit_mb * MEGABYTE:
        size = f"{len(content) / MEGABYTE:.1f}".replace(".", ",")
        raise Declined(TOO_LARGE.format(size=size, limit=fit.limit_mb))
    if faults := faults_of(content):
        log.error("report %s, signed by hand: %s", report.pk, "; ".join(faults))
        raise Declined(UNSOUND)


def _alt(report: Report, what: str, page: int, day: Any) -> str:
    """What is on the scan of a page, for who cannot see it."""
    document = report.document
    signatory = text_at(document, "source", "signatory", "name")
    second = text_at(document, "signing", "acknowledger", "name")
    names = f"{signatory} dan {second} (mengetahui)" if second and "laporan" in what else signatory
    dated = f" Tertanggal {date_text(day)}." if day else ""
    return (
        f"Pindaian halaman {page} naskah yang dicetak dari berkas ini dan ditandatangani basah oleh {names}: "
        f"{what.lower()}.{dated} Teks halaman ini terbaca di bawah gambar."
    )
