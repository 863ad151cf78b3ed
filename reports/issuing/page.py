"""What the page Tanda Tangan shows, by the state of the latest version; what its buttons do is in views.py."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.db.models.fields.files import FieldFile

from followups.models import FollowUp
from followups.months import Month
from offices.account.second_factor import is_demonstration, protects_keys_of
from offices.declining import Declined
from offices.models import User
from offices.permissions import Action, may
from offices.zones import today_of
from reports.addendum.gather import settled_addendum_of
from reports.document.legible import value_at
from reports.document.model import digest_of
from reports.findings.answers import case_now, findings_now, hindrances, judged, of_survey
from reports.findings.kept import notes_of_findings, notes_of_version
from reports.findings.ledger import Unchecked, unchecked_in
from reports.findings.page import tab_counts
from reports.findings.places import Whereabouts
from reports.issuing.by_hand.pages import file_of
from reports.issuing.by_hand.written import blanks_of
from reports.issuing.contents import Unapproved, unapproved
from reports.issuing.forms import NumberForm, PrepareForm, ReasonForm, SentForm, SignHereForm, UploadForm
from reports.issuing.handing.handovers import handing_on_of
from reports.issuing.keys.faces import KeyStanding, certificate_face, standing_in
from reports.issuing.prepared_facts import prepared_facts
from reports.issuing.preparing import verification_url
from reports.issuing.sealing import COMPLETES_NOTHING, completes_nothing
from reports.kinds.documents import draft_digest
from reports.models import FINAL, OPEN, Job, Report, ReportKind, SignedPage, SigningKey, SigningWay, State
from reports.paraf.parafs import is_used, lacking, lines_of, state_of
from reports.printing.html import report_context
from reports.reading.forms import NoteForm
from reports.reading.notes import notes_of
from reports.reading.versions import versions_of_each_kind
from reports.signing.keys.certificate import Certificate, restored
from reports.signing.outside import sentences_of
from reports.survey_report.gather import survey_report_of
from reports.survey_report.places import as_survey_report
from reports.work.beats import is_left_alone
from reports.work.jobs import preparation_of
from surveys.models import Survey


@dataclass(frozen=True, slots=True)
class Rights:
    """What the reader of the page may do here."""

    prepare: bool
    sign: bool
    reissue: bool


@dataclass(frozen=True, slots=True)
class KeyFace:
    """A signatory's own key as the page shows it; ``matches`` the one under whose name the report is printed."""

    certificate: dict[str, Any]
    not_after: datetime | None
    is_demo: bool
    matches: bool
    fingerprint: str
    standing: KeyStanding


@dataclass(frozen=True, slots=True)
class Slot:
    """A page of a file that is signed by hand, and what came back of it."""

    page: int
    what: str
    kept: SignedPage | None


@dataclass(frozen=True, slots=True)
class SignerFace:
    """Whose certificate signed a version, and who issued it; ``reason``: why an issuer unknown here was taken.

    ``outside``: sentences about how it came back from another service.
    """

    name: str
    issuer: str
    trusted: bool
    reason: str
    outside: tuple[str, ...]

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Self:
        """``told``: what is kept of the signer beside a version."""
        return cls(
            name=told.get("signer") or told.get("holder") or "",
            issuer=told.get("issuer") or "",
            trusted=bool(told.get("trusted")),
            reason=told.get("reason") or "",
            outside=sentences_of(told),
        )


@dataclass(frozen=True, slots=True)
class CycleStanding:
    """Of one kind of a cycle's reports: the open version with the work on it, the one in force, all signed ones."""

    open: Report | None
    current: Report | None
    finals: tuple[Report, ...]
    job: Job | None

    @property
    def stage(self) -> str:
        """By which part of the page is shown: draft, preparing, prepared or signed."""
        if self.open is None:
            return "signed" if self.current else "draft"
        return str(self.open.state)

    @property
    def next_version(self) -> int:
        """Which version is prepared next: the open draft's, or the one after all that were signed."""
        if self.open:
            return self.open.version
        return max((report.version for report in self.finals), default=0) + 1


