"""Version 2 of the cycle file: what it adds, what version 1 means in it, and which of the two is dumped."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command

from followups.models import Completion, FollowUp
from followups.months import Month
from reports.cycle.dump import cycle_json
from reports.cycle.faults import CycleFaults
from reports.cycle.parse import parse_cycle
from reports.cycle.read import read_cycle
from surveys.basis import told_basis
from surveys.models import AnswerRow, QuestionScore, ScoreBasis, Service, ServiceResult, Suggestion, Survey
from surveys.respondents.counts import profile_of
from tests.reports.cycle.files import GONE, INSTRUMENTS, changed, text_of

PLAN = "followup.priorities[0].plans[0]"
COMPLETION = f"{PLAN}.completion"
NEW = {"reason": "a", "strategy": "b", "months_min": None, "months_max": None, "units": []}

OFFERED = {"name": "KTP", "in_use": True}
SERVED = {"name": "KTP", "respondents": 12, "scores": {"waktu": "3.25"}}
BASIS = {
    "kind": "answers",
    "form": "skm-2025-tatap-muka",
    "mapping": "B",
    "method": "questions",
    "digests": ["0" * 64],
    "settled": {"biaya": "gratis"},
}


def parse(text):
    return parse_cycle(text, INSTRUMENTS)


def second(path="format", value="skm-cycle/2", name="full"):
    data = json.loads(changed(path, value, name))
    return json.dumps(data | {"format": "skm-cycle/2"})


def faults_of(text):
    with pytest.raises(CycleFaults) as refused:
        parse(text)
    return {fault.path: fault.message for fault in refused.value.faults}


def targets(cycle):
    return [(plan.completion.earliest, plan.completion.latest) for plan in cycle.followup.plans if plan.completion]


@pytest.mark.parametrize("name", ["full", "young"])
def test_a_file_of_version_1_is_one_of_version_2_by_another_name(name):
    assert parse(second(name=name)) == parse(text_of(name))


@pytest.mark.parametrize(
    ("report_month", "earliest", "latest"),
    [
        ("2026-01", Month(2026, 2), Month(2026, 4)),
        ("2026-03", Month(2026, 4), Month(2026, 6)),
        (None, Month(2026, 2), Month(2026, 4)),
    ],
)
def test_months_are_counted_from_that_of_the_report_or_the_one_after_the_window(report_month, earliest, latest):
    cycle = parse(changed("followup.report_month", report_month))
    assert targets(cycle)[0] == (earliest, latest)


def test_a_target_may_be_written_as_months():
    written = NEW | {"earliest": "2026-05", "latest": "2026-07"}
    assert targets(parse(second(COMPLETION, written)))[0] == (Month(2026, 5), Month(2026, 7))
    assert targets(parse(second(COMPLETION, NEW)))[0] == (None, None)
    assert targets(parse(second(COMPLETION, NEW | {"latest": "2026-07", "months_min": 1})))[0] == (
        Month(2026, 2),
        Month(2026, 7),
    )


@pytest.mark.parametrize(
    ("completion", "key", "told"),
    [
        (NEW | {"latest": "2026-07", "months_max": 3}, "months_max", "salah satu saja"),
        (NEW | {"earliest": "2026-07", "months_min": 3}, "months_min", "salah satu saja"),
        (NEW | {"earliest": "2026-07", "latest": "2026-05"}, "latest", "mendahului earliest"),
        (NEW | {"earliest": "2026-07", "months_max": 1}, "months_max", "kurang dari months_min"),
        (NEW | {"latest": "2026-7"}, "latest", "TTTT-BB"),
        (NEW | {"months_max": 32_000 * 4}, "months_max", "bilangan bulat"),
    ],
)
def test_a_target_that_cannot_be_is_named(completion, key, told):
    assert told in faults_of(second(COMPLETION, completion))[f"{COMPLETION}.{key}"]


def test_a_target_beyond_the_calendar_is_named():
    data = json.loads(changed(f"{COMPLETION}.months_max", 32_767))
    data["followup"] |= {"report_month": "9000-01"}
    assert "melewati tahun 9999" in faults_of(json.dumps(data))[f"{COMPLETION}.months_max"]


def test_version_1_knows_neither_months_nor_a_part_of_the_scores():
    assert "kunci tidak dikenal" in faults_of(changed(f"{COMPLETION}.latest", "2026-07"))[f"{COMPLETION}.latest"]
    assert "kunci ini tidak ada" in faults_of(changed("survey.scores.waktu", GONE))["survey.scores.waktu"]


def test_version_2_takes_a_part_of_the_scores():
    scores = parse(second("survey.scores", {"waktu": "3.25", "biaya": "4.00"})).survey.scores
    assert scores == {"waktu": Decimal("3.25"), "biaya": Decimal("4.00")}


@pytest.mark.parametrize(
    ("change", "key", "told"),
    [
        ({"kind": "guessed"}, "kind", "yang dikenal: typed, summary, frequencies, answers"),
        ({"form": "lain"}, "form", "bukan kuesioner instrumen ini; yang dikenal: permenpanrb-14-2017, "),
        ({"mapping": "Z"}, "mapping", "bukan pemetaan kuesioner ini; yang dikenal: A, B"),
        ({"form": "permenpanrb-14-2017", "mapping": "A"}, "method", "yang dikenal: elements"),
        ({"digests": ["0" * 63]}, "digests[0]", "64 angka heksadesimal"),
        ({"settled": {"U8": "a b"}}, "settled.U8", "huruf, angka"),
        ({"who": "Sari"}, "who", "kunci tidak dikenal"),
    ],
)
def test_a_basis_that_cannot_be_is_named(change, key, told):
    assert told in faults_of(second("survey.basis", BASIS | change))[f"survey.basis.{key}"]


def test_version_1_knows_no_basis():
    assert "kunci tidak dikenal" in faults_of(changed("survey.basis", BASIS))["survey.basis"]


@pytest.mark.parametrize(
    ("path", "value", "place", "told"),
    [
        ("survey.services", {}, "survey.services", "daftar"),
        ("survey.services", [SERVED, SERVED | {"name": "ktp"}], "survey.services[1].name", "sudah disebut"),
        ("survey.services", [SERVED | {"name": ""}], "survey.services[0].name", "tidak kosong"),
        ("survey.services", [SERVED | {"respondents": None}], "survey.services[0].respondents", "bilangan bulat"),
        ("survey.services", [SERVED | {"scores": {"lain": "3.00"}}], "survey.services[0].scores.lain", "tidak dikenal"),
        ("office.services", [OFFERED, OFFERED | {"name": "ktp"}], "office.services[1].name", "sudah disebut"),
        ("office.services", [OFFERED | {"in_use": 1}], "office.services[0].in_use", "true atau false"),
        ("office.services", ["KTP"], "office.services[0]", "objek"),
        (f"{PLAN}.services", ["KTP", "KTP"], f"{PLAN}.services[1]", "sudah disebut"),
        (f"{PLAN}.services", [7], f"{PLAN}.services[0]", "teks"),
        (f"{PLAN}.continues", {"period": "2025-S3", "point": "1 a"}, f"{PLAN}.continues.period", "periode"),
        (f"{PLAN}.continues", {"period": "2024-S2", "point": "a 1"}, f"{PLAN}.continues.point", "tempat RTL"),
        (f"{PLAN}.continues", "1 a", f"{PLAN}.continues", "objek"),
        ("survey.period", "2025-S3", "survey.period", "2025-T2"),
        ("survey.period", "2025-T2", "survey.year", "sudah disebut pada survey.period"),
    ],
)
def test_faults_of_services_and_periods_are_told_where_they_are(path, value, place, told):
    assert told in faults_of(second(path, value))[place]


@pytest.mark.parametrize("code", ["2025-B03", "2025-T2", "2025-S2", "2025"])
def test_a_period_of_any_kind_is_read_and_written(code):
    data = json.loads(second("survey.period", code))
    del data["survey"]["year"], data["survey"]["semester"]
    cycle = parse(json.dumps(data))
    assert cycle.survey.period == code
    again = dumped(json.dumps(data))
    assert again["format"] == ("skm-cycle/1" if code == "2025-S2" else "skm-cycle/2")
    assert parse(json.dumps(again)) == cycle


@pytest.mark.parametrize(
    "path", ["survey.period", "survey.services", "office.services", f"{PLAN}.services", f"{PLAN}.continues", "earlier"]
)
def test_version_1_knows_nothing_of_them(path):
    assert "kunci tidak dikenal" in faults_of(changed(path, []))[path]


@pytest.mark.django_db
def test_services_are_made_as_they_are_named_and_known_by_any_spelling(tmp_path):
    file = tmp_path / "cycle.json"
    file.write_text(second("survey.services", [SERVED, SERVED | {"name": "Akta", "respondents": 4}]))
    call_command("load_cycle", str(file), placeholder_photos=True)
    file.write_text(second("survey.services", [SERVED | {"name": "ktp"}]))
    call_command("load_cycle", str(file), placeholder_photos=True, replace=True)
    assert [row.name for row in Service.objects.all()] == ["Akta", "KTP"]
    assert [(row.service.name, row.respondents) for row in ServiceResult.objects.all()] == [("KTP", 12)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "told", "is_typed"),
    [
        ("typed", {}, True),
        ("answers", {}, False),
        ("answers", {"typed": True}, True),
        ("answers", {"typed": False}, False),
    ],
)
def test_services_are_typed_where_the_file_says_so_else_beside_typed_scores(tmp_path, kind, told, is_typed):
    cycle = json.loads(second("survey.services", [SERVED | told]))
    cycle["survey"]["basis"] = BASIS | {"kind": kind}
    file = tmp_path / "cycle.json"
    file.write_text(json.dumps(cycle))
    call_command("load_cycle", str(file), placeholder_photos=True)
    assert ServiceResult.objects.get().is_typed is is_typed


@pytest.mark.django_db
def test_a_basis_is_loaded_replaced_and_taken_away(tmp_path, as_user):
    file = tmp_path / "cycle.json"
    for text, kept in ((second("survey.basis", BASIS), True), (second(), False)):
        file.write_text(text)
        call_command("load_cycle", str(file), placeholder_photos=True, replace=True)
        assert ScoreBasis.objects.exists() == kept
        if kept:
            row = ScoreBasis.objects.get()
            assert (row.actor, row.taken_at, row.mapping.key, row.settled) == (None, None, "B", {"biaya": "gratis"})
            assert told_basis(row.survey).person == ""


PROFILE = {"sex": {"male": 60, "female": 50}, "disability": {"physical": 2, "no": 100}}


@pytest.mark.parametrize(
    ("profile", "key", "told"),
    [
        ({"colour": {}}, "colour", "yang dikenal: sex, age, education, occupation, disability"),
        ({"sex": {"physical": 1}}, "sex.physical", "yang dikenal: male, female, unknown"),
        ({"sex": {"male": -1}}, "sex.male", "bilangan bulat"),
        ({"sex": {"male": "1"}}, "sex.male", "bilangan bulat"),
        ({"sex": {"male": 100, "female": 21}}, "sex", "jumlahnya 121; seharusnya tidak melebihi 120 responden"),
        ({"sex": 3}, "sex", "objek"),
    ],
)
def test_a_profile_that_cannot_be_is_named(profile, key, told):
    assert told in faults_of(second("survey.profile", profile))[f"survey.profile.{key}"]


def test_version_1_knows_no_profile_and_version_2_puts_it_in_order():
    assert "kunci tidak dikenal" in faults_of(changed("survey.profile", PROFILE))["survey.profile"]
    assert parse(second()).survey.profile == {}
    mixed = {"disability": {"physical": 2, "no": 100, "mental": 0}, "age": {}, "sex": PROFILE["sex"]}
    profile = parse(second("survey.profile", mixed)).survey.profile
    assert [(key, list(counts)) for key, counts in profile.items()] == [
        ("sex", ["male", "female"]),
        ("disability", ["no", "physical"]),
    ]
    assert dumped(second("survey.profile", PROFILE))["format"] == "skm-cycle/2"


@pytest.mark.django_db
def test_a_profile_is_loaded_replaced_and_taken_away(tmp_path, as_user):
    file = tmp_path / "cycle.json"
    for text, kept in ((second("survey.profile", PROFILE), PROFILE), (second(), {})):
        file.write_text(text)
        call_command("load_cycle", str(file), placeholder_photos=True, replace=True)
        survey = Survey.objects.get()
        assert profile_of(survey) == kept and read_cycle(survey).survey.profile == kept


def dumped(text):
    return json.loads(cycle_json(parse(text), INSTRUMENTS))


@pytest.mark.parametrize("name", ["full", "young"])
def test_what_version_1_can_hold_is_dumped_in_it(name):
    assert dumped(second(name=name)) == json.loads(text_of(name))
    written = NEW | {"earliest": "2026-01", "latest": "2026-04"}
    completion = dumped(second(COMPLETION, written))["followup"]["priorities"][0]["plans"][0]["completion"]
    assert completion == NEW | {"months_min": 0, "months_max": 3}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("survey.scores", {"waktu": "3.25"}),
        (COMPLETION, NEW | {"earliest": "2025-12", "latest": "2026-04"}),
        (COMPLETION, NEW | {"earliest": None, "latest": "2025-12"}),
        ("survey.basis", BASIS),
        ("survey.services", [SERVED]),
        ("office.services", [OFFERED, {"name": "Akta", "in_use": False}]),
        (f"{PLAN}.services", ["Pindah Memilih", "KTP"]),
        (f"{PLAN}.continues", {"period": "2024-S2", "point": "2 ab"}),
    ],
)
def test_what_it_cannot_hold_is_dumped_in_version_2_and_comes_back(path, value):
    text = second(path, value)
    assert dumped(text)["format"] == "skm-cycle/2"
    assert parse(json.dumps(dumped(text))) == parse(text)
    assert dumped(json.dumps(dumped(text))) == dumped(text)


@pytest.mark.django_db
def test_a_target_stays_where_it_is_when_the_month_of_the_report_changes(tmp_path):
    file = tmp_path / "cycle.json"
    file.write_text(text_of("full"))
    call_command("load_cycle", str(file), placeholder_photos=True)
    survey = Survey.objects.get()
    FollowUp.objects.filter(survey=survey).update(report_month=date(2026, 3, 1))
    completion = Completion.objects.exclude(latest=None).get()
    assert (completion.earliest, completion.latest) == (date(2026, 2, 1), date(2026, 4, 1))
    call_command("dump_cycle", survey.office.code, survey.period, "-o", str(tmp_path / "out.zip"))
    call_command("load_cycle", str(tmp_path / "out.zip"), replace=True)
    assert Completion.objects.exclude(latest=None).get().latest == date(2026, 4, 1)


@pytest.mark.prove
@pytest.mark.django_db
def test_what_a_replaced_survey_has_beside_a_cycle_file_goes_with_it(tmp_path):
    file = tmp_path / "cycle.json"
    file.write_text(second())
    call_command("load_cycle", str(file), placeholder_photos=True)
    survey = Survey.objects.get()
    question = survey.instrument.questionnaires.first().questions.first()
    QuestionScore.objects.create(survey=survey, question=question, score=Decimal(2))
    AnswerRow.objects.create(survey=survey, scores="123412341")
    Suggestion.objects.create(survey=survey, text="Tambah loket", times=1)
    call_command("load_cycle", str(file), placeholder_photos=True, replace=True)
    assert not any(rows.objects.exists() for rows in (QuestionScore, AnswerRow, Suggestion))


SOURCE = {
    "report_number": "12/SKM/2025",
    "report_url": "https://contoh.go.id/skm",
    "covered": "KTP\nKK",
    "forums": "Rapat internal, 3 Juli 2025",
}


def test_where_the_results_come_from_is_known_to_version_2_alone_and_may_be_left_out():
    data = json.loads(second())
    data["survey"] |= SOURCE
    cycle = parse(json.dumps(data))
    assert {key: getattr(cycle.survey, key) for key in SOURCE} == SOURCE
    assert json.loads(cycle_json(cycle, INSTRUMENTS))["survey"].items() >= SOURCE.items()
    assert json.loads(cycle_json(cycle, INSTRUMENTS))["format"] == "skm-cycle/2"
    assert parse(second()).survey.forums == parse(text_of("full")).survey.forums == ""
    assert "kunci tidak dikenal" in faults_of(changed("survey.forums", "Rapat"))["survey.forums"]


def test_what_is_stated_of_numbers_is_known_to_version_2_alone_and_may_be_left_out():
    stated = {"exceeds_population": True, "method_unknown": True}
    data = json.loads(second())
    data["survey"] |= stated
    cycle = parse(json.dumps(data))
    assert cycle.survey.exceeds_population and cycle.survey.method_unknown
    kept = json.loads(cycle_json(replace(parse(text_of("full")), survey=cycle.survey), INSTRUMENTS))
    assert kept["format"] == "skm-cycle/2" and kept["survey"].items() >= stated.items()
    assert not parse(text_of("full")).survey.method_unknown
    assert "true atau false" in faults_of(second("survey.method_unknown", "ya"))["survey.method_unknown"]


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("report_url", "contoh.go.id", "harus diawali https://"),
        ("report_url", 7, "teks"),
        ("report_number", "1" * 101, "paling banyak 100"),
        ("forums", "a" * 2001, "paling banyak 2000"),
    ],
)
def test_a_source_that_cannot_be_is_named(key, value, told):
    assert told in faults_of(second(f"survey.{key}", value))[f"survey.{key}"]
