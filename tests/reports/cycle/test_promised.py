"""Who answers, web pages as proof, services, months and targets in a cycle file: read, refused by path, written."""

import json
from datetime import date, timedelta

import pytest
from django.utils import timezone

from followups.models import ActionPlan, Upkeep, WebProof
from followups.months import Month
from offices.models import Office, Unit
from reports.cycle.dump import cycle_json
from reports.cycle.faults import CycleFaults
from reports.cycle.load import load_cycle
from reports.cycle.office import office_faults
from reports.cycle.parse import parse_cycle
from reports.cycle.read import find_survey, read_cycle
from reports.cycle.visits import visit_faults
from surveys.models import Survey
from tests.cases import in_one_test
from tests.reports.cycle.files import INSTRUMENTS, changed, files_of

PLAN = "followup.priorities[0].plans[0]"
UPKEEP = "followup.upkeep[0]"
PAGES = f"{PLAN}.evidence.web_pages"
PAGE = {"address": "https://contoh.go.id/skm", "caption": "Hasil SKM", "opened_on": "2025-10-01"}


def second(**changes):
    """The file in version 2 with values at paths."""
    text = changed("format", "skm-cycle/2")
    for path, value in changes.items():
        text = _changed(text, path, value)
    return text


def _changed(text, path, value):
    place = data = json.loads(text)
    *steps, last = path.replace("]", "").replace("[", ".").split(".")
    for step in steps:
        place = place[int(step) if step.isdigit() else step]
    place[int(last) if last.isdigit() else last] = value
    return json.dumps(data)


def parse(text):
    return parse_cycle(text, INSTRUMENTS)


def faults_of(text):
    with pytest.raises(CycleFaults) as refused:
        parse(text)
    return {fault.path: fault.message for fault in refused.value.faults}


FITTING = [
    (f"{PLAN}.others", []),
    (f"{PLAN}.others", ["Camat"]),
    (f"{PLAN}.others", [f"Petugas {number}" for number in range(10)]),
    (f"{PLAN}.others", ["x" * 100]),
    (f"{PLAN}.completion.others", ["Camat", "Lurah"]),
    (f"{UPKEEP}.others", ["Camat"]),
    (PAGES, []),
    (PAGES, [PAGE, PAGE | {"address": "https://contoh.go.id/lain"}]),
    (PAGES, [PAGE | {"caption": "x" * 300}]),
    (PAGES, [PAGE | {"opened_on": "2000-01-01"}]),
    (f"{UPKEEP}.evidence.web_pages", [PAGE]),
    (f"{PLAN}.services", ["x" * 200]),
    (f"{PLAN}.months", ["2025-07", "2025-12"]),
    (f"{PLAN}.completion.months_min", 0),
    (f"{PLAN}.completion", {"reason": None, "strategy": None, "months_min": 3, "months_max": 3, "units": []}),
    (f"{PLAN}.continues", {"period": "2024-S2", "point": "999 zzz"}),
    ("followup.end", "2025-07"),
]


@in_one_test(("path", "value"), FITTING)
def test_what_just_fits_is_read(path, value):
    text = second(**{path: value})
    if path == "followup.end":
        text = _changed(_changed(text, f"{PLAN}.months", []), "followup.priorities[1].plans[0].months", [])
    cycle = parse(text)
    assert parse(cycle_json(cycle, INSTRUMENTS)) == cycle


