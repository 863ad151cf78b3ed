"""The text of a cycle file → a Cycle in canonical form, or every fault in it at once. Pure.

Here are the file's outer parts; parse_followup.py reads what was promised and done.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from followups.web_addresses import fault_of
from offices.fields import EMAIL, POSTAL_CODE, WEBSITE, Field
from offices.invisible import alike, tidied
from offices.profile.contact import fault_of as contact_fault
from reports.cycle.faults import CycleFaults, quoted
from reports.cycle.model import (
    FORMATS,
    NARRATIVE_KEYS,
    BasisData,
    Cycle,
    FieldworkData,
    OfferedData,
    OfficeData,
    ParentOffice,
    ServiceData,
    Signatory,
    Social,
    SurveyData,
    UnitData,
)
from reports.cycle.parse_earlier import earlier_periods
from reports.cycle.parse_fieldwork import fieldwork
from reports.cycle.parse_followup import LONGEST_SERVICE, KnownKeys, followup
from reports.cycle.parse_scores import FormKeys, InstrumentKeys, answers_behind, count, grades, index, scores
from reports.cycle.shape import CODE_SHAPE, Absent, FaultList, Node, Object, note_repeats, read_json
from surveys.fields import STATED_FIELDS
from surveys.periods import FIRST_YEAR, LAST_YEAR, Period, PeriodKind
from surveys.profiles import MARGINS, in_order

VERSIONS = (1, 2)
LONGEST_SOURCE = {"report_number": 100, "report_url": 400, "covered": 2000, "forums": 2000}
STATED = tuple(field.key for field in STATED_FIELDS)
SECOND_KEYS = ("basis", "services", "profile", "answers", "fieldwork", *LONGEST_SOURCE, *STATED)
"""What the first version of the format does not know of a survey."""
SEMESTER_KEYS = ("year", "semester")
TYPED = "typed"
BASIS_KINDS = (TYPED, "summary", "frequencies", "answers")
_DIGEST = re.compile(r"[0-9a-f]{64}", re.ASCII)
_NIP = re.compile(r"\d{18}", re.ASCII)


def parse_cycle(text: str | bytes, instruments: Mapping[str, InstrumentKeys]) -> Cycle:
    """Read a cycle file (docs/cycle-format.md) against the known instruments.

    Raises CycleFaults with every fault found, each with its path. Sets come out in the office's and the
    calendar's order, scores in the instrument's.
    """
    faults = FaultList()
    cycle = _cycle(Node(read_json(text), "", faults), instruments)
    if faults.found:
        raise CycleFaults(faults.found)
    return cycle


def _cycle(root: Node, instruments: Mapping[str, InstrumentKeys]) -> Cycle:
    is_second = isinstance(root.value, dict) and root.value.get("format") == FORMATS[-1]
    later: dict[str, object] = {"earlier": []} if is_second else {}
    parts = root.fields("format", "office", "signatory", "survey", "followup", "narrative", **later)
    version = _version(parts["format"])
    office = _office(parts["office"], version)
    survey = _survey(parts["survey"], instruments, version)
    instrument = instruments.get(survey.instrument)
    units_read = root.faults.paths.isdisjoint({"", "office", "office.units"})
    known = KnownKeys(
        units=tuple(unit.key for unit in office.units) if units_read else None,
        elements=instrument.elements if instrument else None,
        version=version,
    )
    narrative = _members(parts["narrative"], NARRATIVE_KEYS, "bagian")
    return Cycle(
        office=office,
        signatory=_signatory(parts["signatory"]),
        survey=survey,
        followup=followup(parts["followup"], known),
        narrative={key: text.text() for key, text in narrative.items()},
        earlier=earlier_periods(parts["earlier"], instruments, version) if is_second else (),
    )


def _version(node: Node) -> int:
    """The number of the format; the first where it is no format, so that other faults are found too."""
    return dict(zip(FORMATS, VERSIONS, strict=True)).get(node.choice(FORMATS, "format yang dikenal"), VERSIONS[0])


def _office(node: Node, version: int) -> OfficeData:
    keys = [key for key in OfficeData.__dataclass_fields__ if key != "services"]
    part = node.fields(*keys, **({"services": []} if version > 1 else {}))
    code = _office_code(part["code"])
    socials = [item.fields("platform", "label") for item in part["socials"].items()]
    return OfficeData(
        code=code,
        name=part["name"].text(200),
        short_name=part["short_name"].text(100),
        place=part["place"].text(100),
        address=part["address"].optional_text(),
        postal_code=_contact(part["postal_code"], POSTAL_CODE, 20),
        website=_contact(part["website"], WEBSITE, 200),
        phone=part["phone"].optional_text(100),
        email=_contact(part["email"], EMAIL, 200),
        socials=tuple(Social(each["platform"].text(), each["label"].text()) for each in socials),
        all_units_label=part["all_units_label"].text(100),
        parent=part["parent"].or_null(lambda parent: _parent(parent, code)),
        units=_units(part["units"]),
        services=_offered(part["services"]) if "services" in part else (),
    )


def _contact(node: Node, field: Field, longest: int) -> str | None:
    typed = node.optional_text(longest)
    if typed and node.sound and (fault := contact_fault(field, typed)):
        node.fault(f"{quoted(typed)} ditolak: {fault}")
    return typed


def _office_code(node: Node) -> str:
    """A code that can stand as a step of an address or a folder, so not ``.`` or ``..``."""
    code = node.code()
    if code and not code.strip("."):
        node.fault(f"kode tidak boleh hanya titik; seharusnya {CODE_SHAPE}")
    return code


def _parent(node: Node, office_code: str) -> ParentOffice:
    part = node.fields("code", "name", "short_name")
    code = _office_code(part["code"])
    if code and code.lower() == office_code.lower():
        part["code"].fault("satuan kerja tidak dapat menjadi atasan dirinya sendiri; seharusnya kode lain")
    return ParentOffice(code, part["name"].text(200), part["short_name"].text(100))


def _units(node: Node) -> tuple[UnitData, ...]:
    parts = [item.fields("key", "name", "short_name") for item in node.items()]
    units = tuple(UnitData(part["key"].code(), part["name"].text(200), part["short_name"].text(100)) for part in parts)
    note_repeats([part["key"] for part in parts], [unit.key for unit in units])
    return units


def _offered(node: Node) -> tuple[OfferedData, ...]:
    parts = [item.fields("name", "in_use") for item in node.items()]
    services = tuple(OfferedData(part["name"].text(LONGEST_SERVICE), part["in_use"].boolean()) for part in parts)
    note_repeats([part["name"] for part in parts], [alike(service.name) for service in services])
    return services


def _signatory(node: Node) -> Signatory:
    part = node.fields("name", "title", "nip")
    number = part["nip"]
    is_none = isinstance(number.value, str) and not tidied(number.value)
    nip = None if is_none else number.or_null(lambda nip: nip.matching(_NIP, "18 angka tanpa spasi"))
    return Signatory(part["name"].text(200), part["title"].text(300), nip)


def _survey(node: Node, instruments: Mapping[str, InstrumentKeys], version: int) -> SurveyData:
    """In version 1 a survey's period is ``year`` and ``semester``; in version 2 they or ``period`` name it."""
    keys = [key for key in SurveyData.__dataclass_fields__ if key not in {"period", *SECOND_KEYS}]
    if version == 1:
        part = node.fields(*keys, *SEMESTER_KEYS)
    else:
        later: dict[str, object] = {"period": None, "basis": None, "services": []}
        later |= {"profile": Object([]), "answers": Object([]), "fieldwork": Object([])}
        later |= dict.fromkeys(LONGEST_SOURCE, "")
        later |= dict.fromkeys(STATED, False)
        part = node.fields(*keys, **later, **dict.fromkeys(SEMESTER_KEYS, Absent.MISSING))
    instrument = part["instrument"].choice(tuple(instruments), "instrumen yang dikenal")
    return _SurveyReader(part, instrument, instruments.get(instrument), version).read()


