"""Which classes a page can show: those that stand in its templates, in the tags that they call and in its scripts.

A template that a script fetches later is named in a remark of the page: ``{# later: "room/_part.html" #}``.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from django.conf import settings

BASE = Path(settings.BASE_DIR)
TEMPLATES = BASE / "templates"
SCRIPTS = BASE / "static" / "js"
OF_CONTROLS = frozenset({"form-control", "form-select", "errorlist"})
"""What Python gives to the controls of forms, and Django to what is wrong with them."""

_TEMPLATE = re.compile(r'"([\w/-]+\.html)"')
_SCRIPT = re.compile(r'"js/([\w-]+\.js)"')
_TAG = re.compile(r"\{[{%].*?[%}]\}")
_NAMED = re.compile(r'\b(?:class|id)="([^"]*)"')
_FILLED = re.compile(r"\{% block \w*_class %\}([\w -]*)\{%")
_GIVEN = re.compile(r'\w="([^"]*)"')
_QUOTED = re.compile(r"""["'`]([^"'`<>]*)["'`]""")
_CALLED = re.compile(r"\{%\s*(\w+)|\|(\w+)")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_BEGUN = re.compile(r"([a-z][\w-]*-)(?:\{|\$\{)")
"""What a value completes: ``tone-{{ line.tone }}``. No class is a value alone."""
_ELEMENT = re.compile(r"<[a-z]\w*")
_FORM = re.compile(r"\b(?:form|formset|fields?)\b")


@dataclass(frozen=True)
class Shown:
    """Words in quotation marks, and what begins a word that a value completes."""

    words: frozenset[str]
    begun: frozenset[str]

    def can_show(self, name: str) -> bool:
        return name in self.words or any(name.startswith(begun) for begun in self.begun)


@dataclass(frozen=True)
class Source:
    """What is read of one template, tag or script."""

    shown: Shown
    called: frozenset[str] = frozenset()
    templates: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()


class House:
    """The sources of the portal, each read once."""

    def __init__(self) -> None:
        self._read: dict[Path, Source] = {}

    def pages(self) -> Iterator[str]:
        """What is answered whole, and the frames of it."""
        for path in sorted(TEMPLATES.rglob("*.html")):
            if "{% extends" in path.read_text(encoding="utf-8"):
                yield path.relative_to(TEMPLATES).as_posix()

    def shown(self, page: str) -> Shown:
        sources = [source.shown for source in self._made_of(page)]
        words = frozenset().union(*(shown.words for shown in sources))
        return Shown(words, frozenset().union(*(shown.begun for shown in sources)))

    def _made_of(self, page: str) -> Iterator[Source]:
        waiting: list[Path | str] = [TEMPLATES / page]
        seen: set[Path | str] = set()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            source = self._tags.get(name) if isinstance(name, str) else self._of_file(name)
            if source:
                yield source
                waiting += [*source.called, *(TEMPLATES / each for each in source.templates)]
                waiting += [SCRIPTS / each for each in source.scripts]

    def _of_file(self, path: Path) -> Source | None:
        if path not in self._read and path.exists():
            text = path.read_text(encoding="utf-8")
            if path.suffix == ".html":
                tags = " ".join(_TAG.findall(text))
                named = " ".join([*_NAMED.findall(_TAG.sub(" ", text)), *_GIVEN.findall(tags), *_FILLED.findall(text)])
                controls = OF_CONTROLS if _FORM.search(tags) else frozenset()
                words = {*_WORD.findall(named), *_ELEMENT.findall(text)}
                shown = Shown(frozenset(words) | controls, frozenset(_BEGUN.findall(text)))
                called = frozenset(name for found in _CALLED.findall(tags) for name in found if name)
                self._read[path] = Source(shown, called, tuple(_TEMPLATE.findall(text)), tuple(_SCRIPT.findall(text)))
            else:
                self._read[path] = Source(_quoted_in(" ".join(line for line in text.splitlines() if "class" in line)))
        return self._read.get(path)

    @cached_property
    def _tags(self) -> dict[str, Source]:
        """Name to source of what stands in the modules of tags."""
        trees = [ast.parse(path.read_text(encoding="utf-8")) for path in BASE.glob("*/templatetags/*.py")]
        return {name: _of_tag(node) for tree in trees for node in tree.body for name in _names_of(node)}


def _of_tag(node: ast.stmt) -> Source:
    """A function with what it calls, or a table of values."""
    if isinstance(node, ast.FunctionDef) and ast.get_docstring(node):
        node.body = node.body[1:] or [ast.Pass()]
    text = ast.unparse(node)
    called = frozenset(each.id for each in ast.walk(node) if isinstance(each, ast.Name))
    return Source(_quoted_in(text), called, tuple(_TEMPLATE.findall(text.replace("'", '"'))))


def _quoted_in(text: str) -> Shown:
    return Shown(frozenset(_WORD.findall(" ".join(_QUOTED.findall(text)))), frozenset(_BEGUN.findall(text)))


def _names_of(node: ast.stmt) -> list[str]:
    """A function, or a mapping of values to looks; nothing else tells of classes."""
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Dict):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return [target.id for target in targets if isinstance(target, ast.Name)]
    return []
