"""Sections of a Laporan Survei Kepuasan Masyarakat: numbered, of a standard text and of what people typed. Pure."""

from collections.abc import Iterable

from reports.document.facts import Facts
from reports.document.placeholders import resolve
from reports.document.shapes import Section
from reports.words.prose import Block, Run


def part(number: str, title: str, text: str, facts: Facts, *more: Block, own: str = "") -> Section:
    """``text`` in our small markup, in place of which an office may have its ``own``; ``more``: as it was typed."""
    resolved = resolve(own or text, facts)
    return Section(
        key=f"survei.{number}",
        number=number,
        title=title,
        anchor=f"bagian-{number.replace('.', '-')}",
        blocks=(*resolved.blocks, *more),
        own=bool(own),
        unknown_placeholders=resolved.unknown,
    )


def as_typed(lines: Iterable[str]) -> Block:
    """A list of what somebody typed, none of it read as markup."""
    return Block("ul", tuple((Run(line),) for line in lines))


def paragraph(words: str) -> Block:
    return Block("p", ((Run(words),),))
