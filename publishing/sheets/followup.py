"""The sheet that tells the public what was done about what they said: as values, from a signed report. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from followups.progress import DONE, progress_of
from publishing.sheets.results import SheetHead
from reports.cycle.model import PriorityData
from reports.document.model import ReportDocument
from reports.document.shapes import Picture
from reports.words.language import date_text, decimal_text, paragraphs_of, sentence_end
from surveys.ikm import converted

MOST_PHOTOS = 3
MOST_VOICES = 2
LONGEST_VOICE = 160
"""What is longer would push what was done off the sheet, and is not cut: half of what one says is another thing."""
LONGEST_PROGRAMME = 240


@dataclass(frozen=True, slots=True)
class ActedOn:
    """An element: what its value (25–100) was, the problem in the office's words, and the programmes that are done."""

    element: str
    value: str
    said: str
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowUpSheet:
    """``progress``: a sentence. ``voices``: released suggestions. ``left_out``: how many done programmes do not fit."""

    head: SheetHead
    progress: str
    percent: int
    groups: tuple[ActedOn, ...]
    voices: tuple[str, ...]
    photos: tuple[Picture, ...]
    signed_on: str
    left_out: int = 0


def followup_sheet(document: ReportDocument, voices: Sequence[str], photos: Sequence[Picture]) -> FollowUpSheet:
    """``voices`` and ``photos``: those that may be published, of which the sheet takes the first."""
    priorities = document.source.followup.priorities
    progress = progress_of(plan.realisation.status for priority in priorities for plan in priority.plans)
    short = [voice for voice in voices if len(voice) <= LONGEST_VOICE]
    signing = document.signing
    return FollowUpSheet(
        head=SheetHead.of(document),
        progress=f"{progress.done} dari {progress.total} rencana tindak lanjut selesai ({progress.percent_done}%).",
        percent=progress.percent_done,
        groups=tuple(_groups(document, priorities)),
        voices=tuple(short[:MOST_VOICES]),
        photos=tuple(photos[:MOST_PHOTOS]),
        signed_on=date_text(signing.dated) if signing and signing.dated else "",
    )


def _groups(document: ReportDocument, priorities: Sequence[PriorityData]) -> Iterator[ActedOn]:
    """Those of which something is done."""
    scores = document.source.survey.scores
    for priority in priorities:
        done = tuple(_plain(plan.programme) for plan in priority.plans if plan.realisation.status == DONE)
        if done:
            score = scores.get(priority.element)
            said = _plain(priority.rationale or "")
            yield ActedOn(
                element=document.element_names[priority.element],
                value="" if score is None else decimal_text(converted(score)),
                said=sentence_end(said) if 0 < len(said) <= LONGEST_VOICE else "",
                done=done,
            )


def _plain(text: str) -> str:
    return " ".join(paragraphs_of(text)).rstrip(" .")


def shortened(sheet: FollowUpSheet, most: int) -> FollowUpSheet:
    """With so many programmes at most, the first of each element before the second of any; none that is a whole text.

    All that are left out are counted.
    """
    places = sorted((at, number) for number, group in enumerate(sheet.groups) for at in range(len(group.done)))
    short = [(at, number) for at, number in places if len(sheet.groups[number].done[at]) <= LONGEST_PROGRAMME]
    kept = set(short[:most])
    groups = [
        replace(group, done=tuple(line for at, line in enumerate(group.done) if (at, number) in kept))
        for number, group in enumerate(sheet.groups)
    ]
    return replace(sheet, groups=tuple(group for group in groups if group.done), left_out=len(places) - len(kept))
