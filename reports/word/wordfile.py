"""A Word file while it is written: what is put where, and what is counted through it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from docx.oxml.ns import qn

from offices.appearance.values import Appearance
from reports.word.about import About, describe
from reports.word.elements import Setting, bookmarked, field, made, paragraph, run, runs
from reports.word.numbering import Numbering
from reports.word.paper import TWIP, Paper, Running, upright_width
from reports.word.pictures import Pictures
from reports.word.reading import Words, text_of
from reports.word.styles import Look, id_of, set_styles

_CAPTION = re.compile(r"(Tabel|Gambar|Grafik) (\d+\.)?(\d+)\b")
HEADING_ONE = "Heading1"


class WordFile:
    """``files``: address of a picture in the page to its path in the storage."""

    def __init__(self, about: About, look: Appearance, running: Running, files: dict[str, str]) -> None:
        self.word = docx.Document()
        set_styles(self.word, upright_width(look) // TWIP, look)
        describe(self.word, about, running.status)
        self.body: Any = self.word.element.body
        self.paper = Paper(self.word, look, running)
        self.pictures = Pictures(self.word, files)
        self.numbering = Numbering(self.word)
        self.fresh_page = False
        self._counted: dict[str, int] = {}
        self._bookmarks = 0

    def bytes(self) -> bytes:
        out = BytesIO()
        self.word.save(out)
        return out.getvalue()

    def put(self, place: Any, element: Any) -> None:
        """At the end of a place; that of the body is before the properties of its last sheets."""
        if place is self.body:
            place[-1].addprevious(element)
        else:
            place.append(element)

    def line(self, place: Any, content: Iterable[Any], look: Look, setting: Setting | None = None) -> None:
        """One paragraph; the first one after a page was asked for begins it."""
        given = setting or Setting("")
        new_page = self.fresh_page and place is self.body
        if new_page:
            self.fresh_page = False
        asked = Setting(
            id_of(self.word, look),
            keep_next=given.keep_next,
            new_page=new_page,
            numbering=given.numbering,
            indent=given.indent,
            align=given.align,
        )
        self.put(place, paragraph(content, asked))

    def keep_together(self, place: Any, since: int, *, with_next: bool) -> None:
        """Keep on one page what was put there since then, and with ``with_next`` what follows as well."""
        lines = [line for line in place[since:] if line.tag == qn("w:p")]
        for line in lines if with_next else lines[:-1]:
            style = line.pPr.find(qn("w:pStyle"))
            if line.pPr.find(qn("w:keepNext")) is None:
                style.addnext(made("w:keepNext"))

    def named(self, content: Iterable[Any], anchor: str | None) -> list[Any]:
        """The content, under the name of its anchor if it has one."""
        if not anchor:
            return list(content)
        self._bookmarks += 1
        return list(bookmarked(content, anchor, self._bookmarks))

    def caption(self, words: tuple[Words, ...], *, bold_label: bool = False) -> list[Any]:
        """The words of a caption, whose number Word counts: within a chapter from where the report begins."""
        found = _CAPTION.match(text_of(words))
        if found is None:
            return list(runs(words))
        kind = found[1]
        chapter = found[2] or ""
        number = int(found[3])
        begins = f" \\r {number}" if number != self._counted.get(kind, 0) + 1 else ""
        self._counted[kind] = number
        label = run(Words(f"{kind} {chapter}"), bold=bold_label)
        counted = field(f"SEQ {kind} \\* ARABIC{begins}", [run(Words(str(number)), bold=bold_label)])
        return [label, *counted, *runs(_behind(words, len(found[0])))]

    def enclose_text(self, name: str) -> None:
        """Name what the contents tell of: from the first heading of a chapter to the last one."""
        headings = [p for p in self.body.iterchildren("{*}p") if p.style == HEADING_ONE]
        if headings:
            self._bookmarks += 1
            headings[0].insert(1, made("w:bookmarkStart", id=self._bookmarks, name=name))
            headings[-1].append(made("w:bookmarkEnd", id=self._bookmarks))


def _behind(words: tuple[Words, ...], characters: int) -> list[Words]:
    """The words without so many characters at their beginning."""
    left, rest = characters, []
    for word in words:
        cut = min(left, len(word.text))
        left -= cut
        if cut < len(word.text):
            rest.append(replace(word, text=word.text[cut:]))
    return rest
