"""docs/rules.md says what the registry holds, and names what is prevented; it cannot fall behind."""

import re

from tests.reports.rules.printed_docs import PAGE, printed
from tests.reports.rules.test_prevented import PREVENTED

DOCS = PAGE.read_text()


def test_every_rule_stands_there_as_the_registry_has_it():
    assert printed(DOCS) == DOCS, "python -m tests.reports.rules.printed_docs"


def test_what_is_prevented_is_what_is_proven():
    told = [
        name
        for line in DOCS.split("\n## Prevented\n")[1].splitlines()
        if re.match(r"\| [A-Z]\d", line)
        for name in re.split(r", ", line.split(" | ")[0].removeprefix("| "))
    ]
    assert sorted(told) == sorted(PREVENTED)
