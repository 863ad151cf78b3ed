"""What earlier releases froze is brought to today's shape; a change of the shape is never silent."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from followups.months import Month
from reports.cycle.model import OfferedData, PriorityData, ServiceData
from reports.document.build import build
from reports.document.frozen import FrozenDataError, freeze, thaw
from reports.document.model import SCHEMA
from reports.document.upgrades import UPGRADES
from reports.printing.html import print_html
from tests.cases import in_one_test
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source, make_survey
from tests.mass import examples
from tests.reports.document.documents import document_file, frozen, shape
from tests.reports.document.test_build import SIGNED
from tests.reports.shapes import bare, mixed, young
from tests.strategies import cycles

NUMBERS = range(1, SCHEMA + 1)
SHAPE_OF = {
    2: "f265d64aacfa874e",
    3: "16ff9c6cc8ff3c8b",
    4: "ea5d107e1296460a",
    5: "f18d9660babf89e6",
    6: "62e27c7ada71735c",
    7: "f8070cfd437ed356",
    8: "f2c12233301888ff",
    9: "ff884722f8d1e0c5",
    10: "1114a6c225f4a5f6",
    11: "3e25fb1efdc20797",
}
CHANGED = f"""
The shape of a frozen document is another one now ({{shape}}): reports that are being prepared could not be read.
Raise SCHEMA in reports/document/model.py, write the step from {SCHEMA} on in reports/document/upgrades.py, freeze the
demo cycle with `python -m tests.reports.document.documents`, and enter number and shape in SHAPE_OF here. A number
that no release has had yet needs only its file made anew.
See docs/architecture.md, "To change the shape of a document".
"""


def test_the_shape_changes_only_with_its_number():
    assert SHAPE_OF.get(SCHEMA) == shape(), CHANGED.format(shape=shape())


def test_every_earlier_number_has_its_upgrade_and_every_number_its_document():
    assert sorted(UPGRADES) == list(range(1, SCHEMA))
    assert all(document_file(number).exists() for number in NUMBERS)
    assert [frozen(number)["schema"] for number in NUMBERS] == list(NUMBERS)


@pytest.mark.parametrize("number", NUMBERS)
def test_the_document_of_every_number_thaws_in_todays_shape(number):
    document = thaw(frozen(number))
    assert document.schema == SCHEMA
    assert thaw(freeze(document)) == document
    assert document.signing.prepared_at == SIGNED.prepared_at or number == 1
    assert document.source.office.short_name == "KPU Kabupaten Ngawi"


@pytest.mark.parametrize("number", NUMBERS)
def test_the_document_of_every_number_prints_with_every_cell_filled(number):
    tables = re.findall(r"<table.*?</table>", print_html(thaw(frozen(number))), re.DOTALL)
    cells = [
        cell for table in tables for cell in re.findall(r"<td(?! class=\"tanda\")[^>]*>(.*?)</td>", table, re.DOTALL)
    ]
    assert len(tables) == 5 and len(cells) > 100
    assert all(re.sub(r"<[^>]+>|\s", "", cell) for cell in cells)


@pytest.mark.parametrize("number", NUMBERS)
def test_thawing_leaves_what_is_stored_as_it_is(number):
    data = frozen(number)
    thaw(data)
    assert data == frozen(number)


# --- 10 → 11


def as_tenth(document):
    """The document as it was frozen while only photos were proof."""
    data = freeze(document) | {"schema": 10}
    followup = data["source"]["followup"]
    plans = [plan for priority in followup["priorities"] for plan in priority["plans"]]
    for row in [*(row["evidence"] for row in (*plans, *followup["upkeep"])), *data["annex"]["groups"]]:
        del row["web_pages"]
    return data


def test_a_document_of_the_tenth_number_has_no_web_pages():
    document = build(make_source(mixed(), signing=SIGNED))
    assert thaw(as_tenth(document)) == document
    assert document.annex.groups and not any(group.web_pages for group in document.annex.groups)


# --- 9 → 10


def as_ninth(document):
    """The document as it was frozen while units alone could answer for anything."""
    data = as_tenth(document) | {"schema": 9}
    followup = data["source"]["followup"]
    plans = [plan for priority in followup["priorities"] for plan in priority["plans"]]
    for row in (*plans, *(plan["completion"] for plan in plans if plan["completion"]), *followup["upkeep"]):
        del row["others"]
    return data


def test_in_a_document_of_the_ninth_number_neither_posts_nor_persons_answer():
    document = build(make_source(mixed(), signing=SIGNED))
    assert thaw(as_ninth(document)) == document
    followup = document.source.followup
    owed = [plan.completion for plan in followup.plans if plan.completion]
    assert {row.others for row in (*followup.plans, *owed, *followup.upkeep)} == {()}


# --- 8 → 9


def as_eighth(document):
    """The document as it was frozen while no plan could continue another."""
    data = as_ninth(document) | {"schema": 8}
    for priority in data["source"]["followup"]["priorities"]:
        for plan in priority["plans"]:
            del plan["continues"]
    return data


def test_a_document_of_the_eighth_number_has_plans_that_continue_nothing():
    document = build(make_source(mixed(), signing=SIGNED))
    assert thaw(as_eighth(document)) == document
    assert {plan.continues for plan in document.source.followup.plans} == {None}


# --- 6 → 7


def as_sixth(document):
    """The document as it was frozen while it kept neither the office's services nor earlier periods."""
    data = as_eighth(document) | {"schema": 6}
    del data["source"]["earlier"], data["source"]["office"]["services"]
    return data


