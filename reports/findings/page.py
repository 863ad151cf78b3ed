"""Catatan Kelengkapan as its page and the editors show it: by chapter, one line for a rule, with its places."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from reports.document.fields import CHAPTERS
from reports.findings.answers import Judged
from reports.findings.grouping import grouped
from reports.findings.places import Where, Whereabouts
from reports.models import Answer
from reports.rules.finding import SEVERITIES, SEVERITY_NAMES, Finding, Severity, notes_in

ICONS: dict[Severity, str] = {"block": "octagon-alert", "warn": "triangle-alert", "info": "lightbulb"}
EXPLANATIONS: dict[Severity, str] = {
    "block": "Laporan belum dapat disiapkan selama catatan ini ada.",
    "warn": "Perbaiki datanya, atau jelaskan mengapa memang demikian.",
    "info": "Membuat laporan lebih baik; tidak menghalangi apa pun.",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a rule: what is wrong there, where it is mended, and the reason given for it."""

    place: str
    message: str
    where: Where
    subject: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One rule with its places. ``message`` is said once, where all places say the same."""

    rule: str
    severity: Severity
    meaning: str
    message: str
    spots: tuple[Spot, ...]

    @property
    def icon(self) -> str:
        return ICONS[self.severity]

    @property
    def severity_name(self) -> str:
        return SEVERITY_NAMES[self.severity]

    @property
    def can_be_answered(self) -> bool:
        return self.severity == "warn"

    @property
    def is_answered(self) -> bool:
        return all(spot.answer for spot in self.spots)


@dataclass(frozen=True, slots=True)
class ChapterFindings:
    """A part of the report with what is said of it, the gravest first."""

    title: str
    anchor: str
    lines: tuple[FindingLine, ...]

    @property
    def count(self) -> int:
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class Count:
    """How many notes of one severity there are, and how many of them are answered at every place."""

    severity: Severity
    total: int
    answered: int

    @property
    def name(self) -> str:
        return SEVERITY_NAMES[self.severity]

    @property
    def icon(self) -> str:
        return ICONS[self.severity]

    @property
    def explanation(self) -> str:
        return EXPLANATIONS[self.severity]


def chapters_of(findings: Iterable[Judged], places: Whereabouts) -> tuple[ChapterFindings, ...]:
    """The findings by chapter in the report's order, each rule once in it."""
    by_chapter = grouped(findings, lambda item: item.finding.place.chapter)
    return tuple(
        ChapterFindings(title, f"bagian-{number}", lines_of(by_chapter[title], places))
        for number, title in enumerate(CHAPTERS, start=1)
        if title in by_chapter
    )


def lines_of(findings: Iterable[Judged], places: Whereabouts) -> tuple[FindingLine, ...]:
    """The findings with each rule once, in the order in which they come."""
    return tuple(_line(items, places) for items in grouped(findings, lambda item: item.finding.note).values())


def _line(items: list[Judged], places: Whereabouts) -> FindingLine:
    first = items[0].finding
    is_said_once = len({item.finding.message for item in items}) == 1
    return FindingLine(
        rule=first.id,
        severity=first.severity,
        meaning=first.meaning,
        message=first.message if is_said_once else "",
        spots=tuple(
            Spot(
                place=item.finding.place.within_chapter or item.finding.place.chapter,
                message="" if is_said_once else item.finding.message,
                where=places.of(item.finding.place),
                subject=item.finding.subject,
                answer=item.answer,
            )
            for item in items
        ),
    )


def counts_of(chapters: Iterable[ChapterFindings]) -> tuple[Count, ...]:
    """How many notes there are of each severity that there is, the gravest first."""
    lines = [line for chapter in chapters for line in chapter.lines]
    counts = (
        Count(severity, len(of_it), sum(line.is_answered for line in of_it))
        for severity in SEVERITIES
        for of_it in ([line for line in lines if line.severity == severity],)
    )
    return tuple(count for count in counts if count.total)


def tab_counts(findings: Collection[Finding]) -> dict[str, int]:
    """What the tab Cek kelengkapan counts on every page of a cycle."""
    blocking = (finding for finding in findings if finding.severity == "block")
    return {"finding_count": notes_in(findings), "blocking_count": notes_in(blocking)}


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one field or row of a page: at ``selector``, behind it or at the end of it."""

    selector: str
    how: str
    lines: tuple[FindingLine, ...]


def beside_fields(findings: Iterable[Judged], places: Whereabouts, path: str) -> tuple[Beside, ...]:
    """The findings whose field or row stands on the page of this path; of rows only what has to be acted on."""
    spots = grouped(findings, lambda item: _spot_on(places.of(item.finding.place), path, item))
    return tuple(Beside(*spot, lines_of(items, places)) for spot, items in spots.items() if spot)


def _spot_on(where: Where, path: str, item: Judged) -> tuple[str, str] | None:
    if where.row and where.rows_page == path:
        how = "afterend" if where.row.endswith("header") else "beforeend"
        return (where.row, how) if item.hinders else None
    if where.page == path and where.field.startswith(("id_score_", "id_grade_")):  # both stand in one row
        return f".scores li:has(#{where.field})", "beforeend"
    if where.page == path and where.field:
        return f"#{where.field}", "beforeend" if where.field.startswith("div_") else "afterend"
    return None
