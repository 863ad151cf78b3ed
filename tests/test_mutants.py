"""``bin/mutants`` makes each kind of fault, one at a time, and tells the seen from the unseen."""

import ast
import subprocess
from pathlib import Path

import pytest

from tests import mutants

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("sound", "faulty"),
    [
        ("a == b", ["a != b"]),
        ("a < b", ["a <= b"]),
        ("a not in b", ["a in b"]),
        ("a and b", ["a or b"]),
        ("not a", ["a"]),
        ("a + b", ["a - b"]),
        ("a = True", ["a = False"]),
        ("a = 1", ["a = 2"]),
        ("a(b)", ["pass"]),
        ("raise a", ["pass"]),
        ("a if b else c", ["a if not b else c"]),
        ("if a:\n    b = c", ["if not a:\n    b = c"]),
        ("def f():\n    return a", ["def f():\n    return None"]),
        ("a < b < c", []),
        ("'text'", []),
        ("dataclass(frozen=True)(a)", ["pass"]),
        ("a = b + 1", ["a = b - 1", "a = b + 2"]),
    ],
)
def test_each_kind_of_fault(sound, faulty):
    made = [mutants.made(*place, sound) for place in mutants.places("a.py", sound)]
    assert [mutant.text for mutant in made] == [ast.unparse(ast.parse(text)) for text in faulty]


def test_a_mutant_says_where_it_is_and_what_changed():
    text = "def f(a):\n    x = 0\n    return a == x\n"
    made = [mutants.made(*place, text) for place in mutants.places("surveys/a.py", text)]
    assert {(mutant.line, mutant.change) for mutant in made} == {
        (2, "0  →  1"),
        (3, "return a == x  →  return None"),
        (3, "a == x  →  a != x"),
    }


def test_a_module_is_asked_about_where_it_lies():
    assert mutants.tests_of("surveys/ikm.py") == ["tests/surveys/test_ikm.py", "tests/surveys"]
    assert mutants.tests_of("surveys/unknown/deep/a.py") == ["tests/surveys"]


@pytest.mark.prove
def test_the_command_tells_the_killed_from_the_survivors():
    command = ["bin/mutants", "surveys/ikm.py", "--count", "2", "--near"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    killed = ended.stdout.count("killed  ")
    assert killed + ended.stdout.count("SURVIVED") == 2
    assert f"{killed} of 2 mutants were killed" in ended.stdout
    assert ended.returncode == (0 if killed == 2 else 1)