def standing_of(reports: Iterable[Report], kind: ReportKind) -> CycleStanding:
    """``reports``: the versions of a cycle, the latest first."""
    rows = tuple(report for report in reports if report.kind == kind)
    begun = next((report for report in rows if report.state in OPEN), None)
    in_force = next((report for report in rows if report.state == State.SIGNED), None)
    finals = tuple(report for report in rows if report.state in FINAL)
    return CycleStanding(begun, in_force, finals, job_of(begun) if begun else None)


def job_of(report: Report) -> Job | None:
    """The work on a version's file, while it is being prepared."""
    if report.state != State.PREPARING:
        return None
    return preparation_of(report)


def end_of_window(survey: Survey, kind: ReportKind) -> Month | None:
    """The last month of the follow-up, where a report of this kind looks back on it."""
    if kind != ReportKind.FOLLOW_UP:
        return None
    return Month.of(FollowUp.objects.get(survey=survey).end)


def context_of(survey: Survey, kind: ReportKind, user: User, shown: dict[str, Any]) -> dict[str, Any]:
    """All that the page shows; ``shown`` are the forms as they were sent, and the sentence of a refusal."""
    reports = tuple(versions_of_each_kind(survey))
    standing = standing_of(reports, kind)
    rights = Rights(*(may(user, action, survey.office) for action in (Action.PREPARE, Action.SIGN, Action.REISSUE)))
    is_main = kind == ReportKind.FOLLOW_UP
    page = _Page(survey, kind, user, standing)
    drafts = {ReportKind.SURVEY: page.draft_of_survey_report, ReportKind.ADDENDUM: page.draft_of_addendum}
    draft = drafts.get(kind, page.draft)
    parts = {"draft": draft, "preparing": page.preparing, "prepared": page.prepared, "signed": page.signed}
    common = {"survey": survey, "kind": kind, "is_main": is_main, "tab": "signing"}
    signed_ones = [each for of_kind in ReportKind for each in reports if each.kind == of_kind and each.state in FINAL]
    common |= {"standing": standing, "rights": rights, "signed_ones": signed_ones}
    common["handing_on"] = handing_on_of(survey, user, kind, standing.finals)
    common |= {"notes": notes_of(survey, user, kind), "note_form": NoteForm(kind=kind)}
    return common | parts[standing.stage]() | shown


