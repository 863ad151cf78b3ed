"""The log of publications of a cycle file on its way into rows, and what stands against it."""

from collections.abc import Iterable
from dataclasses import asdict

from django.db.models import QuerySet
from django.utils import timezone

from followups.evidence.photos import NormalisedPhoto, normalise
from followups.models import FollowUp, Publication
from followups.publications.noting import MOST, place_of, publications_of
from offices.declining import Declined
from offices.invisible import alike
from offices.models import Office
from offices.stored import keep_exactly
from offices.zones import today_of
from reports.cycle.faults import CycleFault, quoted
from reports.cycle.model import PublicationData
from reports.cycle.pictures import FileReader


def brought_proofs(
    publications: Iterable[PublicationData], file_of: FileReader, *, without: bool
) -> tuple[dict[str, NormalisedPhoto], list[CycleFault]]:
    """Each proof by its file name, ready to be stored, and why others cannot be.

    ``without``: an absent one is no fault. No picture is drawn for it, since that would prove nothing.
    """
    ready: dict[str, NormalisedPhoto] = {}
    faults: list[CycleFault] = []
    for number, one in enumerate(publications):
        if one.proof is None or one.proof in ready:
            continue
        path = f"followup.publications[{number}].proof"
        data = file_of(one.proof)
        if data is None and not without:
            faults.append(CycleFault(path, f"berkas {quoted(one.proof)} tidak ada; seharusnya ada di dalam zip"))
        if data is None:
            continue
        try:
            ready[one.proof] = normalise(data)
        except Declined as refused:
            faults.append(CycleFault(path, f"{quoted(one.proof)} ditolak: {refused}"))
    return ready, faults


def publication_faults(code: str, publications: Iterable[PublicationData], there: FollowUp | None) -> list[CycleFault]:
    """What in the portal stands against the log: days that have not come, no room beside what is ``there``."""
    rows = tuple(publications)
    if not rows:
        return []
    office = Office.objects.filter(code=code).first()
    today = today_of(office) if office else timezone.localdate()
    faults = [
        CycleFault(
            f"followup.publications[{number}].published_on",
            f"{one.published_on} belum tiba; seharusnya {today} atau sebelumnya",
        )
        for number, one in enumerate(rows)
        if one.published_on > today
    ]
    count = len(_new(rows, publications_of(there))) + publications_of(there).count() if there else len(rows)
    if count > MOST:
        faults.append(CycleFault("followup.publications", f"log menjadi {count} publikasi; paling banyak {MOST}"))
    return faults


def write_publications(
    followup: FollowUp, publications: Iterable[PublicationData], proofs: dict[str, NormalisedPhoto]
) -> None:
    """Add what the log does not have yet; what is there stays, since a log is no part of what is replaced."""
    office = followup.survey.office
    today = today_of(office)
    for one in _new(publications, publications_of(followup)):
        said = {key: value for key, value in asdict(one).items() if key != "proof"}
        row = Publication(followup=followup, noted_on=today, **said)
        if one.proof in proofs:
            photo = proofs[one.proof]
            row.proof = keep_exactly(place_of(office.code, photo.sha256, "jpg"), photo.jpeg)  # type: ignore[assignment]
            row.sha256 = photo.sha256
            row.size = len(photo.jpeg)
            row.width = photo.width
            row.height = photo.height
        row.save()


def _new(publications: Iterable[PublicationData], there: QuerySet[Publication]) -> list[PublicationData]:
    known = {(row.what, row.medium, alike(row.place), row.published_on) for row in there}
    return [one for one in publications if (one.what, one.medium, alike(one.place), one.published_on) not in known]
