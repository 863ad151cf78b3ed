"""Each limit of the rules from both of its sides, and what is said there: one step further, and it is said or not."""

from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.model import ALL_UNITS, PriorityData
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from tests.cases import in_one_test
from tests.make_cycle import make_completion, make_source
from tests.reports.rules.clean import all_of, changed, clean, judged_case
from tests.reports.rules.test_mutations import CARE, DONE, LAST, OPEN, SECOND

FLAT = {key: Decimal("3.40") for key in clean().survey.scores}
SILENT = None


def cycle_of(changes):
    cycle = clean()
    for path, value in changes.items():
        cycle = changed(cycle, path, value)
    return cycle


def said(rule, changes, stage="reporting", **source):
    """The messages of one rule about the clean report with these changes."""
    findings = all_of(judged_case(cycle_of(changes), **source), stage)
    return [each.message for each in findings if each.id == rule]


def check(rule, changes, message, **source):
    """A message is what all that is said begins with; none where the rule has to be silent."""
    found = said(rule, changes, **source)
    assert (found == []) if message is SILENT else (len(found) == 1 and found[0].startswith(message)), found


def scored(**scores):
    return {"survey.scores": FLAT | {key: Decimal(score) for key, score in scores.items()}}


# --- the survey


@in_one_test(
    ("rule", "changes", "message"),
    [
        # K16, K15: people and population
        ("K16", {"survey.respondents": 900, "survey.population": 900}, SILENT),
        ("K16", {"survey.respondents": 901, "survey.population": 900}, "Responden 901 orang melebihi populasi 900;"),
        ("K16", {"survey.respondents": 1, "survey.population": 0}, "Responden 1 orang melebihi populasi 0;"),
        ("K16", {"survey.respondents": 0, "survey.population": 0}, SILENT),
        ("K16", {"survey.respondents": None}, SILENT),
        ("K16", {"survey.population": None}, SILENT),
        ("K15", {"survey.respondents": 269, "survey.population": 900}, SILENT),
        ("K15", {"survey.respondents": 268, "survey.population": 900}, "Responden 268 orang, sedangkan populasi 900 "),
        ("K15", {"survey.respondents": 0, "survey.population": 12500}, "Responden 0 orang, sedangkan populasi 12.500 "),
        ("K15", {"survey.respondents": 1, "survey.population": 0}, SILENT),
        ("K15", {"survey.respondents": 1, "survey.population": None}, SILENT),
        # K17: the report of the survey and its end
        ("K17", {"survey.report_date": date(2025, 6, 30)}, SILENT),
        ("K17", {"survey.report_date": date(2025, 6, 29)}, "Laporan SKM bertanggal 29 Juni 2025, padahal survei "),
        ("K17", {"survey.report_date": date(2025, 6, 2), "survey.end": None}, SILENT),
        ("K17", {"survey.report_date": date(2025, 6, 1), "survey.end": None}, "Laporan SKM bertanggal 1 Juni 2025"),
        ("K17", {"survey.report_date": None}, SILENT),
        ("K17", {"survey.start": None, "survey.end": None}, SILENT),
        # K63: the last day of which the report can tell, here the last of December
        ("K63", {"survey.report_date": date(2025, 12, 31)}, SILENT),
        ("K63", {"survey.report_date": date(2026, 1, 1)}, "Laporan SKM bertanggal 1 Januari 2026, "),
        ("K63", {"survey.end": None, "survey.start": date(2026, 1, 1)}, "Survei dimulai pada 1 Januari 2026, "),
        ("K63", {"survey.report_date": date(2026, 1, 1), "followup.report_month": None}, SILENT),
        # K64: a month around the period
        ("K64", {"survey.start": date(2024, 12, 1)}, SILENT),
        ("K64", {"survey.start": date(2024, 11, 30)}, "Survei Semester I Tahun 2025 dilaksanakan pada 30 Nov"),
        ("K64", {"survey.end": date(2025, 7, 31)}, SILENT),
        ("K64", {"survey.end": date(2025, 8, 1)}, "Survei Semester I Tahun 2025 dilaksanakan pada 2 Juni–1 "),
        ("K64", {"survey.start": None, "survey.end": date(2024, 11, 30)}, "Survei Semester I Tahun 2025 dilaksanakan "),
        ("K64", {"survey.start": date(2025, 8, 1), "survey.end": None}, "Survei Semester I Tahun 2025 dilaksanakan "),
        ("K64", {"survey.start": None, "survey.end": None}, SILENT),
        # N7: free of charge
        ("N7", scored(biaya="4.00"), "Unsur Biaya/Tarif bernilai 4,00;"),
        ("N7", scored(biaya="3.99"), SILENT),
        ("N7", scored(waktu="4.00"), SILENT),
        # K14: an element between two grades, 2.5996 and 3.0644 being the last and the first of theirs
        ("K14", scored(sarana="3.54"), SILENT),
        ("K14", scored(sarana="3.53"), "Nilai Sarana dan Prasarana, 3,53, berada di batas mutu B dan A;"),
        ("K14", scored(sarana="3.52"), SILENT),
        ("K14", scored(sarana="3.530"), "Nilai Sarana dan Prasarana, 3,53, berada di batas mutu B dan A;"),
        ("K14", scored(sarana="3.5324"), SILENT),
        # N2: published grades
        ("N2", {"survey.declared_grades": {"sarana": "A"}}, SILENT),
        ("N2", {"survey.declared_grades": {"sarana": "C"}}, "Mutu Sarana dan Prasarana dipublikasikan C, padahal"),
        ("N2", {"survey.declared_grades": None}, SILENT),
        ("N2", {"survey.declared_grades": {"sarana": "C"}, "survey.scores": {}}, SILENT),
        # N3: the published index and what rounding explains
        ("N3", scored() | {"survey.declared_index": Decimal("85.00")}, SILENT),
        ("N3", scored() | {"survey.declared_index": Decimal("85.13")}, "IKM yang dipublikasikan, 85,13, berbeda dari "),
        ("N3", scored() | {"survey.declared_index": Decimal("84.88")}, "IKM yang dipublikasikan, 84,88, berbeda dari "),
        ("N3", scored() | {"survey.declared_index": Decimal("85.14")}, "IKM yang dipublikasikan, 85,14, tidak dapat "),
        ("N3", scored() | {"survey.declared_index": Decimal("84.87")}, "IKM yang dipublikasikan, 84,87, tidak dapat "),
        ("N3", {"survey.scores": {}, "survey.declared_index": Decimal("85.14")}, SILENT),
    ],
)  # fmt: skip
def test_limits_of_the_survey(rule, changes, message):
    check(rule, changes, message)


