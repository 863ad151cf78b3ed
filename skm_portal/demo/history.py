"""What has happened in the example before anybody looks: realisations approved, the last report signed and handed on.

All of it through the verbs that the pages call.
"""

from collections.abc import Iterable

from followups.models import ActionPlan, FollowUp, Medium, Published, Review
from followups.months import Month
from followups.publications.noting import Announced, note
from followups.realising.realisation import approve
from followups.realising.second_person import waiting_for
from offices.models import User
from offices.notices.telling import understand, unread
from offices.zones import today_of
from publishing.open.face import open_page
from reports.findings.answers import answer, case_now, hindrances, judged
from reports.issuing import Will, Wish, prepare
from reports.issuing.handing.handovers import Handing, record_handover
from reports.issuing.signing_here import sign_here
from reports.models import HandoverKind, ReportKind
from reports.work.jobs import preparation_of, run_job
from skm_portal.demo.authority import PASSPHRASE
from skm_portal.demo.dating import working_day
from surveys.models import Survey

DATED_ON = 12
"""The day of the month that follows the window."""
REASON = "Foto dan kunci pada data contoh memang bukan yang sebenarnya."


def approve_what_was_done(survey: Survey, head: User, signatory: User, but: int = 0) -> None:
    """The head approves what the unit did, the signatory the rest; the last ``but`` of them still wait."""
    done = ActionPlan.objects.filter(priority__followup__survey=survey, review=Review.PENDING)
    of_unit = set(waiting_for(head, done).values_list("pk", flat=True))
    in_turn = list(done.order_by("completed_on", "pk"))
    for plan in in_turn[: len(in_turn) - but]:
        approve(head if plan.pk in of_unit else signatory, plan, plan.revision)


def sign_report(survey: Survey, signatory: User) -> None:
    """Explain what asks for it, prepare, make the file here and now, and sign with the signatory's own key."""
    standing = hindrances(judged(survey, case_now(survey), at_signing=True))
    answer(survey, signatory, {finding.subject for finding in standing}, REASON)
    last_month = Month.of(FollowUp.objects.get(survey=survey).end)
    report = prepare(
        survey, signatory, Wish("here", working_day(last_month.plus(1).first_day.replace(day=DATED_ON)), reason=REASON)
    )
    if job := preparation_of(report):
        run_job(job.pk)
    sign_here(report, signatory, PASSPHRASE, Will(agreed=True, other_holder=True))


def hand_on(survey: Survey, signatory: User) -> None:
    """To the office above, and to the public, on the day of the signature."""
    office = survey.office
    for kind, party in (
        (HandoverKind.SENT, str(office.parent)),
        (HandoverKind.PUBLISHED, f"Laman {office.short_name}"),
    ):
        record_handover(survey, signatory, ReportKind.FOLLOW_UP, Handing(1, kind, party, today_of(office)))


def publish(survey: Survey, signatory: User) -> None:
    """On a board and on the web on the day of the signature; the public page of the office is opened."""
    followup = FollowUp.objects.get(survey=survey)
    today = today_of(survey.office)
    board = Announced(Published.RESULTS, Medium.PRINTED, "Papan pengumuman ruang pelayanan", "", today)
    site = Announced(Published.FOLLOW_UP, Medium.WEBSITE, f"Laman {survey.office.short_name}", "", today)
    for announced in (board, site):
        note(signatory, followup, announced, None)
    open_page(signatory, survey.office)


def read_notices(people: Iterable[User]) -> None:
    """What warns of changes to an account was read, or every page would begin with it."""
    for person in people:
        understand(person, [notice.pk for notice in unread(person).account])
