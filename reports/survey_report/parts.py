"""Sections of a Laporan Survei Kepuasan Masyarakat: numbered, of a standard text and of what people typed. Pure."""

from collections.abc import Iterable

from reports.document.facts import Facts
from reports.document.placeholders import resolve
from reports.document.sections import SURVEY_SECTIONS
from reports.document.shapes import Section
from reports.words.prose import Block, Run
from surveys.fields import OWN_SECTIONS

REPLACED = frozenset(("survei.1.1", "survei.1.2", "survei.1.3", "survei.2.2", "survei.5"))
"""Where an office's own words stand in place of the standard text; elsewhere beneath what is computed."""


def part(number: str, text: str, facts: Facts, *more: Block) -> Section:
    """A section of a standard ``text`` in our small markup, in place of or beneath which an office has its own words.

    ``more``: what follows the text, never read as markup.
    """
    name = SURVEY_SECTIONS[f"survei.{number}"]
    own = own_text(name.key, facts)
    standard = resolve("" if own and name.key in REPLACED else text, facts)
    ours = resolve(own, facts)
    parts = (*ours.blocks, *more) if name.key in REPLACED else (*more, *ours.blocks)
    return Section(
        key=name.key,
        number=name.number,
        title=name.title,
        anchor=f"bagian-{number.replace('.', '-')}",
        blocks=(*standard.blocks, *parts),
        own=bool(own),
        unknown_placeholders=tuple(dict.fromkeys((*standard.unknown, *ours.unknown))),
    )


def own_text(key: str, facts: Facts) -> str:
    """What the office wrote for a section, as it was typed."""
    field = OWN_SECTIONS.get(key)
    return str(getattr(facts.cycle.survey.fieldwork, field.key)) if field else ""


def as_typed(lines: Iterable[str]) -> Block:
    """A list of what somebody typed, none of it read as markup."""
    return Block("ul", tuple((Run(line),) for line in lines))


def paragraph(words: str) -> Block:
    return Block("p", ((Run(words),),))
