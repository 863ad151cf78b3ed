"""The small parser of placeholders: it puts the values of the vocabulary into a text, and finds unknown names.

No template engine has a part in this: a value is text and is never read again.
"""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from reports.document.facts import Facts
from reports.document.vocabulary import PASSAGES, WORDS, words_of
from reports.words.markup import blocks_of
from reports.words.prose import Block, Blocks

INCOMPLETE = (
    "Kurung kurawal dalam “{line}” belum lengkap. Tulis dua di depan dan dua di belakang nama data, misalnya "
    "{{{{ periode }}}}."
)
_PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A text with its values put in, and the placeholders that are not in the vocabulary."""

    blocks: Blocks
    unknown: tuple[str, ...]


def placeholders_in(text: str) -> tuple[str, ...]:
    """The names of all placeholders of a text, each once, in their order."""
    return tuple(dict.fromkeys(match[1] for match in _PLACEHOLDER.finditer(text)))


def stray_braces(text: str) -> str:
    """The line with the first brace that belongs to no placeholder, without those that do; empty if there is none.

    One that runs over the end of a line is printed as typed, so it is none.
    """
    rest = _PLACEHOLDER.sub(lambda match: match[0] if "\n" in match[0] else "", text)
    return next((line.strip() for line in rest.splitlines() if "{" in line or "}" in line), "")


def put_in(text: str, values: Mapping[str, str]) -> str:
    """Words with these values in place of placeholders; one that is not among them stays as typed."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), text)


def unknown_placeholders(text: str, known: Container[str] = WORDS) -> tuple[str, ...]:
    """The placeholders of a text that stand for nothing, in their order; a passage does so amid other words."""
    blocks = [block for block in blocks_of(text) if not _passage(block)]
    lines = ("".join(run.text for run in line) for block in blocks for line in block.lines)
    names = (match[1] for line in lines for match in _PLACEHOLDER.finditer(line))
    return tuple(dict.fromkeys(name for name in names if name not in known))


def resolve(text: str, facts: Facts) -> Resolved:
    """Read a text in our small markup and put the present values in; unknown placeholders stay as typed."""
    words = words_of(facts)

    def filled(match: re.Match[str]) -> str:
        word = words.get(match[1])
        return word[1](facts) if word else match[0]

    blocks: list[Block] = []
    for block in blocks_of(text):
        if passage := _passage(block):
            blocks += PASSAGES[passage][1](facts)
        else:
            lines = ((replace(run, text=_PLACEHOLDER.sub(filled, run.text)) for run in line) for line in block.lines)
            blocks.append(replace(block, lines=tuple(map(tuple, lines))))
    return Resolved(tuple(blocks), unknown_placeholders(text, words))


def _passage(block: Block) -> str:
    """The name of the passage that a paragraph consists of, or nothing."""
    if block.kind != "p" or len(block.lines) != 1:
        return ""
    match = _PLACEHOLDER.fullmatch("".join(run.text for run in block.lines[0]).strip())
    return match[1] if match and match[1] in PASSAGES else ""
