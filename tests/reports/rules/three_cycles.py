"""Three cycles of three offices without fault: a semester, a year and a quarter, each with its own days and numbers."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal

from followups.months import Month
from reports.cycle.model import ParentOffice, Signatory, UnitData
from tests.make_cycle import make_office
from tests.reports.rules.clean import clean

NIP = "198305032009021002"


def moved(thing, months):
    """The same so many months later, wherever a month or a day stands."""
    if isinstance(thing, Month):
        return thing.plus(months)
    if isinstance(thing, date):
        month = Month.of(thing).plus(months)
        return date(month.year, month.number, min(thing.day, 28))
    if isinstance(thing, tuple):
        return tuple(moved(each, months) for each in thing)
    if is_dataclass(thing):
        return replace(thing, **{field.name: moved(getattr(thing, field.name), months) for field in fields(thing)})
    return thing


def scored(cycle, period, lower, **survey):
    scores = {key: score - Decimal(lower) for key, score in cycle.survey.scores.items()}
    return replace(cycle, survey=replace(cycle.survey, period=period, scores=scores, **survey))


def kpu():
    return clean()


def kecamatan():
    """A survey of a year, held in its last month."""
    office = make_office(
        name="Kecamatan Contoh Utara",
        short_name="Kecamatan Contoh Utara",
        place="Contoh",
        website="kecamatan-contoh-utara.contoh.go.id",
        email="kecamatan@contoh.go.id",
        all_units_label="Seluruh Seksi",
        parent=ParentOffice("9902", "Pemerintah Kabupaten Contoh", "Pemkab Contoh"),
        units=(UnitData("kul", "Seksi Pelayanan", "Seksi Pelayanan"), UnitData("rendatin", "Seksi Tata Usaha", "TU")),
    )
    cycle = scored(moved(clean(), 6), "2025", "0.41", respondents=310, population=1300)
    return replace(cycle, office=office, signatory=Signatory("Budi Contoh", "Camat Contoh Utara", NIP))


def puskesmas():
    """A survey of a quarter among few."""
    office = make_office(
        name="Pusat Kesehatan Masyarakat Sukamaju",
        short_name="Puskesmas Sukamaju",
        place="Sukamaju",
        address="Jalan Melati Nomor 2, Sukamaju",
        website="puskesmas-sukamaju.contoh.go.id",
        email="sukamaju@contoh.go.id",
        all_units_label="Seluruh Klaster",
        parent=ParentOffice("9903", "Dinas Kesehatan Kota Contoh", "Dinkes Kota Contoh"),
        units=(
            UnitData("kul", "Subbagian Tata Usaha", "TU"),
            UnitData("rendatin", "Klaster Ibu dan Anak", "Klaster 2"),
        ),
    )
    cycle = scored(moved(clean(), -15), "2024-T1", "-0.03", respondents=60, population=70)
    return replace(cycle, office=office, signatory=Signatory("Ani Contoh", "Kepala Puskesmas Sukamaju", NIP))


CYCLES = {made.__name__: made for made in (kpu, kecamatan, puskesmas)}
