"""The office of a cycle file against the offices of this portal: used if equal, altered only on request."""

from dataclasses import fields

from offices.invisible import alike
from offices.models import Office, Unit
from offices.profile.ordering import number
from reports.cycle.faults import CycleFault, quoted
from reports.cycle.model import OfferedData, OfficeData, ParentOffice, Signatory
from reports.cycle.read import read_office
from surveys.offering.kinds import named_services, services_of

_OPTIONAL = ("address", "postal_code", "website", "phone", "email")
_OF_THEIR_OWN = ("services",)
"""What makes no two offices differ: services that the portal has not are added."""
_PLAIN = ("name", "short_name", "place", *_OPTIONAL, "all_units_label")


def office_faults(data: OfficeData, *, replace: bool) -> list[CycleFault]:
    """Why this office cannot be used as the file has it."""
    faults = [] if replace else _differences(data)
    if data.parent and data.code in _codes_above(data.parent.code):
        message = f"{quoted(data.parent.code)} berada di bawah {quoted(data.code)} dalam portal; seharusnya kode lain"
        faults.append(CycleFault("office.parent.code", message))
    return faults + _double_units(data)


def _double_units(data: OfficeData) -> list[CycleFault]:
    """Units that would be offered side by side under one name; a closed one may share it, as on the units' page."""
    rows = list(Unit.objects.filter(office__code=data.code))
    closed = {row.key for row in rows if row.closed_on}
    brought = {unit.key for unit in data.units}
    staying = [("portal", row) for row in rows if row.key not in brought | closed]
    placed = [(f"office.units[{at}]", unit) for at, unit in enumerate(data.units) if unit.key not in closed]
    faults = []
    for name in ("name", "short_name"):
        first: dict[str, tuple[str, str]] = {}
        for place, unit in (*staying, *placed):
            text = getattr(unit, name)
            known_place, known = first.setdefault(alike(text), (place, text))
            if known_place != place:
                message = f"{quoted(text)} sama dengan {quoted(known)} pada {known_place}; seharusnya nama lain"
                faults.append(CycleFault(f"{place}.{name}", message))
    return faults


def save_office(data: OfficeData, signatory: Signatory) -> Office:
    """The office's row, made or brought up to the file; units that the file lacks stay, behind the others."""
    office, created = Office.objects.get_or_create(code=data.code, defaults=_values(data))
    if created:
        office.signatory_name = signatory.name
        office.signatory_title = signatory.title
        office.signatory_nip = signatory.nip or ""
        office.save()
    elif not _differences(data):
        return office
    else:
        Office.objects.filter(pk=office.pk).update(**_values(data))
    kept = [unit for unit in office.units.all() if unit.key not in {unit.key for unit in data.units}]
    for position, unit in enumerate(data.units, start=1):
        values = {"name": unit.name, "short_name": unit.short_name, "position": position}
        Unit.objects.update_or_create(office=office, key=unit.key, defaults=values)
    for position, row in enumerate(kept, start=len(data.units) + 1):
        Unit.objects.filter(pk=row.pk).update(position=position)
    return Office.objects.get(pk=office.pk)


def _differences(data: OfficeData) -> list[CycleFault]:
    office = Office.objects.filter(code=data.code).first()
    if office is None:
        return []
    stored = read_office(office)
    names = [field.name for field in fields(data) if field.name not in _OF_THEIR_OWN]
    names = [name for name in names if _told_apart(data, name) != _told_apart(stored, name)]
    return [CycleFault(f"office.{name}", _difference(stored, name)) for name in names]


def _told_apart(data: OfficeData, name: str) -> object:
    """What makes two offices differ; of a parent only its code, for its names are its own affair."""
    value = getattr(data, name)
    return value.code if isinstance(value, ParentOffice) else value


def _difference(stored: OfficeData, name: str) -> str:
    value = _told_apart(stored, name)
    known = "" if isinstance(value, tuple) else f" ({quoted(str(value)) if value else 'null'})"
    return f"berbeda dari data satuan kerja di portal{known}; seharusnya sama, kecuali dimuat dengan --replace"


def _codes_above(code: str) -> set[str]:
    """An office's code and those of all offices above it."""
    codes: set[str] = set()
    office = Office.objects.filter(code=code).first()
    while office and office.code not in codes:
        codes.add(office.code)
        office = office.parent
    return codes


def _values(data: OfficeData) -> dict[str, object]:
    socials = [{"platform": item.platform, "label": item.label} for item in data.socials]
    plain = {name: getattr(data, name) or "" for name in _PLAIN}
    return plain | {"socials": socials, "parent": _parent_row(data.parent)}


def _parent_row(parent: ParentOffice | None) -> Office | None:
    """The supervising office: made, without units, if it is not there; never altered."""
    if parent is None:
        return None
    names = {"name": parent.name, "short_name": parent.short_name}
    return Office.objects.get_or_create(code=parent.code, defaults=names)[0]


def save_services(office: Office, services: tuple[OfferedData, ...], *, replace: bool) -> None:
    """Add the services that the office has not, for who holds it.

    With ``replace`` those that it has are brought into the file's order and use, too; what the file lacks stays behind.
    """
    there = {service.pk for service in services_of(office)}
    rows = named_services(office, [service.name for service in services])
    for service in services:
        row = rows[service.name]
        if replace or row.pk not in there:
            row.in_use = service.in_use
            row.save(update_fields=["in_use"])
    if replace:
        named = list(rows.values())
        number([*named, *(row for row in services_of(office) if row not in named)])