@dataclass(frozen=True, slots=True)
class _SurveyReader:
    """Reads a survey by the parts of its node; ``keys``: those of its instrument, None where it is not known."""

    part: Mapping[str, Node]
    instrument: str
    keys: InstrumentKeys | None
    version: int

    def read(self) -> SurveyData:
        part = self.part
        start = part["start"].or_null(Node.day)
        end = part["end"].or_null(Node.day)
        if start and end and part["start"].sound and part["end"].sound and end < start:
            part["end"].fault(f"{end} mendahului awal survei; seharusnya {start} atau sesudahnya")
        found = scores(part["scores"], self.keys, self.version)
        basis = part["basis"].or_null(self._basis) if self.version > 1 else None
        return SurveyData(
            instrument=self.instrument,
            period=self._period(),
            start=start,
            end=end,
            respondents=part["respondents"].or_null(count),
            population=part["population"].or_null(count),
            report_date=part["report_date"].or_null(Node.day),
            declared_index=part["declared_index"].or_null(index),
            declared_grades=part["declared_grades"].or_null(lambda node: grades(node, self.keys)),
            scores=found,
            basis=basis,
            services=self._services(basis) if self.version > 1 else (),
            profile=self._profile() if self.version > 1 else {},
            answers=answers_behind(part["answers"], found) if self.version > 1 else {},
            fieldwork=fieldwork(part["fieldwork"]) if self.version > 1 else FieldworkData(),
            **(self._source() if self.version > 1 else {}),
        )

    def _source(self) -> dict[str, Any]:
        """Where the results come from and who discussed them, as text or nothing; and what is stated of numbers."""
        told: dict[str, Any] = {
            key: self.part[key].optional_text(longest) or "" for key, longest in LONGEST_SOURCE.items()
        }
        node = self.part["report_url"]
        if node.sound and told["report_url"] and (fault := fault_of(told["report_url"])):
            node.fault(f"{quoted(told['report_url'])} ditolak: {fault}")
        return told | {key: self.part[key].boolean() for key in STATED}

    def _period(self) -> str:
        """The code of the period; that of a harmless one after a fault."""
        year, semester = (self.part[key] for key in SEMESTER_KEYS)
        code = self.part.get("period")
        if code is None or code.value is None:
            return Period(year.integer(FIRST_YEAR, LAST_YEAR), PeriodKind.SEMESTER, semester.integer(1, 2)).code
        for node in (year, semester):
            if node.value not in (None, Absent.MISSING):
                node.fault(f"periode sudah disebut pada {code.path}; seharusnya hanya di sana")
        return code.period()

    def _services(self, basis: BasisData | None) -> tuple[ServiceData, ...]:
        """By name; names that a reader would take for one another are one, and stand once.

        What a file without ``typed`` says of services beside scores that were typed can only have been typed too.
        """
        typed = basis is not None and basis.kind == TYPED
        items = self.part["services"].items()
        parts = [item.fields("name", "respondents", "scores", answers=Object([]), typed=typed) for item in items]
        found = [scores(part["scores"], self.keys, VERSIONS[-1]) for part in parts]
        services = [
            ServiceData(
                name=part["name"].text(LONGEST_SERVICE),
                respondents=count(part["respondents"]),
                scores=own,
                answers=answers_behind(part["answers"], own),
                typed=part["typed"].boolean(),
            )
            for part, own in zip(parts, found, strict=True)
        ]
        note_repeats([part["name"] for part in parts], [alike(service.name) for service in services])
        return tuple(sorted(services, key=lambda service: service.name))

    def _profile(self) -> dict[str, dict[str, int]]:
        """Counts by margin and class in their order; none of a margin are more than the respondents."""
        respondents = self.part["respondents"]
        known = respondents.value if respondents.sound and isinstance(respondents.value, int) else None
        members = _members(self.part["profile"], MARGINS, "pengelompokan")
        profile = {}
        for key, member in members.items():
            classes = _members(member, MARGINS[key].classes, "kelompok")
            profile[key] = {name: count(node) for name, node in classes.items()}
            total = sum(profile[key].values())
            if known is not None and member.sound and total > known:
                member.fault(f"jumlahnya {total}; seharusnya tidak melebihi {known} responden")
        return in_order(profile)

    def _basis(self, node: Node) -> BasisData:
        part = node.fields(*BasisData.__dataclass_fields__)
        forms = self.keys.forms if self.keys else {}
        form = part["form"].choice(tuple(forms), "kuesioner instrumen ini")
        known = forms.get(form, FormKeys((), ()))
        return BasisData(
            kind=part["kind"].choice(BASIS_KINDS, "dasar nilai"),
            form=form,
            mapping=part["mapping"].choice(known.mappings, "pemetaan kuesioner ini"),
            method=part["method"].choice(known.methods, "cara menghitung IKM kuesioner ini"),
            digests=tuple(
                item.matching(_DIGEST, "SHA-256 dengan 64 angka heksadesimal") for item in part["digests"].items()
            ),
            settled={key: member.code() for key, member in part["settled"].members().items()},
        )


def _members(node: Node, known: Iterable[str], what: str) -> dict[str, Node]:
    """The members of these names, in their order; others are faults."""
    names = tuple(known)
    members = node.members()
    for key in [key for key in members if key not in names]:
        members[key].fault(f"{what} tidak dikenal; yang dikenal: {', '.join(names)}")
    return {key: members[key] for key in names if key in members}
