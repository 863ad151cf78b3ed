"""How much of a batch of trial texts is found, how many right ones are accused.

``python -m tests.truth.measure BATCH``; with ``--missed`` or ``--accused`` the texts in question follow.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from tests.truth.offices_of import OFFICES, names_value, new_faults


def outcomes(batch, offices=OFFICES):
    """Each trial with what is new of it; a wrong one with whether it is found and its value named."""
    for trial in json.loads(Path(batch).read_text(encoding="utf-8")):
        faults = new_faults(offices, trial)
        hit = any(names_value(message, trial["value"]) for _id, _place, message in faults)
        yield trial, faults, hit and not trial["right"]


def table(results):
    """Lines of recall and false alarms, kind by kind, and in all."""
    wrong = Counter(trial["kind"] for trial, _f, _h in results if not trial["right"])
    found = Counter(trial["kind"] for trial, _f, hit in results if hit)
    right = Counter(trial["kind"] for trial, _f, _h in results if trial["right"])
    accused = Counter(trial["kind"] for trial, faults, _h in results if trial["right"] and faults)
    for kind in sorted(wrong | right):
        yield kind, found[kind], wrong[kind], accused[kind], right[kind]
    yield "in all", found.total(), wrong.total(), accused.total(), right.total()


def main(arguments):
    batch = next(Path(each) for each in arguments if not each.startswith("--"))
    offices = batch.parent / "offices" if (batch.parent / "offices").exists() else OFFICES
    results = list(outcomes(batch, offices))
    for kind, found, wrong, accused, right in table(results):
        share = f"{100 * found / wrong:5.1f}%" if wrong else "     –"
        print(f"{kind:24} found {found:3}/{wrong:3} {share}   accused {accused:3}/{right:3}")
    for trial, faults, hit in results:
        missed = not trial["right"] and not hit and "--missed" in arguments
        if missed or (trial["right"] and faults and "--accused" in arguments):
            print("\n", trial["id"], trial["office"], trial["kind"], trial["place"], "→", trial["value"])
            print("  ", trial["text"])
            for id, place, message in sorted(faults):
                print(f"    {id} {place}: {message}")


if __name__ == "__main__":
    main(sys.argv[1:])
