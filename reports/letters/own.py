"""What an office wrote of its letters: kept for each version of a report, and offered again for the next."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from followups.models import FollowUp
from offices.audit import record
from offices.models import User
from reports.letters.standard import NAMES, WHOLE, LetterKind
from reports.letters.wording import Own
from reports.models import OPEN, OwnLetter, Report, ReportKind, State
from surveys.locking import held_cycle
from surveys.models import Survey

OF_THE_LETTER = ("number", "dated")
"""What belongs to one letter alone; its texts are offered again."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A letter of a version. ``taken_from``: whose texts are offered, in words, where it has none of its own yet."""

    version: int
    own: Own
    taken_from: str = ""


def kept_letter(survey: Survey, kind: LetterKind, report: ReportKind = ReportKind.FOLLOW_UP) -> Kept:
    """What is printed now: what was written for this version, or else the texts that were written last."""
    version = version_of(survey, kind, report)
    rows = OwnLetter.objects.filter(followup__survey__office=survey.office, kind=report, which=kind)
    here = (*_place_in_time(survey), version)
    found = {
        (*_place_in_time(row.followup.survey), row.version): row for row in rows.select_related("followup__survey")
    }
    if row := found.get(here):
        return Kept(version, Own(row.number, row.dated, row.texts))
    before = [key for key in found if key < here]
    if not before:
        return Kept(version, Own())
    last = found[max(before)]
    is_same = last.followup.survey_id == survey.pk
    return Kept(
        version, Own(texts=last.texts), f"versi {last.version}" if is_same else last.followup.survey.period_label
    )


def _place_in_time(survey: Survey) -> tuple[date, int]:
    """Where a cycle stands among those of its office; of those that end on one day the longer is reported later."""
    return survey.span.last_day, -survey.span.first_day.toordinal()


def version_of(survey: Survey, kind: LetterKind, report: ReportKind = ReportKind.FOLLOW_UP) -> int:
    """The version with which it goes: a note asks to sign the one that is written, the others carry that in force."""
    reports = Report.objects.filter(followup__survey=survey, kind=report)
    states = dict(reports.values_list("version", "state"))
    written = [version for version, state in states.items() if state in OPEN]
    signed = [version for version, state in states.items() if state == State.SIGNED]
    wanted = written + signed if kind == LetterKind.NOTE else signed + written
    return wanted[0] if wanted else max(states, default=0) + 1


def earlier_letters(survey: Survey, kinds: Collection[LetterKind], report: ReportKind) -> list[tuple[str, OwnLetter]]:
    """The registered ones of these kinds of versions before the present ones, each with its name; the latest first."""
    versions = {kind: version_of(survey, kind, report) for kind in kinds}
    rows = OwnLetter.objects.filter(followup__survey=survey, kind=report, which__in=kinds).order_by("-version", "which")
    return [
        (NAMES[LetterKind(row.which)], row)
        for row in rows
        if (row.number or row.dated) and row.version < versions[LetterKind(row.which)]
    ]


def write_letter(
    survey: Survey, user: User, report: ReportKind, kind: LetterKind, own: Own, standard: Mapping[str, str]
) -> None:
    """Keep a letter, of its texts those that differ from the ``standard`` ones; nothing where nothing changed."""
    with held_cycle(survey) as held:
        kept = kept_letter(held, kind, report)
        texts = {key: text for key, text in own.texts.items() if text != standard[key] and (text or key not in WHOLE)}
        before = _told(kept.own, standard)
        after = _told(Own(own.number, own.dated, texts), standard)
        changed = [key for key in after if after[key] != before[key]]
        if not changed:
            return
        row, _made = OwnLetter.objects.update_or_create(
            followup=FollowUp.objects.get(survey=held),
            kind=report,
            which=kind,
            version=kept.version,
            defaults={"number": own.number, "dated": own.dated, "texts": texts},
        )
        about = about_letter(kind, report) | {"version": kept.version}
        action = "letter.number" if set(changed) <= set(OF_THE_LETTER) else "letter.write"
        told = {"before": {key: before[key] for key in changed}, "after": {key: after[key] for key in changed}}
        record(user, action, row, held.office, before=about | told["before"], after=about | told["after"])


def about_letter(kind: LetterKind, report: ReportKind) -> dict[str, Any]:
    """Which letter an event is about; the report is said where it is not the follow-up report."""
    told = {"letter": NAMES[kind]}
    return told if report is ReportKind.FOLLOW_UP else told | {"report_kind": report.label}


def _told(own: Own, standard: Mapping[str, str]) -> dict[str, Any]:
    return {"number": own.number, "dated": own.dated} | {
        key: own.texts.get(key, text) for key, text in standard.items()
    }