def test_a_document_of_the_sixth_number_knows_the_services_that_it_names_and_no_earlier_periods():
    plan = make_plan(services=("KK", "Pindah Memilih"))
    cycle = make_cycle(
        survey=make_survey(services=(ServiceData("KTP", 3, {}), ServiceData("KK", 4, {}))),
        followup=make_followup([PriorityData("waktu", None, (plan,))]),
    )
    source = thaw(as_sixth(build(make_source(cycle, signing=SIGNED)))).source
    assert source.office.services == tuple(OfferedData(name, True) for name in ("KTP", "KK", "Pindah Memilih"))
    assert source.earlier == ()


@pytest.mark.parametrize("cycle", [bare(), mixed(), young()], ids=["bare", "mixed", "young"])
def test_a_document_of_the_sixth_number_without_services_is_the_same(cycle):
    document = build(make_source(cycle, signing=SIGNED))
    assert thaw(as_sixth(document)) == document


# --- 5 → 6


def as_fifth(document):
    """The document as it was frozen while nobody counted who answered."""
    data = as_sixth(document) | {"schema": 5}
    del data["plans"]["results"]["profile"], data["source"]["survey"]["profile"]
    return data


@pytest.mark.parametrize("cycle", [bare(), mixed(), young()], ids=["bare", "mixed", "young"])
def test_a_document_of_the_fifth_number_knows_no_profile(cycle):
    document = build(make_source(cycle, signing=SIGNED))
    assert thaw(as_fifth(document)) == document
    assert document.plans.results.profile is None


# --- 4 → 5


def as_fourth(document):
    """The document as it was frozen while nobody knew of services."""
    data = as_fifth(document) | {"schema": 4}
    del data["plans"]["services"], data["source"]["survey"]["services"]
    for plan in plans_of(data):
        del plan["services"]
    return data


@pytest.mark.parametrize("cycle", [bare(), mixed(), young()], ids=["bare", "mixed", "young"])
def test_a_document_of_the_fourth_number_knows_no_services(cycle):
    document = build(make_source(cycle, signing=SIGNED))
    assert thaw(as_fourth(document)) == document
    assert document.plans.services is None


# --- 3 → 4


def as_third(document):
    """The document as it was frozen while nobody knew how scores came about."""
    data = as_fourth(document) | {"schema": 3}
    del data["source"]["survey"]["basis"], data["plans"]["results"]["method"], data["plans"]["results"]["formula"]
    return data


