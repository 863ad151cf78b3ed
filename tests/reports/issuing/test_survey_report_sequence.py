"""Survey and follow-up report in either order: what is written back, what is named, what stays held."""

from datetime import date

import pytest

from followups.models import FollowUp
from reports.document.gather import document_of, named_report
from reports.issuing import reopen, withdraw
from reports.issuing.sealing import name_in_survey
from reports.models import Report, ReportKind, State
from reports.reading.versions import current
from reports.survey_report.gather import survey_report_of
from surveys.fieldwork.keeping import fieldwork_of, save_fieldwork
from surveys.locking import CycleLockedError, set_lock
from surveys.models import Lock, Survey
from tests.conftest import make_survey
from tests.reports.issued import make_report
from tests.reports.survey_report.made import fill

pytestmark = pytest.mark.usefixtures("own_media")
SURVEY, FOLLOW_UP = ReportKind.SURVEY, ReportKind.FOLLOW_UP
CODES = {SURVEY: "AAAA-BBBB-CCCC-DDDD-EEEE", FOLLOW_UP: "FFFF-GGGG-HHHH-JJJJ-KKKK"}
WHY = "Datanya keliru ketik."


@pytest.fixture
def whole(survey):
    return fill(survey)


@pytest.fixture
def signed(whole, people):
    """``signed(kind, …)``: a version of this kind that is in force, and what it keeps held."""

    def make(kind, state=State.SIGNED, **changes):
        followup = FollowUp.objects.get(survey=whole)
        report = make_report(followup, people.secretary, state, code=CODES[kind], kind=kind, **changes)
        if state == State.SIGNED:
            set_lock(whole, Lock.SIGNED, kind.holds)
        return report

    return make


def now(survey):
    return Survey.objects.get(pk=survey.pk)


def locks(survey):
    return now(survey).lock, now(survey).results_lock


@pytest.mark.parametrize("order", [(SURVEY, FOLLOW_UP), (FOLLOW_UP, SURVEY)])
def test_in_either_order_both_are_in_force_and_hold_what_they_keep(whole, signed, order):
    made = {kind: signed(kind) for kind in order}
    assert locks(whole) == (Lock.SIGNED, Lock.SIGNED)
    assert {kind: current(now(whole), kind).pk for kind in order} == {kind: made[kind].pk for kind in order}


@pytest.mark.parametrize(
    ("withdrawn", "left"),
    [(SURVEY, (Lock.SIGNED, Lock.OPEN)), (FOLLOW_UP, (Lock.OPEN, Lock.SIGNED))],
)
def test_withdrawing_one_leaves_what_the_other_keeps(whole, people, signed, withdrawn, left):
    made = {kind: signed(kind) for kind in (SURVEY, FOLLOW_UP)}
    withdraw(made[withdrawn], people.secretary, WHY)
    assert locks(whole) == left
    with pytest.raises(CycleLockedError):
        save_fieldwork(now(whole), people.admin, fieldwork_of(whole) | {"team": "Budi"})


def test_when_both_are_withdrawn_everything_is_open(whole, people, signed):
    for kind in (FOLLOW_UP, SURVEY):
        withdraw(signed(kind), people.secretary, WHY)
    assert locks(whole) == (Lock.OPEN, Lock.OPEN)
    save_fieldwork(now(whole), people.admin, fieldwork_of(whole) | {"team": "Budi"})
    assert fieldwork_of(whole)["team"] == "Budi"


def test_a_new_version_of_one_opens_nothing_of_the_other(whole, people, signed):
    made = {kind: signed(kind) for kind in (SURVEY, FOLLOW_UP)}
    reopen(made[SURVEY], people.secretary, WHY)
    assert locks(whole) == (Lock.SIGNED, Lock.OPEN)


@pytest.mark.parametrize("state", [State.PREPARED, State.SUPERSEDED, State.WITHDRAWN])
def test_only_what_is_in_force_is_named(whole, signed, state):
    signed(SURVEY, state)
    assert named_report(whole, SURVEY) is None
    assert CODES[SURVEY] not in document_of(whole).plans.results.section.text


def test_while_a_new_version_is_written_the_one_in_force_is_named(whole, people, signed):
    reopen(signed(SURVEY), people.secretary, WHY)
    assert named_report(now(whole), SURVEY).code == CODES[SURVEY]


def test_a_report_of_the_other_kind_or_of_another_cycle_is_not_named(whole, signed):
    signed(FOLLOW_UP)
    other = make_survey(whole.office, "2025-S2")
    assert named_report(whole, SURVEY) is None
    assert (named_report(other, SURVEY), named_report(other, FOLLOW_UP)) == (None, None)


@pytest.mark.parametrize(
    ("kind", "lock", "written"),
    [
        (SURVEY, Lock.OPEN, (date(2026, 1, 9), "12/SKM/2025")),
        (SURVEY, Lock.PREPARED, (None, "")),
        (SURVEY, Lock.SIGNED, (None, "")),
        (FOLLOW_UP, Lock.OPEN, (None, "")),
    ],
)
def test_day_and_number_are_written_back_by_a_survey_report_into_an_open_cycle(whole, signed, kind, lock, written):
    report = signed(kind, State.PREPARED, number="12/SKM/2025")
    set_lock(whole, lock)
    name_in_survey(report, now(whole))
    assert (now(whole).report_date, now(whole).report_number) == written


def test_what_was_written_back_stays_when_the_report_is_withdrawn(whole, people, signed):
    report = signed(SURVEY, number="12/SKM/2025")
    name_in_survey(report, now(whole))
    withdraw(report, people.secretary, WHY)
    assert (now(whole).report_number, named_report(now(whole), SURVEY)) == ("12/SKM/2025", None)


def test_the_report_of_the_next_survey_names_the_follow_up_report_and_not_the_survey_report(whole, signed):
    later = fill(make_survey(whole.office, "2025-S2"))
    signed(SURVEY)
    assert CODES[SURVEY] not in survey_report_of(later).annexes.texts[3][0]
    signed(FOLLOW_UP)
    told = survey_report_of(later).annexes.texts[3][0]
    assert CODES[FOLLOW_UP] in told and CODES[SURVEY] not in told


def test_a_code_belongs_to_one_report_alone(signed):
    signed(SURVEY)
    signed(FOLLOW_UP)
    assert sorted(Report.objects.values_list("code", flat=True)) == sorted(CODES.values())
