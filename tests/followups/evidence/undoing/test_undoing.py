"""Urungkan on the pages of evidence: photos that were moved, shared, released, described, turned or deleted."""

import re
from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from time_machine import travel

from followups.evidence import arranging as evidence
from followups.evidence.places import Place
from followups.evidence.undoing import steps
from followups.models import ActionPlan, EvidencePhoto, EvidenceUse, Review, Status
from followups.undoable import undo_events
from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent
from offices.trail.entries import unknown_names
from surveys.models import Lock, Survey
from tests.conftest import make_plan
from tests.followups.evidence.evidence import PAGE, at, swap, text
from tests.followups.evidence.test_arranging import add

PHOTO = ("name", "sha256", "caption", "taken_on", "offered_on", "width", "height", "size", "file", "thumbnail", "batch")


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def photos(people, done):
    """Four photos of a plan that is Sudah: loket, red, green, blue."""
    return [EvidencePhoto.objects.get(), *add(people, done, "red", "green", "blue")]


def state():
    uses = EvidenceUse.objects.order_by("group__plan_id", "group__upkeep_id", "position")
    return (
        [(use.group.plan_id, use.photo_id) for use in uses.select_related("group")],
        list(EvidencePhoto.objects.order_by("pk").values_list("pk", *PHOTO)),
    )


def offered(client, page=PAGE):
    found = re.search(r'name="langkah" value="(\d+)"', text(client.get(page)))
    return found[1] if found else ""


def undo(client, page=PAGE):
    return text(client.post(f"{PAGE}urungkan/", {"langkah": offered(client, page)}, follow=True))


def moved(client, done, other, photos):
    client.post(at(done, "pindah/"), {"photo": [photos[1].pk, photos[3].pk], "to": other.address})


def deleted(client, done, other, photos):
    client.post(at(done, f"foto/{photos[1].pk}/hapus/"))


def turned(client, done, other, photos):
    client.post(at(done, f"foto/{photos[1].pk}/putar/"), {"arah": "kiri"})


