"""What the public page of an office depends on, as a digest, for many offices at once: the queries do not add up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from followups.models import RecordedPeriod
from offices.models import Office
from publishing.copied import inputs_of
from publishing.models import PublicOriginal, ReleasedPhoto
from publishing.open.period import OpenFile, OpenPhoto
from publishing.signed import results_in_force
from reports.models import ReleasedCopy, Report

_FACE = ("name", "short_name", "address", "website", "phone", "email", "logo")
_SURVEY = "followup__survey"
ORIGINAL, COPY = "Laporan bertanda tangan", "Salinan rilis laporan"


def digests_of(offices: Iterable[Office]) -> dict[int, str]:
    """By the id of the office, another one whenever something that is told of it changes."""
    known = {office.pk: office for office in offices}
    reports = results_in_force(known).annotate(is_public=Exists(PublicOriginal.objects.filter(report=OuterRef("pk"))))
    copies = _copies().filter(report__followup__survey__office__in=known)
    recorded = RecordedPeriod.objects.filter(office__in=known, is_public=True)
    parts: list[tuple[str, QuerySet[Any], tuple[str, ...]]] = [
        (f"{_SURVEY}__office", reports, ("pk", "signed_at", "dated", "is_public")),
        (f"photo__{_SURVEY}__office", _released(known), ("sha256", "photo__file")),
        (f"report__{_SURVEY}__office", copies, ("report", "inputs", "sha256")),
        ("office", recorded, ("year", "kind", "number", "index", "instrument", "report")),
    ]
    told: dict[int, list[Any]] = {}
    for pk, office in known.items():
        above = (office.parent.code, office.parent.name) if office.parent else ()
        told[pk] = [(*(str(getattr(office, name)) for name in _FACE), *above)]
    for place, (owner, rows, names) in enumerate(parts):
        for values in rows.order_by("pk").values_list(owner, *names):
            told[values[0]].append((place, *map(str, values[1:])))
    return {pk: sha256(repr(parts).encode()).hexdigest() for pk, parts in told.items()}


def _released(offices: Iterable[int]) -> QuerySet[ReleasedPhoto]:
    """What may be published of all cycles of these offices, and looks as it did when that was decided."""
    rows = ReleasedPhoto.objects.filter(photo__followup__survey__office__in=offices, sha256=F("photo__sha256"))
    return rows.filter(photo__is_placeholder=False, photo__uses__isnull=False).distinct()


def released_in(offices: Iterable[int]) -> dict[int, dict[str, str]]:
    """By the id of the follow-up, the paths of what may be published by their digests."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    rows = _released(offices).order_by("pk").values_list("photo__followup", "sha256", "photo__file")
    for followup, digest, path in rows:
        found[followup][digest] = path
    return found


def _copies() -> QuerySet[ReleasedCopy]:
    return ReleasedCopy.objects.filter(is_public=True).exclude(file="")


@dataclass(frozen=True, slots=True)
class Kept:
    """The files of reports that are public: copies by version and inputs, versions that are so themselves."""

    copies: Mapping[tuple[int, str], ReleasedCopy]
    originals: frozenset[int]

    def of(self, report: Report, photos: Iterable[OpenPhoto]) -> tuple[OpenFile, ...]:
        """A copy that shows a photo which may not be seen any more, or lacks one, is not offered."""
        copy = self.copies.get((report.pk, inputs_of(report, {photo.sha256 for photo in photos})))
        found = [OpenFile(COPY, copy.sha256, copy.file.name or "", "salinan-rilis")] if copy else []
        if report.pk in self.originals:
            name, digest = report.issued
            found.append(OpenFile(ORIGINAL, digest, name, "laporan"))
        return tuple(found)


def files_of(offices: Iterable[int]) -> Kept:
    of_office = {"report__followup__survey__office__in": offices}
    copies = {(copy.report_id, copy.inputs): copy for copy in _copies().filter(**of_office)}
    originals = PublicOriginal.objects.filter(**of_office).values_list("report", flat=True)
    return Kept(copies, frozenset(originals))
