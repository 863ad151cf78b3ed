"""Builders of plain cycles and sources for tests: one call says what is special, the rest is ordinary."""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from hashlib import sha256
from importlib import import_module
from itertools import islice

from followups.months import Month, months_between
from offices.appearance.values import Appearance
from reports.cycle.model import (
    CompletionData,
    Cycle,
    Evidence,
    FollowUpData,
    OfficeData,
    ParentOffice,
    Photo,
    Plan,
    PriorityData,
    PublicationData,
    Realisation,
    Signatory,
    Social,
    StoredPicture,
    SurveyData,
    UnitData,
    UpkeepData,
)
from reports.document.source import ElementData, InstrumentData, Source
from surveys.ikm import Grade

_SEED = import_module("surveys.migrations.0002_permenpanrb_14_2017")
_BASES = import_module("reports.migrations.0002_legal_bases")
NOTHING_FOR_THE_PEN = {"pen_number": False, "rank": "", "acknowledger": None}
ELEMENT_KEYS = tuple(key for key, _name, _definition in _SEED.ELEMENTS)
NGAWI_SCORES = dict(
    zip(
        ELEMENT_KEYS,
        map(Decimal, ["3.27", "3.33", "3.25", "4.00", "3.31", "3.30", "3.33", "3.76", "3.89"]),
        strict=True,
    )
)


def make_instrument():
    return InstrumentData(
        key=_SEED.KEY,
        name="Peraturan Menteri PANRB Nomor 14 Tahun 2017",
        elements=tuple(ElementData(*element) for element in _SEED.ELEMENTS),
        grades=tuple(Grade(letter, label, Decimal(lowest)) for letter, label, lowest in _SEED.BANDS),
    )


def make_office(**changes):
    values = {
        "code": "9901",
        "name": "Komisi Pemilihan Umum Kabupaten Contoh",
        "short_name": "KPU Kabupaten Contoh",
        "place": "Contoh",
        "address": "Jalan Pemuda Nomor 1",
        "postal_code": "63200",
        "website": "kab-contoh.kpu.go.id",
        "phone": "(0351) 700000",
        "email": "kab-contoh@kpu.go.id",
        "socials": (Social("instagram", "@kpucontoh"),),
        "all_units_label": "Seluruh Subbagian",
        "parent": ParentOffice("99", "Komisi Pemilihan Umum Provinsi Contoh", "KPU Provinsi Contoh"),
        "units": (
            UnitData("kul", "Subbagian Keuangan, Umum, dan Logistik", "Subbag KUL"),
            UnitData("rendatin", "Subbagian Perencanaan, Data, dan Informasi", "Subbag Rendatin"),
        ),
    }
    return OfficeData(**(values | changes))


def make_survey(**changes):
    values = {
        "instrument": _SEED.KEY,
        "period": "2025-S1",
        "start": date(2025, 6, 2),
        "end": date(2025, 6, 30),
        "respondents": 110,
        "population": 900,
        "report_date": date(2025, 7, 10),
        "declared_index": None,
        "declared_grades": None,
        "scores": NGAWI_SCORES,
    }
    return SurveyData(**(values | changes))


def make_photos(count, prefix="foto", **changes):
    values = {"caption": None, "taken_on": None} | changes
    return tuple(Photo(file=f"photos/{prefix}-{number:03}.jpg", **values) for number in range(1, count + 1))


def make_completion(**changes):
    values = {
        "reason": "Tenaga pelaksana sedang bertugas di lapangan.",
        "strategy": "Menugaskan pelaksana pengganti.",
        "earliest": Month(2026, 2),
        "latest": Month(2026, 4),
        "units": ("kul",),
    }
    return CompletionData(**(values | changes))


def make_plan(programme="Menyusun jadwal pelayanan", status="done", photos=(), **changes):
    done = status == "done"
    values = {
        "indicator": "Jadwal ditetapkan",
        "target": "Satu dokumen",
        "months": (Month(2025, 10),),
        "units": ("rendatin",),
        "lead": "rendatin",
        "others": (),
        "realisation": Realisation(
            status=status,
            description="Jadwal disusun dan ditempel di ruang pelayanan." if done else None,
            obstacle="Ruang tempel terbatas.",
            months=(Month(2025, 10),) if done else (),
            completed_on=date(2025, 10, 20) if done else None,
        ),
        "evidence": Evidence("Jadwal yang ditempel." if photos else None, tuple(photos)),
        "completion": None if done else make_completion(),
    }
    return Plan(programme=programme, **(values | changes))


