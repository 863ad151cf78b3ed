"""Figures of a checkout's source: how long, how woven, how tested. ``bin/metrics [FOLDER]`` prints them.

Source is what the rooms hold, without tests, benchmarks and migrations; each figure is a function of
``{path: text}``, so that it can be tried on a house that does not exist.
"""

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from statistics import median, quantiles

from tests.architecture import nodes, tree
from tests.structure import circles, crowded_folders

NO_ROOMS = ("tests", "benchmarks")
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

House = dict[str, str]


def read(folder: Path) -> tuple[House, House]:
    """The source and the tests that lie in a checkout."""
    rooms = [place.parent for place in folder.glob("*/__init__.py") if place.parent.name not in NO_ROOMS]
    source = [path for room in rooms for path in room.rglob("*.py") if "migrations" not in path.parts]
    return _texts(folder, source), _texts(folder, (folder / "tests").rglob("*.py"))


def _texts(folder: Path, paths: Iterable[Path]) -> House:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(paths)}


def lines(house: House) -> int:
    return sum(len(text.splitlines()) for text in house.values())


def module_lengths(house: House) -> list[int]:
    """Lines of each module that is not empty."""
    return [len(text.splitlines()) for text in house.values() if text.strip()]


def function_lengths(house: House) -> list[int]:
    """Lines of each function and method, from its ``def`` to its end."""
    return [
        node.end_lineno - node.lineno + 1
        for text in house.values()
        for node in nodes(text)
        if isinstance(node, FUNCTIONS)
    ]


def used_once(house: House) -> Iterator[tuple[str, bool]]:
    """Every module-level function as ``path:name``, and whether it is named just once, in its own module.

    What no other module takes counts as a module's own, whether or not its name begins with an underscore.
    """
    takers = Counter(name for text in house.values() for name in _taken(text))
    for path, text in house.items():
        here = Counter(node.id for node in nodes(text) if isinstance(node, ast.Name))
        own = _taken(text)
        for node in tree(text).body:
            if isinstance(node, FUNCTIONS):
                others = takers[node.name] - (node.name in own)
                yield f"{path}:{node.name}", here[node.name] == 1 and others == 0


def _taken(text: str) -> set[str]:
    """The names that a module may have from others: imported from them, or looked up in them."""
    imported = {alias.name for node in nodes(text) if isinstance(node, ast.ImportFrom) for alias in node.names}
    return imported | {node.attr for node in nodes(text) if isinstance(node, ast.Attribute)}


def packed_assignments(house: House) -> Iterator[str]:
    """``a, b = f(), g()``: several things done in one statement, as ``path:line``."""
    for path, text in house.items():
        yield from (f"{path}:{node.lineno}" for node in nodes(text) if isinstance(node, ast.Assign) and _packs(node))


def _packs(node: ast.Assign) -> bool:
    both_tuples = isinstance(node.targets[0], ast.Tuple) and isinstance(node.value, ast.Tuple)
    return both_tuples and any(isinstance(part, ast.Call) for part in ast.walk(node.value))


def comprehensions(house: House) -> int:
    return sum(isinstance(node, COMPREHENSIONS) for text in house.values() for node in nodes(text))


def tested(source: House, tests: House) -> dict[str, tuple[int, int]]:
    """Lines of source and of tests for each room (``reports``) and each wing (``reports/words``)."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for at, house in enumerate((source, tests)):
        for path, text in house.items():
            parts = PurePath(path.removeprefix("tests/")).parts[:-1]
            for depth in (1, 2):
                if len(parts) >= depth:
                    found["/".join(parts[:depth])][at] += len(text.splitlines())
    return {place: (ours, theirs) for place, (ours, theirs) in sorted(found.items()) if ours}


def figures(source: House, tests: House) -> Iterator[str]:
    """What ``bin/metrics`` prints, line by line."""
    total = lines(source)
    functions = list(used_once(source))
    once = [name for name, is_once in functions if is_once]
    private = [name for name in once if ":_" in name]
    yield f"source lines            {total} in {len(module_lengths(source))} modules"
    yield f"test lines              {lines(tests)}"
    yield f"lines of a module       {_spread(module_lengths(source))}"
    yield f"lines of a function     {_spread(function_lengths(source))}"
    yield (
        f"used once in own module {len(once)} of {len(functions)} module-level functions, "
        f"{_share(len(once), len(functions))}; private ones alone {_share(len(private), len(functions))}"
    )
    yield f"packed assignments      {_per_thousand(len(list(packed_assignments(source))), total)}"
    yield f"comprehensions          {_per_thousand(comprehensions(source), total)}"
    yield from _listed("circles", list(circles(source)))
    yield from _listed("folders over 20 modules", list(crowded_folders(source)))
    yield "test lines per source line"
    yield f"  {'all':30} {lines(tests):6} / {total:6} = {lines(tests) / (total or 1):.2f}"
    for place, (ours, theirs) in tested(source, tests).items():
        yield f"  {place:30} {theirs:6} / {ours:6} = {theirs / ours:.2f}"


def _spread(values: list[int]) -> str:
    if len(values) < 2:
        return str(values)
    return f"median {median(values):g}, p95 {quantiles(values, n=20)[-1]:.0f}, max {max(values)}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / (whole or 1):.1f}%"


def _per_thousand(count: int, total: int) -> str:
    return f"{count}, {1000 * count / (total or 1):.1f} per 1,000 lines"


def _listed(what: str, found: list[str]) -> Iterator[str]:
    yield f"{what:23} {len(found)}"
    yield from (f"  {line}" for line in found)


if __name__ == "__main__":
    folder, *wanted = sys.argv[1:]
    house, its_tests = read(Path(folder))
    if not house:
        sys.exit(f"No source lies in {folder}.")
    if wanted == ["--places"]:
        print(*(f"once   {name}" for name, is_once in used_once(house) if is_once), sep="\n")
        print(*(f"packed {place}" for place in packed_assignments(house)), sep="\n")
    else:
        print(*figures(house, its_tests), sep="\n")
