"""What becomes of an approval when the evidence under it changes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from followups.evidence import arranging as evidence
from followups.evidence.places import Place
from followups.evidence.proofs import proofs_of
from followups.evidence.uploads import store_uploads
from followups.models import ActionPlan, EvidencePhoto, FollowUp, Review, Status
from followups.realising.realisation import approve
from followups.timeline.steps import steps_of
from offices.declining import Declined
from offices.models import AuditEvent
from tests.conftest import jpeg


@pytest.fixture
def done(survey):
    return Place(FollowUp.objects.get(survey=survey), plan=ActionPlan.objects.get(position=1))


@pytest.fixture
def open_plan(done):
    return Place(done.followup, plan=ActionPlan.objects.get(position=2))


def add(people, place, colour):
    stored, _refused = store_uploads("3521", [SimpleUploadedFile(f"{colour}.jpg", jpeg(colour))])
    return evidence.add_photos(people.admin, place, stored).photos


@pytest.fixture
def approved(done, people):
    """A plan that the head approved, with a second photo and a note."""
    add(people, done, "red")
    ActionPlan.objects.filter(pk=done.plan.pk).update(review=Review.APPROVED, reviewed_by=people.head)
    return done


CHANGES = {
    "another photo": lambda people, place, photo, other: add(people, place, "blue"),
    "a copy": lambda people, place, photo, other: evidence.add_copy(people.admin, place, photo),
    "a photo taken away": lambda people, place, photo, other: evidence.take_away(people.admin, place, photo),
    "a photo deleted": lambda people, place, photo, other: evidence.delete_photo(people.admin, photo),
    "a photo moved off": lambda people, place, photo, other: evidence.move_photos(
        people.admin, place, other, [photo.pk]
    ),
    "a photo moved here": lambda people, place, photo, other: evidence.move_photos(
        people.admin, other, place, [add(people, other, "green")[0].pk]
    ),
    "a photo of another plan": lambda people, place, photo, other: evidence.share_photo(
        people.admin, add(people, other, "green")[0], place
    ),
    "another caption": lambda people, place, photo, other: evidence.describe_photo(
        people.admin, photo, caption="Baru", taken_on=None
    ),
    "another note": lambda people, place, photo, other: evidence.write_note(people.admin, place, "Baru"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_an_approved_plan_waits_again_when_its_evidence_changes(people, approved, open_plan, change):
    photo = EvidencePhoto.objects.get(name="photos/red.jpg")
    change(people, approved, photo, open_plan)
    plan = ActionPlan.objects.get(pk=approved.plan.pk)
    assert (plan.status, plan.review, plan.submitted_by) == (Status.DONE, Review.PENDING, people.admin)
    assert plan.reviewed_by is None
    assert AuditEvent.objects.latest("id").after["reopened"] == ["Program 1"]
    first = steps_of(plan)[0]
    assert (first.action, first.person) == ("Mengubah bukti dukung, sehingga persetujuan berakhir", "Admin (admin)")


def test_an_approval_stands_when_photos_change_their_order_or_nothing_changes(people, approved):
    photo = EvidencePhoto.objects.get(name="photos/red.jpg")
    evidence.arrange(people.admin, approved, [photo.pk, EvidencePhoto.objects.get(name="loket.jpg").pk])
    evidence.describe_photo(people.admin, photo, caption="", taken_on=None)
    evidence.write_note(people.admin, approved, " ")
    add(people, approved, "red")
    plan = ActionPlan.objects.get(pk=approved.plan.pk)
    assert (plan.review, plan.reviewed_by) == (Review.APPROVED, people.head)


def test_nobody_approves_evidence_that_they_have_not_seen(people, done):
    ActionPlan.objects.filter(pk=done.plan.pk).update(review=Review.PENDING, submitted_by=people.staff)
    seen = proofs_of(done.plan)
    add(people, done, "blue")
    with pytest.raises(Declined, match="Bukti dukungnya berubah"):
        approve(people.head, done.plan, done.plan.revision, seen)
    assert approve(people.head, done.plan, done.plan.revision, proofs_of(done.plan)).review == Review.APPROVED
