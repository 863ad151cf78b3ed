"""Small faults put into modules one by one, and whether the tests see them: ``bin/mutants PATH…`` tells.

Each mutant lives in a copy of the checkout and is judged by its module's own tests, those that lie beside them, and
those given with ``--tests``; of these, by the ones that run the changed statement. Killed is what makes a test fail, or
hang.
"""

import argparse
import ast
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from queue import Queue
from time import monotonic

from tests.mutants_bench import ROOT, Bench

FLIPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
}  # fmt: skip
PATIENCE = 5
"""A mutant that takes so many times as long as the sound code hangs."""


DECLARED = {"frozen", "slots", "strict", "kw_only"}
"""Keywords that guard against the programmer, not the user."""


@dataclass(frozen=True)
class Mutant:
    path: str
    line: int
    first: int
    last: int
    change: str
    text: str


def places(path: str, text: str) -> Iterator[tuple[str, int, int]]:
    """Where a module can be changed: path, number of the node, number of the way."""
    tree = ast.parse(text)
    declared = {word.value for word in ast.walk(tree) if isinstance(word, ast.keyword) and word.arg in DECLARED}
    for number, node in enumerate(ast.walk(tree)):
        if node not in declared:
            yield from ((path, number, way) for way, _new in enumerate(changed(node)))


def made(path: str, number: int, way: int, text: str) -> Mutant:
    tree = ast.parse(text)
    node = list(ast.walk(tree))[number]
    new = list(changed(node))[way]
    line = node.lineno  # type: ignore[attr-defined]
    change = f"{ast.unparse(node).splitlines()[0]}  →  {ast.unparse(new).splitlines()[0]}"
    first, last = statement_of(tree, node)
    _put(tree, node, new)
    return Mutant(path, line, first, last, change, ast.unparse(tree))


def statement_of(tree: ast.AST, node: ast.AST) -> tuple[int, int]:
    """The lines of the innermost statement around a node; of one that holds others, those before the first of them."""
    around = [
        part for part in ast.walk(tree) if isinstance(part, ast.stmt) and any(inner is node for inner in ast.walk(part))
    ]
    inner = max(around, key=lambda part: (part.lineno, -(part.end_lineno or 0)))
    body = getattr(inner, "body", None)
    return inner.lineno, body[0].lineno - 1 if body else inner.end_lineno or inner.lineno


