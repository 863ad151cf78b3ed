"""Which names hold for an office's packs: its own, else those of the nearest office above; the verb that sets them."""

from collections.abc import Mapping

from django.db.models import QuerySet

from offices.appearance.chosen import offices_above
from offices.audit import record
from offices.models import Office, User
from offices.profile.holding import held_office
from oversight.models import EvidenceName
from oversight.pack.contents import labels_of
from oversight.pack.lists import EvidenceList


def names_for(office: Office, wanted: EvidenceList) -> dict[str, str]:
    """By key, as far as somebody chose one; the nearest has the last word."""
    return _names_of([office.pk, *offices_above(office)], wanted)


def own_names(office: Office, wanted: EvidenceList) -> dict[str, str]:
    return _names_of([office.pk], wanted)


def names_from_above(office: Office, wanted: EvidenceList) -> dict[str, str]:
    return _names_of(offices_above(office), wanted)


def _names_of(offices: list[int], wanted: EvidenceList) -> dict[str, str]:
    """``offices``: the nearest first."""
    rows = sorted(_rows(offices, wanted), key=lambda row: offices.index(row.office_id), reverse=True)
    return {row.key: row.name for row in rows}


def _rows(offices: list[int], wanted: EvidenceList) -> QuerySet[EvidenceName]:
    return EvidenceName.objects.filter(office__in=offices, recipient=wanted.key)


def save_names(actor: User, office: Office, wanted: EvidenceList, said: Mapping[str, str]) -> None:
    """Write all names that an office has of its own in one list; what is not ``said`` is open again."""
    with held_office(office) as held:
        before = own_names(held, wanted)
        if before == dict(said):
            return
        _rows([held.pk], wanted).delete()
        EvidenceName.objects.bulk_create(
            EvidenceName(office=held, recipient=wanted.key, key=key, name=name) for key, name in said.items()
        )
        record(actor, "evidence_pack.name", held, held, before=_told(wanted, before), after=_told(wanted, said))


def _told(wanted: EvidenceList, names: Mapping[str, str]) -> dict[str, str]:
    labels = labels_of(wanted)
    return {
        "recipient": wanted.name,
        "evidence_names": "; ".join(f"{labels[key]}: {name}" for key, name in names.items()),
    }