def test_a_document_of_the_third_number_says_nothing_of_a_basis_and_means_its_elements():
    document = build(make_source(bare(), signing=SIGNED))
    assert thaw(as_third(document)) == document
    results = thaw(frozen(3)).plans.results
    assert (results.method, results.formula) == ("", "IKM = rata-rata NRR seluruh unsur × 25")


# --- 2 → 3


def as_second(document):
    """The document as it was frozen while there were semesters only."""
    data = as_third(document) | {"schema": 2}
    survey = data["source"]["survey"]
    year, semester = survey.pop("period").split("-S")
    survey |= {"year": int(year), "semester": int(semester)}
    return data


@pytest.mark.parametrize("cycle", [bare(), mixed(), young()], ids=["bare", "mixed", "young"])
def test_a_document_of_the_second_number_gets_what_would_be_computed_today(cycle):
    document = build(make_source(cycle, signing=SIGNED))
    assert thaw(as_second(document)) == document


def plain(plan):
    owed = plan.completion and replace(plan.completion, others=())
    return replace(plan, services=(), others=(), completion=owed, evidence=photos_alone(plan.evidence))


def photos_alone(evidence):
    return replace(evidence, web_pages=())


def without_services(cycle):
    """The cycle as an office has it without a list of services, recorded periods, posts, persons, web pages."""
    priorities = tuple(
        replace(priority, plans=tuple(plain(plan) for plan in priority.plans)) for priority in cycle.followup.priorities
    )
    upkeep = tuple(replace(item, others=(), evidence=photos_alone(item.evidence)) for item in cycle.followup.upkeep)
    return replace(
        cycle,
        earlier=(),
        office=replace(cycle.office, services=()),
        survey=replace(cycle.survey, services=()),
        followup=replace(cycle.followup, priorities=priorities, upkeep=upkeep),
    )


# --- 1 → 2


def as_first(document):
    """The document as the first release froze it: without what it did not know."""
    data = without_marks(as_second(document)) | {"schema": 1, "earlier": []}
    for row in data["plans"]["results"]["rows"]:
        del row["converted_text"], row["category"]
        row["score_text"] = row["score_text"][:4]
    for row in data["realisation"]["upkeep_rows"]:
        del row["converted_text"]
        row["score_text"] = row["score_text"][:4]
    for row in _proven(data):
        for proof in row["proofs"]:
            del proof["first"], proof["last"]
    for plan in plans_of(data):
        if completion := plan["completion"]:
            earliest, latest = completion.pop("earliest"), completion.pop("latest")
            completion |= {"months_min": counted(data, earliest), "months_max": counted(data, latest)}
    for chapter in ("preface", "introduction", "plans", "realisation", "conclusion", "annex"):
        data[chapter]["anchor"] = data[chapter].pop("entry")["anchor"]
    return data


def plans_of(data):
    return [plan for priority in data["source"]["followup"]["priorities"] for plan in priority["plans"]]


def counted(data, month):
    """How many months a target lies behind the month of the report, as the first release kept it."""
    followup = data["source"]["followup"]
    report = Month(**followup["report_month"]) if followup["report_month"] else Month(**followup["end"]).plus(1)
    return month and report.months_to(Month(**month))


