"""Files that nothing refers to any more: photos of no cycle and no frozen report, PDFs that a killed process left.

Kept for a while first, as a page that is open or work under way may still want them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.files.storage import default_storage
from django.db.models import Q

from followups.evidence.undoing.steps import pictures_that_may_return
from followups.models import EvidencePhoto, Paper, Publication, RecordedPeriod
from reports.models import Handover, Job, ReleasedCopy, Report, SignedPage

PHOTOS, REPORTS, JOBS, EARLIER, PAPERS = "photos", "reports", "jobs", "earlier", "papers"
PUBLICATIONS = "publications"
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class UnusedFile:
    """A file by its name in the storage, when it was last written or found whole; ``size`` in bytes."""

    name: str
    size: int
    seen: datetime


def unused_files(before: datetime) -> Iterator[UnusedFile]:
    """What was last written before that moment and belongs to nothing now."""
    # What frozen reports show, by the digest that names its file: they may be shown again as a page.
    documents = Report.objects.filter(document__isnull=False).values_list("document", flat=True)
    frozen = {digest for document in documents.iterator() for digest in _DIGEST.findall(json.dumps(document))}
    for place in (PHOTOS, REPORTS, JOBS, EARLIER, PAPERS, PUBLICATIONS):
        for name in _files_under(place):
            if (place in (PHOTOS, PAPERS, PUBLICATIONS) and frozen.intersection(_DIGEST.findall(name))) or _is_used(
                name
            ):
                continue
            if (seen := default_storage.get_modified_time(name)) < before:
                yield UnusedFile(name, default_storage.size(name), seen)


def delete(file: UnusedFile) -> bool:
    """Delete a file unless something refers to it meanwhile, or it was uploaded again just now; whether it went."""
    if _is_used(file.name) or default_storage.get_modified_time(file.name) != file.seen:
        return False
    default_storage.delete(file.name)
    return True


def _is_used(name: str) -> bool:
    """Whether a row names this file, or may name it again because what was done to it can be undone."""
    if name.startswith(f"{PHOTOS}/"):
        may_return = pictures_that_may_return().filter(before__sha256__in=_DIGEST.findall(name))
        return may_return.exists() or EvidencePhoto.objects.filter(Q(file=name) | Q(thumbnail=name)).exists()
    if name.startswith(f"{REPORTS}/"):
        of_version = Report.objects.filter(Q(prepared_file=name) | Q(signed_file=name) | Q(scan=name))
        of_page = SignedPage.objects.filter(Q(original=name) | Q(picture=name))
        others = (Handover.objects.filter(receipt=name), ReleasedCopy.objects.filter(file=name))
        return of_version.exists() or of_page.exists() or any(rows.exists() for rows in others)
    if name.startswith(f"{EARLIER}/"):
        return RecordedPeriod.objects.filter(report=name).exists()
    if name.startswith(f"{PAPERS}/"):
        return Paper.objects.filter(file=name).exists()
    if name.startswith(f"{PUBLICATIONS}/"):
        return Publication.objects.filter(proof=name).exists()
    return Job.objects.filter(file=name).exists()


def _files_under(place: str) -> Iterator[str]:
    """Every file at and below a place; nothing where there is no such place."""
    try:
        places, names = default_storage.listdir(place)
    except FileNotFoundError:
        return
    yield from (f"{place}/{name}" for name in sorted(names) if name)
    for inner in sorted(places):
        yield from _files_under(f"{place}/{inner}")
