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
    """By key, as far as somebody chose one."""
    return names_from_above(office, wanted) | own_names(office, wanted)


def own_names(office: Office, wanted: EvidenceList) -> dict[str, str]:
    return dict(_rows([office.pk], wanted).values_list("key", "name"))


def names_from_above(office: Office, wanted: EvidenceList) -> dict[str, str]:
    """Of several offices above the nearest has the last word."""
    above = offices_above(office)
    names: dict[str, str] = {}
    for row in sorted(_rows(above, wanted), key=lambda row: above.index(row.office_id), reverse=True):
        names[row.key] = row.name
    return names


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
