"""A document of the first number is brought to the second: tables, references, months, marks, headings."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from followups.months import Month
from reports.cycle.model import FieldworkData
from reports.document.build import build
from reports.document.frozen import FrozenDataError, thaw
from tests.cases import in_one_test
from tests.make_cycle import make_source
from tests.mass import examples
from tests.reports.document.documents import frozen
from tests.reports.document.test_upgrades import (
    FIRST_LOOK,
    as_second,
    plans_of,
    without_marks_in_chart,
    without_parts,
    without_services,
    without_summary,
)
from tests.reports.document.test_upgrades_of_places import as_printed_before
from tests.reports.document.test_upgrades_of_stated import NOTHING
from tests.reports.shapes import bare, mixed, young
from tests.strategies import ORIGIN, cycles


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
    document = without_summary(cycle)
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
    (section, *_rest) = thaw(as_first(without_summary(cycle))).introduction.sections
    assert [(block.kind, block.start, block.marks, block.depth) for block in section.blocks] == [
        ("p", 1, "", 0),
        ("ol", 3, "", 0),
    ]


@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(cycle=cycles())
def test_any_cycle_that_the_first_number_froze_is_what_it_would_be_today(cycle):
    cycle = without_services(cycle)
    period = f"{cycle.survey.span.year}-S2"
    unknown = {"basis": None, "profile": {}, "answers": {}, "fieldwork": FieldworkData()} | dict.fromkeys(ORIGIN, "")
    cycle = replace(cycle, survey=replace(cycle.survey, period=period, **unknown, **NOTHING))
    document = without_summary(cycle)
    assert thaw(as_first(document)) == document


def test_the_first_document_is_upgraded_to_the_rows_that_its_data_give_today():
    old = thaw(frozen(1))
    today = without_summary(old.source)
    assert old.plans.results.rows == today.plans.results.rows
    today = as_printed_before(today)
    assert old.realisation.upkeep_rows == today.realisation.upkeep_rows
    rows = [
        [replace(row, status=row.status.removesuffix(" (dalam proses)")) for row in group.rows]
        for group in today.realisation.groups
    ]
    assert [list(group.rows) for group in old.realisation.groups] == rows


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
    document = build(make_source(mixed(), has_summary=False, **FIRST_LOOK))
    unsigned = without_marks_in_chart(without_parts(document))
    assert thaw(as_first(unsigned)) == unsigned
