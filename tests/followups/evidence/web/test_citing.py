"""The verbs for web pages as proof: their limits, what the trail tells, and the last proof of what is done."""

from dataclasses import replace
from datetime import date

import pytest
from time_machine import travel

from followups.evidence.web.citing import (
    GONE,
    MOST,
    THERE_ALREADY,
    TOO_MANY,
    Cited,
    change_cited,
    cite,
    take_out,
)
from followups.models import ActionPlan, EvidenceGroup, EvidenceUse, Review, Status, WebProof
from offices.declining import Declined
from offices.models import AuditEvent, Zone
from surveys.locking import CycleLockedError
from surveys.models import Lock, Survey

pytestmark = pytest.mark.django_db
NEWS = Cited("https://kpu.go.id/berita", "Berita loket", date(2026, 3, 3))


@pytest.fixture(autouse=True)
def _march():
    with travel("2026-03-04T05:00Z", tick=False):
        yield


@pytest.fixture
def proof(people, place):
    return cite(people.staff, place, NEWS)


def cited(proof):
    return Cited(proof.address, proof.caption, proof.opened_on)


def events():
    return list(AuditEvent.objects.order_by("pk"))


def test_a_page_that_is_cited_is_kept_with_the_day_on_which_it_was_noted(proof, place):
    assert (cited(WebProof.objects.get()), proof.noted_on) == (NEWS, date(2026, 3, 4))
    (event,) = events()
    assert (event.action, event.after) == (
        "web.add",
        {
            "place": place.address,
            "address": NEWS.address,
            "caption": "Berita loket",
            "opened_on": "2026-03-03",
        },
    )


@pytest.mark.parametrize(
    ("said", "faults"),
    [
        (
            {"address": "kpu.go.id"},
            {"address": "Alamat harus diawali https:// atau http://, misalnya https://kpu.go.id/berita."},
        ),
        ({"caption": ""}, {"caption": "Isi apa yang tampak di laman itu."}),
        (
            {"opened_on": date(2026, 3, 5)},
            {"opened_on": "Tanggal diakses belum tiba; hari ini 4 Maret 2026. Isi hari ini atau sebelumnya."},
        ),
        (
            {"opened_on": date(1999, 12, 31)},
            {"opened_on": "Tanggal diakses paling awal 1 Januari 2000. Periksa tahunnya."},
        ),
    ],
)
def test_whoever_asks_what_cannot_be_is_refused_by_field(people, place, said, faults):
    with pytest.raises(Declined) as declined:
        cite(people.staff, place, replace(NEWS, **said))
    assert declined.value.faults == faults
    assert not WebProof.objects.exists()
    assert events() == []


def test_all_that_is_wrong_is_said_at_once(people, place):
    with pytest.raises(Declined) as declined:
        cite(people.staff, place, Cited("x", "", date(1999, 1, 1)))
    assert set(declined.value.faults) == {"address", "caption", "opened_on"}


@pytest.mark.parametrize("day", [date(2000, 1, 1), date(2026, 3, 4)])
def test_the_first_and_the_last_day_that_may_be_are_taken(people, place, day):
    assert cite(people.staff, place, replace(NEWS, opened_on=day)).opened_on == day


def test_today_is_the_day_of_the_office(people, place, ngawi):
    """At half past eleven in Jakarta it is tomorrow in Jayapura."""
    with travel("2026-03-04T16:30Z", tick=False):
        tomorrow = replace(NEWS, opened_on=date(2026, 3, 5))
        with pytest.raises(Declined, match="belum tiba"):
            cite(people.staff, place, tomorrow)
        ngawi.zone = Zone.WIT
        ngawi.save()
        assert cite(people.staff, place, tomorrow).noted_on == date(2026, 3, 5)


