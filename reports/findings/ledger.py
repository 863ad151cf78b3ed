"""What the texts of a report mention, number by number and name by name, as it is told: to a program, at a console."""

import json

from reports.findings.grouping import grouped
from reports.rules.truth.reading import Mention, Reading, TruthVerdict

VERDICT_NAMES: dict[TruthVerdict, str] = {
    "wrong": "Bertentangan dengan data",
    "unknown": "Tidak dapat diperiksa portal",
    "right": "Sesuai data",
}
"""The gravest first."""


def ledger_as_json(reading: Reading) -> str:
    """Every mention in the order of the texts; ``value`` is what the data give where it is wrong."""
    rows = [
        {"place": str(each.place), "text": each.words, "verdict": each.verdict, "value": each.value}
        for each in reading.mentions
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def ledger_as_text(reading: Reading) -> str:
    """The mentions by verdict, with the place of each."""
    by_verdict = grouped(reading.mentions, lambda each: each.verdict)
    lines = []
    for verdict, name in VERDICT_NAMES.items():
        mentions = by_verdict.get(verdict, [])
        lines.append(f"{name}: {len(mentions)}")
        lines += [f"  {_told(each)}" for each in mentions]
    return "\n".join(lines)


def _told(mention: Mention) -> str:
    instead = f" (menurut data: {mention.value})" if mention.value else ""
    return f"{mention.place}: {mention.words}{instead}"
