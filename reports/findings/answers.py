"""What people say to findings: a reason for each warning that may stand. Judging is pure and in reports/rules/."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings

from followups.models import FollowUp
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.stored import fault_seen
from offices.zones import today_of
from reports.document.fields import SectionAt
from reports.document.gather import source_of
from reports.document.source import Source
from reports.findings.reasons import checked_reason
from reports.models import Answer
from reports.rules.case import Case, case_of
from reports.rules.finding import Finding, Place
from reports.rules.registry import findings_of, stage_of
from reports.survey_report.places import place_here
from surveys.fields import OWN_SECTIONS
from surveys.locking import open_cycle
from surveys.models import Survey

OF_SURVEY = ("survey", "signatory")
"""Whose fields the survey report prints."""
NO_REASON = "Alasan masih kosong. Tuliskan mengapa catatan ini dapat dibiarkan."


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with the answer that was given to it, if there is one and what it was about is unchanged."""

    finding: Finding
    answer: Answer | None

    @property
    def hinders(self) -> bool:
        """Whether the report cannot be prepared while it is so."""
        severity = self.finding.severity
        return severity == "block" or (severity == "warn" and self.answer is None)


def case_now(survey: Survey) -> Case:
    """The report of a cycle as it stands now, to be judged."""
    return case_with_files(source_of(survey), today_of(survey.office))


def case_with_files(source: Source, today: date) -> Case:
    """The report that a source gives on a day, with what is wrong with the files of its photos."""
    pictures = source.pictures.items()
    faults = {file: fault_seen(picture.path, picture.sha256, picture.size) for file, picture in pictures}
    return case_of(source, {file: fault for file, fault in faults.items() if fault}, today)


def findings_now(case: Case, today: date, *, at_signing: bool = False) -> tuple[Finding, ...]:
    """What the rules find on this day of the office; ``at_signing``: at its preparation."""
    stage = "reporting" if at_signing else stage_of(case.document, today)
    return findings_of(case, stage, examples_allowed=settings.DEBUG)


def judged(survey: Survey, case: Case, *, at_signing: bool = False) -> tuple[Judged, ...]:
    """Every finding with its answer, the gravest first; one query."""
    return judged_by(answers_of(survey), findings_now(case, today_of(survey.office), at_signing=at_signing))


def judged_by(answers: Iterable[Answer], findings: Iterable[Finding]) -> tuple[Judged, ...]:
    """Findings with those of the answers that hold."""
    by_subject = {(answer.rule, answer.subject): answer for answer in answers}
    return tuple(
        Judged(finding, by_subject.get((finding.id, finding.subject)) if finding.severity == "warn" else None)
        for finding in findings
    )


def of_survey(findings: Iterable[Judged]) -> tuple[Judged, ...]:
    """Those on the survey, on who signs and on own texts of the survey report, each at its place in that report."""
    return tuple(
        replace(item, finding=replace(item.finding, place=place_here(item.finding.place)))
        for item in findings
        if _is_of_survey(item.finding.place)
    )


def _is_of_survey(place: Place) -> bool:
    thing = place.thing
    return place.printed.field.of in OF_SURVEY or (isinstance(thing, SectionAt) and thing.key in OWN_SECTIONS)


def lapsed(answers: Iterable[Answer], findings: Iterable[Judged]) -> tuple[Answer, ...]:
    """Answers that no longer hold: what they were about has changed or is gone."""
    holding = {item.answer.pk for item in findings if item.answer}
    return tuple(answer for answer in answers if answer.pk not in holding)


def hindrances(findings: Collection[Judged]) -> tuple[Finding, ...]:
    """What keeps a report from being prepared: every block, and every warning without an answer."""
    return tuple(item.finding for item in findings if item.hinders)


def answer(survey: Survey, user: User, subjects: Collection[str], reason: str) -> int:
    """Give one reason for the warnings of these subjects, in place of earlier ones; says how many there were.

    Raises Declined without a reason, without a subject, and for a finding that is no warning (any more).
    """
    text = checked_reason(reason, NO_REASON)
    with open_cycle(survey) as locked:
        if not subjects:
            raise Declined("Belum ada catatan yang dipilih. Tandai catatan yang dijelaskan.")
        at_signing = findings_now(case_now(locked), today_of(locked.office), at_signing=True)
        by_subject = {finding.subject: finding for finding in at_signing}
        if any(subject not in by_subject for subject in subjects):
            raise Declined("Catatan ini sudah berubah atau sudah selesai. Muat ulang halaman Cek kelengkapan.")
        warnings = [by_subject[subject] for subject in dict.fromkeys(subjects)]
        if any(finding.severity != "warn" for finding in warnings):
            raise Declined("Hanya catatan Perlu penjelasan yang dapat dijelaskan; yang lain diperbaiki datanya.")
        keep(FollowUp.objects.get(survey=locked), user, warnings, text)
        places = sorted(f"{finding.id}: {finding.place}" for finding in warnings)
        record(user, "finding.answer", locked, locked.office, after={"reason": text, "findings": places})
    return len(warnings)


def keep(followup: FollowUp, user: User, warnings: Iterable[Finding], reason: str) -> None:
    """Write one reason down for warnings; who calls holds the cycle's lock and writes the event."""
    for finding in warnings:
        Answer.objects.update_or_create(
            {"place": str(finding.place)[:300], "reason": reason, "given_by": user},
            followup=followup,
            rule=finding.id,
            subject=finding.subject,
        )


def answers_of(survey: Survey) -> list[Answer]:
    """Every answer given in a cycle, holding or lapsed, with who gave it."""
    return list(Answer.objects.filter(followup__survey=survey).select_related("given_by"))
