"""Office texts as a whole: what the portal writes raises nothing, an old period's text does; and the real case."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from time import process_time

import pytest

from followups.months import Month
from reports.cycle.parse import parse_cycle
from reports.cycle.parse_scores import InstrumentKeys
from reports.document.earlier import EarlierPeriod
from reports.document.facts import facts_of
from reports.document.sections import SECTIONS, section
from reports.document.standard import standard_text
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from reports.rules.truth.reader import truth_reader
from reports.rules.truth.rules import RULES
from tests.cases import in_one_test
from tests.make_cycle import ELEMENT_KEYS, make_instrument, make_source
from tests.reports.rules.worlds import WORLDS, claims, claims_by, kpu
from tests.reports.shapes import SHAPES

REFERENCE = Path(__file__).parents[4] / "shared" / "reference"


def as_typed(blocks):
    """Blocks as somebody would type them: the standard text with its values, copied from the page."""
    marks = {"p": "", "ul": "- ", "ol": "1. "}
    lines = [[marks[b.kind] + "".join(run.text for run in line) for line in b.lines] for b in blocks]
    return "\n\n".join("\n".join(block) for block in lines)


def facts(cycle):
    return facts_of(make_source(replace(cycle, narrative={})))


def copied(cycle):
    """Every standard text of a cycle as an own text."""
    known = facts(cycle)
    return {key: as_typed(section(key, known).blocks) for key in SECTIONS}


def told(cycle, texts):
    reader = truth_reader(facts(cycle), ())
    return {(key, claim.rule) for key, text in texts.items() for claim in claims_by(reader, key, text)}


@in_one_test("shape", {**SHAPES, **WORLDS}.values())
def test_the_standard_texts_copied_as_own_ones_raise_nothing(shape):
    assert told(shape(), copied(shape())) == set()


@in_one_test("shape", {**SHAPES, **WORLDS}.values())
def test_the_standard_texts_with_their_placeholders_raise_nothing(shape):
    cycle = shape()
    assert told(cycle, {key: standard_text(key, facts(cycle)) for key in SECTIONS}) == set()


def next_period():
    """The office's next survey: another index, other months, the same plans all open."""
    cycle = kpu()
    survey = replace(
        cycle.survey,
        period="2025-S2",
        declared_index=None,
        scores=dict.fromkeys(ELEMENT_KEYS, Decimal("3.60")) | {"biaya": Decimal("3.10")},
        start=None,
        end=None,
        respondents=240,
        report_date=None,
    )
    window = {"start": Month(2026, 1), "end": Month(2026, 6), "report_month": Month(2026, 7)}
    return replace(cycle, survey=survey, followup=replace(cycle.followup, **window))


def test_what_still_speaks_of_the_last_period_is_found():
    found = told(next_period(), copied(kpu()))
    assert {rule for _key, rule in found} >= {"K40", "K41", "K42", "K44", "K51", "K53", "K55"}
    about_the_period = {key for key, text in copied(kpu()).items() if "Semester I Tahun 2025" in text}
    assert {key for key, rule in found if rule == "K51"} == about_the_period


def test_with_placeholders_the_same_texts_speak_of_the_new_period():
    assert told(next_period(), {key: standard_text(key, facts(kpu())) for key in SECTIONS}) == set()


def test_a_claim_is_found_amid_marks_lists_and_line_ends():
    text = "Hasil.\n\n1. IKM **86,50** *naik*.\n2. Unsur\nWaktu\N{NO-BREAK SPACE}Pelayanan."
    found = [(claim.rule, text[claim.start : claim.end]) for claim in claims(text)]
    assert found == [("K40", "86,50"), ("M1", "Waktu\N{NO-BREAK SPACE}Pelayanan")]


def test_what_a_placeholder_gives_is_never_spoken_against():
    assert claims("Realisasi 3 dari {{ jumlah_rtl }} RTL, IKM {{ nilai_waktu }} dan {{ ikm }}.") == ()
    (claim,) = claims("Sebanyak {{ jumlah_rtl_selesai }} dari 12 RTL telah dilaksanakan.")
    assert (claim.rule, claim.words) == ("K46", "12")


def test_a_claim_becomes_a_finding_at_its_section():
    case = case_of(make_source(replace(kpu(), narrative={"1.1": "IKM sebesar 86,50."})))
    finding = next(finding for finding in findings_of(case) if finding.id == "K40")
    assert str(finding.place) == "Teks laporan, 1.1 Latar Belakang"
    assert (finding.severity, finding.suggestion) == ("warn", "{{ ikm }}")
    assert "87,36" in finding.message


