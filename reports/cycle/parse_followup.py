"""What was promised and done, read from a cycle file: priorities, plans, upkeep, evidence. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, get_args

from followups.fields import (
    COMPLETION_FIELDS,
    LONGEST_PLACE,
    MEDIA,
    MOST_PUBLICATIONS,
    PLAN_FIELDS,
    PUBLISHED,
    REALISATION_FIELDS,
    REALISED_MONTHS,
    UPKEEP_ELEMENT,
    UPKEEP_FIELDS,
)
from followups.months import Month
from followups.others import LONGEST, MOST, others_in
from followups.progress import target_base
from followups.web_addresses import EARLIEST_VISIT, fault_of
from offices.fields import Field, Kind
from offices.invisible import alike
from reports.cycle.faults import quoted
from reports.cycle.model import (
    ALL_UNITS,
    REPORTS,
    CompletionData,
    Continued,
    Evidence,
    FollowUpData,
    Photo,
    Plan,
    PriorityData,
    PublicationData,
    Realisation,
    StatusKey,
    UpkeepData,
    WebPage,
)
from reports.cycle.shape import Node, note_repeats

STATUSES: tuple[str, ...] = get_args(StatusKey)
LARGEST_MONTHS = 32_767
LAST_YEAR = 9999
LONGEST_SERVICE = 200
LONGEST_CAPTION = 300
COUNTED = {"earliest": "months_min", "latest": "months_max"}
"""Where a month of completion is written in version 1: as a number of months after that of the report."""
LONGEST_FILE_NAME = 180
FILE_SHAPE = f'jalur relatif di dalam zip seperti "photos/01.jpg", paling panjang {LONGEST_FILE_NAME} karakter'
_POINT = re.compile("[1-9][0-9]{0,2} [a-z]{1,3}", re.ASCII)
_DRIVE = re.compile(r"[A-Za-z]:", re.ASCII)


Window = tuple[Month, Month] | None


@dataclass(frozen=True, slots=True)
class KnownKeys:
    """What a follow-up may refer to; None where that itself could not be read.

    ``version`` is that of the format; ``report`` the month from which targets are counted, None where that could not be
    read. ``photos`` grows while reading: folded file name to the first photo of that name and its path.
    """

    units: tuple[str, ...] | None
    elements: tuple[str, ...] | None
    version: int
    report: Month | None = None
    photos: dict[str, tuple[Photo, str]] = field(default_factory=dict)


def followup(node: Node, known: KnownKeys) -> FollowUpData:
    keys = [key for key in FollowUpData.__dataclass_fields__ if key != "publications"]
    part = node.fields(*keys, **({"publications": []} if known.version > 1 else {}))
    start = part["start"].month()
    end = part["end"].month()
    window = (start, end) if part["start"].sound and part["end"].sound else None
    if window and end < start:
        part["end"].fault(f"{end} mendahului bulan pertama; seharusnya {start} atau sesudahnya")
        window = None
    report_month = part["report_month"].or_null(Node.month)
    if part["end"].sound and part["report_month"].sound:
        known = replace(known, report=target_base(report_month, end))
    reader = _Reader(known, window)
    return FollowUpData(
        start=start,
        end=end,
        report_month=report_month,
        priorities=reader.priorities(part["priorities"]),
        upkeep=tuple(map(reader.upkeep, part["upkeep"].items())),
        publications=_publications(part["publications"], known.photos) if "publications" in part else (),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads what was promised and done against what is ``known``; planned months lie within the ``window``."""

    known: KnownKeys
    window: Window

    def priorities(self, node: Node) -> tuple[PriorityData, ...]:
        parts = [item.fields("element", "rationale", "plans") for item in node.items()]
        priorities = tuple(
            PriorityData(
                element=self._element(part["element"]),
                rationale=part["rationale"].optional_text(),
                plans=tuple(self._plan(item) for item in part["plans"].items()),
            )
            for part in parts
        )
        note_repeats([part["element"] for part in parts], [priority.element for priority in priorities])
        return priorities

    def _plan(self, node: Node) -> Plan:
        part = self._fields(node, Plan, {"others": [], "services": [], "continues": None})
        done = part["realisation"].fields(*Realisation.__dataclass_fields__)
        return Plan(
            **self._values(PLAN_FIELDS, part),
            realisation=Realisation(**self._values(REALISATION_FIELDS, done)),
            evidence=self._evidence(part["evidence"]),
            completion=part["completion"].or_null(self._completion),
            services=_services(part["services"]) if "services" in part else (),
            continues=part["continues"].or_null(_continued) if "continues" in part else None,
        )

    def upkeep(self, node: Node) -> UpkeepData:
        part = self._fields(node, UpkeepData, {"others": []})
        return UpkeepData(**self._values(UPKEEP_FIELDS, part), evidence=self._evidence(part["evidence"]))

    def _values(self, fields: Iterable[Field], part: Mapping[str, Node]) -> dict[str, Any]:
        """The values of these fields by their keys; planned months lie within the window."""
        return {field.key: self._value(field, part[field.key]) if field.key in part else () for field in fields}

    def _fields(self, node: Node, shape: type[Plan | UpkeepData], newer: dict[str, object]) -> dict[str, Node]:
        """The parts of a row; what is ``newer`` need not be there, and the first version does not know it."""
        keys = [key for key in shape.__dataclass_fields__ if key not in newer]
        return node.fields(*keys, **(newer if self.known.version > 1 else {}))

    def _value(self, field: Field, node: Node) -> object:
        match field.kind:
            case Kind.TEXT:
                return node.text() if field.required else node.optional_text()
            case Kind.CHOICE:
                return self._element(node) if field is UPKEEP_ELEMENT else node.choice(STATUSES, "status realisasi")
            case Kind.MONTHS:
                return _months(node, None if field is REALISED_MONTHS else self.window)
            case Kind.UNITS:
                return self._units(node)
            case Kind.NAMES:
                return _others(node)
        readers: Mapping[Kind, Callable[[Node], object]] = {
            Kind.DAY: Node.day,
            Kind.UNIT: self._unit_key,
        }
        return node.or_null(readers[field.kind])

    def _element(self, node: Node) -> str:
        if self.known.elements is None:
            return node.code()
        return node.choice(self.known.elements, "unsur instrumen ini")

    def _units(self, node: Node) -> tuple[str, ...]:
        """A set of units, in the office's order; ``*`` stands alone."""
        items = node.items()
        keys = ["*" if item.words == "*" else self._unit_key(item, '"*"') for item in items]
        if "*" in keys and len(keys) > 1:
            node.fault('"*" berarti seluruh unit dan harus berdiri sendiri; seharusnya ["*"] atau kunci unit saja')
            return ALL_UNITS
        note_repeats(items, keys)
        return ALL_UNITS if "*" in keys else tuple(key for key in self.known.units or () if key in keys)

    def _unit_key(self, node: Node, *more: str) -> str:
        """The key of a unit of this office; ``more`` is what would have been right besides."""
        if self.known.units is None:
            return node.code()
        return node.choice(self.known.units, "unit satuan kerja ini", *more)

    def _completion(self, node: Node) -> CompletionData:
        newer: dict[str, object] = {"earliest": None, "latest": None, "others": []} if self.known.version > 1 else {}
        part = node.fields("reason", "strategy", *COUNTED.values(), "units", **newer)
        targets = {key: self._target(part, key) for key in COUNTED}
        earliest = targets["earliest"]
        latest = targets["latest"]
        if earliest and latest and latest < earliest:
            if "latest" in part and part["latest"].value is not None:
                part["latest"].fault(f"{latest} mendahului earliest; seharusnya {earliest} atau sesudahnya")
            else:
                part["months_max"].fault(
                    f"{part['months_max'].value} kurang dari months_min; seharusnya sama atau lebih"
                )
        others = [field for field in COMPLETION_FIELDS if field.key not in COUNTED]
        return CompletionData(**self._values(others, part), earliest=earliest, latest=latest)

    def _target(self, part: dict[str, Node], key: str) -> Month | None:
        """A month of completion, as it is written or counted from the month of the report."""
        counted = part[COUNTED[key]]
        count = counted.or_null(lambda node: node.integer(0, LARGEST_MONTHS))
        written = part[key].or_null(Node.month) if key in part else None
        if count is None or self.known.report is None or not counted.sound:
            return written
        if written:
            counted.fault(f"{key} sudah menyebut bulannya; seharusnya salah satu saja")
        if self.known.report.plus(count).year > LAST_YEAR:
            counted.fault(
                f"{count} bulan sesudah {self.known.report} melewati tahun {LAST_YEAR}; seharusnya lebih dekat"
            )
            return written
        return written or self.known.report.plus(count)

    def _evidence(self, node: Node) -> Evidence:
        newer: dict[str, object] = {"web_pages": []} if self.known.version > 1 else {}
        part = node.fields("note", "photos", **newer)
        parts = [item.fields("file", "caption", "taken_on") for item in part["photos"].items()]
        photos = tuple(self._photo(fields) for fields in parts)
        note_repeats([fields["file"] for fields in parts], [photo.file for photo in photos])
        return Evidence(part["note"].optional_text(), photos, _web_pages(part.get("web_pages")))

    def _photo(self, part: dict[str, Node]) -> Photo:
        photo = Photo(
            file=file_name(part["file"]),
            caption=part["caption"].optional_text(),
            taken_on=part["taken_on"].or_null(Node.day),
        )
        if folded(photo.file).startswith(folded(REPORTS)) and folded(photo.file).endswith(".pdf"):
            part["file"].fault(f"{quoted(photo.file)} disediakan bagi laporan periode sebelumnya; seharusnya nama lain")
        if part["file"].sound:
            first, path = self.known.photos.setdefault(folded(photo.file), (photo, part["file"].path))
            _compare(part, photo, first, path)
        return photo


