"""Keeps what is read of the trial texts by now: ``python -m tests.truth.hold`` writes held.json and README.md."""

import json
import re
from pathlib import Path

from tests.truth.offices_of import OFFICES, names_value, new_faults

BATCHES = Path(__file__).parent / "batches"
FILE = Path(__file__).parent / "held.json"
README = Path(__file__).parent / "README.md"
ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
HELD = json.loads(FILE.read_text()) if FILE.exists() else {}


def outcome(trial):
    """``missed``, ``accused``, or nothing where it is as it should be."""
    faults = new_faults(OFFICES, trial)
    if trial["right"]:
        return "accused" if faults else ""
    return "" if any(names_value(message, trial["value"]) for _id, _place, message in faults) else "missed"


def row(batch, trials):
    """The line of the README's second table."""
    wrong = sum(not trial["right"] for trial in trials)
    found = wrong - len(HELD[batch]["missed"])
    share = f"{100 * found / wrong:.1f}".replace(".", ",")
    return f"| {batch}-writer | {wrong} | {found} ({share}%) | {len(trials) - wrong} | {len(HELD[batch]['accused'])} |"


def main():
    lines = []
    for batch in ORDER:
        path = BATCHES / f"{batch}-writer.json"
        if path.exists():
            trials = json.loads(path.read_text(encoding="utf-8"))
            told = {trial["id"]: outcome(trial) for trial in trials}
            HELD[batch] = {kind: [key for key, each in told.items() if each == kind] for kind in ("missed", "accused")}
            lines.append(row(batch, trials))
            print(lines[-1], flush=True)
    FILE.write_text(json.dumps(HELD, indent=1) + "\n")
    page = README.read_text()
    head, _, rest = page.partition("## What is read by now")
    rest = re.sub(r"(\| --- \|.*\n)(?:\|.*\n?)+", lambda match: match[1] + "\n".join(lines) + "\n", rest)
    README.write_text(f"{head}## What is read by now{rest}")


if __name__ == "__main__":
    main()
