"""Earlier periods and the list of services in a cycle file: refused by path, loaded whole, kept where there is more."""

import json
from datetime import date
from decimal import Decimal
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from followups.earlier.periods import Recorded, add_recorded, recorded_periods
from followups.models import RecordedPeriod
from offices.models import AuditEvent, Office
from reports.cycle.faults import CycleFaults
from reports.cycle.load import load_cycle
from reports.cycle.parse import parse_cycle
from reports.document.gather import source_of
from surveys.models import Instrument, Service, Survey
from surveys.periods import Period
from tests.reports.cycle.files import INSTRUMENTS, changed, files_of, pdf

EARLIER = {
    "period": "2024-S2",
    "instrument": "permenpanrb-14-2017",
    "index": "81.36",
    "plans_done": 7,
    "plans_total": 10,
    "start": "2024-08-01",
    "end": "2024-08-31",
    "report_date": None,
    "is_public": True,
    "scores": {"waktu": "3.10", "persyaratan": "3.20"},
    "report": "laporan/lama.pdf",
}
OLDER = EARLIER | {"period": "2024-S1", "report": None, "scores": {}, "is_public": False}
UNKNOWN = dict.fromkeys(EARLIER) | {
    "period": "2024",
    "instrument": EARLIER["instrument"],
    "is_public": False,
    "scores": {},
}
SERVICES = [{"name": "KTP", "in_use": True}, {"name": "Akta", "in_use": False}]


def text_with(**parts):
    data = json.loads(changed("format", "skm-cycle/2"))
    data["office"]["services"] = parts.pop("services", [])
    return json.dumps(data | parts)


def parsed(*earlier, **parts):
    return parse_cycle(text_with(earlier=list(earlier), **parts), INSTRUMENTS)


def load(*earlier, files=None, services=(), **options):
    cycle = parsed(*earlier, services=list(services))
    return load_cycle(cycle, (files_of(cycle) | (files or {})).get, **options)


def faults_of(work):
    with pytest.raises(CycleFaults) as refused:
        work()
    return {fault.path: fault.message for fault in refused.value.faults}


@pytest.mark.parametrize(
    ("change", "key", "told"),
    [
        ({"period": "2024-S3"}, "period", "seharusnya periode, misalnya"),
        ({"period": None}, "period", "seharusnya periode, misalnya"),
        ({"instrument": "lain"}, "instrument", "bukan instrumen yang dikenal; yang dikenal: permenpanrb-14-2017"),
        ({"index": "3.20"}, "index", "25.00"),
        ({"index": 81.36}, "index", "25.00"),
        ({"plans_done": 11}, "plans_done", "11 lebih dari plans_total; seharusnya paling banyak 10"),
        ({"plans_done": None}, "plans_done", "karena yang satu lagi diisi"),
        ({"plans_total": None}, "plans_total", "karena yang satu lagi diisi"),
        ({"plans_total": -1}, "plans_total", "bilangan bulat"),
        ({"end": "2024-07-31"}, "end", "mendahului awal survei; seharusnya 2024-08-01"),
        ({"report_date": "2024-02-30"}, "report_date", "tanggal yang ada dalam kalender"),
        ({"is_public": "ya"}, "is_public", "true atau false"),
        ({"is_public": None}, "is_public", "true atau false"),
        ({"scores": {"lain": "3.00"}}, "scores.lain", "unsur tidak dikenal"),
        ({"scores": {"waktu": "4.01"}}, "scores.waktu", "1.00"),
        ({"report": "../laporan.pdf"}, "report", "jalur relatif"),
        ({"catatan": ""}, "catatan", "kunci tidak dikenal"),
    ],
)
def test_what_cannot_be_is_named_by_its_path(change, key, told):
    assert told in faults_of(lambda: parsed(OLDER, EARLIER | change))[f"earlier[1].{key}"]


@pytest.mark.parametrize("key", EARLIER)
def test_every_key_of_a_period_is_there(key):
    rest = {name: value for name, value in EARLIER.items() if name != key}
    assert "kunci ini tidak ada" in faults_of(lambda: parsed(rest))[f"earlier[0].{key}"]


def test_a_period_stands_once_and_the_latest_comes_first():
    assert "sudah disebut pada earlier[0].period" in faults_of(lambda: parsed(EARLIER, EARLIER))["earlier[1].period"]
    quarter = OLDER | {"period": "2024-T4"}
    order = [one.period for one in parsed(OLDER, UNKNOWN, quarter, EARLIER).earlier]
    assert order == ["2024", "2024-S2", "2024-T4", "2024-S1"]


def test_a_photo_does_not_take_the_name_of_a_report():
    path = "followup.priorities[0].plans[0].evidence.photos[0].file"
    refused = faults_of(lambda: parse_cycle(changed(path, "Earlier/2024-S2.PDF"), INSTRUMENTS))
    assert "disediakan bagi laporan periode sebelumnya" in refused[path]


stored = pytest.mark.django_db


@stored
def test_a_period_comes_in_whole_with_its_report(own_media):
    survey = load(EARLIER, UNKNOWN, files={"laporan/lama.pdf": pdf(2)})
    bare, row = recorded_periods(survey.office)
    assert (row.period, row.index, row.plans_done, row.plans_total) == ("2024-S2", Decimal("81.36"), 7, 10)
    assert (row.start, row.end, row.report_date, row.is_public) == (date(2024, 8, 1), date(2024, 8, 31), None, True)
    assert [(s.element.key, s.score) for s in row.scores.all()] == [
        ("persyaratan", Decimal("3.2")),
        ("waktu", Decimal("3.1")),
    ]
    with default_storage.open(row.report.name) as file:
        assert file.read() == pdf(2)
    assert (bare.period, bare.index, bare.plans_total, bare.report.name) == ("2024", None, None, "")
    assert AuditEvent.objects.get(action="cycle.load").after["periode sebelumnya"] == 2
    assert [one.period for one in source_of(survey).earlier] == ["2024-S2", "2024"]


