"""From the sixteenth number to the seventeenth: open plans were counted, and charts had no list."""

from dataclasses import replace

from reports.document.build import build
from reports.document.frozen import thaw
from tests.make_cycle import make_source
from tests.reports.document.test_build import SIGNED
from tests.reports.document.test_upgrades_of_stated import as_seventeenth
from tests.reports.shapes import mixed, young


def as_sixteenth(document):
    """The document as it was frozen while Tabel 4.1 counted its rows; what that cannot hold is lost."""
    data = as_seventeenth(document) | {"schema": 16}
    del data["charts"]
    realisation, conclusion, summary = data["realisation"], data["conclusion"], data["summary"]
    trend = realisation["evaluation"]["trend"]
    for chart in filter(None, (data["plans"]["results"]["chart"], trend and trend["chart"])):
        chart["title"] = f"{chart.pop('label')} {chart['title']}"
    for row in [row for group in realisation["groups"] for row in group["rows"]] + realisation["upkeep_rows"]:
        del row["evidence"]
    numbers = {"": 0} | {row["point"]: number for number, row in enumerate(conclusion["rows"], start=1)}
    for row in [*conclusion["rows"], *(summary["owed"] if summary else ())]:
        row["number"] = numbers[row.pop("point")]
        if "same_as" in row:
            row["same_as"] = numbers[row["same_as"]]
    return data


def as_printed_before(document):
    """The same document without what no release before the seventeenth number printed."""
    chapter = document.realisation
    groups = tuple(replace(group, rows=_with_dashes(group.rows)) for group in chapter.groups)
    realisation = replace(chapter, groups=groups, upkeep_rows=_with_dashes(chapter.upkeep_rows))
    return replace(document, charts=(), realisation=realisation)


def _with_dashes(rows):
    return tuple(replace(row, evidence="" if row.proofs else "–") for row in rows)


def test_a_document_of_the_sixteenth_number_points_at_its_open_plans():
    document = build(make_source(mixed(), signing=SIGNED))
    assert [row.point for row in document.conclusion.rows] == ["1 b", "2 b"]
    assert [row.point for row in document.summary.owed] == ["1 b", "2 b"]
    assert document.charts and document != as_printed_before(document)
    assert thaw(as_sixteenth(document)) == as_printed_before(document)


def test_a_document_of_the_sixteenth_number_without_scores_and_plans_has_neither_charts_nor_places():
    document = build(make_source(young()))
    assert (document.charts, document.summary, document.conclusion.rows) == ((), None, ())
    assert thaw(as_sixteenth(document)) == as_printed_before(document)
