"""The last part of the annex: where results, follow-up and report were published, each with its proof. Pure."""

from dataclasses import dataclass

from followups.fields import MEDIA, PUBLISHED
from reports.cycle.model import Evidence, Photo, PublicationData
from reports.document.chapters.annex import AnnexPlan, GroupWish
from reports.document.facts import Facts
from reports.words.language import date_text

HEADING = "Publikasi"
SUBJECT = "Media tempat hasil SKM dan tindak lanjutnya dipublikasikan"


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """``figure``: the number of its proof among the figures and ``anchor`` where that is; 0 and empty without one."""

    number: int
    what: str
    medium: str
    place: str
    address: str
    published_on: str
    figure: int
    anchor: str


def printed_publications(facts: Facts) -> tuple[PublicationData, ...]:
    """The log, where the office has it printed."""
    return facts.cycle.followup.publications if facts.source.appearance.has_publications else ()


def publication_wishes(facts: Facts) -> list[GroupWish]:
    """A group of the annex with the proofs of all of them, each photo once; no group for an empty log."""
    printed = printed_publications(facts)
    if not printed:
        return []
    photos: dict[str, Photo] = {}
    for one in printed:
        if one.proof:
            photos.setdefault(one.proof, Photo(one.proof, _caption(one), None))
    return [GroupWish(("publications", 0, ""), HEADING, SUBJECT, SUBJECT, Evidence(None, tuple(photos.values())))]


def publications_of(facts: Facts, annex: AnnexPlan) -> tuple[PublicationRow, ...]:
    """A row for each, in the order of their days."""
    printed = printed_publications(facts)
    group = annex.annex.groups[-1] if printed else None
    figures = {figure.picture.path: figure for figure in group.figures} if group else {}
    rows = []
    for number, one in enumerate(printed, start=1):
        figure = figures[facts.source.pictures[one.proof].path] if one.proof else None
        rows.append(
            PublicationRow(
                number=number,
                what=PUBLISHED[one.what],
                medium=MEDIA[one.medium],
                place=one.place,
                address=one.address,
                published_on=date_text(one.published_on),
                figure=figure.number if figure else 0,
                anchor=figure.anchor if figure else "",
            )
        )
    return tuple(rows)


def _caption(one: PublicationData) -> str:
    return f"Publikasi {PUBLISHED[one.what]}: {one.place}, {date_text(one.published_on)}"
