"""The lists at the front of the report: contents, tables, charts, figures. Pure; page numbers are the renderer's."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Protocol

from reports.document.chapters.annex import Annex
from reports.document.chapters.chart import Chart
from reports.document.chapters.preface import Preface
from reports.document.chapters.summary import Summary
from reports.document.chapters.trend import Trend, TrendChart
from reports.document.shapes import Entry, Section, TableHead
from reports.words.language import number_runs


class Chapter(Protocol):
    """A Bab: its line in the list of contents, which is its heading too, its sections and its tables."""

    @property
    def entry(self) -> Entry: ...

    @property
    def sections(self) -> tuple[Section, ...]: ...

    @property
    def tables(self) -> tuple[TableHead, ...]: ...


def contents_of(
    preface: Preface, summary: Summary | None, chapters: Sequence[Chapter], annex: Annex, charts: Sequence[Entry]
) -> tuple[Entry, ...]:
    """Every part of the report in its order, with the numbered sections of each chapter."""
    lists = [Entry("", "DAFTAR ISI", "daftar-isi", 1), Entry("", "DAFTAR TABEL", "daftar-tabel", 1)]
    if charts:
        lists.append(Entry("", "DAFTAR GRAFIK", "daftar-grafik", 1))
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


def tables_of(chapters: Iterable[Chapter], whose: str) -> tuple[Entry, ...]:
    return _captions((head for chapter in chapters for head in chapter.tables), whose)


def charts_of(results: Chart | None, trend: Trend | None, whose: str) -> tuple[Entry, ...]:
    return _captions(filter(None, (results, trend.chart if trend else None)), whose)


def _captions(listed: Iterable[TableHead | Chart | TrendChart], whose: str) -> tuple[Entry, ...]:
    """A list in a report need not say in each line ``whose`` report it is, as a caption does."""
    return tuple(Entry(each.label, each.title.removesuffix(f" {whose}"), each.anchor, 1) for each in listed)


def figures_of(annex: Annex) -> tuple[Entry, ...]:
    """A line for each caption: neighbours that share one stand in it together, ``Gambar 3–5``."""
    entries = []
    for caption, alike in groupby(annex.figures, key=lambda figure: figure.caption):
        figures = list(alike)
        (numbers,) = number_runs(figure.number for figure in figures)
        entries.append(Entry(f"Gambar {numbers}", caption, figures[0].anchor, 1))
    return tuple(entries)