def make_upkeep(element="biaya", photos=(), **changes):
    values = {
        "plan": "Mengumumkan bahwa pelayanan tidak dipungut biaya.",
        "activity": "Pengumuman bebas biaya dipasang di loket.",
        "units": ("*",),
        "others": (),
        "evidence": Evidence("Pengumuman di loket." if photos else None, tuple(photos)),
    }
    return UpkeepData(element=element, **(values | changes))


def make_publication(place="Papan pengumuman ruang pelayanan", **changes):
    values = {"what": "results", "medium": "printed", "address": "", "published_on": date(2025, 7, 15), "proof": None}
    return PublicationData(place=place, **(values | changes))


def make_followup(priorities=None, upkeep=None, **changes):
    if priorities is None:
        priorities = (PriorityData("waktu", None, (make_plan(photos=make_photos(2)),)),)
    values = {"start": Month(2025, 7), "end": Month(2025, 12), "report_month": Month(2026, 1)}
    return FollowUpData(
        priorities=tuple(priorities),
        upkeep=(make_upkeep(),) if upkeep is None else tuple(upkeep),
        **(values | changes),
    )


def make_cycle(**changes):
    values = {
        "office": make_office(),
        "signatory": Signatory("Sri Contoh", "Sekretaris KPU Kabupaten Contoh", "198305032009021002"),
        "survey": make_survey(),
        "followup": make_followup(),
        "narrative": {},
    }
    return Cycle(**(values | changes))


def make_large_cycle(priorities=3, plans=10, photos=25, portraits=()):
    """A finished cycle of so many priorities, plans in all and photos in all; one plan in five is open."""
    elements = ELEMENT_KEYS[:priorities]
    shares = [len(range(place, plans, priorities)) for place in range(priorities)]
    rest, numbered, groups = iter(make_photos(photos)), 0, []
    done_plans = max(1, sum(1 for number in range(plans) if number % 5 != 4))
    for element, share in zip(elements, shares, strict=True):
        rows = []
        for _ in range(share):
            done = numbered % 5 != 4
            taken = _next(rest, -(-photos // done_plans)) if done else ()
            rows.append(
                make_plan(f"Kegiatan perbaikan pelayanan ke-{numbered + 1}", "done" if done else "in_progress", taken)
            )
            numbered += 1
        groups.append(PriorityData(element, None, tuple(rows)))
    return make_cycle(followup=make_followup(groups))


def _next(photos, count):
    return tuple(islice(photos, count))


def photos_of(cycle):
    groups = [plan.evidence for plan in cycle.followup.plans] + [item.evidence for item in cycle.followup.upkeep]
    return [photo for group in groups for photo in group.photos]


def files_shown(cycle):
    """The names of all photos that the report of a cycle prints."""
    proofs = [one.proof for one in cycle.followup.publications if one.proof]
    return [photo.file for photo in photos_of(cycle)] + proofs


PICTURES = {"logo", "values_mark", "branding_mark", "cover_front", "cover_back"}
APPEARANCE = {field.name for field in fields(Appearance)}


def make_source(cycle=None, size=(1600, 1200), sizes=None, placeholders=(), **changes):
    """A source whose photos are only described, unless ``pictures`` names stored files.

    Values of Appearance (its size as ``text_size``) and the office's pictures may be given by their names.
    """
    cycle = cycle or make_cycle()
    sizes = sizes or {}
    pictures = {
        file: StoredPicture(
            path=f"photos/{file}",
            sha256=sha256(file.encode()).hexdigest(),
            width=sizes.get(file, size)[0],
            height=sizes.get(file, size)[1],
            size=1000,
            is_placeholder=file in placeholders,
        )
        for file in files_shown(cycle)
    }
    values = {
        "pictures": pictures,
        "instrument": make_instrument(),
        "legal_bases": tuple(title for _year, title in _BASES.BASES),
    }
    look = {name: changes.pop(name) for name in APPEARANCE & changes.keys()}
    if "text_size" in changes:
        look["size"] = changes.pop("text_size")
    office_pictures = {name: changes.pop(name) for name in PICTURES & changes.keys()}
    values |= {"appearance": Appearance(**look), "office_pictures": office_pictures}
    return Source(cycle=cycle, **(values | changes))


def months(start, end):
    return months_between(Month.parse(start), Month.parse(end))