@pytest.mark.parametrize(
    ("index", "severity"), [("85.13", "info"), ("84.88", "info"), ("85.14", "warn"), ("84.87", "warn")]
)
def test_what_rounding_explains_is_only_a_hint(index, severity):
    cycle = cycle_of(scored() | {"survey.declared_index": Decimal(index)})
    assert {f.severity for f in findings_of(judged_case(cycle)) if f.id == "N3"} == {severity}


@pytest.mark.parametrize(
    ("missing", "places"),
    [
        ({}, []),
        ({"survey.respondents": 0, "survey.population": 0}, []),
        ({"survey.start": None}, ["Waktu survei"]),
        ({"survey.end": None, "survey.population": None}, ["Populasi", "Waktu survei"]),
    ],
)
def test_what_is_not_said_of_a_survey_is_asked_for_field_by_field(missing, places):
    findings = findings_of(judged_case(cycle_of(missing)))
    assert [finding.place.name for finding in findings if finding.id == "N8"] == places
    assert [f.id for f in findings_of(judged_case(cycle_of(missing)), "planning") if f.id == "N8"] == []


# --- priorities

LOW = {"waktu": "3.10", "persyaratan": "3.20"}


@pytest.mark.parametrize(
    ("rule", "changes", "message"),
    [
        (
            "N6",
            scored(**LOW, produk="3.21"),
            "Persyaratan (3,20) dipilih dan Produk Spesifikasi Jenis Pelayanan (3,21)",
        ),
        (
            "N6",
            scored(**LOW, produk="3.20"),
            "Persyaratan (3,20) dipilih dan Produk Spesifikasi Jenis Pelayanan (3,20)",
        ),
        ("N6", scored(**LOW, produk="3.22"), SILENT),
        ("N6", scored(**LOW, produk="3.19"), SILENT),  # that is K20's
        ("N6", scored(**LOW | {"persyaratan": "3.2001"}, produk="3.2003"), SILENT),
        ("N6", scored(**LOW | {"persyaratan": "3.2001"}, produk="3.2002"), "Persyaratan (3,2001) dipilih dan Produk"),
        ("N6", {"survey.scores": {}}, SILENT),
        ("K20", scored(**LOW, produk="3.20"), SILENT),
        ("K20", scored(**LOW, produk="3.19"), "Persyaratan (3,20) dipilih, sedangkan Produk Spesifikasi Jenis"),
        ("K20", scored(**LOW, produk="3.19") | {"followup.priorities.1.rationale": "Mendesak."}, SILENT),
        ("K20", {"survey.scores": {}}, SILENT),
    ],
)
def test_limits_of_priorities(rule, changes, message):
    check(rule, changes, message)


