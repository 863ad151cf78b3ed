"""What a version says when it is prepared, and what stands against that, by the kind of report."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from followups.models import ActionPlan, Review, Status
from followups.months import Month
from followups.realising.second_person import IS_LEFT_TO_NOBODY
from offices.declining import Declined
from offices.models import User
from offices.zones import today_of
from reports.addendum.frozen import thaw as thaw_addendum
from reports.addendum.gather import addendum_of, check_settled
from reports.document.build import build
from reports.document.frozen import FrozenDataError, thaw
from reports.document.gather import source_of
from reports.document.model import ReportDocument, digest_of
from reports.document.source import Signing
from reports.findings.answers import Judged, case_with_files, hindrances, judged, keep, of_survey
from reports.findings.ledger import unchecked_in
from reports.findings.reasons import checked_reason
from reports.issuing.refusal import Hindered
from reports.issuing.wish import Wish
from reports.kinds.documents import Document, draft_digest
from reports.models import Report, ReportKind
from reports.survey_report.build import build as build_survey_report
from reports.survey_report.frozen import thaw as thaw_survey
from reports.survey_report.gather import survey_report_source
from reports.survey_report.places import as_survey_report
from reports.survey_report.texts import says_the_same
from reports.versions.comparing import same_content
from reports.words.language import date_text, join_list, month_text
from surveys.models import Survey


@dataclass(frozen=True, slots=True)
class Asked:
    """A version that is to be prepared. ``in_force``: the one that it would replace."""

    survey: Survey
    report: Report
    user: User
    wish: Wish
    signing: Signing
    in_force: Report | None


@dataclass(frozen=True, slots=True)
class Content:
    """``kept``: what is kept beside the document; ``draft_digest``: of the draft to which parafs were given."""

    document: Document
    kept: dict[str, Any] = field(default_factory=dict)
    draft_digest: str = ""


@dataclass(frozen=True, slots=True)
class Unapproved:
    """A plan that is said to be done and that no second person has approved; ``plan``: its id, 0 in a kept version.

    ``sender``: the id of who sent what waits, else 0. ``is_alone``: nobody else in the office could approve it.
    """

    programme: str
    element: str
    submitted_by: str
    plan: int = 0
    sender: int = 0
    is_alone: bool = False


def unapproved(survey: Survey) -> tuple[Unapproved, ...]:
    """The plans that are said to be done without a second person's approval, in the order of the tables."""
    plans = ActionPlan.objects.filter(priority__followup__survey=survey, status=Status.DONE)
    waiting = plans.exclude(review=Review.APPROVED).select_related("priority__element", "submitted_by")
    return tuple(
        Unapproved(
            plan.programme,
            plan.priority.element.name,
            str(plan.submitted_by or ""),
            plan.pk,
            (plan.review == Review.PENDING and plan.submitted_by_id) or 0,
            plan.is_left_to_nobody,
        )
        for plan in waiting.annotate(is_left_to_nobody=IS_LEFT_TO_NOBODY)
    )


def content_of(asked: Asked) -> Content:
    """Raises Declined where something stands against it."""
    return _CONTENT[ReportKind(asked.report.kind)](asked)


def is_early(ends: Month, dated: date) -> bool:
    """Whether a report of that date looks back on a follow-up that is not over; ``ends``: its last month."""
    return Month.of(dated) <= ends


