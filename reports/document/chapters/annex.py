"""The annex: groups of evidence in the order of the tables, figures numbered through, who refers to which. Pure.

Nothing here is stored: a number exists only as the place of a photo in this list.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, Self

from followups.evidence.figures import Figure as FigurePlace
from followups.evidence.figures import figures_of
from reports.cycle.model import Evidence, Photo, StoredPicture
from reports.document.chapters.figure_rows import TALL, WIDE, row_lengths
from reports.document.facts import Facts
from reports.document.shapes import Entry, Picture, Proof
from reports.words.language import date_text, number_runs, paragraphs_of, runs_of

Place = tuple[Literal["plan", "upkeep", "survey", "publications"], int, str]


@dataclass(frozen=True, slots=True)
class Figure:
    number: int
    anchor: str
    picture: Picture
    caption: str
    shape: Literal["wide", "normal", "tall"]
    is_placeholder: bool

    @classmethod
    def of(cls, number: int, photo: Photo, caption: str, stored: StoredPicture) -> Self:
        """``caption`` is for a photo without one of its own."""
        caption = photo.caption or caption
        if photo.taken_on:
            caption = f"{caption} ({date_text(photo.taken_on)})"
        ratio = stored.width / stored.height
        return cls(
            number=number,
            anchor=_anchor(number),
            picture=Picture(stored.path, stored.sha256, stored.width, stored.height, caption),
            caption=caption,
            shape="wide" if ratio >= WIDE else "tall" if ratio < TALL else "normal",
            is_placeholder=stored.is_placeholder,
        )


@dataclass(frozen=True, slots=True)
class SharedFigure:
    """A figure that is printed under an earlier group."""

    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A web page as the annex prints it; ``opened`` says on which day it was seen."""

    address: str
    caption: str
    opened: str


@dataclass(frozen=True, slots=True)
class EvidenceGroup:
    """One group of the annex; ``rows`` hold up to three figures that stand side by side."""

    anchor: str
    heading: str
    subject: str
    note: tuple[str, ...]
    rows: tuple[tuple[Figure, ...], ...]
    shared: tuple[SharedFigure, ...]
    web_pages: tuple[PrintedPage, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for row in self.rows for figure in row)


@dataclass(frozen=True, slots=True)
class Annex:
    entry: Entry
    groups: tuple[EvidenceGroup, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for group in self.groups for figure in group.figures)


@dataclass(frozen=True, slots=True)
class GroupWish:
    """What a row of a table brings to the annex; ``caption`` is for photos without one."""

    place: Place
    heading: str
    subject: str
    caption: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AnnexPlan:
    """The annex, and for each row of the tables what it refers to there."""

    annex: Annex
    proofs: dict[Place, tuple[Proof, ...]]

    def proofs_at(self, place: Place) -> tuple[Proof, ...]:
        return self.proofs.get(place, ())


def annex_of(facts: Facts, more: Sequence[GroupWish] = ()) -> AnnexPlan:
    """``more``: groups behind those of the tables."""
    return annex_from([*_wishes(facts), *more], facts.source.pictures)


def annex_from(wishes: Sequence[GroupWish], pictures: dict[str, StoredPicture]) -> AnnexPlan:
    """The annex of any report: a group for each wish, in this order."""
    places = figures_of((photo.file for photo in wish.evidence.photos) for wish in wishes)
    groups = [_group(wish, index, places, pictures) for index, wish in enumerate(wishes)]
    proofs = {wish.place: _proofs(group) for wish, group in zip(wishes, groups, strict=True)}
    return AnnexPlan(Annex(Entry("", "LAMPIRAN", "lampiran", 1), tuple(groups)), proofs)


def _wishes(facts: Facts) -> list[GroupWish]:
    plans = [
        GroupWish(
            ("plan", fact.number, fact.point),
            f"Bukti Dukung Tabel 3.1 Nomor {fact.number} Poin {fact.point}",
            fact.plan.programme,
            f"Dokumentasi {fact.name}",
            fact.plan.evidence,
        )
        for fact in facts.plans
    ]
    upkeep = [
        GroupWish(
            ("upkeep", item.number, ""),
            f"Bukti Dukung Tabel 3.2 Nomor {item.number}",
            f"Pemeliharaan unsur {item.element.name}",
            f"Dokumentasi pemeliharaan unsur {item.element.name}",
            item.data.evidence,
        )
        for item in facts.upkeep
    ]
    return [wish for wish in plans + upkeep if wish.evidence != Evidence()]


def _group(
    wish: GroupWish, index: int, places: dict[str, FigurePlace], pictures: dict[str, StoredPicture]
) -> EvidenceGroup:
    photos = [(photo, places[photo.file]) for photo in wish.evidence.photos]
    own = _told_apart(
        [Figure.of(at.number, photo, wish.caption, pictures[photo.file]) for photo, at in photos if at.group == index]
    )
    return EvidenceGroup(
        anchor=f"bukti-{index + 1}",
        heading=wish.heading,
        subject=wish.subject,
        note=paragraphs_of(wish.evidence.note or ""),
        rows=_rows(own),
        shared=tuple(SharedFigure(at.number, _anchor(at.number)) for _, at in photos if at.group != index),
        web_pages=tuple(
            PrintedPage(page.address, page.caption, f"Diakses {date_text(page.opened_on)}")
            for page in wish.evidence.web_pages
        ),
    )


def _told_apart(figures: list[Figure]) -> list[Figure]:
    """The same, where captions are alike with words for who does not see them that say which of them each is."""
    alike = Counter(figure.caption for figure in figures)
    seen: Counter[str] = Counter()
    told = []
    for figure in figures:
        seen[figure.caption] += 1
        words = f"{figure.caption}, foto {seen[figure.caption]} dari {alike[figure.caption]}"
        picture = replace(figure.picture, alt=words) if alike[figure.caption] > 1 else figure.picture
        told.append(replace(figure, picture=picture))
    return told


def _anchor(number: int) -> str:
    return f"gambar-{number}"


def _rows(figures: list[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Figures side by side in their order, as figure_rows.py has room for them."""
    lengths = row_lengths([(figure.picture.width, figure.picture.height) for figure in figures])
    rest = iter(figures)
    return tuple(tuple(islice(rest, length)) for length in lengths)


def _proofs(group: EvidenceGroup) -> tuple[Proof, ...]:
    """What a row refers to: its own group, whose figures are numbered through, and each run of shared ones."""
    own = [figure.number for figure in group.figures]
    shared = tuple(_proof(_anchor(run[0]), run) for run in runs_of(figure.number for figure in group.shared))
    return (_proof(group.anchor, own), *shared) if own or group.web_pages or not shared else shared


def _proof(anchor: str, figures: list[int]) -> Proof:
    ends = (_anchor(figures[0]), _anchor(figures[-1])) if figures else ("", "")
    return Proof(anchor, number_runs(figures), *ends)
