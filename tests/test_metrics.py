"""Each figure of ``bin/metrics`` counts what it names, on houses that do not exist and on ours."""

import subprocess
from pathlib import Path

import pytest

from tests import metrics

ROOT = Path(__file__).parents[1]
TWO_FUNCTIONS = """def first():
    return 1


class Line:
    def second(self):
        x = 1

        return x
"""


def once(house):
    return [name for name, is_once in metrics.used_once(house) if is_once]


def test_lengths_of_modules_and_functions():
    house = {"reports/a.py": TWO_FUNCTIONS, "reports/__init__.py": ""}
    assert metrics.module_lengths(house) == [9]
    assert sorted(metrics.function_lengths(house)) == [2, 4]
    assert metrics.lines(house) == 9


@pytest.mark.parametrize(
    ("house", "found"),
    [
        ({"a/b.py": "def f(): ...\ndef g(): return f()"}, ["a/b.py:f"]),
        ({"a/b.py": "def f(): ...\ndef g(): return f() + f()"}, []),
        ({"a/b.py": "def f(): ...\ndef g(): return f()", "a/c.py": "from a.b import f"}, []),
        ({"a/b.py": "def f(): ...\ndef g(): return f()", "a/c.py": "from a import b\nb.f()"}, []),
        ({"a/b.py": "def f(): ...\ndef g(): return f()", "a/c.py": "def f(): ...\nf()"}, ["a/b.py:f", "a/c.py:f"]),
        ({"a/b.py": "def _f(): ...\nX = [_f]"}, ["a/b.py:_f"]),
    ],
)
def test_a_function_used_once_in_its_own_module_and_by_no_other(house, found):
    assert once(house) == found


@pytest.mark.parametrize(
    ("statement", "packed"),
    [
        ("a, b = f(), g()", True),
        ("a, b = [], f(1)", True),
        ("a, b = 1, 2", False),
        ("a, b = f()", False),
        ("a = b", False),
    ],
)
def test_packed_assignments(statement, packed):
    assert list(metrics.packed_assignments({"a/b.py": statement})) == (["a/b.py:1"] if packed else [])


def test_comprehensions_of_every_kind():
    text = "[x for x in y]\n{x for x in y}\n{x: 1 for x in y}\nsum(x for x in y)\nfor x in y: pass"
    assert metrics.comprehensions({"a/b.py": text}) == 4


def test_test_lines_fall_to_the_room_and_the_wing_they_lie_in():
    source = {"reports/views.py": "1\n2\n", "reports/words/prose.py": "1\n2\n"}
    tests = {"tests/reports/words/test_prose.py": "1\n2\n3\n", "tests/journeys/test_way.py": "1\n"}
    assert metrics.tested(source, tests) == {"reports": (4, 3), "reports/words": (2, 3)}


def test_a_circle_and_a_crowded_folder_are_told():
    house = {"reports/a.py": "import reports.b", "reports/b.py": "import reports.a"}
    crowd = {f"surveys/module{number}.py": "" for number in range(21)}
    told = "\n".join(metrics.figures({**house, **crowd}, {}))
    assert "reports.a → reports.b → reports.a" in told
    assert "surveys holds 21 modules" in told


def test_the_command_reads_the_checkout_that_it_is_given(tmp_path):
    for path in ("reports", "reports/migrations", "tests", "docs"):
        (tmp_path / path).mkdir()
        (tmp_path / path / "__init__.py").write_text("")
        (tmp_path / path / "one.py").write_text("X = 1\n")
    (tmp_path / "docs/__init__.py").unlink()
    told = subprocess.run(["bin/metrics", tmp_path], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "source lines            1 in 1 modules" in told
    assert "test lines              1\n" in told


def test_the_command_lists_places(tmp_path):
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/__init__.py").write_text("def f(): ...\na, b = f(), 1\n")
    told = subprocess.run(["bin/metrics", tmp_path, "--places"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "once   reports/__init__.py:f\npacked reports/__init__.py:2\n"


def test_a_folder_without_source_is_refused(tmp_path):
    ended = subprocess.run(["bin/metrics", tmp_path], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "No source lies in" in ended.stderr