def changed(node: ast.AST) -> Iterator[ast.AST]:
    """What could stand in a node's place."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in FLIPPED:
            yield ast.Compare(node.left, [FLIPPED[type(operator)]()], node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(FLIPPED[type(node.op)](), node.values)
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            yield ast.BinOp(node.left, FLIPPED[type(node.op)](), node.right)
        case ast.UnaryOp(op=ast.Not()):
            yield node.operand
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int()):
            yield ast.Constant(node.value + 1)
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.AugAssign():
            yield ast.Pass()
        case ast.Return(value=ast.AST() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.If() | ast.IfExp():
            yield type(node)(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)


def _put(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    for parent in list(ast.walk(tree)):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
            elif isinstance(value, list):
                value[:] = [new if part is old else part for part in value]
    ast.fix_missing_locations(tree)


def tests_of(path: str) -> list[str]:
    """What is asked about a module, one after the other: its own tests, and the folder that lies where it lies."""
    place = Path("tests", path).parent
    while not (ROOT / place).is_dir():
        place = place.parent
    own = Path("tests", path).with_name(f"test_{Path(path).name}")
    return [str(asked) for asked in (own, place) if (ROOT / asked).exists()]


@dataclass
class Judge:
    """Runs the tests that reach a mutant, on one bench; ``pool`` are the files and folders that are asked about it."""

    bench: Bench
    reached: dict[str, dict]

    def survives(self, mutant: Mutant, pool: list[str]) -> tuple[bool, int]:
        """Whether no test sees it, and how many were asked.

        Those that run the changed statement come first. Who gets past them meets every test beside them: what a scene
        that several tests share has run, only the first of them seems to reach. And it meets those that run nothing of
        the module here: they may run it in another process, behind the fence.
        """
        near = self.that_run(mutant)
        self.bench.write(mutant.path, mutant.text)
        try:
            if near and not self._passes(sorted({test.split("::")[0] for test in near}), near):
                return False, len(near)
            asked = self.that_may_see(mutant, near, pool)
            return self._passes(sorted({test.split("::")[0] for test in asked}), asked), len(asked)
        finally:
            self.bench.write(mutant.path, (ROOT / mutant.path).read_text(encoding="utf-8"))

    def that_run(self, mutant: Mutant) -> list[str]:
        ran = {test: set(found["lines"].get(mutant.path, ())) for test, found in self.reached.items()}
        statement = set(range(mutant.first, mutant.last + 1))
        return [test for test, lines in ran.items() if lines & statement] or [test for test in ran if ran[test]]

    def that_may_see(self, mutant: Mutant, near: list[str], pool: list[str]) -> list[str]:
        beside = {test.split("::")[0] for test in near}
        return [
            test
            for test, found in self.reached.items()
            if test.split("::")[0] in beside
            or (mutant.path not in found["lines"] and any(_lies_in(test, place) for place in pool))
        ]

    def _passes(self, files: list[str], only: list[str]) -> bool:
        usual = sum(self.reached[test]["seconds"] for test in only)
        return self.bench.run(files, only=only, seconds=60 + PATIENCE * usual) == 0


def _lies_in(test: str, place: str) -> bool:
    return test.startswith((f"{place}/", f"{place}::")) or test == place


def reached_by(bench: Bench, files: list[str], paths: list[str]) -> dict[str, dict]:
    """What each test ran of the modules. Raises SystemExit where the sound code fails one."""
    if bench.run(files, reached_of=paths) != 0:
        sys.exit(f"The sound code fails:\n{(bench.folder / 'last-run.txt').read_text()[-4000:]}")
    return json.loads((bench.folder / "reached.json").read_text(encoding="utf-8"))


def judged(benches: list[Bench], reached: dict[str, dict], asked: dict[str, list[str]], chosen: list[Mutant]):
    """Each mutant as it is judged: whether it survived, how many tests were asked, and for how many seconds."""
    free: Queue[Bench] = Queue()
    for bench in benches:
        free.put(bench)

    def one(mutant: Mutant) -> tuple[Mutant, bool, int, float]:
        bench, start = free.get(), monotonic()
        try:
            return mutant, *Judge(bench, reached).survives(mutant, asked[mutant.path]), monotonic() - start
        finally:
            free.put(bench)

    with ThreadPoolExecutor(len(benches)) as threads:
        yield from (future.result() for future in as_completed([threads.submit(one, mutant) for mutant in chosen]))


def modules_in(place: str) -> list[str]:
    found = [ROOT / place] if (ROOT / place).is_file() else sorted((ROOT / place).rglob("*.py"))
    return [path.relative_to(ROOT).as_posix() for path in found]


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/mutants", description=__doc__)
    parser.add_argument("paths", nargs="+", help="modules or folders, from the root of the checkout")
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", default=[], help="more tests to ask, as pytest takes them")
    parser.add_argument(
        "--near", action="store_true", help="ask no folder of tests where the module has tests of its own"
    )
    parser.add_argument("--jobs", type=int, default=1, help="how many are judged at a time")
    given = parser.parse_args()
    paths = [path for place in given.paths for path in modules_in(place)]
    sound = {path: (ROOT / path).read_text(encoding="utf-8") for path in paths}
    every = [place for path, text in sound.items() for place in places(path, text)]
    drawn = random.Random(given.seed).sample(every, min(given.count, len(every)))
    chosen = [made(path, number, way, sound[path]) for path, number, way in sorted(drawn)]
    asked = {path: asked_about(path, given.tests, near=given.near) for path in paths}
    files = outermost({place for mutant in chosen for place in asked[mutant.path]})
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="skm-mutants-") as folder:
        benches = [Bench(Path(folder, str(number))) for number in range(given.jobs)]
        print(f"Asking which tests reach {len(chosen)} mutants: {' '.join(files)}", flush=True)
        start = monotonic()
        reached = reached_by(benches[0], files, sorted({mutant.path for mutant in chosen}))
        print(f"{len(reached)} tests pass without a fault, in {monotonic() - start:.0f} s.", flush=True)
        told = enumerate(judged(benches, reached, asked, chosen), start=1)
        for number, (mutant, survived, tests, seconds) in told:
            survivors += survived
            print(
                f"[{number}/{len(chosen)}]",
                "SURVIVED" if survived else "killed  ",
                f"{mutant.path}:{mutant.line} {mutant.change}  ({tests} tests, {seconds:.0f} s)",
                flush=True,
            )
        for bench in benches:
            bench.close()
    print(f"{len(chosen) - survivors} of {len(chosen)} mutants were killed; {len(every)} can be made.")
    return 1 if survivors else 0


def asked_about(path: str, more: list[str], *, near: bool) -> list[str]:
    """The tests of a module and those given; near it no folder, but where there is nothing else to ask."""
    known = tests_of(path)
    if near:
        known = [place for place in known if place.endswith(".py")] or ([] if more else known)
    return [*known, *more]


def outermost(found: set[str]) -> list[str]:
    """Without what lies in a folder that is there too: nothing is asked twice."""
    return sorted(place for place in found if not any(place.startswith(f"{other}/") for other in found))


if __name__ == "__main__":
    sys.exit(main())
