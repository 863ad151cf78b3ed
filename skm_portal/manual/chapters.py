"""The chapters of the user guide, read from their Markdown files into sections. What they say is written there.

The files are ours, so their HTML is shown as it stands. Nothing that a user types comes here.
"""

import re
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

FOLDER = Path(__file__).parents[2] / "docs" / "panduan"
PICTURES = FOLDER.parent / "pictures"
FIRST = "umum"
FILES = {
    FIRST: "README.md",
    "operator": "operator.md",
    "kasubbag": "kasubbag.md",
    "admin": "admin.md",
    "sekretaris": "sekretaris.md",
    "publikasi": "publikasi.md",
    "pekppp": "pekppp.md",
}
"""The name of a chapter in its address, and its file; in the order of the contents."""
_READER = MarkdownIt("commonmark").enable("table")
_SLUGS = {file: slug for slug, file in FILES.items()}
_CHAPTER_LINK = re.compile(r'href="(?P<file>[\w-]+\.md)?(?P<anchor>#[^"]*)?"')
_PICTURE = re.compile(
    r'<img src="\.\./pictures/(?P<name>[\w-]+)\.png"(?P<words> alt="[^"]*")(?: width="(?P<width>\d+)")?'
)
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading: ``level`` 1 is the chapter's own, 2 and 3 are below it; ``text`` is searched."""

    anchor: str
    title: str
    level: int
    body: SafeString
    text: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """One file of the guide; its first section bears the chapter's title and what stands before the others."""

    slug: str
    title: str
    sections: tuple[Section, ...]

    def section(self, anchor: str) -> Section:
        """Raises KeyError if there is none of that name."""
        return {section.anchor: section for section in self.sections}[anchor]


@cache
def chapters() -> tuple[Chapter, ...]:
    """The whole guide; it is read once for a process."""
    return tuple(chapter_of(slug, (FOLDER / file).read_text("utf-8")) for slug, file in FILES.items())


def chapter_of(slug: str, text: str) -> Chapter:
    """A chapter from the text of its file, which begins with a heading of the first level."""
    sections = tuple(_section(heading, body) for heading, body in _parts(_READER.parse(text)))
    return Chapter(slug, sections[0].title, sections)


def anchor_of(title: str) -> str:
    """The name of a heading in an address, as others who show Markdown make it (``Arti tanda``: ``arti-tanda``)."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _parts(tokens: Sequence[Token]) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Each heading (its three tokens) with what follows it."""
    starts = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        yield tokens[start : start + 3], tokens[start + 3 : end]


def _section(heading: Sequence[Token], body: Sequence[Token]) -> Section:
    opened, words, _closed = heading
    title = "".join(part.content for part in words.children or [])
    html = _READER.renderer.render(body, _READER.options, {})
    return Section(
        anchor=anchor_of(title),
        title=title,
        level=int(opened.tag[1]),
        body=mark_safe(_for_the_portal(html)),  # noqa: S308 - from our own files
        text=" ".join(strip_tags(html).split()),
    )


def _for_the_portal(html: str) -> str:
    """Links lead to pages instead of files, pictures come when they are looked at, wide tables can be scrolled."""
    html = _CHAPTER_LINK.sub(_link, html)
    html = _PICTURE.sub(_picture, html)
    return _TABLE.sub(r'<div class="scroll" tabindex="0" role="region" aria-label="Tabel">\g<0></div>', html)


def _picture(found: re.Match[str]) -> str:
    """With its size, so that the text below does not jump when it arrives."""
    with (PICTURES / f"{found['name']}.png").open("rb") as content:
        wide, high = struct.unpack(">16xII", content.read(24))  # a PNG's first chunk (ISO/IEC 15948, 11.2.2)
    width = int(found["width"] or wide)
    size = f'width="{width}" height="{high * width // wide}"'
    return f'<img loading="lazy" src="/panduan/gambar/{found["name"]}.png"{found["words"]} {size}'


def _link(found: re.Match[str]) -> str:
    file, anchor = found["file"], found["anchor"] or ""
    return f'href="/panduan/{_SLUGS[file]}/{anchor}"' if file else found[0]
