"""The real case as this repository tells it (tests/data): it keeps the facts, and none of the sentences."""

import json
import re

import pytest

from tests.reports.cycle.files import DATA, REFERENCE

TEXTS = {"description", "obstacle", "reason", "strategy", "note", "activity"}


def texts_of(value, key=None):
    """Every re-told sentence of a cycle file, in order."""
    if isinstance(value, dict):
        return [text for name, part in value.items() for text in texts_of(part, name)]
    if isinstance(value, list):
        return [text for part in value for text in texts_of(part)]
    return [value] if key in TEXTS and value else []


def facts_of(value, key=None):
    """A cycle file with each re-told text reduced to whether it is there."""
    if isinstance(value, dict):
        return {name: facts_of(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [facts_of(part) for part in value]
    return value is None if key in TEXTS else value


def runs(text, length=7):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


@pytest.fixture
def retold():
    return json.loads((DATA / "ngawi-2025-s1.cycle.json").read_text(encoding="utf-8"))


@pytest.fixture
def reference():
    if not REFERENCE.is_file():
        pytest.skip("the reference case does not lie beside this checkout")
    return json.loads(REFERENCE.read_text(encoding="utf-8"))


def test_the_case_keeps_the_facts(retold, reference):
    assert facts_of(retold) == facts_of(reference)


def test_the_case_tells_them_in_its_own_words(retold, reference):
    theirs = set().union(*map(runs, texts_of(reference)))
    names = {run for plan in programmes(retold) for run in runs(plan)}
    assert {run for text in texts_of(retold) for run in runs(text)} & (theirs - names) == set()


def programmes(cycle):
    return [plan["programme"] for priority in cycle["followup"]["priorities"] for plan in priority["plans"]]


def test_its_sentences_are_whole_and_spelled_as_the_dictionary_has_them(retold):
    told = texts_of(retold)
    assert len(told) == 2 * 10 + 2 * 3 + 7 + 2 * 3
    assert [text for text in told if not text.endswith(".") or "  " in text] == []
    assert [text for text in told if re.search(r"realistik|persub|standart|respon\b", text)] == []