def _follow_up(asked: Asked) -> Content:
    followup = asked.report.followup
    last = Month.of(followup.end)
    if is_early(last, asked.signing.day) and not asked.wish.early:
        raise Declined(
            f"Masa tindak lanjut baru berakhir pada {month_text(last)}; RTL yang masih berjalan akan tercetak "
            "sebagai belum dilaksanakan. Bila laporan memang disiapkan sekarang, nyatakan itu lebih dahulu."
        )
    source = source_of(asked.survey, asked.signing)
    case = case_with_files(source, today_of(asked.survey.office))
    _explain(asked, judged(asked.survey, case, at_signing=True))
    found = judged(asked.survey, case, at_signing=True)
    if standing := hindrances(found):
        raise Hindered(standing)
    if asked.in_force and _says_the_same(asked.in_force, case.document):
        raise Declined(
            f"Isi laporan sama dengan versi {asked.in_force.version} yang sudah ditandatangani. "
            "Versi baru hanya dibuat bila ada yang diperbaiki."
        )
    kept = {
        "findings": [_finding(item) for item in found],
        "unchecked": unchecked_in(case.reading).kept,
        "unapproved": [[plan.programme, plan.element, plan.submitted_by] for plan in unapproved(asked.survey)],
    }
    return Content(case.document, kept, digest_of(build(replace(source, signing=None))))


def _explain(asked: Asked, found: Collection[Judged]) -> None:
    """Answer what only this preparation brought up; a reason never answers a block."""
    standing = hindrances(found)
    reason = asked.wish.reason
    if reason.strip() and not any(finding.severity == "block" for finding in standing):
        keep(asked.report.followup, asked.user, standing, checked_reason(reason))


def _says_the_same(signed: Report, document: ReportDocument) -> bool:
    """Whether a report would say what a signed version says, but for version, date and number."""
    try:
        return same_content(thaw(signed.document), document)
    except FrozenDataError:  # which another release froze
        return False


def _finding(item: Judged) -> dict[str, Any]:
    given = item.answer
    answer = given and {"reason": given.reason, "by": str(given.given_by), "at": given.given_at.isoformat()}
    finding = item.finding
    told = {"id": finding.id, "severity": finding.severity, "place": str(finding.place), "message": finding.message}
    return told | {"answer": answer or None}


def _addendum(asked: Asked) -> Content:
    document = addendum_of(asked.survey, asked.signing)
    check_settled(document)
    completed = document.source.completes
    if asked.signing.day < completed.dated:
        raise Declined(
            "Laporan penyelesaian tidak dapat bertanggal sebelum laporan yang dilengkapinya, "
            f"{date_text(completed.dated)}."
        )
    if asked.in_force and thaw_addendum(asked.in_force.document).source == document.source:
        raise Declined(
            f"Sejak versi {asked.in_force.version} ditandatangani tidak ada yang berubah pada penyelesaian RTL. "
            "Versi baru hanya dibuat bila ada yang diperbaiki atau diselesaikan."
        )
    return Content(document, draft_digest=draft_digest(document, ReportKind.ADDENDUM))


def _survey_report(asked: Asked) -> Content:
    """What the rules say of survey and signatory has to be mended or explained; of plans they say it later."""
    source = source_of(asked.survey, asked.signing)
    document = build_survey_report(survey_report_source(asked.survey, source))
    if document.lacking:
        raise Declined(
            f"Laporan SKM belum dapat disiapkan. Yang masih harus dilengkapi: {join_list(document.lacking)}."
        )
    ended = asked.survey.end
    if ended and asked.signing.day < ended:
        raise Declined(f"Laporan SKM tidak dapat bertanggal sebelum survei selesai, {date_text(ended)}.")
    case = as_survey_report(case_with_files(source, today_of(asked.survey.office)))
    _explain(asked, of_survey(judged(asked.survey, case)))
    found = of_survey(judged(asked.survey, case))
    if standing := hindrances(found):
        raise Hindered(standing)
    if asked.in_force and says_the_same(thaw_survey(asked.in_force.document), document):
        raise Declined(
            f"Isi laporan sama dengan versi {asked.in_force.version} yang sudah ditandatangani. "
            "Versi baru hanya dibuat bila ada yang diperbaiki."
        )
    draft = build_survey_report(survey_report_source(asked.survey, replace(source, signing=None)))
    return Content(document, {"findings": [_finding(item) for item in found]}, digest_of(draft))


_CONTENT: dict[ReportKind, Callable[[Asked], Content]] = {
    ReportKind.FOLLOW_UP: _follow_up,
    ReportKind.SURVEY: _survey_report,
    ReportKind.ADDENDUM: _addendum,
}