def test_one_page_proves_a_plan_once_and_another_plan_too(people, place, other, proof):
    with pytest.raises(Declined) as declined:
        cite(people.staff, place, replace(NEWS, caption="Lain"))
    assert declined.value.faults == {"address": THERE_ALREADY}
    cite(people.admin, other, NEWS)
    assert WebProof.objects.count() == 2


def test_a_page_is_not_moved_to_the_address_of_another(people, place, proof):
    second = cite(people.staff, place, replace(NEWS, address="https://kpu.go.id/lain"))
    with pytest.raises(Declined, match=r"sudah menjadi bukti dukung di sini"):
        change_cited(people.staff, second, NEWS)
    assert WebProof.objects.get(pk=second.pk).address == "https://kpu.go.id/lain"


def test_twenty_pages_prove_a_plan_and_no_more(people, place, proof):
    for number in range(1, MOST):
        cite(people.staff, place, replace(NEWS, address=f"https://kpu.go.id/{number}"))
    with pytest.raises(Declined) as declined:
        cite(people.staff, place, replace(NEWS, address="https://kpu.go.id/lagi"))
    assert str(declined.value) == TOO_MANY
    change_cited(people.staff, proof, replace(NEWS, caption="Masih dapat diubah"))


def test_a_change_is_told_with_both_versions(people, proof):
    change_cited(people.admin, proof, replace(NEWS, caption="Berita peresmian"))
    event = events()[-1]
    assert (event.action, event.before["caption"], event.after["caption"]) == (
        "web.change",
        "Berita loket",
        "Berita peresmian",
    )


@pytest.mark.parametrize(("caption", "review"), [("Lain", Review.PENDING), ("Berita loket", Review.APPROVED)])
def test_an_approval_ends_only_where_the_page_says_something_else(people, place, proof, caption, review):
    ActionPlan.objects.filter(pk=place.plan.pk).update(review=Review.APPROVED, reviewed_by=people.head)
    change_cited(people.staff, proof, replace(NEWS, caption=caption))
    assert ActionPlan.objects.get(pk=place.plan.pk).review == review
    assert ("reopened" in events()[-1].after) == (review == Review.PENDING)


@pytest.mark.parametrize("verb", [lambda actor, row: change_cited(actor, row, NEWS), take_out])
def test_one_that_is_gone_is_said_to_be(people, proof, verb):
    WebProof.objects.filter(pk=proof.pk).delete()
    with pytest.raises(Declined) as declined:
        verb(people.staff, proof)
    assert str(declined.value) == GONE


def test_the_last_proof_of_what_is_done_stays(people, place, proof):
    EvidenceUse.objects.all().delete()
    with pytest.raises(Declined, match="Ini bukti dukung terakhir dari RTL yang berstatus Sudah"):
        take_out(people.staff, proof)
    ActionPlan.objects.filter(pk=place.plan.pk).update(status=Status.IN_PROGRESS)
    take_out(people.staff, proof)
    assert not WebProof.objects.exists()


def test_with_the_last_page_goes_a_group_that_says_nothing(people, other):
    take_out(people.admin, cite(people.admin, other, NEWS))
    assert not EvidenceGroup.objects.filter(plan=other.plan).exists()
    proof = cite(people.admin, other, NEWS)
    EvidenceGroup.objects.filter(plan=other.plan).update(note="Lihat laman.")
    take_out(people.admin, WebProof.objects.get(pk=proof.pk))
    assert EvidenceGroup.objects.filter(plan=other.plan).exists()


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_in_a_locked_cycle_nothing_of_it_changes(people, place, proof, lock):
    Survey.objects.update(lock=lock)
    place.survey.refresh_from_db()
    for verb in (
        lambda: cite(people.staff, place, replace(NEWS, address="https://kpu.go.id/lain")),
        lambda: change_cited(people.staff, proof, replace(NEWS, caption="Lain")),
        lambda: take_out(people.staff, proof),
    ):
        with pytest.raises(CycleLockedError):
            verb()
    assert cited(WebProof.objects.get()) == NEWS