@stored
def test_a_report_that_is_absent_is_left_out_only_with_a_word(own_media, tmp_path, capsys):
    (tmp_path / "cycle.json").write_text(text_with(earlier=[EARLIER]))
    options = {"placeholder_photos": True}
    with pytest.raises(SystemExit):
        call_command("load_cycle", str(tmp_path / "cycle.json"), **options)
    assert 'earlier[0].report: berkas "laporan/lama.pdf" tidak ada' in (told := capsys.readouterr().err)
    assert "--without-reports" in told and not Office.objects.exists()
    call_command("load_cycle", str(tmp_path / "cycle.json"), without_reports=True, **options)
    assert RecordedPeriod.objects.get().report.name == ""


@stored
@pytest.mark.parametrize(
    ("content", "told"), [(b"%PDF-1.7 nothing", "bukan PDF yang dapat dibuka"), (b"GIF89a", "bukan PDF")]
)
def test_a_report_that_is_no_pdf_is_named_and_nothing_is_loaded(own_media, content, told):
    refused = faults_of(lambda: load(EARLIER, files={"laporan/lama.pdf": content}, without_reports=True))
    assert told in refused["earlier[0].report"]
    assert not Office.objects.exists()


@stored
def test_a_dump_carries_the_reports_and_stops_at_a_lost_one(own_media, tmp_path, capsys):
    survey = load(EARLIER, OLDER, files={"laporan/lama.pdf": pdf()})
    arguments = ("dump_cycle", survey.office.code, survey.period, "-o", str(tmp_path / "out.zip"))
    call_command(*arguments)
    with ZipFile(tmp_path / "out.zip") as archive:
        assert archive.read("earlier/2024-S2.pdf") == pdf()
        data = json.loads(archive.read("cycle.json"))
    assert data["format"] == "skm-cycle/2"
    assert [one["report"] for one in data["earlier"]] == ["earlier/2024-S2.pdf", None]
    assert data["earlier"][0] | {"report": None} == EARLIER | {"report": None}
    default_storage.delete(RecordedPeriod.objects.exclude(report="").get().report.name)
    with pytest.raises(SystemExit):
        call_command(*arguments)
    assert '"earlier/2024-S2.pdf": berkas laporan periode sebelumnya hilang' in capsys.readouterr().err


@stored
def test_what_the_portal_recorded_otherwise_is_a_fault_until_it_is_replaced(own_media, people):
    files = {"laporan/lama.pdf": pdf()}
    survey = load(EARLIER, files=files)
    load(EARLIER, files=files, replace=True)
    other = EARLIER | {"index": "82.00", "report": None}
    Survey.objects.update(year=2030)  # so that the file's cycle is a new one
    refused = faults_of(lambda: load(OLDER, other, files=files))
    assert refused == {
        "earlier[0]": "berbeda dari yang dicatat di portal; seharusnya sama, kecuali dimuat dengan --replace"
    }
    assert load(EARLIER | {"report": None}).office == survey.office  # a report that it does not bring is no difference
    load(other, replace=True)
    row = RecordedPeriod.objects.get()
    assert (row.index, bool(row.report)) == (82, True)
    assert (
        "berbeda"
        in faults_of(lambda: load(other | {"report": "laporan/lama.pdf"}, files={"laporan/lama.pdf": pdf(3)}))[
            "earlier[0]"
        ]
    )


@stored
def test_four_periods_are_the_most_with_those_that_are_there(own_media, people):
    survey = load(OLDER)
    years = [OLDER | {"period": str(year)} for year in (2020, 2021, 2022, 2023)]
    refused = faults_of(lambda: load(*years, replace=True))
    assert refused == {"earlier": "dengan yang sudah dicatat menjadi 5 periode; seharusnya paling banyak 4"}
    load(*years[1:], replace=True)
    assert [row.period for row in recorded_periods(survey.office)] == ["2024-S1", "2023", "2022", "2021"]


@stored
def test_a_period_of_another_instrument_is_taken_with_its_own_elements(own_media, people):
    survey = load(OLDER)
    instrument = Instrument.objects.get()
    given = Recorded(None, None, None, None, None, None, False, {"biaya": Decimal("3.5")})
    add_recorded(survey.office, people.admin, Period.parse("2023"), instrument, given)
    load(OLDER | {"period": "2023", "scores": {"waktu": "3.00"}}, replace=True)
    scores = RecordedPeriod.objects.get(year=2023).scores
    assert [(score.element.key, score.score) for score in scores.all()] == [("waktu", 3)]


# --- services


def offered():
    return [(row.name, row.in_use) for row in Service.objects.all()]


@stored
def test_the_services_of_a_new_office_are_those_of_the_file_in_its_order(own_media):
    load(services=SERVICES)
    assert offered() == [("KTP", True), ("Akta", False)]


@stored
def test_an_office_keeps_its_own_order_and_gets_what_it_lacks_unless_replaced(own_media):
    survey = load(services=[{"name": "Akta", "in_use": True}, {"name": "Pindah", "in_use": True}])
    Survey.objects.update(year=2030)
    load(services=SERVICES)
    assert offered() == [("Akta", True), ("Pindah", True), ("KTP", True)]
    load(services=SERVICES, replace=True)
    assert offered() == [("KTP", True), ("Akta", False), ("Pindah", True)]
    assert source_of(survey).services == ("KTP", "Akta", "Pindah")
