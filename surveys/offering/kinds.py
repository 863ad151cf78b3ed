"""The verbs for the services of an office: add, rename, order, retire, delete.

A service that a survey or a plan names is retired instead of deleted: earlier periods still speak of it.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Max

from offices.audit import record
from offices.declining import Declined
from offices.invisible import alike
from offices.models import AuditEvent, Office, User
from offices.profile.holding import held_office
from offices.profile.ordering import Direction, move
from offices.profile.references import names_of_users
from surveys.models import Lock, Service, ServiceResult

NEAR = 90


def services_of(office: Office) -> list[Service]:
    return list(Service.objects.filter(office=office))


def nearly_named(name: str, known: Sequence[str]) -> str:
    """The known name that this is but for a slip of the pen; empty where there is none, or the very one."""
    if alike(name) in map(alike, known):
        return ""
    wanted = _bare(name)
    from rapidfuzz import fuzz  # two MiB, for one page

    near = [(fuzz.ratio(wanted, _bare(other)), other) for other in known if _digits(other) == _digits(name)]
    likeness, other = max(near, default=(0, ""))
    return other if likeness >= NEAR else ""


def _bare(name: str) -> str:
    return "".join(filter(str.isalnum, alike(name)))


def _digits(name: str) -> str:
    """What alone tells *Loket 1* and *Loket 2* apart."""
    return "".join(filter(str.isdigit, name))


def add_service(office: Office, actor: User, name: str) -> Service:
    """A new service at the end of the list; Declined if there is one of that name, in use or not."""
    with held_office(office):
        _refuse_double(office, name)
        service = _create(office, name)
        record(actor, "service.add", service, office, after={"name": name})
    return service


def fixed_in(service: Service) -> list[str]:
    """The periods of which a report is prepared or signed that goes on calling a service as it was called then."""
    found = ServiceResult.objects.filter(service=service).exclude(
        survey__lock=Lock.OPEN, survey__results_lock=Lock.OPEN
    )
    return [result.survey.period_label for result in found.select_related("survey").order_by("survey__year", "survey")]


def rename_service(office: Office, actor: User, service: Service, name: str) -> None:
    """Another name, in earlier reports that are not prepared too; Declined if another service has it."""
    with held_office(office):
        _refuse_double(office, name, service)
        before = {"name": service.name}
        service.name = name
        service.save(update_fields=["name"])
        record(actor, "service.rename", service, office, before=before, after={"name": name})


def move_service(office: Office, actor: User, service: Service, direction: Direction) -> None:
    """Let a service change places with its neighbour; at the end it stays where it is."""
    with held_office(office):
        before, after = move(services_of(office), service.pk, direction)
        record(actor, "service.move", service, office, before={"position": before}, after={"position": after})


def use_service(office: Office, actor: User, service: Service, *, in_use: bool) -> None:
    """Offer a service for plans and files, or no longer; what names it keeps it either way.

    Declined where it was deleted meanwhile.
    """
    with held_office(office):
        held = _held(service)
        before = {"in_use": held.in_use}
        held.in_use = in_use
        held.save(update_fields=["in_use"])
        action = "service.restore" if in_use else "service.retire"
        record(actor, action, held, office, before=before, after={"in_use": in_use})


def delete_service(office: Office, actor: User, service: Service) -> None:
    """Remove a service that nothing names; else Declined."""
    with held_office(office):
        held = _held(service)
        if users := names_of_users(held):
            raise Declined(
                f"{held} tidak dapat dihapus, karena dipakai oleh {' dan '.join(users)}. Tandai sebagai tidak dipakai."
            )
        record(actor, "service.delete", held, office, before={"name": held.name})
        held.delete()


def _held(service: Service) -> Service:
    """The row as it is now, locked; Declined where it is gone."""
    held = Service.objects.select_for_update(of=("self",)).filter(pk=service.pk).first()
    if held is None:
        raise Declined("Jenis layanan ini sudah dihapus.")
    return held


def named_services(office: Office, names: Iterable[str]) -> dict[str, Service]:
    """The services of these names, those that there were not made; for who holds the office.

    Names that a reader would take for one another are one service.
    """
    known = {alike(row.name): row for row in services_of(office)}
    found = {}
    for name in names:
        if alike(name) not in known:
            known[alike(name)] = _create(office, name)
        found[name] = known[alike(name)]
    return found


def forget_services(office: Office, actor: User | None, names: Iterable[str]) -> None:
    """Delete those of these services that came from a file and that nothing names any more; for who holds the office.

    What an admin added, renamed, moved or retired is the office's own, as the trail knows, and stays.
    """
    for service in Service.objects.filter(office=office, name__in=list(names)):
        touched = AuditEvent.objects.filter(object_kind="service", object_id=str(service.pk)).exists()
        if not touched and not names_of_users(service):
            record(actor, "service.delete", service, office, before={"name": service.name})
            service.delete()


def _create(office: Office, name: str) -> Service:
    last = Service.objects.filter(office=office).aggregate(last=Max("position"))["last"] or 0
    return Service.objects.create(office=office, name=name, position=last + 1)


def _refuse_double(office: Office, name: str, service: Service | None = None) -> None:
    others = Service.objects.filter(office=office).exclude(pk=service.pk if service else 0)
    if alike(name) in map(alike, others.values_list("name", flat=True)):
        raise Declined("Jenis layanan dengan nama ini sudah ada.", "name")
