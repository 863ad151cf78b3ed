"""Who may decide on a realisation: by role, and in an office where nobody else is left."""

import pytest

from followups.models import ActionPlan, Review, Status
from followups.realising.second_person import approvers_of, fetch_to_decide, left_to_head, waiting_for
from offices.models import Role, User
from offices.trail.erasure import erase_names
from surveys.models import Lock
from tests.conftest import make_survey, make_user

ALL = ActionPlan.objects


@pytest.fixture
def sent(survey, people):
    """The admin sent the second plan, which is rendatin's alone; nobody of that unit has an account."""
    plan = ALL.get(position=2)
    ALL.filter(pk=plan.pk).update(all_units=False, status=Status.DONE, review=Review.PENDING, submitted_by=people.admin)
    plan.units.set([survey.office.units.get(key="rendatin")])
    return plan


@pytest.fixture
def alone(people):
    """Besides the admin only the head of kul works here."""
    User.objects.filter(pk__in=[people.secretary.pk]).update(is_active=False)


def test_a_head_decides_where_nobody_but_the_sender_could(people, sent, alone):
    assert list(waiting_for(people.head, ALL.all())) == [sent]
    assert fetch_to_decide(people.head, ALL.all(), sent.pk) == sent


def test_the_second_of_two_heads_is_told_that_it_was_decided_and_not_that_they_may_not(as_user, people, sent, alone):
    ALL.filter(pk=sent.pk).update(review=Review.APPROVED, reviewed_by=None)
    assert not left_to_head(people.head, ALL.all()).exists()
    client = as_user(people.head)
    page = f"/rtl/3521/2025-S1/{sent.pk}/"
    for address, more in ((f"{page}setujui/", {}), (f"{page}kembalikan/", {"note": "Sebutkan loketnya."})):
        refused = client.post(address, {"revision": sent.revision} | more)
        assert refused.status_code == 422
        assert "tidak sedang menunggu persetujuan" in refused.content.decode()
    assert "Sebutkan loketnya." in refused.content.decode()
    assert ALL.get(pk=sent.pk).review == Review.APPROVED


def test_with_somebody_who_may_decide_a_head_of_another_unit_does_not(people, sent):
    assert not waiting_for(people.head, ALL.all()).exists()
    assert list(waiting_for(people.secretary, ALL.all())) == [sent]


def test_neither_does_it_beside_a_head_of_the_unit_itself(people, sent, alone, ngawi):
    own = make_user("kasubbag-rendatin", Role.HEAD, ngawi, "rendatin")
    assert not left_to_head(people.head, ALL.all()).exists()
    assert list(waiting_for(own, ALL.all())) == [sent]


@pytest.mark.parametrize("who", ["admin", "staff", "supervisor", "stranger", "nobody"])
def test_nobody_else_gets_in_by_this_door_and_nobody_decides_on_their_own(people, sent, alone, who):
    assert not waiting_for(getattr(people, who), ALL.all()).exists()


def test_a_head_who_sent_it_waits_too(people, sent, alone):
    ALL.filter(pk=sent.pk).update(submitted_by=people.head)
    User.objects.filter(pk=people.admin.pk).update(is_active=False)
    assert not waiting_for(people.head, ALL.all()).exists()


def test_what_nobody_is_known_to_have_sent_is_not_left_to_anybody(people, sent, alone):
    ALL.filter(pk=sent.pk).update(submitted_by=None)
    assert not left_to_head(people.head, ALL.all()).exists()


def test_a_closed_cycle_has_nothing_that_waits(people, sent, survey):
    survey.lock = Lock.PREPARED
    survey.save()
    assert not waiting_for(people.secretary, ALL.all()).exists()


def test_those_who_approved_are_told_with_how_many(people, sent, survey, magetan):
    ALL.update(status=Status.DONE, review=Review.APPROVED, submitted_by=people.admin, reviewed_by=people.secretary)
    make_survey(magetan)
    assert approvers_of(survey) == (("Sekretaris", 2),)
    ALL.filter(pk=sent.pk).update(reviewed_by=people.head)
    assert approvers_of(survey) == (("Kasubbag", 1), ("Sekretaris", 1))
    ALL.update(status=Status.IN_PROGRESS, review=Review.NONE, reviewed_by=None)
    assert approvers_of(survey) == ()


def test_two_approvers_of_one_name_are_two_and_whose_name_was_erased_is_none(people, sent, survey):
    ALL.update(status=Status.DONE, review=Review.APPROVED, submitted_by=people.admin, reviewed_by=people.secretary)
    ALL.filter(pk=sent.pk).update(reviewed_by=people.head)
    User.objects.filter(pk__in=[people.secretary.pk, people.head.pk]).update(name="Siti Aminah", is_active=False)
    assert approvers_of(survey) == (("Siti Aminah", 1), ("Siti Aminah", 1))
    erase_names(people.head.pk)
    assert approvers_of(survey) == (("Siti Aminah", 1),)
