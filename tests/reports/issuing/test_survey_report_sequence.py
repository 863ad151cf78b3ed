"""Survey and follow-up report in either order: what is written back, what is named, what stays held."""

import re
from datetime import date
from html import unescape

import pytest

from followups.models import FollowUp, Paper
from reports.document.gather import document_of, named_report
from reports.issuing import reopen, withdraw
from reports.issuing.sealing import name_in_survey
from reports.models import Report, ReportKind, State
from reports.printing.html import print_html
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


def named_in(survey):
    return now(survey).report_date, now(survey).report_number


@pytest.mark.parametrize(
    ("typed", "left"),
    [({}, (None, "")), ({"report_number": "99/SKM/2025"}, (date(2026, 1, 9), "99/SKM/2025"))],
)
def test_what_was_written_back_goes_with_the_report_unless_somebody_typed_otherwise(whole, people, signed, typed, left):
    report = signed(SURVEY, number="12/SKM/2025")
    name_in_survey(report, now(whole))
    Survey.objects.filter(pk=whole.pk).update(**typed)
    withdraw(report, people.secretary, WHY)
    assert (named_in(whole), named_report(now(whole), SURVEY)) == (left, None)


def test_what_a_follow_up_report_keeps_goes_only_when_that_is_opened(whole, people, signed):
    report = signed(SURVEY, number="12/SKM/2025")
    name_in_survey(report, now(whole))
    other = signed(FOLLOW_UP)
    withdraw(report, people.secretary, WHY)
    assert named_in(whole) == (date(2026, 1, 9), "12/SKM/2025")
    reopen(other, people.secretary, WHY)
    assert named_in(whole) == (None, "")


def test_a_new_version_that_is_begun_takes_nothing_back(whole, people, signed):
    report = signed(SURVEY, number="12/SKM/2025")
    name_in_survey(report, now(whole))
    reopen(report, people.secretary, WHY)
    assert named_in(whole) == (date(2026, 1, 9), "12/SKM/2025")
    withdraw(report, people.secretary, WHY)
    assert named_in(whole) == (None, "")


def kept_file(survey, mark="a", **stated):
    followup = FollowUp.objects.get(survey=survey)
    told = {"kind": "survey_report", "file": f"{mark}.pdf", "sha256": mark * 64, "size": 9, "pages": 1}
    return Paper.objects.create(followup=followup, **(told | stated))


def results_of(survey):
    return document_of(now(survey)).plans.results


def test_a_report_made_elsewhere_is_named_by_number_day_and_the_digest_of_its_kept_file(whole):
    kept_file(whole, "b", number="3/SKM/2025", dated_on=date(2025, 7, 1))
    kept_file(whole, number="14/SKM/2025", dated_on=date(2025, 7, 15))
    kept_file(whole, "c", kind="minutes", number="1/BA/2025", dated_on=date(2025, 7, 16))
    results = results_of(whole)
    assert "Laporan Survei Kepuasan Masyarakat nomor 14/SKM/2025 tanggal 15 Juli 2025." in results.section.text
    told = {row.name: row.lines for row in results.origin}["Laporan SKM"]
    assert told == ("Nomor 14/SKM/2025 tanggal 15 Juli 2025", f"Sidik SHA-256 berkasnya {'a' * 64}")
    printed = re.sub(r"<[^>]+>|[\u00ad\u200b]", "", unescape(print_html(document_of(now(whole)))))
    assert f"berkasnya {'a' * 64}" in printed


def test_what_is_typed_on_the_survey_is_told_before_what_is_stated_of_the_file(whole):
    kept_file(whole, number="14/SKM/2025", dated_on=date(2025, 7, 15))
    Survey.objects.filter(pk=whole.pk).update(report_number="15/SKM/2025", report_date=date(2025, 7, 16))
    assert "nomor 15/SKM/2025 tanggal 16 Juli 2025." in results_of(whole).section.text


def test_of_a_file_of_which_nothing_is_stated_only_the_digest_is_told(whole):
    kept_file(whole)
    results = results_of(whole)
    assert "Hasilnya dilaporkan" not in results.section.text
    assert ("Laporan SKM", (f"Sidik SHA-256 berkasnya {'a' * 64}",)) in [(r.name, r.lines) for r in results.origin]


def test_a_report_signed_here_is_named_before_a_kept_file(whole, signed):
    kept_file(whole, number="14/SKM/2025")
    signed(SURVEY, number="12/SKM/2025")
    results = results_of(whole)
    assert CODES[SURVEY] in results.section.text and "14/SKM" not in results.section.text
    assert not any("SHA-256" in line for row in results.origin for line in row.lines)


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