CHANGES = {
    "turned": turned,
    "moved": moved,
    "deleted": deleted,
    "shared": lambda client, done, other, photos: client.post(
        at(done, f"foto/{photos[1].pk}/gunakan/"), {"to": other.address}
    ),
    "released": lambda client, done, other, photos: client.post(at(done, f"foto/{photos[2].pk}/lepas/")),
    "described": lambda client, done, other, photos: client.post(
        at(done, f"foto/{photos[1].pk}/"), {"caption": "Loket", "taken_on": "03-10-2025"}
    ),
    "several deleted": lambda client, done, other, photos: client.post(
        at(done, "beberapa/"), {"photo": [photo.pk for photo in photos[1:]], "lakukan": "hapus"}
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_was_changed_is_as_it_was_and_the_trail_has_words_for_it(admin, done, open_plan, photos, change):
    before = state()
    CHANGES[change](admin, done, open_plan, photos)
    assert state() != before
    assert "Perubahan terakhir Anda diurungkan." in undo(admin)
    assert state() == before
    assert offered(admin) == ""
    assert [unknown_names(event) for event in AuditEvent.objects.all() if unknown_names(event)] == []


def test_what_was_placed_from_the_tray_lies_there_again(admin, people, followup, open_plan):
    tray = Place(followup)
    [photo] = add(people, tray, "red")
    admin.post(at(tray, "pindah/"), {"photo": photo.pk, "to": open_plan.address})
    undo(admin)
    assert [found.pk for found in evidence.photos_in(tray)] == [photo.pk]


def test_it_is_offered_where_it_was_done_at_once_and_leads_back_there(admin, done, photos):
    page = f"http://testserver{at(done)}"
    headers = {"HX-Request": "true", "HX-Target": done.anchor, "HX-Current-URL": page}
    part = text(admin.post(at(done, f"foto/{photos[1].pk}/hapus/"), headers=headers))
    assert "Foto dihapus." in part
    step = re.search(r'name="langkah" value="(\d+)"', part)[1]
    assert f'name="kembali" value="{at(done)}"' in part
    answer = admin.post(f"{PAGE}urungkan/", {"langkah": step, "kembali": at(done)})
    assert answer.headers["Location"] == at(done)
    foreign = admin.post(f"{PAGE}urungkan/", {"langkah": step, "kembali": "//contoh.id/"})
    assert foreign.headers["Location"] == PAGE


def test_what_stood_at_its_place_meanwhile_follows_it(admin, done, people, photos):
    deleted(admin, done, None, photos)
    evidence.arrange(people.admin, done, [photos[3].pk, photos[2].pk, photos[0].pk])
    undo(admin)
    uses = EvidenceUse.objects.filter(group__plan=done.plan).order_by("position")
    assert [use.photo_id for use in uses] == [photos[3].pk, photos[1].pk, photos[2].pk, photos[0].pk]


def test_what_somebody_changed_meanwhile_is_left_and_said(admin, people, done, open_plan, photos):
    moved(admin, done, open_plan, photos)
    evidence.take_away(people.admin, open_plan, photos[3])
    stands = state()
    assert "diubah lagi sesudahnya" in undo(admin)
    assert state() == stands
    CHANGES["described"](admin, done, open_plan, [photos[0], photos[2]])
    evidence.describe_photo(people.secretary, photos[2], caption="Lain")
    assert "diubah lagi sesudahnya (terakhir oleh Sekretaris" in undo(admin)


def test_a_plan_that_is_done_keeps_its_last_proof_also_when_sharing_is_undone(admin, people, done, open_plan, photos):
    CHANGES["shared"](admin, done, open_plan, photos)
    ActionPlan.objects.filter(pk=open_plan.plan.pk).update(status=Status.DONE)
    stands = state()
    assert "bukti dukung terakhir" in undo(admin)
    assert state() == stands


def test_a_plan_that_was_approved_meanwhile_waits_again(admin, done, photos):
    deleted(admin, done, None, photos)
    ActionPlan.objects.filter(pk=done.plan.pk).update(review=Review.APPROVED)
    undo(admin)
    assert ActionPlan.objects.get(pk=done.plan.pk).review == Review.PENDING


def test_after_a_day_or_without_its_file_a_deleted_photo_is_gone(admin, people, done, photos):
    deleted(admin, done, None, photos)
    deletion = AuditEvent.objects.get(action="evidence.delete")
    with travel(timezone.now() + timedelta(hours=25)), pytest.raises(Declined, match="lebih dari satu hari"):
        undo_events(done.survey, people.admin, [deletion], steps.UNDONE)
    admin.post(at(done, f"foto/{photos[2].pk}/hapus/"))
    default_storage.delete(photos[2].file.name)
    assert "hilang dari penyimpanan" in undo(admin)
    assert not EvidencePhoto.objects.filter(pk__in=[photos[1].pk, photos[2].pk]).exists()


def test_a_picture_that_may_have_been_covered_meanwhile_does_not_come_back(admin, people, done, photos, ngawi):
    deleted(admin, done, None, photos)
    record(people.admin, "evidence.retouch", photos[2], ngawi)
    assert "dipotong atau disamarkan" in undo(admin)
    assert not EvidencePhoto.objects.filter(pk=photos[1].pk).exists()


def test_its_name_that_another_photo_took_meanwhile_is_left_to_it(admin, people, done, photos):
    deleted(admin, done, None, photos)
    EvidencePhoto.objects.filter(pk=photos[2].pk).update(name=photos[1].name)
    undo(admin)
    assert EvidencePhoto.objects.get(pk=photos[1].pk).name == "photos/red-2.jpg"


def test_a_place_that_is_gone_and_a_cycle_that_is_prepared_are_said(admin, people, done, photos):
    spare = Place(done.followup, plan=make_plan(done.plan.priority, 3))
    admin.post(at(done, f"foto/{photos[1].pk}/gunakan/"), {"to": spare.address})
    admin.post(at(done, f"foto/{photos[1].pk}/hapus/"))
    spare.plan.delete()
    assert "sudah dihapus" in undo(admin)
    deleted(admin, done, None, photos[1:])
    step = offered(admin)
    Survey.objects.update(lock=Lock.PREPARED)
    assert offered(admin) == ""
    admin.post(f"{PAGE}urungkan/", {"langkah": step})
    assert not EvidencePhoto.objects.filter(pk=photos[2].pk).exists()


def test_an_operator_undoes_at_the_own_place_and_who_only_reads_is_refused(as_user, people, done, photos):
    operator = as_user(people.staff)
    deleted(operator, done, None, photos)
    assert "Perubahan terakhir Anda diurungkan." in undo(operator, at(done))
    assert operator.get(f"{PAGE}urungkan/").headers["Location"] == PAGE
    assert as_user(people.supervisor).post(f"{PAGE}urungkan/").status_code == 403


def test_a_part_of_the_page_that_lists_all_offers_it_too(admin, done, open_plan, photos):
    part = text(swap(admin, at(done, "pindah/"), {"photo": photos[1].pk, "to": open_plan.address}))
    assert "Foto dipindahkan." in part


def test_a_turned_photo_is_the_very_file_again_and_the_turned_one_is_remembered(admin, done, photos):
    photo = photos[1]
    was = photo.file.read()
    turned(admin, done, None, photos)
    drawn = EvidencePhoto.objects.get(pk=photo.pk).sha256
    undo(admin)
    photo.refresh_from_db()
    assert photo.file.read() == was
    assert photo.other_digests == [photo.sha256, drawn]
    assert AuditEvent.objects.filter(action="evidence.turn").latest("pk").after["sha256"] == photo.sha256


def test_what_became_of_a_turned_photo_meanwhile_stays(admin, people, done, photos, ngawi):
    turned(admin, done, None, photos)
    evidence.turn_photo(people.secretary, EvidencePhoto.objects.get(pk=photos[1].pk), clockwise=False)
    stands = state()
    assert "diubah lagi sesudahnya" in undo(admin)
    assert state() == stands
    turned(admin, done, None, photos)
    record(people.admin, "evidence.retouch", photos[2], ngawi)
    stands = state()
    assert "dipotong atau disamarkan" in undo(admin)
    assert state() == stands


def test_a_turn_is_not_undone_where_another_unit_shows_the_photo_by_now(
    as_user, people, done, open_plan, photos, ngawi
):
    operator = as_user(people.staff)
    turned(operator, done, None, photos)
    ActionPlan.objects.filter(pk=open_plan.plan.pk).update(all_units=False)
    open_plan.plan.units.set([ngawi.units.get(key="rendatin")])
    evidence.share_photo(people.admin, EvidencePhoto.objects.get(pk=photos[1].pk), open_plan)
    stands = state()
    assert operator.post(f"{PAGE}urungkan/", {"langkah": offered(operator, at(done))}).status_code == 403
    assert state() == stands


def test_after_a_day_or_without_its_file_a_turned_photo_stays_turned(admin, people, done, photos):
    turned(admin, done, None, photos)
    [turn] = AuditEvent.objects.filter(action="evidence.turn")
    with travel(timezone.now() + timedelta(hours=25)), pytest.raises(Declined, match="lebih dari satu hari"):
        undo_events(done.survey, people.admin, [turn], steps.UNDONE)
    stands = state()
    default_storage.delete(photos[1].file.name)
    assert "hilang dari penyimpanan" in undo(admin)
    assert state() == stands
