"""Small faults put into modules one by one, and whether the tests see them: ``bin/mutants PATH…`` tells.

Each mutant lives in a copy of the checkout and is judged by its module's own tests, by those that lie beside them, then
by those given with ``--tests``. Killed is what makes a test fail, or hang.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).parents[1]
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
    _put(tree, node, new)
    return Mutant(path, line, change, ast.unparse(tree))


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
        case ast.Return(value=ast.AST()):
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


class Copy:
    """A copy of the checkout's own files, in which mutants may live."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = 2_000_000_000
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
        for path in filter(None, listed.stdout.split("\0")):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, folder / path)

    def write(self, path: str, text: str) -> None:
        """With a time that no byte code in the cache was made at."""
        (self.folder / path).write_text(text, encoding="utf-8")
        self.clock += 2
        os.utime(self.folder / path, (self.clock, self.clock))

    def passes(self, tests: str, seconds: float | None = None) -> bool:
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", tests]
        try:
            ended = subprocess.run(command, cwd=self.folder, capture_output=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired:
            return False
        return ended.returncode == 0


def judge(copy: Copy, chosen: list[Mutant], more: list[str], *, near: bool) -> Iterator[tuple[Mutant, bool]]:
    """Each mutant, and whether it survived its tests. Raises SystemExit where the sound code fails them."""
    seconds: dict[str, float] = {}
    for mutant in chosen:
        asked = [*(tests_of(mutant.path)[:1] if near else tests_of(mutant.path)), *more]
        for tests in asked:
            if tests not in seconds:
                start = monotonic()
                if not copy.passes(tests):
                    sys.exit(f"The sound code fails {tests}.")
                seconds[tests] = PATIENCE * (monotonic() - start)
        sound = (ROOT / mutant.path).read_text(encoding="utf-8")
        copy.write(mutant.path, mutant.text)
        yield mutant, all(copy.passes(tests, seconds[tests]) for tests in asked)
        copy.write(mutant.path, sound)


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
    given = parser.parse_args()
    paths = [path for place in given.paths for path in modules_in(place)]
    sound = {path: (ROOT / path).read_text(encoding="utf-8") for path in paths}
    every = [place for path, text in sound.items() for place in places(path, text)]
    drawn = random.Random(given.seed).sample(every, min(given.count, len(every)))
    chosen = [made(path, number, way, sound[path]) for path, number, way in sorted(drawn)]
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="skm-mutants-") as folder:
        for mutant, survived in judge(Copy(Path(folder)), chosen, given.tests, near=given.near):
            survivors += survived
            print("SURVIVED" if survived else "killed  ", f"{mutant.path}:{mutant.line}", mutant.change, flush=True)
    print(f"{len(chosen) - survivors} of {len(chosen)} mutants were killed; {len(every)} can be made.")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