def test_what_was_left_out_is_told_once_at_the_highest_priority_without_a_reason():
    cycle = cycle_of(scored(waktu="3.30", persyaratan="3.20", produk="3.00", biaya="3.25"))
    [told] = [finding for finding in findings_of(judged_case(cycle)) if finding.id == "K20"]
    assert told.place.row == "1" and "(3,25)" in told.message and "(3,00)" in told.message
    cycle = changed(cycle, "followup.priorities.0.rationale", "Waktu dipilih karena sering dikeluhkan.")
    [told] = [finding for finding in findings_of(judged_case(cycle)) if finding.id == "K20"]
    assert told.place.row == "2" and "(3,25)" not in told.message and "(3,00)" in told.message


# --- plans

MANY = ("kul", "rendatin")


@in_one_test(
    ("rule", "changes", "message"),
    [
        ("M14", {f"{DONE}.units": MANY, f"{DONE}.lead": None}, "RTL ini menjadi tanggung jawab beberapa unit tanpa "),
        ("M14", {f"{DONE}.units": MANY}, SILENT),
        ("M14", {f"{DONE}.units": ("kul",), f"{DONE}.lead": None}, SILENT),
        ("M14", {f"{DONE}.units": (), f"{DONE}.lead": None}, SILENT),
        ("M14", {f"{DONE}.units": ALL_UNITS, f"{DONE}.lead": None}, "RTL ini menjadi tanggung jawab beberapa unit"),
        ("M14", {f"{DONE}.units": ALL_UNITS}, SILENT),
        ("M11", {f"{DONE}.units": ALL_UNITS}, "Penanggung jawab RTL ini seluruh unit;"),
        ("M11", {f"{DONE}.units": MANY}, SILENT),
        ("M11", {f"{OPEN}.completion.units": ALL_UNITS}, "Penanggung jawab penyelesaian ini seluruh unit;"),
        ("M11", {f"{OPEN}.completion": None}, SILENT),
        ("S14", {f"{DONE}.indicator": "…"}, "Indikator atau target RTL belum diisi;"),
        ("S14", {f"{DONE}.target": ""}, "Indikator atau target RTL belum diisi;"),
        ("K19", {f"{OPEN}.completion.units": ()}, "Strategi belum mempunyai penanggung jawab;"),
        ("K19", {f"{OPEN}.completion.units": (), f"{OPEN}.completion.strategy": None}, SILENT),
        ("K19", {f"{OPEN}.completion": None}, SILENT),
        ("K19", {f"{CARE}.units": ()}, "Pemeliharaan belum mempunyai penanggung jawab;"),
        ("K27", {f"{SECOND}.programme": "menyusun  JADWAL pelayanan."}, "RTL ini bernama sama dengan RTL 1 a;"),
        ("K27", {f"{SECOND}.programme": "Menyusun jadwal pelayanan 2"}, SILENT),
        ("K27", {f"{SECOND}.programme": "…", f"{DONE}.programme": "…"}, SILENT),
    ],
)
def test_limits_of_plans(rule, changes, message):
    check(rule, changes, message)


LATE = {
    f"{LAST}.realisation.status": "not_started",
    f"{LAST}.months": (Month(2025, 8), Month(2025, 11)),
    f"{LAST}.completion": None,
}


