"""docs/security.md promises nothing without a test, names only tests that exist, and answers all of ASVS level 2."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "security.md").read_text("utf-8")
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
ANSWERS = {"held", "library", "operator", "partly", "not met", "none"}
LEVEL_2 = {
    1: (2, 9, 11, 3, 2),
    2: (3, 3, 4, 1),
    3: (0, 2, 4, 6, 5, 0, 2),
    4: (3, 1, 2, 4),
    5: (1, 3, 2, 3),
    6: (3, 12, 4, 4, 5, 3, 0, 4),
    7: (3, 4, 2, 5, 2, 2),
    8: (2, 3, 1, 1),
    9: (3, 4),
    10: (2, 2, 4, 11, 5, 2, 3),
    11: (2, 3, 3, 4, 1, 1),
    12: (3, 2, 4),
    13: (1, 5, 2, 5),
    14: (2, 4, 3),
    15: (3, 3, 7),
    16: (1, 5, 4, 3, 3),
    17: (1, 4, 2),
}
"""Chapter to the number of requirements of levels 1 and 2 in each section; those of level 3 follow them."""


def required():
    return [
        f"V{chapter}.{section}.{number}"
        for chapter, sections in LEVEL_2.items()
        for section, most in enumerate(sections, 1)
        for number in range(1, most + 1)
    ]


def numbers(cell):
    """``V1.2.6–8, V1.3.4`` as single numbers."""
    for part in cell.split(", "):
        whole = re.fullmatch(r"(V\d+\.\d+\.)(\d+)(?:–(\d+))?", part)
        assert whole, part
        first, last = int(whole[2]), int(whole[3] or whole[2])
        assert first < last or not whole[3], part
        yield from (f"{whole[1]}{number}" for number in range(first, last + 1))


def cells(row):
    return [cell.strip() for cell in row.strip("|").split(" | ")]


def asvs():
    return [cells(row) for row in DOCUMENT.splitlines() if re.match(r"\| V\d", row)]


@cache
def functions(file):
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def is_there(file, test):
    return (ROOT / file).is_file() and (not test or (test.startswith("test_") and test in functions(file)))


def promises():
    """The rows of every table of promises: a promise, and what holds it."""
    for table in re.findall(r"\| promise \| held by \|\n\| --- \| --- \|\n((?:\|.*\n)+)", DOCUMENT):
        yield from table.splitlines()


def test_every_test_that_is_named_is_there():
    named = NAMED.findall(DOCUMENT)
    assert [each for each in named if not is_there(*each)] == []
    assert len(named) > 150


@pytest.mark.parametrize(
    "each", [("tests/nowhere.py", ""), ("tests/test_audit.py", "test_nothing"), ("tests/conftest.py", "people")]
)
def test_a_test_that_is_nowhere_would_be_noticed(each):
    assert not is_there(*each)


def test_every_promise_names_what_holds_it():
    rows = list(promises())
    assert [row for row in rows if not NAMED.search(row)] == []
    assert len(rows) >= 60


def test_no_promise_stands_twice():
    said = [cells(row)[0] for row in promises()]
    assert sorted(said) == sorted(set(said))


def test_every_requirement_of_level_2_is_answered_once():
    assert len(required()) == 253
    answered = [number for row in asvs() for number in numbers(row[0])]
    assert sorted(answered) == sorted(required())


def test_an_answer_is_one_of_the_known_and_held_names_its_test():
    for row in asvs():
        assert len(row) == 4, row
        assert row[2] in ANSWERS, row
        assert row[2] != "held" or NAMED.search(row[3]), row
        assert row[3], row
