"""What holds of every chapter in every cycle: each thing that was entered stands in its table once, in its place."""

import pytest
from hypothesis import HealthCheck, given, settings

from followups.months import months_between
from reports.document.build import build
from reports.document.chapters.cells import NONE, NOT_FILLED_IN
from reports.document.chapters.plans import MONTHS_BESIDE_ELEMENTS, MONTHS_IN_COLUMNS
from tests.make_cycle import make_source, photos_of
from tests.mass import examples
from tests.reports.shapes import SHAPES
from tests.strategies import cycles

some = settings(max_examples=examples(20), deadline=None, suppress_health_check=list(HealthCheck))


def rows_of(groups):
    return [(group.number, row) for group in groups for row in group.rows]


def check_plans(document):
    table, followup = document.plans.table, document.source.followup
    window = months_between(followup.start, followup.end)
    rows = rows_of(table.groups)
    assert [row.programme for _number, row in rows] == [plan.programme for plan in followup.plans]
    assert [group.number for group in table.groups] == list(range(1, len(followup.priorities) + 1))
    assert table.elements_head_rows is (MONTHS_BESIDE_ELEMENTS < len(window) <= MONTHS_IN_COLUMNS)
    for (_number, row), plan in zip(rows, followup.plans, strict=True):
        assert len(row.marks) == len(table.months) == table.columns - (3 if table.elements_head_rows else 4) or (
            table.months,
            table.columns,
        ) == ((), 5)
        assert sum(row.marks) == sum(month in window for month in plan.months) or not table.months
        assert row.months and row.responsible


def check_realisation(document):
    chapter, followup = document.realisation, document.source.followup
    rows = rows_of(chapter.groups)
    planned = rows_of(document.plans.table.groups)
    assert [(number, row.point) for number, row in rows] == [(number, row.point) for number, row in planned]
    assert [row.status_key for _number, row in rows] == [plan.realisation.status for plan in followup.plans]
    assert all(row.status and row.description and row.obstacle for _number, row in rows)
    assert [row.number for row in chapter.upkeep_rows] == list(range(1, len(followup.upkeep) + 1))
    assert (chapter.upkeep_head is None) is (not followup.upkeep)


def check_conclusion(document):
    chapter, plans = document.conclusion, document.source.followup.plans
    owed = [plan for plan in plans if plan.realisation.status in ("not_started", "in_progress")]
    assert [row.programme for row in chapter.rows] == [plan.programme for plan in owed]
    assert len({row.point for row in chapter.rows}) == len(owed)
    assert all(row.same_as in {"", *(each.point for each in chapter.rows)} - {row.point} for row in chapter.rows)
    assert (chapter.head is None) is (not owed)
    assert all(row.strategy and row.target and row.responsible for row in chapter.rows)
    assert bool(chapter.points) is bool(plans)
    assert all(len(point.items) != 1 for point in chapter.points)


def check_annex(document):
    figures = document.annex.figures
    assert [figure.number for figure in figures] == list(range(1, len(figures) + 1))
    assert len(figures) == len({photo.file for photo in photos_of(document.source)})
    anchors = {figure.anchor for figure in figures} | {group.anchor for group in document.annex.groups}
    realised = [row for _number, row in rows_of(document.realisation.groups)]
    proofs = [proof for row in (*realised, *document.realisation.upkeep_rows) for proof in row.proofs]
    assert {proof.anchor for proof in proofs} <= anchors
    assert all((proof.first in anchors and proof.last in anchors) or not proof.figures for proof in proofs)
    assert all(bool(proof.figures) is bool(proof.first) is bool(proof.last) for proof in proofs)


def check_scores(document):
    rows, scores = document.plans.results.rows, document.source.survey.scores
    assert [row.key for row in rows] == list(document.element_names)
    for row in rows:
        blank = {row.score_text, row.converted_text, row.grade, row.category} == {NONE}
        assert blank is (row.key not in scores)
        assert row.category.startswith(row.grade)
    assert NOT_FILLED_IN not in {row.score_text for row in rows}


CHECKS = [check_plans, check_realisation, check_conclusion, check_annex, check_scores]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
@pytest.mark.parametrize("check", CHECKS)
def test_every_shape_has_each_thing_in_its_place(check, shape):
    check(build(make_source(shape())))


@some
@given(cycle=cycles())
def test_any_cycle_has_each_thing_in_its_place(cycle):
    document = build(make_source(cycle))
    for check in CHECKS:
        check(document)
