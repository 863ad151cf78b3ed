"""Undoing a change of an upkeep: who answered is as it was, what cannot be undone says why, and the trail tells it."""

import re

import pytest

from followups.models import Upkeep
from followups.undoable import undo_events
from followups.upkeep import care as upkeeping
from followups.upkeep.care import Care, care_of
from followups.upkeep.undoing import UNDONE
from offices.declining import Declined
from offices.models import AuditEvent, Unit
from surveys.models import Lock, Survey
from tests.conftest import make_survey
from tests.followups.upkeep.test_views import PAGE, at, care, make_upkeep

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def kept(survey, people, ngawi):
    """An upkeep for which a unit and two others answer."""
    said = Care("biaya", "Menjaga tarif", "", False, (ngawi.units.get(key="kul").pk,), ("Camat", "Lurah"))
    return upkeeping.add_upkeep(survey, people.secretary, said)


def undo(client):
    step = re.search(r'name="langkah" value="(\d+)"', client.get(PAGE).content.decode())
    return client.post(f"{PAGE}urungkan/", {"langkah": step[1] if step else ""}, follow=True).content.decode()


def undone(survey, actor, event):
    """What one event tells, taken back as the button does."""
    undo_events(survey, actor, [event], UNDONE)


def latest(action):
    return AuditEvent.objects.filter(action=action).latest("pk")


@pytest.mark.parametrize("verb", ["ubah", "hapus"])
def test_units_posts_and_persons_are_as_they_were(admin, kept, verb):
    before = care_of(kept)
    admin.post(at(kept, verb), care(kept, units=["*"], others="Kepala Tata Usaha"))
    assert "Perubahan terakhir Anda diurungkan." in undo(admin)
    assert care_of(Upkeep.objects.get(pk=kept.pk)) == before


def test_one_that_was_added_with_others_is_taken_away_again(admin):
    admin.post(f"{PAGE}baru/", care(others="Camat; Lurah"))
    assert "Perubahan terakhir Anda diurungkan." in undo(admin)
    assert not Upkeep.objects.exists()


def test_what_comes_back_is_a_revision_of_its_own_at_its_place(survey, people, kept):
    rows = [make_upkeep("sarana", 2), make_upkeep("pengaduan", 3)]
    Upkeep.objects.filter(pk=rows[0].pk).update(revision=4)
    upkeeping.delete_upkeep(survey, people.admin, rows[0])
    undone(survey, people.admin, latest("upkeep.delete"))
    back = Upkeep.objects.get(pk=rows[0].pk)
    assert (back.position, back.revision, back.plan) == (2, 5, "Menjaga sarana")
    assert [row.pk for row in Upkeep.objects.all()] == [kept.pk, rows[0].pk, rows[1].pk]
    event = latest("upkeep.restore")
    assert (event.actor_id, event.object_id) == (people.admin.pk, str(back.pk))


def test_where_fewer_are_left_it_comes_back_as_the_last(survey, people, kept):
    row = make_upkeep("sarana", 2)
    upkeeping.delete_upkeep(survey, people.admin, row)
    upkeeping.delete_upkeep(survey, people.admin, kept)
    undone(survey, people.admin, AuditEvent.objects.filter(action="upkeep.delete").earliest("pk"))
    assert [(each.pk, each.position) for each in Upkeep.objects.all()] == [(row.pk, 1)]


def test_it_comes_back_once(survey, people, kept):
    upkeeping.delete_upkeep(survey, people.admin, kept)
    event = latest("upkeep.delete")
    undone(survey, people.admin, event)
    with pytest.raises(Declined, match=r"^Pemeliharaan itu sudah dikembalikan\.$"):
        undone(survey, people.admin, event)


@pytest.mark.parametrize("action", ["upkeep.add", "upkeep.change", "upkeep.move"])
def test_of_one_that_is_gone_no_change_is_undone(survey, people, kept, action):
    make_upkeep("sarana", 2)
    upkeeping.change_upkeep(survey, people.admin, kept, Care("biaya", "Lain", "", True, ()), 1)
    upkeeping.move_upkeep(survey, people.admin, kept, "down")
    upkeeping.delete_upkeep(survey, people.admin, kept)
    with pytest.raises(Declined, match="sudah dihapus, sehingga perubahannya tidak dapat diurungkan"):
        undone(survey, people.admin, latest(action))


def test_one_that_somebody_else_changed_is_not_taken_away(survey, people, kept):
    event = latest("upkeep.add")
    upkeeping.change_upkeep(survey, people.admin, kept, Care("biaya", "Lain", "", True, ()), 1)
    with pytest.raises(Declined, match="pemeliharaan ini diubah lagi sesudahnya"):
        undone(survey, people.secretary, event)
    assert Upkeep.objects.get().plan == "Lain"


def test_one_that_is_proven_by_now_is_not_taken_away(survey, people, kept):
    kept.followup.groups.create(upkeep=kept, note="Foto papan biaya.")
    with pytest.raises(Declined, match="karena sudah ada bukti dukungnya"):
        undone(survey, people.secretary, latest("upkeep.add"))


def test_a_place_is_not_given_back_where_the_order_is_another_by_now(survey, people, kept):
    make_upkeep("sarana", 2)
    make_upkeep("pengaduan", 3)
    upkeeping.move_upkeep(survey, people.admin, kept, "down")
    event = latest("upkeep.move")
    upkeeping.move_upkeep(survey, people.secretary, kept, "down")
    order = list(Upkeep.objects.values_list("pk", flat=True))
    with pytest.raises(Declined, match="diubah lagi sesudahnya"):
        undone(survey, people.admin, event)
    assert list(Upkeep.objects.values_list("pk", flat=True)) == order


def test_with_a_unit_that_has_another_name_by_now_it_is_not_undone(survey, people, kept):
    upkeeping.delete_upkeep(survey, people.admin, kept)
    Unit.objects.filter(key="kul").update(short_name="Subbag Umum")
    with pytest.raises(Declined, match="nama unitnya sudah berubah"):
        undone(survey, people.admin, latest("upkeep.delete"))


def test_what_was_done_in_another_cycle_is_not_undone_in_this_one(survey, people, kept, magetan):
    with pytest.raises(Declined, match="sudah dihapus"):
        undone(make_survey(magetan), people.stranger, latest("upkeep.add"))
    assert Upkeep.objects.get() == kept


def test_in_a_locked_cycle_nothing_is_undone(admin, kept):
    admin.post(at(kept, "ubah"), care(kept, plan="Lain"))
    step = re.search(r'name="langkah" value="(\d+)"', admin.get(PAGE).content.decode())[1]
    Survey.objects.update(lock=Lock.SIGNED)
    assert admin.post(f"{PAGE}urungkan/", {"langkah": step}).status_code == 403
    assert Upkeep.objects.get().plan == "Lain"


def test_a_step_is_undone_once_and_no_further(admin, kept):
    admin.post(at(kept, "ubah"), care(kept, plan="Pertama"))
    undo(admin)
    assert "Tidak ada lagi perubahan yang dapat diurungkan di sini." in undo(admin)
    assert Upkeep.objects.get().plan == "Menjaga tarif"