@in_one_test(
    ("changes", "today", "is_told"),
    [
        ({}, date(2025, 12, 1), True),
        ({}, date(2025, 11, 30), False),
        ({}, None, True),  # then the month of the report counts, or the one behind the window, which ends in November
        ({"followup.report_month": None}, None, True),
        ({"followup.report_month": None, f"{LAST}.months": (Month(2025, 12),)}, None, False),
        ({f"{LAST}.months": ()}, None, False),
        ({f"{LAST}.realisation.status": "impossible"}, None, False),
        ({f"{LAST}.completion": make_completion(latest=None)}, None, True),
        ({f"{LAST}.completion": make_completion(strategy="-")}, None, True),
        ({f"{LAST}.completion": make_completion()}, None, False),
    ],
)
def test_what_is_overdue_is_told_while_it_can_be_mended_and_not_told_before(changes, today, is_told):
    case = case_of(make_source(cycle_of(LATE | changes)), today=today)
    late = [f.message for f in findings_of(case, "running") if f.id == "T3"]
    assert [message.partition(" dan ")[0] for message in late] == (
        ["RTL direncanakan paling lambat November 2025"] if is_told else []
    )
    assert [f for f in findings_of(case, "reporting") if f.id == "T3"] == [], "there the missing answers are asked for"


def test_of_three_plans_of_one_name_each_points_at_the_first():
    same = {f"{path}.programme": "Menyusun jadwal pelayanan" for path in (OPEN, SECOND)}
    found = [f for f in findings_of(judged_case(cycle_of(same))) if f.id == "K27"]
    assert [finding.place.row for finding in found] == ["1 b", "2 a"]
    assert all("dengan RTL 1 a;" in finding.message for finding in found)


# --- upkeep


@pytest.mark.parametrize(
    ("rule", "changes", "message"),
    [
        ("S13", {f"{CARE}.plan": None, f"{CARE}.activity": None}, SILENT),
        ("S13", {f"{CARE}.plan": ""}, "Pemeliharaan ini direalisasikan tanpa rencana"),
        ("K30", {f"{CARE}.evidence.photos": ()}, "Pemeliharaan ini direalisasikan tanpa bukti dukung;"),
        ("K30", {f"{CARE}.evidence.photos": (), f"{CARE}.activity": None}, SILENT),
        ("K31", scored(biaya="3.40"), SILENT),
        (
            "K31",
            scored(biaya="3.39"),
            "Biaya/Tarif bernilai 3,39, di bawah rata-rata semua unsur, bukan unsur bernilai",
        ),
        (
            "K31",
            {f"{CARE}.element": "waktu"},
            "Waktu Penyelesaian adalah unsur prioritas, bukan unsur bernilai tinggi;",
        ),
        ("K31", {"survey.scores": {}}, SILENT),
        ("K31", {"survey.scores": {"waktu": Decimal(4)}}, SILENT),
    ],
)
def test_limits_of_upkeep(rule, changes, message):
    check(rule, changes, message)


def test_a_priority_without_a_score_is_still_no_high_element():
    changes = {"survey.scores": {}, f"{CARE}.element": "waktu"}
    check("K31", changes, "Waktu Penyelesaian adalah unsur prioritas")


def test_a_priority_without_plans_is_told_by_its_row():
    cycle = cycle_of({"followup.priorities": (*clean().followup.priorities, PriorityData("produk", None, ()))})
    assert [f.place.row for f in findings_of(judged_case(cycle)) if f.id == "K03"] == ["3"]


@pytest.mark.parametrize(
    ("status", "strategy", "latest", "ids"),
    [
        ("in_progress", "Menugaskan.", Month(2026, 4), []),
        ("in_progress", None, Month(2026, 4), ["K09"]),
        ("in_progress", "Menugaskan.", None, ["K10"]),
        ("impossible", None, None, []),
    ],
)
def test_what_is_open_owes_a_strategy_and_its_month_and_what_is_impossible_neither(status, strategy, latest, ids):
    completion = make_completion(strategy=strategy, latest=latest, earliest=None)
    cycle = cycle_of({f"{OPEN}.realisation.status": status, f"{OPEN}.completion": completion})
    found = [f.id for f in findings_of(judged_case(cycle)) if f.place.row == "1 b" and f.severity != "info"]
    assert found == ids