FAULTS = [
    (f"{PLAN}.others", "Camat", "", "daftar"),
    (f"{PLAN}.others", [f"Petugas {number}" for number in range(11)], "", "11 jabatan atau orang; paling banyak 10"),
    (f"{PLAN}.others", ["x" * 101], "[0]", "101 karakter; paling banyak 100"),
    (f"{PLAN}.others", ["Camat", "camat"], "[1]", "sudah disebut pada"),
    (f"{PLAN}.others", ["Camat; Lurah"], "[0]", "satu jabatan atau orang, tanpa titik koma"),
    (f"{PLAN}.others", ["Camat\nLurah"], "[0]", "satu jabatan atau orang, tanpa titik koma"),
    (f"{PLAN}.others", ["Camat "], "[0]", "spasi berlebih"),
    (f"{PLAN}.others", [""], "[0]", "tidak kosong"),
    (f"{PLAN}.completion.others", [7], "[0]", "teks"),
    (PAGES, {}, "", "daftar"),
    (PAGES, [PAGE | {"address": "contoh.go.id"}], "[0].address", '"contoh.go.id" ditolak: '),
    (PAGES, [PAGE | {"address": "javascript:alert(1)"}], "[0].address", "ditolak"),
    (PAGES, [PAGE | {"address": ""}], "[0].address", "tidak kosong"),
    (PAGES, [PAGE | {"caption": ""}], "[0].caption", "tidak kosong"),
    (PAGES, [PAGE | {"caption": "x" * 301}], "[0].caption", "paling banyak 300"),
    (PAGES, [PAGE | {"opened_on": "1999-12-31"}], "[0].opened_on", "terlalu lampau; seharusnya 2000-01-01"),
    (PAGES, [PAGE | {"opened_on": None}], "[0].opened_on", "TTTT-BB-HH"),
    (PAGES, [PAGE, PAGE | {"caption": "Lain"}], "[1].address", "sudah disebut pada"),
    (PAGES, [{"address": PAGE["address"], "opened_on": "2025-10-01"}], "[0].caption", "kunci ini tidak ada"),
    (f"{PLAN}.services", ["x" * 201], "[0]", "paling banyak 200"),
    (f"{PLAN}.services", ["KTP", "ktp"], "[1]", "sudah disebut"),
    (f"{PLAN}.months", ["2025-06"], "[0]", "seharusnya 2025-07 sampai 2025-12"),
    (f"{PLAN}.continues", {"period": "2024-S2", "point": "1000 a"}, ".point", "tempat RTL"),
    (f"{PLAN}.continues", {"period": "2024-S2", "point": "0 a"}, ".point", "tempat RTL"),
    (f"{PLAN}.continues", {"period": "2024-S2", "point": "1 abcd"}, ".point", "tempat RTL"),
    (f"{PLAN}.completion.months_min", -1, "", "bilangan bulat 0–32767"),
]


@in_one_test(("path", "value", "where", "message"), FAULTS)
def test_what_just_does_not_is_named_where_it_stands(path, value, where, message):
    faults = faults_of(second(**{path: value}))
    assert message in faults[f"{path}{where}"]
    assert len(faults) == 1


@pytest.mark.parametrize("path", [f"{PLAN}.others", f"{PLAN}.completion.others", f"{UPKEEP}.others", PAGES])
def test_version_1_knows_none_of_them(path):
    assert "kunci tidak dikenal" in faults_of(changed(path, []))[path]


def test_they_keep_the_order_in_which_they_are_named_and_sets_do_not():
    plan = parse(second(**{f"{PLAN}.others": ["Lurah", "Camat"], f"{PLAN}.services": ["KTP", "Akta"]})).followup.plans[
        0
    ]
    assert (plan.others, plan.services) == (("Lurah", "Camat"), ("Akta", "KTP"))


@pytest.mark.parametrize(
    "path", [f"{PLAN}.others", f"{PLAN}.completion.others", f"{UPKEEP}.others", PAGES, f"{UPKEEP}.evidence.web_pages"]
)
def test_what_version_1_cannot_hold_asks_for_the_second(path):
    value = [PAGE] if path.endswith("web_pages") else ["Camat"]
    assert json.loads(cycle_json(parse(second(**{path: value})), INSTRUMENTS))["format"] == "skm-cycle/2"
    assert json.loads(cycle_json(parse(second(**{path: []})), INSTRUMENTS))["format"] == "skm-cycle/1"


def test_a_target_is_counted_to_the_last_month_of_the_calendar_and_no_further():
    report = {"followup.report_month": "9998-12", f"{PLAN}.completion.months_max": 12}
    last = parse(second(**report)).followup.plans[0].completion.latest
    assert last == Month(9999, 12)
    told = faults_of(second(**report | {f"{PLAN}.completion.months_max": 13}))
    assert "melewati tahun 9999" in told[f"{PLAN}.completion.months_max"]


def test_a_photo_that_two_plans_name_may_be_told_the_same_twice_and_not_in_one_group():
    first = json.loads(second())["followup"]["priorities"][0]["plans"][0]["evidence"]["photos"][0]
    told = faults_of(second(**{f"{PLAN}.evidence.photos": [first, first]}))
    assert "sudah disebut pada" in told[f"{PLAN}.evidence.photos[1].file"]
    parse(second(**{"followup.priorities[1].plans[0].evidence.photos": [first]}))


@pytest.mark.parametrize("name", ["earlier/2024.pdf", "EARLIER/x.PDF"])
def test_names_of_reports_of_earlier_periods_are_taken_whatever_their_case(name):
    path = f"{PLAN}.evidence.photos[1].file"
    assert "disediakan bagi laporan periode sebelumnya" in faults_of(second(**{path: name}))[path]
    parse(second(**{path: name.replace("pdf", "jpg").replace("PDF", "jpg")}))