def _others(node: Node) -> tuple[str, ...]:
    """Posts and persons, in their order."""
    items = node.items()
    names = [item.text(LONGEST) for item in items]
    if len(items) > MOST:
        node.fault(f"{len(items)} jabatan atau orang; paling banyak {MOST}")
    for item, name in zip(items, names, strict=True):
        if name and others_in(name) != (name,):
            item.fault("satu jabatan atau orang, tanpa titik koma, ganti baris, atau spasi berlebih")
    note_repeats(items, [alike(name) for name in names])
    return tuple(names)


def _services(node: Node) -> tuple[str, ...]:
    """A set of services by their names."""
    items = node.items()
    names = [item.text(LONGEST_SERVICE) for item in items]
    note_repeats(items, [alike(name) for name in names])
    return tuple(sorted(names))


def _web_pages(node: Node | None) -> tuple[WebPage, ...]:
    items = node.items() if node else ()
    parts = [item.fields(*WebPage.__dataclass_fields__) for item in items]
    pages = tuple(
        WebPage(_web_address(part["address"]), part["caption"].text(LONGEST_CAPTION), _visit(part["opened_on"]))
        for part in parts
    )
    note_repeats([part["address"] for part in parts], [page.address for page in pages])
    return pages


def _web_address(node: Node) -> str:
    address = node.text()
    if node.sound and (fault := fault_of(address)):
        node.fault(f"{quoted(address)} ditolak: {fault}")
    return address


