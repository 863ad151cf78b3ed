"""The tables of docs/rules.md, from the registry: ``python -m tests.reports.rules.printed_docs`` writes them."""

import re
from pathlib import Path

from reports.rules.finding import SEVERITIES
from reports.rules.registry import RULES
from reports.rules.truth import rules as truth
from tests.reports.rules.rule_examples import hit_by, let_go_by

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"
HEADINGS = {"Data": False, "Own texts": True}
HEAD = "| id | severity | from | meaning | hit | let go |\n| --- | --- | --- | --- | --- | --- |\n"


def row_of(rule):
    severity = f"{rule.severity} ({rule.with_examples})" if rule.with_examples else rule.severity
    examples = (hit_by(rule), let_go_by(rule))
    hit, let_go = (" ".join(text.split()).replace("|", "\\|") or "–" for text in examples)
    return f"| {rule.id} | {severity} | {rule.since} | {rule.meaning} | {hit} | {let_go} |"


def table(heading):
    """The rules of data or of texts, the gravest first, by their ids."""
    rules = [rule for rule in RULES if (rule in truth.RULES) is HEADINGS[heading]]
    rules.sort(key=lambda rule: (SEVERITIES.index(rule.severity), rule.id[0], int(rule.id[1:])))
    return HEAD + "\n".join(map(row_of, rules)) + "\n"


def printed(page):
    """The page with its tables as the registry has them now."""
    for heading in HEADINGS:
        before, _, rest = page.partition(f"\n## {heading}\n")
        old = re.search(r"\| id \|.*\n(\|.*\n)+", rest)
        page = f"{before}\n## {heading}\n{rest.replace(old[0], table(heading), 1)}"
    return page


if __name__ == "__main__":
    PAGE.write_text(printed(PAGE.read_text()))
