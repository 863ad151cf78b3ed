"""docs/rules.md says what the registry holds, and names what is prevented; it cannot fall behind."""

import re
from pathlib import Path

from reports.rules.registry import RULES
from tests.reports.rules.test_prevented import PREVENTED

DOCS = (Path(__file__).parents[3] / "docs" / "rules.md").read_text()


def row_of(rule):
    severity = f"{rule.severity} ({rule.with_examples})" if rule.with_examples else rule.severity
    return f"| {rule.id} | {severity} | {rule.since} | {rule.meaning} |"


def rows(heading):
    section = DOCS.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [line for line in section.splitlines() if re.match(r"\| [A-Z]\d", line)]


def test_every_rule_stands_there_as_it_is_and_nothing_else():
    assert sorted(rows("Data") + rows("Own texts")) == sorted(map(row_of, RULES))


def test_what_is_prevented_is_what_is_proven():
    told = [name for line in rows("Prevented") for name in re.split(r", ", line.split(" | ")[0].removeprefix("| "))]
    assert sorted(told) == sorted(PREVENTED)
