"""All texts of a report read against its data, as a ratio to building its document; and by 15,000 characters.

Run with ``python -m benchmarks.texts``; exit status 1 if a *must* is missed. The texts are trial texts of six offices,
right and wrong ones, each of its own office, so that nothing is read twice.
"""

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

MUST_SECONDS, MUST_RATIO = 0.1, 8.0
CHARACTERS = 15_000
ROUNDS = 5
TRIALS = Path(__file__).parents[1] / "tests" / "truth"


def main() -> int:
    os.environ.setdefault("DEBUG", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skm_portal.settings")
    import django

    django.setup()
    from reports.document.build import build_from
    from reports.rules.truth.reader import read_truth

    case_with: Any = import_module("tests.truth.offices_of").case_with

    trials = json.loads((TRIALS / "batches" / "third-writer.json").read_text(encoding="utf-8"))
    offices = sorted({trial["office"] for trial in trials})
    characters, reading, building = 0, 0.0, 0.0
    for office in offices:
        own = [trial["text"] for trial in trials if trial["office"] == office]
        texts = [(f"narrative.{key}", "\n\n".join(own[at::4])) for at, key in enumerate(("1.1", "2.1", "3.1", "4"))]
        cases = [case_with(TRIALS / "offices", office, texts) for _ in range(ROUNDS)]
        characters += sum(len(text.text) for text in cases[0].texts)
        reading += _best([partial(read_truth, case) for case in cases])
        building += _best([partial(build_from, case.facts) for case in cases])
    seconds = reading / characters * CHARACTERS
    ratio = reading / building
    print(f"{characters} characters of {len(offices)} offices: {seconds * 1000:.0f} ms by {CHARACTERS}", end=" ")
    print(f"(must be below {MUST_SECONDS * 1000:.0f}), {ratio:.2f} of building (must be below {MUST_RATIO})")
    return 1 if seconds >= MUST_SECONDS or ratio >= MUST_RATIO else 0


def _best(works: list[Callable[[], object]]) -> float:
    times = []
    for work in works:
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
