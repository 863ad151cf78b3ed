"""docs/rules.md says what the registry holds, and names what is prevented; it cannot fall behind."""

import re

from reports.rules.registry import RULES
from reports.rules.truth import rules as of_texts
from tests.cases import in_one_test
from tests.reports.rules.printed_docs import PAGE, printed
from tests.reports.rules.rule_examples import NEAR, RIGHT, hit_by
from tests.reports.rules.test_mutated_data import OF_MORE_THAN_A_CYCLE
from tests.reports.rules.test_near_misses import OF_SOURCES, SILENT
from tests.reports.rules.test_prevented import PREVENTED
from tests.reports.rules.worlds import claims

OF_WHOLE_SECTIONS = {"S3", "S4", "K58", "K81", "K85", "K87", "K93"}
"""What is judged by a section of many sentences, or takes an earlier survey or a report's number."""
OF_TESTS = {"a lost file of no photo of this report", "a day of the year 2000", "an index as it is computed"}
"""What has a test of its own in test_near_misses.py."""
DOCS = PAGE.read_text()


def test_every_rule_stands_there_as_the_registry_has_it():
    assert printed(DOCS) == DOCS, "python -m tests.reports.rules.printed_docs"


@in_one_test(("rule", "sentence"), RIGHT.items())
def test_the_sentence_that_is_let_go_raises_nothing(rule, sentence):
    assert not claims(sentence)


def test_every_rule_of_texts_has_its_two_sentences_and_what_is_near_a_rule_of_data_is_proven():
    assert {rule.id for rule in of_texts.RULES if not hit_by(rule)} == OF_WHOLE_SECTIONS
    assert {rule.id for rule in of_texts.RULES} - OF_WHOLE_SECTIONS <= RIGHT.keys()
    silent = {rule.id for rule in RULES if rule not in of_texts.RULES and not hit_by(rule)}
    assert silent == OF_MORE_THAN_A_CYCLE
    assert set(NEAR.values()) <= SILENT.keys() | OF_SOURCES.keys() | OF_TESTS


def test_a_section_that_tells_of_every_priority_leaves_none_out():
    told = RIGHT["S3"].replace(". ", ".\n\n")
    rules = [{claim.rule for claim in claims(text, key="3.1")} for text in (told, told.rpartition("\n\n")[0])]
    assert ["S3" in each for each in rules] == [False, True]


def test_what_is_prevented_is_what_is_proven():
    told = [
        name
        for line in DOCS.split("\n## Prevented\n")[1].splitlines()
        if re.match(r"\| [A-Z]\d", line)
        for name in re.split(r", ", line.split(" | ")[0].removeprefix("| "))
    ]
    assert sorted(told) == sorted(PREVENTED)
