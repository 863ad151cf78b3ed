"""What earlier releases froze is brought to today's shape; a change of the shape is never silent."""

import re
from dataclasses import replace

import pytest

from followups.months import Month
from reports.cycle.model import OfferedData, PriorityData, ServiceData
from reports.document.build import build
from reports.document.frozen import freeze, thaw
from reports.document.model import SCHEMA
from reports.document.upgrades import UPGRADES
from reports.printing.html import print_html
from surveys.fields import SOURCE_FIELDS
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source, make_survey
from tests.reports.document.documents import document_file, frozen, shape
from tests.reports.document.test_build import SIGNED
from tests.reports.document.test_upgrades_of_pen import as_fifteenth
from tests.reports.document.test_upgrades_of_places import as_printed_before
from tests.reports.shapes import bare, mixed, young

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
    12: "01e35183edb60538",
    13: "200c3309e07978cb",
    14: "d56989c9833b1ff8",
    15: "8da57d5f98b317eb",
    16: "b2a41f6b8d6cc472",
    17: "0f9d934c91b65ea4",
    18: "9010d2d662b4cb9a",
    19: "a8b2b5bfd41c0fc8",
    20: "c5e2a8daf3743100",
    21: "7def4b5f812efa4c",
}
CHANGED = f"""The shape of a frozen document is another one now ({{shape}}): what is being prepared could not be read.
Raise SCHEMA, write the step from {SCHEMA} on in upgrades.py, freeze the re-told case with
`python -m tests.reports.document.documents`, enter the shape here. See docs/architecture.md, "To change the shape of".
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
        cell
        for table in tables
        for cell in re.findall(r"<td(?! class=\"(?:tanda|sela)\")[^>]*>(.*?)</td>", table, re.DOTALL)
    ]
    assert len(tables) == (5 if number < 12 else 8 if number < 15 else 9) and len(cells) > 100
    assert all(re.sub(r"<[^>]+>|\s", "", cell) for cell in cells)


@pytest.mark.parametrize("number", NUMBERS)
def test_thawing_leaves_what_is_stored_as_it_is(number):
    data = frozen(number)
    thaw(data)
    assert data == frozen(number)


# --- 14 → 15


def as_fourteenth(document):
    """The document as it was frozen while 3.3 was text alone; what that cannot hold is lost."""
    data = as_fifteenth(document) | {"schema": 14}
    realisation = data["realisation"]
    realisation["evaluation"] = realisation["evaluation"]["section"]
    for row in [row for group in realisation["groups"] for row in group["rows"]]:
        told = {"Pelaksanaan": row.pop("carried_out"), "Selesai": row.pop("completed")}
        row["details"] = [f"{name}: {text}" for name, text in told.items() if text]
        del row["planned"], row["lateness"]
    for row in data["conclusion"]["rows"]:
        del row["same_as"]
    del data["introduction"]["abbreviations"], data["plans"]["results"]["origin"]
    for field in SOURCE_FIELDS:
        del data["source"]["survey"][field.key]
    return data


def without_parts(document):
    """The same document without what no release before the fifteenth number printed."""
    document = as_printed_before(document)
    chapter = document.realisation
    evaluation = replace(chapter.evaluation, achievement=None, speed="", before=None, trend=None)
    rows = [tuple(replace(row, planned="", lateness="") for row in group.rows) for group in chapter.groups]
    groups = tuple(replace(group, rows=those) for group, those in zip(chapter.groups, rows, strict=True))
    strategies = tuple(replace(row, same_as="") for row in document.conclusion.rows)
    return replace(
        document,
        introduction=replace(document.introduction, abbreviations=()),
        realisation=replace(chapter, evaluation=evaluation, groups=groups),
        conclusion=replace(document.conclusion, rows=strategies),
    )


def test_a_document_of_the_fourteenth_number_says_no_more_than_it_said():
    document = build(make_source(mixed(), signing=SIGNED))
    assert document.realisation.evaluation.achievement
    assert thaw(as_fourteenth(document)) == without_parts(document)


# --- 13 → 14
FIRST_LOOK = {"text_size": "11", "cover": "light", "chapters": "apart"}


def as_thirteenth(document):
    """The document as it was frozen while of its look only the paper was chosen."""
    data = as_fourteenth(document) | {"schema": 13}
    office = data["office"]
    office["paper"] = office.pop("appearance")["paper"]
    del office["values_mark"], office["branding_mark"]
    return data


@pytest.mark.parametrize("chosen", [{"paper": "F4"}, {"paper": "A4", "has_summary": False}])
def test_a_document_of_the_thirteenth_number_keeps_its_paper_and_the_look_of_then(chosen):
    document = without_parts(build(make_source(mixed(), signing=SIGNED, logo="lambang.png", **chosen, **FIRST_LOOK)))
    assert thaw(as_thirteenth(document)) == document
    assert (document.summary is None) is (not document.office.appearance.has_summary)


# --- 12 → 13


def as_twelfth(document):
    """The document as it was frozen while Tabel 2.2 could lie across and a chart told no grades."""
    data = as_thirteenth(document) | {"schema": 12}
    results, table = data["plans"]["results"], data["plans"]["table"]
    if table.pop("elements_head_rows"):
        table["columns"] += 1
    table["landscape"] = len(table["months"]) > 6
    if chart := results["chart"]:
        for bar in chart["bars"]:
            del bar["is_priority"]
        del chart["limits"], chart["zones"], chart["note"]
    return data


def without_marks_in_chart(document):
    results = document.plans.results
    chart = results.chart and replace(
        results.chart,
        bars=tuple(replace(bar, is_priority=False) for bar in results.chart.bars),
        limits=(),
        zones=(),
        note="",
    )
    return replace(document, plans=replace(document.plans, results=replace(results, chart=chart)))


@pytest.mark.parametrize("months", [6, 7, 12])
def test_a_table_of_the_twelfth_number_stands_upright(months):
    followup = make_followup(end=Month(2025, 7).plus(months - 1))
    document = build(make_source(make_cycle(followup=followup), signing=SIGNED, **FIRST_LOOK))
    assert thaw(as_twelfth(document)) == without_marks_in_chart(without_parts(document))


def test_months_of_more_than_a_year_become_words():
    document = build(make_source(make_cycle(followup=make_followup(end=Month(2027, 6))), signing=SIGNED, **FIRST_LOOK))
    data = as_twelfth(document)
    table = data["plans"]["table"]
    table |= {"months": [["Jul", 2025]] * 24, "columns": 28, "landscape": True}
    table["groups"][0]["rows"][0]["marks"] = [True] * 24
    assert thaw(data) == without_marks_in_chart(without_parts(document))


# --- 11 → 12


def without_summary(cycle):
    document = build(make_source(cycle, signing=SIGNED, has_summary=False, **FIRST_LOOK))
    return without_marks_in_chart(without_parts(document))


def as_eleventh(document):
    """The document as it was frozen while no report had a Ringkasan Eksekutif."""
    data = as_twelfth(document) | {"schema": 11}
    del data["summary"]
    return data


def test_a_document_of_the_eleventh_number_has_no_summary():
    document = without_summary(mixed())
    assert thaw(as_eleventh(document)) == document
    assert document.summary is None
    assert [thaw(frozen(number)).summary is None for number in (1, 11, 12)] == [True, True, False]


# --- 10 → 11


def as_tenth(document):
    """The document as it was frozen while only photos were proof."""
    data = as_eleventh(document) | {"schema": 10}
    followup = data["source"]["followup"]
    plans = [plan for priority in followup["priorities"] for plan in priority["plans"]]
    for row in [*(row["evidence"] for row in (*plans, *followup["upkeep"])), *data["annex"]["groups"]]:
        del row["web_pages"]
    return data


def test_a_document_of_the_tenth_number_has_no_web_pages():
    document = without_summary(mixed())
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
    document = without_summary(mixed())
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
    document = without_summary(mixed())
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
    source = thaw(as_sixth(without_summary(cycle))).source
    assert source.office.services == tuple(OfferedData(name, True) for name in ("KTP", "KK", "Pindah Memilih"))
    assert source.earlier == ()


@pytest.mark.parametrize("cycle", [bare(), mixed(), young()], ids=["bare", "mixed", "young"])
def test_a_document_of_the_sixth_number_without_services_is_the_same(cycle):
    document = without_summary(cycle)
    assert thaw(as_sixth(document)) == document


# --- 5 → 6


def as_fifth(document):
    """The document as it was frozen while nobody counted who answered."""
    data = as_sixth(document) | {"schema": 5}
    del data["plans"]["results"]["profile"], data["source"]["survey"]["profile"]
    return data


@pytest.mark.parametrize("cycle", [bare(), mixed(), young()], ids=["bare", "mixed", "young"])
def test_a_document_of_the_fifth_number_knows_no_profile(cycle):
    document = without_summary(cycle)
    assert thaw(as_fifth(document)) == document
    assert document.plans.results.profile is None


# --- 4 → 5


def plans_of(data):
    return [plan for priority in data["source"]["followup"]["priorities"] for plan in priority["plans"]]


def as_fourth(document):
    """The document as it was frozen while nobody knew of services."""
    data = as_fifth(document) | {"schema": 4}
    del data["plans"]["services"], data["source"]["survey"]["services"]
    for plan in plans_of(data):
        del plan["services"]
    return data


@pytest.mark.parametrize("cycle", [bare(), mixed(), young()], ids=["bare", "mixed", "young"])
def test_a_document_of_the_fourth_number_knows_no_services(cycle):
    document = without_summary(cycle)
    assert thaw(as_fourth(document)) == document
    assert document.plans.services is None


# --- 3 → 4


def as_third(document):
    """The document as it was frozen while nobody knew how scores came about."""
    data = as_fourth(document) | {"schema": 3}
    del data["source"]["survey"]["basis"], data["plans"]["results"]["method"], data["plans"]["results"]["formula"]
    return data


def test_a_document_of_the_third_number_says_nothing_of_a_basis_and_means_its_elements():
    document = without_summary(bare())
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
    document = without_summary(cycle)
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
