"""Rules on what texts point at: empty tables, tables and figures that are not there. Pure."""

import re
from collections.abc import Iterator

from reports.rules.case import Case
from reports.rules.rule import Faults, rule
from reports.rules.truth.frames.report.pointers import OF_ANOTHER_PAPER

_TABLE = re.compile(r"\b(?:tabel)\s+(\d)\s?\.\s?(\d)\b(?!\.\d)", re.IGNORECASE)
_FIGURE = re.compile(
    r"\bgambar\s+(\d{1,4})(?:\s*(?:[-–]|sampai(?: dengan)?|s\.d\.)\s*(\d{1,4}))?\b(?!\s*(?:dimensi|D\b))", re.IGNORECASE
)


def _filled(case: Case) -> dict[str, bool]:
    """The tables that a report can have, and whether there is something in them."""
    has_plans = bool(case.cycle.followup.plans)
    chapters = (case.document.plans, case.document.realisation, case.document.conclusion)
    shown = {head.label.removeprefix("Tabel ") for chapter in chapters for head in chapter.tables}
    return dict.fromkeys(shown, True) | {
        "2.1": case.document.plans.results.index is not None,
        "2.2": has_plans,
        "3.1": has_plans,
        "3.2": "3.2" in shown,
        "4.1": "4.1" in shown,
    }


def _tables_of(text: str) -> Iterator[str]:
    """The tables of this report that a text points at, each once."""
    if "abel" not in text and "ABEL" not in text:
        return
    tables = (
        f"{match[1]}.{match[2]}" for match in _TABLE.finditer(text) if not OF_ANOTHER_PAPER.match(text[match.end() :])
    )
    yield from dict.fromkeys(tables)


@rule("K28", "block", "Teks menunjuk tabel yang kosong.", "reporting")
def empty_table(case: Case) -> Faults:
    filled = _filled(case)
    for typed in case.texts:
        for table in _tables_of(typed.text):
            if not filled.get(table, True):
                yield typed.fault(
                    f"Teks menunjuk Tabel {table}, padahal tabel itu kosong; isi datanya atau hapus penunjukannya.",
                    table,
                )


@rule("K29", "block", "Teks menunjuk tabel atau gambar yang tidak ada.", "reporting")
def broken_reference(case: Case) -> Faults:
    filled = _filled(case)
    figures = len(case.document.annex.figures)
    for typed in case.texts:
        for table in _tables_of(typed.text):
            if table not in filled:
                yield typed.fault(
                    f"Teks menunjuk Tabel {table}, yang tidak ada dalam laporan; perbaiki nomornya.", table
                )
        numbers = (
            int(number)
            for match in _FIGURE.finditer(typed.text)
            if not OF_ANOTHER_PAPER.match(typed.text[match.end() :])
            for number in match.groups()
            if number
        )
        beyond = [number for number in numbers if not 1 <= number <= figures]
        if beyond:
            yield typed.fault(
                f"Teks menunjuk Gambar {beyond[0]}, padahal laporan memuat {figures} gambar; perbaiki nomornya.",
                *beyond,
                figures,
            )
