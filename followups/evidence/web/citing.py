"""The verbs for web pages as proof: add one, change what is said of it, take it out.

Each holds the cycle, writes one event and never leaves a plan that is Sudah without proof; an approved one waits
again. Nothing is fetched from an address.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from followups.evidence.arranging import drop_if_empty, group_of
from followups.evidence.places import Place, place_of
from followups.evidence.proofs import end_approvals, guard_last_proof
from followups.models import EvidenceGroup, WebProof
from followups.web_addresses import EARLIEST_VISIT, fault_of, same_page
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.typed_days import day_words
from offices.zones import today_of
from surveys.locking import open_cycle
from surveys.models import Survey

MOST = 20
TOO_MANY = f"Paling banyak {MOST} laman untuk satu RTL atau pemeliharaan. Hapus dahulu laman yang tidak diperlukan."
THERE_ALREADY = "Laman ini sudah menjadi bukti dukung di sini."
GONE = "Laman ini sudah dihapus. Periksa kembali bukti dukungnya."


@dataclass(frozen=True, slots=True)
class Cited:
    """What is said of a web page: ``caption``, what it shows; ``opened_on``, when somebody saw it there."""

    address: str
    caption: str
    opened_on: date


def cited_of(proof: WebProof) -> Cited:
    return Cited(proof.address, proof.caption, proof.opened_on)


def cite(actor: User, place: Place, page: Cited) -> WebProof:
    """Make a web page a proof of what stands at a place."""
    with open_cycle(place.survey) as survey:
        group = group_of(place)
        if group.web_proofs.count() >= MOST:
            raise Declined(TOO_MANY)
        proof = write(WebProof(group=group), page, survey)
        after = told(place, proof) | end_approvals(actor, [place.plan])
        record(actor, "web.add", proof, survey.office, after=after)
        return proof


def change_cited(actor: User, proof: WebProof, page: Cited) -> None:
    """Say otherwise what a page shows, where it is or when it was opened."""
    place = place_of(proof.group)
    with open_cycle(place.survey) as survey:
        held = _held(proof)
        before = told(place, held)
        write(held, page, survey)
        after = told(place, held)
        ended = end_approvals(actor, [place.plan] if after != before else [])
        record(actor, "web.change", held, survey.office, before=before, after=after | ended)


def take_out(actor: User, proof: WebProof) -> None:
    """Let a page be no proof any more."""
    place = place_of(proof.group)
    with open_cycle(place.survey) as survey:
        held = _held(proof)
        group: EvidenceGroup = held.group
        guard_last_proof(group)
        after = end_approvals(actor, [place.plan])
        record(actor, "web.delete", held, survey.office, before=told(place, held), after=after)
        held.delete()
        drop_if_empty(group)


def write(proof: WebProof, page: Cited, survey: Survey) -> WebProof:
    """Save a page as it is said to be, for who holds the cycle; Declined, by the field, where it cannot be so."""
    today = today_of(survey.office)
    if faults := _faults_of(page, today):
        raise Declined(faults)
    others = WebProof.objects.filter(group=proof.group).exclude(pk=proof.pk)
    if any(same_page(other.address, page.address) for other in others):
        raise Declined(THERE_ALREADY, "address")
    for name, value in asdict(page).items():
        setattr(proof, name, value)
    proof.noted_on = today
    proof.save()
    return proof


def told(place: Place, proof: WebProof) -> dict[str, Any]:
    """A page in values, of which it can be made again."""
    return {"place": place.address} | asdict(cited_of(proof))


def _faults_of(page: Cited, today: date) -> dict[str, str]:
    faults = {"address": fault_of(page.address), "caption": "" if page.caption else "Isi apa yang tampak di laman itu."}
    if page.opened_on < EARLIEST_VISIT:
        faults["opened_on"] = f"Tanggal diakses paling awal {day_words(EARLIEST_VISIT)}. Periksa tahunnya."
    elif page.opened_on > today:
        faults["opened_on"] = f"Tanggal diakses belum tiba; hari ini {day_words(today)}. Isi hari ini atau sebelumnya."
    return {name: sentence for name, sentence in faults.items() if sentence}


def _held(proof: WebProof) -> WebProof:
    held = WebProof.objects.select_related("group__plan").filter(pk=proof.pk).first()
    if held is None:
        raise Declined(GONE)
    return held
