"""A reason holds for the warning that it was given to, as long as that speaks of the same thing."""

from datetime import date

import pytest

from followups.models import ActionPlan, Completion
from offices.declining import Declined
from offices.models import AuditEvent
from reports.findings.answers import answer, case_now, hindrances, judged, lapsed
from reports.models import Answer
from surveys.locking import CycleLockedError
from surveys.models import Lock
from tests.conftest import LATER

pytestmark = pytest.mark.django_db
REASON = "Penanggung jawab baru ditetapkan pada bulan Januari."


@pytest.fixture(autouse=True)
def whole(survey):
    """The cast's cycle with all that would block it mended; its open plan lacks a unit and a month."""
    plan = ActionPlan.objects.get(priority__followup__survey=survey, position=2)
    Completion.objects.create(plan=plan, reason="Petugas terbatas.", strategy="Menambah petugas.", latest=LATER)
    ActionPlan.objects.update(all_units=False)
    plan.months.all().delete()
    return plan


def found(survey):
    return judged(survey, case_now(survey), at_signing=True)


def of(survey, rule):
    return next(item for item in found(survey) if item.finding.id == rule)


def subjects(survey, *rules):
    return [item.finding.subject for item in found(survey) if item.finding.id in rules]


def test_an_answered_warning_hinders_no_longer(survey, people):
    assert {"K04", "K05"} <= {finding.id for finding in hindrances(found(survey))}
    assert answer(survey, people.admin, subjects(survey, "K04", "K05"), REASON) == 2
    assert {"K04", "K05"}.isdisjoint(finding.id for finding in hindrances(found(survey)))
    assert of(survey, "K04").answer.reason == REASON


def test_several_answers_are_one_event(survey, people):
    before = AuditEvent.objects.count()
    answer(survey, people.admin, subjects(survey, "K04", "K05"), REASON)
    event = AuditEvent.objects.order_by("id").last()
    assert AuditEvent.objects.count() == before + 1
    assert (event.action, event.after["reason"]) == ("finding.answer", REASON)
    assert len(event.after["findings"]) == 2


def test_an_answer_lapses_when_what_it_was_about_changes_and_is_kept(survey, people, whole):
    Completion.objects.update(latest=None)
    answer(survey, people.admin, subjects(survey, "K10"), REASON)
    Completion.objects.update(strategy="Menambah loket.")
    assert of(survey, "K10").answer is None
    assert [row.rule for row in lapsed(Answer.objects.all(), found(survey))] == ["K10"]


def test_an_answer_stays_when_something_else_changes(survey, people, whole):
    answer(survey, people.admin, subjects(survey, "K04"), REASON)
    whole.priority.plans.filter(position=1).update(programme="Nama lain")
    Completion.objects.update(reason="Alasan lain.")
    assert of(survey, "K04").answer


def test_an_answer_follows_its_plan_to_another_row(survey, people, whole):
    answer(survey, people.admin, subjects(survey, "K04"), REASON)
    ActionPlan.objects.filter(pk=whole.pk).update(position=9)
    whole.priority.plans.create(position=5, programme="Program lain", all_units=True).months.create(
        kind="planned", month=date(2025, 10, 1)
    )
    moved = of(survey, "K04")
    assert (moved.finding.place.row, moved.answer.reason) == ("1 c", REASON)


def test_a_second_answer_takes_the_place_of_the_first(survey, people):
    answer(survey, people.admin, subjects(survey, "K04"), REASON)
    answer(survey, people.secretary, subjects(survey, "K04"), "Alasan yang lebih baik.")
    only = Answer.objects.get()
    assert (only.reason, only.given_by) == ("Alasan yang lebih baik.", people.secretary)


@pytest.mark.parametrize(
    ("rules", "reason", "told"),
    [
        (["K04"], "  ", "Alasan masih kosong"),
        (["K04"], "x" * 2001, "paling banyak 2000"),
        ([], REASON, "Belum ada catatan yang dipilih"),
        (["K08"], REASON, "Hanya catatan Perlu penjelasan"),
    ],
)
def test_it_refuses_with_the_reason(survey, people, rules, reason, told):
    Completion.objects.update(reason="")
    with pytest.raises(Declined, match=told):
        answer(survey, people.admin, subjects(survey, *rules), reason)
    assert not Answer.objects.exists()


def test_it_refuses_what_is_mended_already(survey, people):
    old = subjects(survey, "K04", "K05")
    ActionPlan.objects.update(all_units=True)
    with pytest.raises(Declined, match="sudah selesai"):
        answer(survey, people.admin, old, REASON)
    assert not Answer.objects.exists()


def test_it_refuses_once_the_cycle_is_prepared(survey, people):
    wanted = subjects(survey, "K04")
    survey.lock = Lock.PREPARED
    survey.save()
    with pytest.raises(CycleLockedError):
        answer(survey, people.admin, wanted, REASON)
