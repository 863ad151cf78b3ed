"""The real case: as it was printed it raises its faults by id; corrected it raises nothing that must be acted on."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from reports.cycle.parse import parse_cycle
from reports.cycle.parse_scores import InstrumentKeys
from reports.document.source import Signing
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from tests.make_cycle import ELEMENT_KEYS, make_instrument, make_source
from tests.reports.issued import NOTHING_FOR_THE_PEN
from tests.reports.rules.clean import all_of
from tests.reports.rules.test_claims import REFERENCE, printed_case, printed_texts
from tests.reports.rules.test_prevented import PREVENTED

CORRECTED = Path(__file__).parents[2] / "data" / "ngawi-corrected.cycle.json"
PRINTED_ADDRESS = "JI. Untung Suropati No.48, Sumberejo, Central Karang, Kec. Ngawi, Kabupaten Ngawi, Jawa Timur"
FOUND = {
    *("N2", "N3", "N6", "N7", "N8", "N9"),
    *("M1", "M2", "M3", "M5", "M6", "M7", "M8", "M9", "M11", "M14", "M15", "M16", "M17"),
    *("T1", "T5", "T8", "T9"),
    *("S2", "S3", "S4", "S5", "S8", "S9", "S13", "S14"),
    *("F6", "F16", "F17"),
}
DROPPED = {"M13", "S6", "S7", "T4"}
NO_FAULT_OF_DATA = {
    "S1": "work that is told as done without a word of its state is for a reader to see",
    "T3": "what was late when it was reported has its reason, strategy and target, and can be mended no more",
    "T7": "a sentence that is unclear; there is nothing to compare it with",
    "S12": "that an activity is another than its plan is for a reader to see; that there is no plan at all is S13",
}

with_reference = pytest.mark.skipif(
    not REFERENCE.exists(), reason="the reference case of Ngawi does not lie beside the checkout"
)


@pytest.fixture(scope="module")
def found():
    case = printed_case()
    printed = replace(case, office=replace(case.office, address=PRINTED_ADDRESS), narrative=printed_texts())
    at = datetime(2026, 1, 31, 9, tzinfo=UTC)
    signing = Signing(
        "by_hand",
        1,
        "",
        date(2026, 1, 31),
        "kode",
        at,
        "https://skm.example.go.id/x",
        demo=False,
        **NOTHING_FOR_THE_PEN,
    )
    return all_of(case_of(make_source(printed, signing=signing)))


@with_reference
@pytest.mark.parametrize("fault", sorted(FOUND))
def test_the_printed_report_raises_its_faults_by_id(found, fault):
    assert fault in {finding.id for finding in found}


@with_reference
def test_every_fault_of_the_list_is_found_prevented_or_let_go_with_a_reason():
    listed = set(re.findall(r"^\| ([NMTSF]\d+) \|", (REFERENCE / "faults.md").read_text(), re.MULTILINE))
    assert listed == FOUND | set(PREVENTED) | DROPPED | set(NO_FAULT_OF_DATA)


@with_reference
def test_its_spelling_is_told(found):
    told = " ".join(finding.message for finding in found if finding.id == "K34")
    for word in ("realistik", "respon", "kehadirat", "perundangan", "persubbagian", "antar unsur"):
        assert f"“{word}”" in told


@with_reference
def test_the_case_as_a_cycle_file_can_be_signed_once_its_warnings_are_answered():
    findings = findings_of(case_of(make_source(printed_case())))
    assert {finding.severity for finding in findings} == {"warn", "info"}


def corrected():
    keys = {make_instrument().key: InstrumentKeys(ELEMENT_KEYS, tuple("ABCD"))}
    return parse_cycle(CORRECTED.read_bytes(), keys)


def test_the_corrected_case_raises_no_block_and_no_warning():
    assert [f for f in findings_of(case_of(make_source(corrected()))) if f.severity != "info"] == []


@pytest.mark.parametrize("rule", ["N2", "S5", "S13", "T5"])
def test_it_was_corrected_where_the_example_warns(rule):
    keys = {make_instrument().key: InstrumentKeys(ELEMENT_KEYS, tuple("ABCD"))}
    example = CORRECTED.with_name("ngawi-2025-s1.cycle.json")
    findings = findings_of(case_of(make_source(parse_cycle(example.read_bytes(), keys))))
    assert rule in {finding.id for finding in findings}
    assert "block" not in {finding.severity for finding in findings}
