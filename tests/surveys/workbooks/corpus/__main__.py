"""Write the corpus, into tests/data/scores/: ``python -m tests.surveys.workbooks.corpus [FOLDER]``."""

import json
import sys
from pathlib import Path

from tests.surveys.workbooks.corpus import by_hand, locked, nine, sixteen, values, words, wrong
from tests.surveys.workbooks.corpus.case import dated

FOLDER = Path(__file__).parents[3] / "data" / "scores"
INDEX = FOLDER / "expected.json"
DATED = ("bom", "kata-sandi-zip-ods")
"""Cases that cannot be packed anew; they have their date already."""


def all_cases():
    return [case for module in (nine, by_hand, sixteen, words, values, wrong, locked) for case in module.cases()]


def written():
    """File name to bytes, and what each case expects, as JSON."""
    files = {}
    index = []
    for case in all_cases():
        for name, content in case.files.items():
            whole = content.startswith(b"PK") and content.count(b"PK\x05\x06")
            files[name] = dated(content) if whole and case.name not in DATED else content
        index.append(
            {
                "name": case.name,
                "files": [f"{case.services[name]}={name}" if name in case.services else name for name in case.files],
                "arguments": list(case.arguments),
                "expected": case.expected,
            }
        )
    return files, json.dumps(index, ensure_ascii=False, indent=1) + "\n"


def main(folder=FOLDER):
    files, index = written()
    for old in folder.iterdir():
        if old.name not in files:
            old.unlink()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    (folder / INDEX.name).write_text(index, encoding="utf-8")
    print(f"{len(files)} files, {len(json.loads(index))} cases")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
