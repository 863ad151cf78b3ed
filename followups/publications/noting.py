"""The verbs of the publication log: note where something was made public, change that, take it out.

What a report prints of the log is frozen with it, so rows come and go whatever state that is in: one publishes what is
signed.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet

from followups.fields import MOST_PUBLICATIONS
from followups.models import FollowUp, Medium, Publication, Published
from followups.papers.kept import Content
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.stored import keep_exactly
from offices.zones import today_of
from surveys.locking import held_cycle
from surveys.models import Survey

PLACE = "publications"
MOST = MOST_PUBLICATIONS
FULL = f"Satu siklus mencatat paling banyak {MOST} publikasi. Hapus dahulu yang tidak diperlukan."
NOT_YET = "Tanggal publikasi belum tiba. Catat sesudah hasilnya dapat dibaca orang."
THERE_ALREADY = "Publikasi yang sama sudah dicatat. Perbaiki catatan itu bila ada yang keliru."
GONE = "Catatan publikasi ini sudah dihapus. Periksa kembali daftarnya."
OTHER_PROOF = "Berkas yang sama sudah menjadi bukti publikasi lain ({other}). Pilih foto media ini sendiri."


@dataclass(frozen=True, slots=True)
class Announced:
    """What is said of a publication; ``address`` is a plain web address or empty."""

    what: str
    medium: str
    place: str
    address: str
    published_on: date


def publications_of(followup: FollowUp) -> QuerySet[Publication]:
    return Publication.objects.filter(followup=followup)


def note(actor: User, followup: FollowUp, said: Announced, proof: Content | None) -> Publication:
    """Write a publication down; raises Declined where it is there already or is yet to come, NotKept by the storage."""
    with held_cycle(followup.survey) as survey:
        if publications_of(followup).count() >= MOST:
            raise Declined(FULL)
        row = Publication(followup=followup, noted_by=actor, noted_on=today_of(survey.office))
        _write(row, survey, said, proof)
        record(actor, "publication.note", row, survey.office, after=_told(row))
        return row


def change(actor: User, publication: Publication, said: Announced, proof: Content | None) -> Publication:
    """Say it otherwise; without ``proof`` the one that is there stays. The same again is no event."""
    with held_cycle(publication.followup.survey) as survey:
        row = _held(publication)
        before = _told(row)
        _write(row, survey, said, proof)
        if (after := _told(row)) != before:
            record(actor, "publication.change", row, survey.office, before=before, after=after)
        return row


def take_out(actor: User, publication: Publication) -> None:
    """Forget it; its proof stays until files without a row are swept."""
    with held_cycle(publication.followup.survey) as survey:
        row = _held(publication)
        record(actor, "publication.delete", row, survey.office, before=_told(row))
        row.delete()


def _held(publication: Publication) -> Publication:
    row = Publication.objects.filter(pk=publication.pk).first()
    if row is None:
        raise Declined(GONE)
    return row


def _write(row: Publication, survey: Survey, said: Announced, proof: Content | None) -> None:
    today = today_of(survey.office)
    if said.published_on > today:
        raise Declined(NOT_YET, "published_on")
    others = Publication.objects.filter(followup=row.followup_id).exclude(pk=row.pk)
    same = {"what": said.what, "medium": said.medium, "place__iexact": said.place}
    if others.filter(published_on=said.published_on, **same).exists():
        raise Declined(THERE_ALREADY, "place")
    row.what, row.medium, row.place = said.what, said.medium, said.place
    row.address, row.published_on = said.address, said.published_on
    row.noted_on = max(row.noted_on, said.published_on)
    if proof:
        _keep_proof(row, survey, proof, others)
    row.save()


def _keep_proof(row: Publication, survey: Survey, proof: Content, others: QuerySet[Publication]) -> None:
    """A photo proves one medium; it may show several things that were published there."""
    digest = sha256(proof.data).hexdigest()
    if other := others.filter(sha256=digest).exclude(medium=row.medium, place__iexact=row.place).first():
        raise Declined(OTHER_PROOF.format(other=other.place), "file")
    name = place_of(survey.office.code, digest, proof.ending)
    row.proof = keep_exactly(name, proof.data)  # type: ignore[assignment]
    row.sha256 = digest
    row.pages = proof.pages
    row.size = len(proof.data)
    row.width = proof.width
    row.height = proof.height


def place_of(office_code: str, digest: str, ending: str) -> str:
    """Where in the storage a proof with this digest lies."""
    return f"{PLACE}/{office_code}/{digest[:2]}/{digest}.{ending}"


def _told(row: Publication) -> dict[str, Any]:
    """What is stored, as the trail tells it."""
    return {
        "what": str(Published(row.what).label),
        "medium": str(Medium(row.medium).label),
        "place": row.place,
        "address": row.address,
        "published_on": row.published_on,
        "sha256": row.sha256,
    }
