"""``bin/mutants`` makes each kind of fault, one at a time, and tells the seen from the unseen."""

import ast
import subprocess
from pathlib import Path

import pytest

from tests import mutants, reached

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
        ("def f():\n    return None", []),
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


@pytest.mark.parametrize(
    ("text", "change", "lines"),
    [
        ("x = 0\ny = f(\n    a,\n    b == c,\n)\n", "b == c  →  b != c", (2, 5)),
        ("if (\n    a\n    and b\n):\n    c\n    d\n", "a and b  →  a or b", (1, 4)),
        ("def f(a=True):\n    return\n", "True  →  False", (1, 1)),
    ],
)
def test_a_mutant_knows_the_lines_of_its_statement(text, change, lines):
    [mutant] = [
        mutant for place in mutants.places("a.py", text) if (mutant := mutants.made(*place, text)).change == change
    ]
    assert (mutant.first, mutant.last) == lines


@pytest.mark.parametrize(
    ("path", "more", "near", "asked"),
    [
        ("surveys/ikm.py", [], False, ["tests/surveys/test_ikm.py", "tests/surveys"]),
        ("surveys/ikm.py", ["more.py"], True, ["tests/surveys/test_ikm.py", "more.py"]),
        ("surveys/unknown.py", ["more.py"], True, ["more.py"]),
        ("surveys/unknown.py", [], True, ["tests/surveys"]),
    ],
)
def test_near_a_module_no_folder_is_asked_but_where_there_is_nothing_else(path, more, near, asked):
    assert mutants.asked_about(path, more, near=near) == asked


REACHED = {
    "tests/surveys/test_a.py::test_one": {"seconds": 1, "lines": {"surveys/a.py": [1, 2]}},
    "tests/surveys/test_a.py::test_two": {"seconds": 1, "lines": {"surveys/a.py": [2, 3]}},
    "tests/surveys/test_b.py::test_three": {"seconds": 1, "lines": {}},
}


@pytest.mark.parametrize(
    ("line", "asked"),
    [(2, ["test_one", "test_two"]), (3, ["test_two"]), (9, ["test_one", "test_two"])],
    ids=["what runs it", "who runs it alone", "run at import: whoever runs the module"],
)
def test_a_mutant_is_judged_by_the_tests_that_run_its_statement(line, asked):
    mutant = mutants.Mutant("surveys/a.py", line, line, line, "", "")
    found = mutants.Judge(None, REACHED).that_run(mutant)
    assert [name.rpartition("::")[2] for name in found] == asked


@pytest.mark.parametrize(
    ("near", "pool", "asked"),
    [
        (["test_a.py::test_two"], ["tests/surveys"], ["test_one", "test_two", "test_three"]),
        (["test_a.py::test_two"], ["tests/surveys/test_a.py"], ["test_one", "test_two"]),
        ([], ["tests/surveys/test_b.py"], ["test_three"]),
    ],
    ids=["beside them, and whoever may run it elsewhere", "of what is asked about it alone", "nobody here"],
)
def test_a_mutant_that_they_let_pass_meets_who_may_run_it_in_another_process(near, pool, asked):
    mutant = mutants.Mutant("surveys/a.py", 3, 3, 3, "", "")
    found = mutants.Judge(None, REACHED).that_may_see(mutant, [f"tests/surveys/{test}" for test in near], pool)
    assert [name.rpartition("::")[2] for name in found] == asked


def test_no_test_is_asked_twice():
    assert mutants.outermost({"tests/surveys", "tests/surveys/test_ikm.py", "tests/surveys_b"}) == [
        "tests/surveys",
        "tests/surveys_b",
    ]


def test_what_a_test_ran_is_noted(tmp_path):
    module = tmp_path / "asked.py"
    module.write_text("def f(x):\n    if x:\n        return 1\n    return 2\n")
    asked = {}
    exec(compile(module.read_text(), str(module), "exec"), asked)  # as an import would, without a trace of it
    with reached.Reached([str(module)]) as ran:
        asked["f"](False)
    asked["f"](True)
    assert dict(ran.lines) == {str(module): {2, 4}}
