"""What proves a plan, as a digest that tells when it is another; what ends an approval; the last proof of a Sudah."""

from datetime import date

import pytest

from followups.evidence.proofs import (
    LAST_PROOF,
    end_approvals,
    guard_last_proof,
    is_proven,
    proof_count,
    proofs_of,
    proofs_of_each,
    proven_by,
)
from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse, Review, Status, WebProof
from offices.declining import Declined
from offices.models import AuditEvent
from tests.conftest import make_photo

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]


@pytest.fixture
def plan(survey):
    """Done, with one photo."""
    return ActionPlan.objects.get(position=1)


@pytest.fixture
def bare(survey):
    return ActionPlan.objects.get(position=2)


@pytest.fixture
def group(plan):
    return EvidenceGroup.objects.get(plan=plan)


def page(group, address="https://contoh.go.id/berita", **fields):
    said = {"caption": "Berita", "opened_on": date(2025, 10, 1), "noted_on": date(2025, 10, 3)} | fields
    return WebProof.objects.create(group=group, address=address, **said)


def photo(group, name="dua.jpg", colour="navy"):
    return EvidenceUse.objects.create(group=group, photo=make_photo(group.followup, name, colour), position=2)


def test_a_photo_or_a_page_proves_a_plan(plan, bare, group):
    assert (is_proven(plan=plan), is_proven(plan=bare)) == (True, False)
    EvidenceUse.objects.all().delete()
    assert not is_proven(plan=plan)
    page(group)
    assert is_proven(plan=plan)


def test_proofs_of_both_kinds_are_counted_each_once(plan, bare, group):
    photo(group)
    page(group)
    page(group, "https://contoh.go.id/dua")
    counts = dict(ActionPlan.objects.annotate(proofs=proof_count()).values_list("pk", "proofs"))
    assert counts == {plan.pk: 4, bare.pk: 0}


CHANGES = {
    "another photo": photo,
    "a page": page,
    "a caption": lambda group: EvidencePhoto.objects.update(caption="Loket baru"),
    "another picture": lambda group: EvidencePhoto.objects.update(sha256="0" * 64),
    "a note": lambda group: EvidenceGroup.objects.update(note="Sebelum dan sesudah"),
    "none": lambda group: EvidenceUse.objects.all().delete(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_of_what_was_seen_changes_the_digest(plan, group, change):
    before = proofs_of(plan)
    CHANGES[change](group)
    assert proofs_of(plan) != before


PAGES = {"address": "https://contoh.go.id/lain", "caption": "Lain", "opened_on": date(2025, 10, 2)}


@pytest.mark.parametrize("field", PAGES)
def test_so_does_what_is_said_of_a_page(plan, group, field):
    page(group)
    before = proofs_of(plan)
    WebProof.objects.update(**{field: PAGES[field]})
    assert proofs_of(plan) != before


def test_another_order_is_the_same_proof(plan, group):
    photo(group)
    before = proofs_of(plan)
    for use in EvidenceUse.objects.filter(group=group):
        EvidenceUse.objects.filter(pk=use.pk).update(position=10 - use.position)
    assert proofs_of(plan) == before


def test_several_plans_cost_two_queries_and_each_has_its_own(plan, bare, django_assert_num_queries):
    with django_assert_num_queries(2):
        found = proofs_of_each([plan.pk, bare.pk])
    assert found == {plan.pk: proofs_of(plan), bare.pk: proofs_of(bare)}
    assert found[plan.pk] != found[bare.pk]
    assert all(len(digest) == 16 for digest in found.values())


def test_an_approval_ends_with_an_event_and_whoever_changed_it_is_the_sender(plan, bare, people):
    ActionPlan.objects.filter(pk=plan.pk).update(review=Review.APPROVED, reviewed_by=people.head)
    assert end_approvals(people.staff, [plan, None, bare]) == {"reopened": [plan.programme]}
    plan.refresh_from_db()
    assert (plan.review, plan.submitted_by, plan.reviewed_by) == (Review.PENDING, people.staff, None)
    event = AuditEvent.objects.get()
    assert (event.action, event.object_id) == ("plan.reopen", str(plan.pk))
    assert (event.before, event.after) == ({"review": "approved"}, {"review": "pending"})


@pytest.mark.parametrize("review", [Review.NONE, Review.PENDING])
def test_where_nothing_was_approved_nothing_ends(plan, people, review):
    ActionPlan.objects.filter(pk=plan.pk).update(review=review)
    assert end_approvals(people.staff, [plan]) == {}
    plan.refresh_from_db()
    assert (plan.review, AuditEvent.objects.count()) == (review, 0)


def test_a_photo_proves_each_plan_that_shows_it_once(plan, bare, group):
    shown = group.uses.get().photo
    other = EvidenceGroup.objects.create(followup=group.followup, plan=bare)
    EvidenceUse.objects.create(group=other, photo=shown, position=1)
    assert sorted(row.pk for row in proven_by(shown)) == [plan.pk, bare.pk]
    assert proven_by(make_photo(group.followup, "lain.jpg", "red")) == []


@pytest.mark.parametrize(
    ("status", "more", "stays"),
    [
        (Status.DONE, None, True),
        (Status.DONE, photo, False),
        (Status.DONE, page, False),
        (Status.IN_PROGRESS, None, False),
    ],
)
def test_the_last_proof_of_what_is_done_stays(plan, group, status, more, stays):
    ActionPlan.objects.filter(pk=plan.pk).update(status=status)
    if more:
        more(group)
    group = EvidenceGroup.objects.select_related("plan").get(pk=group.pk)
    if not stays:
        assert guard_last_proof(group) is None
        return
    with pytest.raises(Declined, match=LAST_PROOF[:40]):
        guard_last_proof(group)
