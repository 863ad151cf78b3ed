"""Every import statement of our own code, wherever it stands, and whether the environment at hand can follow it.

``python -m tests.runtime.imports`` says so for all rooms. What only a type checker reads is left out.
"""

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("offices", "surveys", "followups", "reports", "publishing", "oversight", "duties", "skm_portal")
SETTINGS = "skm_portal/settings.py"
ADDRESSES = "skm_portal.urls"
DOTTED = re.compile(r"[a-z_]\w*(\.\w+){2,}")
"""A module or something in it, as settings name them; two parts would be a model or a file."""


@dataclass(frozen=True)
class Statement:
    """``import module`` where ``name`` is empty, else ``from module import name``."""

    line: int
    module: str
    name: str = ""

    def __str__(self) -> str:
        return f"from {self.module} import {self.name}" if self.name else f"import {self.module}"


def statements(path: str, source: str) -> Iterator[Statement]:
    """All imports of a module, also those inside functions and calls of ``import_module`` with a literal."""
    package = Path(path).parent.parts
    for node in _followed(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (Statement(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*above, *filter(None, [node.module])))
            yield from (Statement(node.lineno, module, alias.name) for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) == "import_module":
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield Statement(node.lineno, first.value)


def named_in_settings(source: str) -> Iterator[Statement]:
    """What settings name as text and Django imports when it is needed: middleware, backends, adapters, storages.

    Keys are not: they name settings, or loggers.
    """
    nodes = list(ast.walk(ast.parse(source)))
    keys = {key for node in nodes if isinstance(node, ast.Dict) for key in node.keys}
    texts = (node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    for node in texts:
        if node not in keys and DOTTED.fullmatch(node.value):
            module, _, name = node.value.rpartition(".")
            yield Statement(node.lineno, module, name)


def _followed(node: ast.AST) -> Iterator[ast.AST]:
    """A syntax tree without the branches that only a type checker takes."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for otherwise in child.orelse:
                yield from _followed(otherwise)
        else:
            yield from _followed(child)


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def hindrance(statement: Statement) -> str:
    """Why this environment cannot follow the statement; empty if it can."""
    try:
        module = import_module(statement.module)
        if statement.name and statement.name != "*" and not hasattr(module, statement.name):
            import_module(f"{statement.module}.{statement.name}")
    except Exception as error:  # whatever a module raises while it is imported
        return f"{type(error).__name__}: {error}"
    return ""


def faults(path: str, source: str) -> list[str]:
    """The statements of a file that cannot be followed, one line each."""
    found = [*statements(path, source), *(named_in_settings(source) if path == SETTINGS else ())]
    told = ((statement, hindrance(statement)) for statement in found)
    return [f"{path}:{statement.line} {statement}: {reason}" for statement, reason in told if reason]


def own_files() -> list[str]:
    """The modules of every room, as paths from the root."""
    return [file.relative_to(ROOT).as_posix() for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]


def all_faults() -> tuple[int, list[str]]:
    """How many statements there are, and those that cannot be followed; each module is imported, too."""
    import_module(ADDRESSES)  # those of a room use kinds of places that the root makes known
    count, found = 0, []
    for path in own_files():
        source = (ROOT / path).read_text(encoding="utf-8")
        module = ".".join(Path(path).with_suffix("").parts).removesuffix(".__init__")
        if reason := hindrance(Statement(1, module)):
            found.append(f"{path}:1 the module itself: {reason}")
        count += len(list(statements(path, source)))
        found += faults(path, source)
    return count, found


def main() -> int:
    import django

    django.setup()
    count, found = all_faults()
    print(*found, sep="\n", file=sys.stderr)
    print(f"{count} import statements in {len(own_files())} modules, {len(found)} cannot be followed.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
