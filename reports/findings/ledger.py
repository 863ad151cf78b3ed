"""What the texts of a report mention, number by number and name by name, as it is told: at a console, on pages."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reports.findings.grouping import grouped
from reports.rules.finding import Place
from reports.rules.truth.reading import Mention, Reading, TruthVerdict

VERDICT_NAMES: dict[TruthVerdict, str] = {
    "wrong": "Bertentangan dengan data",
    "unknown": "Tidak dapat diperiksa portal",
    "right": "Sesuai data",
}
"""The gravest first."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """What the portal could not check: how much, and where (place, words, address where it is asked for)."""

    count: int
    spots: tuple[tuple[str, str, str], ...]

    @property
    def kept(self) -> dict[str, Any]:
        """As it is kept with a version, to be told to who signs it."""
        return {"count": self.count, "spots": [[place, words] for place, words, _address in self.spots]}

    @classmethod
    def of_version(cls, kept: dict[str, Any]) -> "Unchecked":
        return cls(kept["count"], tuple((place, words, "") for place, words in kept["spots"]))


def unchecked_in(reading: Reading, address_of: Callable[[Place], str] = lambda _: "") -> Unchecked:
    """The numbers, dates and names of which the data know nothing, by their place."""
    unknown = [each for each in reading.mentions if each.verdict == "unknown"]
    by_place = grouped(unknown, lambda each: each.place)
    spots = (
        (str(place), ", ".join(f"“{each.words}”" for each in mentions), address_of(place))
        for place, mentions in by_place.items()
    )
    return Unchecked(len(unknown), tuple(spots))


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