def test_a_reason_given_for_one_claim_does_not_cover_another():
    def subject(text):
        case = case_of(make_source(replace(kpu(), narrative={"1.1": text})))
        return next(finding.subject for finding in findings_of(case) if finding.id == "K40")

    assert subject("IKM sebesar 86,50.") == subject("Seperti kita tahu, IKM sebesar 86,50 saja.")
    assert subject("IKM sebesar 86,50.") != subject("IKM sebesar 86,60.")


def test_the_earlier_period_is_told_by_its_own_figures():
    reader = truth_reader(facts(kpu()), (EarlierPeriod("2024-S2", "Semester II Tahun 2024", Decimal("85.10"), {}, ()),))
    said = "IKM naik dari 85,10 pada Semester II Tahun 2024 menjadi 87,36."
    assert claims_by(reader, "1.1", said) == ()
    assert [claim.rule for claim in claims_by(reader, "1.1", "Kualitas pelayanan telah meningkat.")] == ["N9"]
    assert [claim.rule for claim in claims_by(truth_reader(facts(kpu()), ()), "1.1", said)] == ["N9"]


def test_hostile_texts_are_read_in_good_time():
    for text in ("unsur " * 3000, "7 dari " * 2500, "RTL yaitu " * 2000, "( " * 9000, "a, " * 6000, "IKM 8,8" * 2500):
        start = process_time()
        claims(text)
        assert process_time() - start < 5


def printed_texts():
    printed = json.loads((REFERENCE / "ngawi-2025-s1.json").read_text())
    sections, conclusion = printed["sections"], printed["conclusion"]

    def paragraphs(key, field="paragraphs"):
        return [part["text"] if isinstance(part, dict) else part for part in sections[key].get(field, [])]

    def numbered(rows):
        return "\n".join(f"{row['no']}. {row.get('heading') or ''} {row['text']}" for row in rows)

    texts = {key: paragraphs(key) for key in SECTIONS if key in sections}
    texts |= {
        "3": paragraphs("bab_3"),
        "4": paragraphs("bab_4"),
        "4.penutup": paragraphs("bab_4", "closing_paragraphs"),
    }
    for key, rows in (("1.2", "legal_bases"), ("1.3", "purposes"), ("1.4", "scope")):
        texts[key] = [*texts[key], numbered(printed[rows])]
    points = [point["text"] for point in conclusion["points"]]
    reasons = "\n".join(f"- {row['rtl']}: {row['reason']}" for row in conclusion["open_reasons"])
    texts["4"] += [*points[:3], reasons, *points[3:]]
    return {key: "\n\n".join(parts) for key, parts in texts.items()}


def printed_case():
    keys = {make_instrument().key: InstrumentKeys(ELEMENT_KEYS, tuple("ABCD"))}
    return parse_cycle((REFERENCE / "ngawi-2025-s1.cycle.json").read_bytes(), keys)


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference case of Ngawi does not lie beside the checkout")
def test_the_printed_texts_of_the_real_case_raise_their_faults_by_id():
    found = told(printed_case(), printed_texts())
    expected = {
        ("1.1", "M1"),
        ("1.4", "M1"),
        ("2.2", "M1"),
        ("2.2", "M2"),
        ("2.3", "M2"),
        ("3.1", "M2"),
        ("1.4", "M3"),
        ("3.1", "M5"),
        ("4", "M6"),
        ("4", "M7"),
        ("4", "M8"),
        ("4", "M9"),
        ("4", "K57"),
        ("1.2", "M15"),
        ("1.1", "M16"),
        ("1.1", "M17"),
        ("1.4", "M17"),
        *((key, "N9") for key in ("2.1", "4", "4.penutup")),
        ("3.1", "S2"),
        ("3.1", "S3"),
        *((key, "S4") for key in ("2.3", "3.1")),
        ("1.4", "K58"),
        *((key, "T1") for key in ("2.3", "2.4", "3")),
    }
    assert expected <= found
    assert not {rule for _key, rule in found} & {"K40", "K41", "K42", "K45", "K46", "K47", "K51", "K52", "K53"}


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference case of Ngawi does not lie beside the checkout")
def test_fifteen_thousand_characters_are_read_within_a_tenth_of_a_second():
    reader, texts = truth_reader(facts(printed_case()), ()), printed_texts()
    best = 1.0
    for _ in range(5):
        start = process_time()
        for key, text in texts.items():
            claims_by(reader, key, text)
        best = min(best, process_time() - start)
    assert best < 0.1 * sum(map(len, texts.values())) / 15_000


def test_every_rule_has_an_id_of_its_own_and_a_sentence():
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.meaning.startswith("Teks ") and rule.meaning.endswith(".") for rule in RULES)