def without_marks(value):
    if isinstance(value, list):
        return [without_marks(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    gone = {"marks", "depth"} if value.keys() >= {"kind", "lines", "start"} else set()
    return {key: without_marks(inner) for key, inner in value.items() if key not in gone}


def _proven(data):
    plans = [row for group in data["realisation"]["groups"] for row in group["rows"]]
    return plans + data["realisation"]["upkeep_rows"]


@pytest.mark.parametrize("cycle", [bare(), mixed(), young()], ids=["bare", "mixed", "young"])
def test_a_document_of_the_first_number_gets_what_would_be_computed_today(cycle):
    document = build(make_source(cycle, signing=SIGNED))
    assert thaw(as_first(document)) == document


def test_targets_of_the_first_number_were_counted_from_the_report_or_from_the_end_of_the_window():
    data = frozen(1)
    data["source"]["followup"]["report_month"] = None
    data["source"]["followup"]["end"] = {"year": 2025, "number": 10}
    completions = [plan.completion for plan in thaw(data).source.followup.plans if plan.completion]
    assert [(str(one.earliest), str(one.latest)) for one in completions] == [
        ("2025-12", "2026-02"),
        ("2026-02", "2026-05"),
        ("2025-12", "2026-02"),
    ]


def test_lists_of_the_first_number_are_marked_as_they_were():
    cycle = replace(mixed(), narrative={"1.1": "Yaitu:\n\n3. satu\n4. dua"})
    (section, *_rest) = thaw(as_first(build(make_source(cycle, signing=SIGNED)))).introduction.sections
    assert [(block.kind, block.start, block.marks, block.depth) for block in section.blocks] == [
        ("p", 1, "", 0),
        ("ol", 3, "", 0),
    ]


@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(cycle=cycles())
def test_any_cycle_that_the_first_number_froze_is_what_it_would_be_today(cycle):
    cycle = without_services(cycle)
    period = f"{cycle.survey.span.year}-S2"
    cycle = replace(cycle, survey=replace(cycle.survey, period=period, basis=None, profile={}, answers={}))
    document = build(make_source(cycle, signing=SIGNED))
    assert thaw(as_first(document)) == document


def test_the_first_document_is_upgraded_to_the_rows_that_its_data_give_today():
    old = thaw(frozen(1))
    today = build(make_source(old.source, signing=old.signing))
    assert old.plans.results.rows == today.plans.results.rows
    assert old.realisation.upkeep_rows == today.realisation.upkeep_rows
    assert old.realisation.groups == today.realisation.groups


def test_a_proof_names_the_first_and_the_last_figure_of_its_runs():
    data = frozen(1)
    row = data["realisation"]["groups"][0]["rows"][0]
    row["proofs"] = [{"anchor": "bukti-1", "figures": ["9–10", "12"]}, {"anchor": "bukti-1", "figures": []}]
    proofs = thaw(data).realisation.groups[0].rows[0].proofs
    assert [(proof.first, proof.last) for proof in proofs] == [("gambar-9", "gambar-12"), ("", "")]


def test_scores_that_looked_alike_are_told_apart():
    data = frozen(1)
    data["source"]["survey"]["scores"][0][1] = "3.3149"
    row = thaw(data).plans.results.rows[0]
    assert (row.score_text, row.converted_text, row.category) == ("3,3149", "82,87", "B (Baik)")


@in_one_test(
    "change",
    [
        lambda data: data["source"]["survey"].pop("scores"),
        lambda data: data["realisation"]["upkeep_rows"].pop(),
        lambda data: data["plans"]["results"]["rows"][0].update(key="lain"),
        lambda data: data["source"]["survey"]["scores"][0].append("lebih"),
        lambda data: data["source"]["survey"]["scores"].__setitem__(0, ["waktu", "tiga"]),
        lambda data: data.update(plans=None),
        lambda data: data.pop("contents"),
        lambda data: data["contents"].pop(0),
        lambda data: data["annex"].update(entry=None, chapter=1),
        lambda data: data.update(annex=[]),
        lambda data: data.update(realisation=[]),
        lambda data: data["realisation"]["groups"][0]["rows"][0].update(proofs=[{"anchor": "x", "figures": 3}]),
    ],
)
def test_what_only_calls_itself_the_first_number_is_refused_in_words(change):
    data = frozen(1)
    change(data)
    with pytest.raises(FrozenDataError, match="tidak lengkap atau rusak"):
        thaw(data)


def test_a_draft_is_upgraded_the_same():
    unsigned = replace(build(make_source(mixed())), signing=None)
    assert thaw(as_first(unsigned)) == unsigned
