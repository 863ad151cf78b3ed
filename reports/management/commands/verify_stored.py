"""Read every stored file that a row or a frozen report names, and say whether it is still what it was."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

from django.core.management.base import BaseCommand

from followups.evidence.picture_files import ends_like_jpeg
from followups.models import EvidencePhoto, Paper, Publication, RecordedPeriod
from offices.models import Office
from offices.stored import Fault, Unsound, digest_in, read
from reports.document.frozen import FrozenDataError
from reports.kinds.documents import frozen_document
from reports.models import FROZEN, Handover, RemovedPicture, Report, SigningWay
from reports.printing.links import office_pictures
from reports.signing.verify import inspect

FILES = {"prepared": "berkas siap tanda tangan", "signed": "berkas bertanda tangan", "scan": "pindaian"}
PICTURES = {
    "logo": "logo",
    "values_mark": "tanda BerAKHLAK",
    "branding_mark": "tanda #banggamelayanibangsa",
    "cover_front": "sampul depan",
    "cover_back": "sampul belakang",
}
WORDS = {
    Fault.GONE: "tidak ada di penyimpanan",
    Fault.CHANGED: "berubah",
    Fault.UNREADABLE: "tidak dapat dibaca dari penyimpanan",
}
INVALID = "tanda tangannya tidak sah"
Checked = Iterator[tuple[str, str]]


class Command(BaseCommand):
    help = "Memeriksa bahwa semua berkas laporan, foto, dan gambar masih ada, utuh, dan tanda tangannya sah."

    def handle(self, *_args: Any, **_options: Any) -> None:
        checked = faults = 0
        for check in self._checks():
            for what, fault in check():
                checked = checked + 1
                faults = faults + bool(fault)
                if fault:
                    self.stderr.write(f"{what} {fault}")
        self.stdout.write(f"{checked} berkas diperiksa, {faults} bermasalah.")
        if faults:
            sys.exit(1)

    def _checks(self) -> Iterator[Callable[[], Checked]]:
        yield from (self._reports, self._receipts, self._photos, self._earlier_reports, self._papers)
        yield from (self._publications, self._office_pictures, self._frozen_pictures)

    def _reports(self) -> Checked:
        reports = Report.objects.filter(state__in=FROZEN).select_related("followup__survey__office")
        for report in reports.order_by("followup", "version").iterator():
            for name, words in FILES.items():
                if digest := getattr(report, f"{name}_sha256"):
                    field = report.scan if name == "scan" else getattr(report, f"{name}_file")
                    is_signed = name == "signed" and report.way != SigningWay.BY_HAND
                    yield f"{report}: {words}", _fault(field.name or "", digest, is_signed=is_signed)

    def _receipts(self) -> Checked:
        rows = Handover.objects.exclude(receipt="").select_related("report__followup__survey__office").order_by("pk")
        for row in rows.iterator():
            yield f"{row.report}: tanda terima", _fault(row.receipt.name or "", row.receipt_sha256)

    def _photos(self) -> Checked:
        photos = EvidencePhoto.objects.select_related("followup__survey__office").order_by("followup", "pk")
        for photo in photos.iterator():
            survey = photo.followup.survey
            what = f"{survey.office.code} {survey.period}: foto {photo.name}"
            yield what, _fault(photo.file.name or "", photo.sha256)
            yield f"{what}, gambar kecilnya,", self._thumbnail_fault(photo.thumbnail.name or "")

    def _earlier_reports(self) -> Checked:
        rows = RecordedPeriod.objects.exclude(report="").select_related("office").order_by("office", "pk")
        for row in rows.iterator():
            yield f"{row.office.code} {row.period}: laporan yang dicatat", _fault(row.report.name or "", row.sha256)

    def _papers(self) -> Checked:
        for paper in Paper.objects.select_related("followup__survey__office").order_by("followup", "pk").iterator():
            survey = paper.followup.survey
            yield f"{survey.office.code} {survey.period}: {paper}", _fault(paper.file.name or "", paper.sha256)

    def _publications(self) -> Checked:
        rows = Publication.objects.exclude(proof="").select_related("followup__survey__office")
        for row in rows.order_by("followup", "pk").iterator():
            survey = row.followup.survey
            what = f"{survey.office.code} {survey.period}: bukti publikasi {row.place}"
            yield what, _fault(row.proof.name or "", row.sha256)

    def _office_pictures(self) -> Checked:
        for office in Office.objects.order_by("code"):
            for name, words in PICTURES.items():
                if path := getattr(office, name).name:
                    yield f"{office.code}: {words}", _fault(path, digest_in(path))

    def _frozen_pictures(self) -> Checked:
        """What frozen reports show may have been deleted from its cycle, or exchanged on the profile."""
        seen: set[str] = set()
        removed = set(RemovedPicture.objects.values_list("sha256", flat=True))
        for report in Report.objects.filter(document__isnull=False).order_by("pk").iterator():
            try:
                document = frozen_document(report)
            except FrozenDataError:
                continue  # frozen by an older portal, and told by its file only
            pictures = {figure.picture.path: figure.picture.sha256 for figure in document.annex.figures}
            pictures |= {path: digest_in(path) for path in office_pictures(document).values()}
            for path, digest in pictures.items():
                if path not in seen and digest not in removed:
                    seen.add(path)
                    yield f"{report}: gambar", _fault(path, digest)

    def _thumbnail_fault(self, path: str) -> str:
        try:
            return "" if ends_like_jpeg(read(path, "")) else f"{WORDS[Fault.CHANGED]} ({path})"
        except Unsound as unsound:
            return f"{WORDS[unsound.fault]} ({path})"


def _fault(path: str, digest: str, *, is_signed: bool = False) -> str:
    try:
        content = read(path, digest)
    except Unsound as unsound:
        return f"{WORDS[unsound.fault]} ({path})"
    return "" if not is_signed or inspect(content).holds else f"{INVALID} ({path})"