# --- in the portal

stored = pytest.mark.django_db


def load(text, **options):
    cycle = parse(text)
    return load_cycle(cycle, files_of(cycle).get, **options)


@stored
def test_who_answers_and_web_pages_come_in_and_out_as_they_are(own_media):
    changes = {f"{PLAN}.others": ["Lurah", "Camat"], f"{UPKEEP}.others": ["Satpam"], PAGES: [PAGE]}
    text = second(**changes, **{f"{PLAN}.completion.others": ["Camat"]})
    survey = load(text)
    assert read_cycle(survey) == parse(text)
    assert ActionPlan.objects.get(position=1, priority__position=1).others.split("\n") == ["Lurah", "Camat"]
    assert Upkeep.objects.get(position=1).others == "Satpam"
    proof = WebProof.objects.get()
    assert (proof.address, proof.caption, proof.opened_on) == (PAGE["address"], PAGE["caption"], date(2025, 10, 1))
    load(second(), replace=True)
    assert not WebProof.objects.exists()


@stored
def test_a_page_that_was_opened_tomorrow_is_named_and_one_of_today_is_not(own_media):
    today = timezone.localdate()
    tomorrow = PAGE | {"address": "https://contoh.go.id/besok", "opened_on": str(today + timedelta(days=1))}
    cycle = parse(second(**{PAGES: [PAGE | {"opened_on": str(today)}, tomorrow]}))
    (fault,) = visit_faults(cycle)
    assert fault.path == f"{PAGES}[1].opened_on"
    assert fault.message == f"{today + timedelta(days=1)} belum tiba; seharusnya {today} atau sebelumnya"
    with pytest.raises(CycleFaults, match="belum tiba"):
        load_cycle(cycle, files_of(cycle).get)
    assert not Survey.objects.exists()


@stored
def test_whether_a_day_has_come_hangs_on_where_the_office_is(own_media, time_machine):
    """At 16:30 UTC it is tomorrow already in Jayapura, and not yet in Jakarta."""
    survey = load(second())
    time_machine.move_to("2026-02-01T16:30:00Z", tick=False)
    cycle = parse(second(**{PAGES: [PAGE | {"opened_on": "2026-02-02"}]}))
    for zone, count in (("WIT", 0), ("WIB", 1)):
        Office.objects.filter(pk=survey.office_id).update(zone=zone)
        assert len(visit_faults(cycle)) == count


@stored
def test_what_differs_of_an_office_is_told_with_what_the_portal_has(own_media):
    load(second())
    office = {"office.phone": None, "office.place": "Kota Lain", "office.socials": [], "office.postal_code": "10111"}
    told = {fault.path: fault.message for fault in office_faults(parse(second(**office)).office, replace=False)}
    assert set(told) == set(office)
    assert '("(021) 000000")' in told["office.phone"] and '("Kota Contoh")' in told["office.place"]
    assert "portal; seharusnya" in told["office.socials"], "a list is not spelled out"
    assert office_faults(parse(second(**office)).office, replace=True) == []


@stored
def test_of_the_office_above_only_its_code_is_compared(own_media):
    load(second())
    other = {"code": "99", "name": "Nama Lain", "short_name": "Lain"}
    assert office_faults(parse(second(**{"office.parent": other})).office, replace=False) == []
    (fault,) = office_faults(parse(second(**{"office.parent": other | {"code": "98"}})).office, replace=False)
    assert (fault.path, '("99")' in fault.message) == ("office.parent", True)
    (fault,) = office_faults(parse(second(**{"office.parent": None})).office, replace=False)
    assert fault.path == "office.parent"


@stored
def test_a_closed_unit_may_share_its_name_with_one_of_the_file(own_media):
    survey = load(second())
    twin = Unit.objects.create(office=survey.office, key="lama", name="SUBBAGIAN UMUM", short_name="Lama", position=9)
    office = parse(second()).office
    (fault,) = office_faults(office, replace=True)
    assert fault.path == "office.units[0].name"
    Unit.objects.filter(pk=twin.pk).update(closed_on=date(2025, 1, 1))
    assert office_faults(office, replace=True) == []


@stored
def test_codes_that_differ_in_case_are_one_office(own_media):
    text = second(**{"office.code": "7371-rs", "office.parent": None})
    load(text)
    again = load(second(**{"office.code": "7371-RS", "office.parent": None, "survey.semester": 2}))
    assert Office.objects.filter(code__iexact="7371-rs").count() == 1
    assert find_survey("7371-Rs", " 2025-s2 ") == again