def _visit(node: Node) -> date:
    day = node.day()
    if node.sound and day < EARLIEST_VISIT:
        node.fault(f"{day} terlalu lampau; seharusnya {EARLIEST_VISIT} atau sesudahnya")
    return day


def _publications(node: Node, photos: Mapping[str, object]) -> tuple[PublicationData, ...]:
    """By their days; ``photos``: the folded names of those that prove plans and upkeep, which prove nothing else."""
    items = node.items()
    if len(items) > MOST_PUBLICATIONS:
        node.fault(f"{len(items)} publikasi; paling banyak {MOST_PUBLICATIONS}")
    parts = [item.fields("what", "medium", "place", "published_on", address="", proof=None) for item in items]
    found = [_publication(part) for part in parts]
    note_repeats(items, [(one.what, one.medium, alike(one.place), one.published_on) for one in found])
    for part, one in zip(parts, found, strict=True):
        if one.proof and folded(one.proof) in photos:
            part["proof"].fault(f"{quoted(one.proof)} sudah menjadi bukti dukung; seharusnya nama lain")
    return tuple(sorted(found, key=lambda one: one.published_on))


def _publication(part: Mapping[str, Node]) -> PublicationData:
    return PublicationData(
        what=part["what"].choice(tuple(PUBLISHED), "yang dipublikasikan"),
        medium=part["medium"].choice(tuple(MEDIA), "jenis media"),
        place=part["place"].text(LONGEST_PLACE),
        address=_web_address(part["address"]) if part["address"].value != "" else "",
        published_on=_visit(part["published_on"]),
        proof=part["proof"].or_null(file_name),
    )


def _continued(node: Node) -> Continued:
    part = node.fields(*Continued.__dataclass_fields__)
    return Continued(part["period"].period(), part["point"].matching(_POINT, 'tempat RTL itu, seperti "1 b"'))


def _months(node: Node, window: Window = None) -> tuple[Month, ...]:
    """A set of months, in the calendar's order."""
    items = node.items()
    months = [item.month() for item in items]
    note_repeats(items, months)
    for item, month in zip(items, months, strict=True):
        if window and item.sound and not window[0] <= month <= window[1]:
            item.fault(f"{month} di luar masa tindak lanjut; seharusnya {window[0]} sampai {window[1]}")
    return tuple(sorted(set(months)))


def _compare(part: dict[str, Node], photo: Photo, first: Photo, path: str) -> None:
    """The same file is one photo: it has one spelling, one caption and one date."""
    if photo.file != first.file:
        part["file"].fault(
            f"{quoted(photo.file)} hanya berbeda huruf besar-kecilnya dari {quoted(first.file)} pada {path}; "
            "seharusnya ditulis sama"
        )
    if photo.caption != first.caption:
        part["caption"].fault(f"keterangan berkas ini sudah lain pada {path}; seharusnya sama")
    if photo.taken_on != first.taken_on:
        part["taken_on"].fault(f"tanggal berkas ini sudah lain pada {path}; seharusnya sama")


def file_name(node: Node) -> str:
    """The name of a file inside the zip."""
    if isinstance(node.value, str) and is_safe_name(node.value) and folded(node.value) != "cycle.json":
        return node.value
    node.unfit(FILE_SHAPE)
    return ""


def folded(name: str) -> str:
    """A file name as storages see it that ignore case and the way accents are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def is_safe_name(name: str) -> bool:
    """Whether a path can only lead to a place inside its archive, on any system."""
    return (
        0 < len(name) <= LONGEST_FILE_NAME
        and name.isprintable()
        and "\\" not in name
        and not _DRIVE.match(name)
        and all(step.strip(" .") for step in name.split("/"))
    )
