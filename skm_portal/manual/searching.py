"""Finding words in the user guide: every word must stand in a section. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from skm_portal.manual.chapters import Chapter, Section

BEFORE, AFTER = 60, 140
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that has all the words, with the text around the first of them."""

    chapter: Chapter
    section: Section
    excerpt: str


def hits(chapters: Sequence[Chapter], asked: str) -> list[Hit]:
    """The sections with all words of ``asked``, those that have them in their heading first; none for no words."""
    words = asked.lower().split()[:MOST_WORDS]
    if not words:
        return []
    found = [
        Hit(chapter, section, excerpt(section.text, words))
        for chapter in chapters
        for section in chapter.sections
        if _has_all(f"{section.title} {section.text}", words)
    ]
    return sorted(found, key=lambda hit: not _has_all(hit.section.title, words))


def _has_all(text: str, words: Sequence[str]) -> bool:
    lowered = text.lower()
    return all(word in lowered for word in words)


def excerpt(text: str, words: Sequence[str]) -> str:
    """What stands around the first of the words, cut between words; the beginning if none of them is there."""
    lowered = text.lower()
    places = [place for word in words if (place := lowered.find(word)) >= 0]
    start = max(0, min(places, default=0) - BEFORE)
    end = min(len(text), start + BEFORE + AFTER)
    if start:
        start = text.find(" ", start) + 1
    if end < len(text):
        end = max(text.rfind(" ", start, end), start)
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
