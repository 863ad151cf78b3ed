"""docs/cycle-format.md tells of every key and limit that the reader of a cycle file knows."""

import dataclasses
from pathlib import Path

import pytest

from reports.cycle import archive, model, parse_followup, shape
from tests.cases import in_one_test

DOC = (Path(__file__).parents[3] / "docs" / "cycle-format.md").read_text()
PARTS = [part for part in vars(model).values() if dataclasses.is_dataclass(part) and part.__module__ == model.__name__]
KEYS = {field.name for part in PARTS if part is not model.StoredPicture for field in dataclasses.fields(part)}


@in_one_test("word", sorted(KEYS | set(model.NARRATIVE_KEYS) | set(parse_followup.STATUSES)))
def test_it_names_every_key(word):
    assert any(form in DOC for form in (f"`{word}`", f"{word},", f"{word}}}"))


def test_it_does_not_name_what_is_no_key():
    assert "`nama`" not in DOC


@pytest.mark.parametrize(
    "limit",
    [
        f"{shape.LONGEST_LIST:,} entries",
        f"{archive.MOST_ENTRIES:,} entries",
        f"at most {archive.LARGEST_JSON // 2**20} MB",
        f"a photo over {archive.LARGEST_PHOTO // 2**20} MB",
        f"{archive.LARGEST_TOTAL // 2**30} GB in all",
        f"{archive.HIGHEST_RATIO} times",
        f"at most {parse_followup.LONGEST_FILE_NAME} printable characters",
        f"0–{parse_followup.LARGEST_MONTHS}",
    ],
)
def test_it_names_every_limit(limit):
    assert limit in DOC
