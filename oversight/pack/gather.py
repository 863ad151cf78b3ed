"""From rows to what an office has of two years; as many queries for one cycle as for many.

Of reports only those in force: what is a draft, was replaced or was withdrawn is not read at all.
"""

import logging
from collections.abc import Iterable
from typing import TypeVar

from django.core.files.storage import default_storage
from django.db.models import Model, QuerySet

from followups.models import Medium, Paper, Publication, RecordedPeriod
from offices.models import Office
from offices.zones import zone_of
from oversight.pack.contents import Known
from oversight.pack.lists import BOTH, Kind
from oversight.pack.pieces import KeptFile, Piece
from reports.models import Report, ReportKind, State
from reports.words.language import date_text
from surveys.models import Survey

log = logging.getLogger(__name__)
M = TypeVar("M", bound=Model)
RECORDED = "dicatat, bukan disusun di portal"
_OF_KIND = {
    ReportKind.SURVEY: Kind.SURVEY_REPORT,
    ReportKind.FOLLOW_UP: Kind.FOLLOW_UP,
    ReportKind.ADDENDUM: Kind.COMPLETION,
}
_OF_PUBLISHED = {
    "results": Kind.RESULTS_PUBLISHED,
    "follow_up": Kind.FOLLOW_UP_PUBLISHED,
    "report": Kind.REPORT_PUBLISHED,
}
_IN_NAMES = {
    Medium.PRINTED: "Media cetak",
    Medium.ELECTRONIC: "Media elektronik",
    Medium.SOCIAL: "Media sosial",
    Medium.WEBSITE: "Situs web",
    Medium.APPLICATION: "Aplikasi",
    Medium.BILLBOARD: "Papan reklame",
}


def known_of(office: Office, year: int) -> Known:
    """What there is of this year and the one before."""
    years = [year - back for back in BOTH]
    surveys = Survey.objects.filter(office=office, year__in=years)
    composed = [survey.span for survey in surveys]
    rows = RecordedPeriod.objects.filter(office=office, year__in=years)
    recorded = [row for row in rows if row.span not in composed]
    pieces = (
        *(_report(row) for row in _of_cycles(Report, office, years).filter(state=State.SIGNED)),
        *(_recorded_report(row) for row in recorded if row.report),
        *(_paper(row, office) for row in _of_cycles(Paper, office, years)),
        *(_publication(row) for row in _of_cycles(Publication, office, years)),
    )
    spans = sorted({*composed, *(row.span for row in recorded)}, key=lambda span: (span.last_day, span.first_day))
    return Known(year, tuple(spans), frozenset(row.span for row in recorded), pieces)


def _of_cycles(model: type[M], office: Office, years: Iterable[int]) -> QuerySet[M]:
    rows = model._default_manager.filter(followup__survey__office=office, followup__survey__year__in=years)
    return rows.select_related("followup__survey")


def _report(row: Report) -> Piece:
    """Whatever is signed has its date."""
    name, digest = row.issued
    label = ReportKind(row.kind).label
    what = f"{label} {row.followup.survey.period_label} versi {row.version}"
    return Piece(
        kind=_OF_KIND[ReportKind(row.kind)],
        period=row.followup.survey.span,
        what=what,
        details=(),
        day=row.dated,  # type: ignore[arg-type]
        file=KeptFile(name, digest, _size_of(name)),
        told=(("Dokumen", what), ("Nomor", row.number or "–"), ("Kode verifikasi", str(row.code))),
    )


def _size_of(name: str) -> int:
    """0 where the storage cannot say; that the file is gone is found when it is packed."""
    try:
        return int(default_storage.size(name))
    except Exception:
        log.exception("%s has no size", name)
        return 0


def _recorded_report(row: RecordedPeriod) -> Piece:
    return Piece(
        kind=Kind.FOLLOW_UP,
        period=row.span,
        what=f"Laporan bertanda tangan {row.span.label} ({RECORDED})",
        details=(),
        day=row.report_date or row.span.last_day,
        file=KeptFile(str(row.report.name), row.sha256, row.size),
    )


def _paper(row: Paper, office: Office) -> Piece:
    what = " ".join((str(row), row.followup.survey.period_label))
    told = (("Dokumen", str(row.get_kind_display())), ("Nomor", row.number), ("Keterangan", row.caption))
    return Piece(
        kind=Kind(row.kind),
        period=row.followup.survey.span,
        what=what,
        details=(row.number,),
        day=row.dated_on or row.kept_at.astimezone(zone_of(office)).date(),
        file=KeptFile(str(row.file.name), row.sha256, row.size),
        told=tuple((label, value) for label, value in told if value),
    )


def _publication(row: Publication) -> Piece:
    """What is known of it stands on its page, with its photo or the address where it can be read."""
    what = str(row.get_what_display())
    medium = str(row.get_medium_display())
    name = str(row.proof.name or "")
    told = (
        ("Yang dipublikasikan", what),
        ("Jenis media", medium),
        ("Tempat atau nama akun", row.place),
        ("Alamat web", row.address),
        ("Tanggal publikasi", date_text(row.published_on)),
    )
    return Piece(
        kind=_OF_PUBLISHED[row.what],
        period=row.followup.survey.span,
        what=f"Publikasi {what} {row.followup.survey.period_label}, {medium}: {row.place}",
        details=(_IN_NAMES[Medium(row.medium)],),
        day=row.published_on,
        file=KeptFile(name, row.sha256, _size_of(name)) if name else None,
        told=tuple((label, value) for label, value in told if value),
        is_evidence=bool(name or row.address),
    )
