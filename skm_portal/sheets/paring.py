"""A style sheet without what a page cannot show, and without what only its writers read. No page is known here."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

Node = Any
CanShow = Callable[[str], bool]
"""Of a class or an id: whether anything on the page may have it."""
NESTING = ("media", "supports")
NEVER_MADE = ("fieldset", "legend", "caption", "progress")
"""Elements that stand on a page only where a template writes them, and are asked for as ``<legend``."""


@dataclass(frozen=True)
class Selector:
    """``asked``: classes and ids without which it meets nothing."""

    text: str
    asked: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """What is declared of whatever a selector meets; without selectors, as it is written."""

    selectors: tuple[Selector, ...]
    body: str


@dataclass(frozen=True)
class Block:
    """Rules under a condition, such as the width of the screen."""

    head: str
    rules: tuple["Rule | Block", ...]


def parsed(text: str) -> tuple[Rule | Block, ...]:
    return tuple(map(_read, tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def pared(rules: Iterable[Rule | Block], can_show: CanShow) -> str:
    """The rules of which at least one selector may meet something; of these the selectors that may."""
    kept = list(_kept(rules, can_show))
    others = "".join(rule for rule in kept if not rule.startswith("@font-face"))
    # A font is told of only where a rule asks for it by its name.
    return "".join(rule for rule in kept if not rule.startswith("@font-face") or rule.split('"')[1] in others)


def left_out(rules: Iterable[Rule | Block], can_show: CanShow) -> Iterator[str]:
    """The selectors that are not sent."""
    for rule in rules:
        if isinstance(rule, Block):
            yield from left_out(rule.rules, can_show)
        else:
            yield from (each.text for each in rule.selectors if not all(map(can_show, each.asked)))


def asked_by(rules: Iterable[Rule | Block]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, Block):
            yield from asked_by(rule.rules)
        else:
            yield from (name for each in rule.selectors for name in each.asked)


def _kept(rules: Iterable[Rule | Block], can_show: CanShow) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, Block):
            if inner := "".join(_kept(rule.rules, can_show)):
                yield f"{rule.head}{{{inner}}}"
        elif not rule.selectors:
            yield rule.body
        elif meeting := [each.text for each in rule.selectors if all(map(can_show, each.asked))]:
            yield f"{','.join(meeting)}{{{rule.body}}}"


def _read(node: Node) -> Rule | Block:
    if node.type == "qualified-rule":
        selectors = (Selector(_written(each), frozenset(_asked_by(each))) for each in _alternatives(node.prelude))
        declared = tinycss2.parse_declaration_list(node.content, skip_comments=True, skip_whitespace=True)
        body = (f"{each.name}:{_written(each.value)}{'!important' * each.important}" for each in declared)
        return Rule(tuple(selectors), ";".join(body))
    if node.type != "at-rule":
        raise ValueError(f"{node.source_line}:{node.source_column}: {node.message}")
    head = f"@{node.lower_at_keyword} {_written(node.prelude)}".strip()
    if node.lower_at_keyword not in NESTING:
        return Rule((), f"{head}{{{_written(node.content)}}}")
    inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    return Block(head, tuple(map(_read, inner)))


def _alternatives(prelude: list[Node]) -> Iterator[list[Node]]:
    """What stands between the commas of a selector list."""
    selector: list[Node] = []
    for node in prelude:
        if node.type == "literal" and node.value == ",":
            yield selector
            selector = []
        else:
            selector.append(node)
    yield selector


def _asked_by(selector: list[Node]) -> Iterator[str]:
    """What stands in :not(), or beside others in :is() and :has(), does not decide."""
    for before, node in zip([None, *selector], selector, strict=False):
        if node.type == "hash" or (node.type == "ident" and getattr(before, "value", None) == "."):
            yield node.value
        elif node.type == "ident" and node.value in NEVER_MADE and getattr(before, "value", None) != ":":
            yield f"<{node.value}"
        elif node.type == "function" and node.lower_name in ("is", "has"):
            alternatives = [*_alternatives(node.arguments)]
            if len(alternatives) == 1:
                yield from _asked_by(alternatives[0])


def _written(nodes: list[Node]) -> str:
    """On one line, without remarks."""
    return " ".join(tinycss2.serialize([node for node in nodes if node.type != "comment"]).split())
