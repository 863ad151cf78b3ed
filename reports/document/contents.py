"""The lists at the front of the report: contents, tables and figures. Pure; page numbers are the renderer's."""

from collections.abc import Iterable
from typing import Protocol

from reports.document.chapters.annex import Annex
from reports.document.chapters.preface import Preface
from reports.document.chapters.summary import Summary
from reports.document.shapes import Entry, Section, TableHead


class Chapter(Protocol):
    """A Bab: its line in the list of contents, which is its heading too, its sections and its tables."""

    @property
    def entry(self) -> Entry: ...

    @property
    def sections(self) -> tuple[Section, ...]: ...

    @property
    def tables(self) -> tuple[TableHead, ...]: ...


def contents_of(
    preface: Preface, summary: Summary | None, chapters: Iterable[Chapter], annex: Annex
) -> tuple[Entry, ...]:
    """Every part of the report in its order, with the numbered sections of each chapter."""
    lists = [Entry("", "DAFTAR ISI", "daftar-isi", 1), Entry("", "DAFTAR TABEL", "daftar-tabel", 1)]
    if annex.figures:
        lists.append(Entry("", "DAFTAR GAMBAR", "daftar-gambar", 1))
    entries = [preface.entry, *lists]
    if summary:
        entries.append(summary.entry)
    for chapter in chapters:
        numbered = [section for section in chapter.sections if section.number]
        entries.append(chapter.entry)
        entries.extend(Entry(section.number, section.title, section.anchor, 2) for section in numbered)
    return (*entries, annex.entry)


def tables_of(chapters: Iterable[Chapter]) -> tuple[Entry, ...]:
    return tuple(Entry(head.label, head.title, head.anchor, 1) for chapter in chapters for head in chapter.tables)


def figures_of(annex: Annex) -> tuple[Entry, ...]:
    return tuple(Entry(f"Gambar {figure.number}", figure.caption, figure.anchor, 1) for figure in annex.figures)