@dataclass(frozen=True, slots=True)
class _Page:
    """What the page shows at each stage of a cycle."""

    survey: Survey
    kind: ReportKind
    user: User
    standing: CycleStanding

    def draft(self) -> dict[str, Any]:
        case = case_now(self.survey)
        found = judged(self.survey, case, at_signing=True)
        places = Whereabouts(self.survey, case, self.user)
        plans = unapproved(self.survey)
        may_approve = may(self.user, Action.APPROVE, self.survey.office)
        return (
            tab_counts(findings_now(case, today_of(self.survey.office)))
            | {
                "hindering": notes_of_findings(hindrances(found), lambda place: places.of(place).address),
                "unchecked": unchecked_in(case.reading, lambda place: places.of(place).address),
                "unapproved": plans,
                "may_approve": may_approve and any(plan.sender not in (0, self.user.pk) for plan in plans),
                "is_alone": any(plan.is_alone for plan in plans),
                "may_add_people": may(self.user, Action.MANAGE_PEOPLE, self.survey.office),
                "form": PrepareForm(self.survey, case.cycle.followup.end),
                "next_version": self.standing.next_version,
                "raised": (),
            }
            | self._parafs(digest_of(case.document))
        )

    def draft_of_survey_report(self) -> dict[str, Any]:
        """What would be said now, what is still to be filled in, and what the rules say of it."""
        document = survey_report_of(self.survey)
        case = as_survey_report(case_now(self.survey))
        places = Whereabouts(self.survey, case, self.user)
        standing = hindrances(of_survey(judged(self.survey, case)))
        shown = {
            "form": PrepareForm(self.survey, None),
            "next_version": self.standing.next_version,
            "raised": (),
            "hindering": notes_of_findings(standing, lambda place: places.of(place).address),
        }
        return shown | report_context(document) | self._parafs(draft_digest(document, self.kind))

    def draft_of_addendum(self) -> dict[str, Any]:
        """What would be said now, or why there is nothing to say yet."""
        common = {
            "form": PrepareForm(self.survey, end_of_window(self.survey, self.kind)),
            "next_version": self.standing.next_version,
            "raised": (),
        }
        try:
            document = settled_addendum_of(self.survey)
        except Declined as declined:
            return common | {"nothing_yet": str(declined)}
        parafs = self._parafs(draft_digest(document, self.kind))
        return common | report_context(document) | {"nothing_yet": ""} | parafs

    def preparing(self) -> dict[str, Any]:
        return {"return_form": ReasonForm("kembali"), "is_left_alone": is_left_alone(self.standing.job)}

    def prepared(self) -> dict[str, Any]:
        report = self.standing.open
        assert report is not None  # noqa: S101 (the stage says so)
        told = report.findings or {}
        return {
            "report": report,
            "obsolete": COMPLETES_NOTHING if completes_nothing(report) else "",
            "size": size_of(report.prepared_file),
            "findings": notes_of_version(told.get("findings", [])),
            "unchecked": Unchecked.of_version(told["unchecked"]) if "unchecked" in told else None,
            "unapproved": [Unapproved(*row) for row in told.get("unapproved", [])],
            "smaller_photos": told.get("smaller_photos"),
            "key": self._key(report) if report.way == SigningWay.HERE else None,
            "is_protected": protects_keys_of(self.user),
            "is_demonstration": is_demonstration(self.user),
            "sign_form": SignHereForm(report.version),
            "upload_form": UploadForm(report),
            "sent_form": SentForm(report),
            "slots": self._slots(report) if report.way == SigningWay.BY_HAND else (),
            "return_form": ReasonForm("kembali"),
        } | self._parafs(report.draft_digest)

    def _parafs(self, state: str) -> dict[str, Any]:
        """Who has given a paraf; ``state``: the digest of the document now, where it is known already."""
        if not is_used(self.survey):
            return {}
        lines = lines_of(self.survey, state or state_of(self.survey, self.kind), self.kind)
        return {"shows_parafs": True, "parafs": lines, "lacking": lacking(lines)}

    def _slots(self, report: Report) -> tuple[Slot, ...]:
        """The pages that come back signed, and others that somebody kept; none while the file cannot be read."""
        try:
            file = file_of(report)
        except Declined:
            return ()
        kept = {row.page: row for row in SignedPage.objects.filter(report=report)}
        numbers = sorted({pen.page for pen in file.pens} | set(kept))
        return tuple(Slot(number, file.what(number), kept.get(number)) for number in numbers)

    def _number_form(self, report: Report) -> NumberForm | None:
        """Where the number was left to the pen, and who looks may record it."""
        if not blanks_of(report).number or not may(self.user, Action.HAND_ON, self.survey.office):
            return None
        return NumberForm(initial={"number": report.number})

    def _key(self, report: Report) -> KeyFace | None:
        """The user's own key beside the signatory of a version."""
        key = SigningKey.objects.filter(user=self.user).first()
        if key is None:
            return None
        matches = _names_signatory(report, restored(key.certificate))
        face = certificate_face(key)
        standing = standing_in(key, report.followup.survey.office)
        return KeyFace(face.facts, face.not_after, key.is_demo, matches, face.fingerprint, standing)

    def signed(self) -> dict[str, Any]:
        report = self.standing.current
        assert report is not None  # noqa: S101 (the stage says so)
        return {
            "report": report,
            "address": verification_url(report.code or ""),
            "signer": SignerFace.of(report.signer) if report.signer else None,
            "is_composed": SignedPage.objects.filter(report=report).exists(),
            "number_form": self._number_form(report),
            "owes": bool(value_at(report.document, "conclusion", "rows")),
            "reopen_form": ReasonForm("buka"),
            "withdraw_form": ReasonForm("tarik"),
        }


def size_of(file: FieldFile) -> int | None:
    """The size of a stored file in bytes; None where the storage cannot tell it now."""
    try:
        return file.size
    except Exception:  # a storage may be anywhere, and fail with errors of its own
        return None


def _names_signatory(report: Report, certificate: Certificate) -> bool:
    """A row that does not say who signs is refused when it is signed; the page still opens."""
    try:
        return prepared_facts(report).names(certificate)
    except Declined:
        return False
