"""The queue for approvals through its pages: one after the other, several at once, and what changed meanwhile."""

import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, EvidenceUse, MonthKind, PlanMonth, Review, Status
from followups.realising.queue import Seen, next_after, read_mark, why_gone
from offices.models import AuditEvent, User
from surveys.models import Lock
from tests.conftest import make_plan, make_survey

QUEUE, EVERYWHERE = "/rtl/3521/2025-S1/persetujuan/", "/persetujuan/"


@pytest.fixture
def waiting(survey, people):
    """Three plans of unit kul that the operator has sent."""
    first = ActionPlan.objects.get(position=1)
    make_plan(first.priority, 3)
    ActionPlan.objects.update(
        status=Status.DONE,
        description="Ditempel di loket.",
        review=Review.PENDING,
        submitted_by=people.staff,
        all_units=True,
        lead=None,
    )
    return list(ActionPlan.objects.all())


def text_of(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def mark_on(page):
    return re.search(r'name="rtl" value="([^"]+)"', page.content.decode())[1]


def marks_on(page):
    return re.findall(r'name="rtl"\s+id="setuju-\d+"\s+value="([^"]+)"', page.content.decode())


def decide(client, page, address=EVERYWHERE, **changes):
    done = re.search(r'name="selesai" value="(\d+)"', page.content.decode())[1]
    sent = {"rtl": mark_on(page), "selesai": done, "putusan": "setujui"}
    return client.post(address, sent | changes, follow=True)


@pytest.mark.parametrize("address", [QUEUE, EVERYWHERE])
def test_one_after_the_other_until_nothing_waits(as_user, people, waiting, address):
    client = as_user(people.head)
    page = client.get(address)
    for number in (1, 2, 3):
        assert f"{number} dari 3" in text_of(page)
        assert f"Program {number}" in text_of(page)
        page = decide(client, page, address)
        assert f"Realisasi “Program {number}” disetujui." in text_of(page)
    assert "Tidak ada realisasi yang menunggu persetujuan Anda" in text_of(page)
    assert "Anda sudah memeriksa 3 realisasi." in text_of(page)
    assert set(ActionPlan.objects.values_list("review", "reviewed_by")) == {(Review.APPROVED, people.head.pk)}
    assert [event.action for event in AuditEvent.objects.all()] == ["plan.approve"] * 3


def test_text_plan_and_photos_stand_on_one_page(as_user, people, waiting):
    page = as_user(people.head).get(QUEUE)
    for words in ("Ditempel di loket.", "Rencana", "Bukti dukung 1", "dikirim oleh Operator", "Waktu"):
        assert words in text_of(page), words
    assert page.content.decode().count("/kecil.jpg") == 1


def test_what_is_passed_over_keeps_its_place(as_user, people, waiting):
    client = as_user(people.head)
    second = client.get(f"{QUEUE}?rtl={waiting[1].pk}&selesai=0")
    assert "2 dari 3" in text_of(second)
    third = decide(client, second, QUEUE)
    assert "3 dari 3" in text_of(third)
    assert "Program 3" in text_of(third)
    assert "Program 1" in text_of(decide(client, third, QUEUE))


def test_a_return_needs_a_note_and_leads_on(as_user, people, waiting):
    client = as_user(people.head)
    page = client.get(QUEUE)
    refused = client.post(QUEUE, {"rtl": mark_on(page), "putusan": "kembalikan", "note": " "})
    assert refused.status_code == 422
    assert "Tulis apa yang perlu diperbaiki" in text_of(refused)
    assert "Program 1" in text_of(refused)
    page = decide(client, page, QUEUE, putusan="kembalikan", note="Sebutkan loketnya.")
    assert "Program 2" in text_of(page)
    waiting[0].refresh_from_db()
    assert (waiting[0].review, waiting[0].review_note) == (Review.RETURNED, "Sebutkan loketnya.")


def test_what_changed_since_it_was_seen_is_shown_again(as_user, people, waiting):
    client = as_user(people.head)
    page = client.get(QUEUE)
    EvidenceUse.objects.all().delete()
    refused = client.post(QUEUE, {"rtl": mark_on(page), "putusan": "setujui"})
    assert refused.status_code == 422
    assert "Bukti dukungnya berubah sejak Anda membukanya" in text_of(refused)
    ActionPlan.objects.filter(pk=waiting[0].pk).update(revision=9)
    assert "berubah sejak Anda membukanya" in text_of(client.post(QUEUE, {"rtl": mark_on(page), "putusan": "setujui"}))
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("word", [{}, {"putusan": ""}, {"putusan": "tolak"}])
def test_nothing_is_approved_without_the_word(as_user, people, waiting, word):
    client = as_user(people.head)
    refused = client.post(QUEUE, {"rtl": mark_on(client.get(QUEUE))} | word)
    assert refused.status_code == 422
    assert "Belum ada yang diputuskan." in text_of(refused) and "Program 1" in text_of(refused)
    assert not ActionPlan.objects.exclude(review=Review.PENDING).exists()


def approved_by(person, plan):
    ActionPlan.objects.filter(pk=plan.pk).update(review=Review.APPROVED, reviewed_by=person)


def test_a_note_on_what_another_decided_meanwhile_is_offered_on_no_other(as_user, people, waiting):
    client = as_user(people.head)
    sent = {"rtl": mark_on(client.get(QUEUE)), "putusan": "kembalikan", "note": "Sebutkan loketnya."}
    approved_by(people.secretary, waiting[0])
    refused = client.post(QUEUE, sent)
    assert refused.status_code == 422
    assert "RTL “Program 1” sudah diputuskan: disetujui oleh Sekretaris." in text_of(refused)
    assert "Sebutkan loketnya." in text_of(refused) and "Program 2" not in text_of(refused)
    page = refused.content.decode()
    assert 'name="putusan"' not in page
    assert f'href="/rtl/3521/2025-S1/{waiting[0].pk}/"' in page and f'href="{QUEUE}?selesai=0"' in page
    assert "Program 2" in text_of(client.get(f"{QUEUE}?selesai=0"))


def test_it_is_told_too_where_nothing_else_waits(as_user, people, waiting):
    ActionPlan.objects.exclude(pk=waiting[0].pk).delete()
    client = as_user(people.head)
    sent = {"rtl": mark_on(client.get(QUEUE)), "putusan": "kembalikan", "note": "Sebutkan loketnya."}
    approved_by(people.secretary, waiting[0])
    told = text_of(client.post(QUEUE, sent))
    assert "sudah diputuskan" in told and "Sebutkan loketnya." in told and "Ke beranda" in told


def test_a_link_to_what_was_decided_or_deleted_opens_no_other(as_user, people, waiting):
    client = as_user(people.head)
    approved_by(people.secretary, waiting[0])
    stale = client.get(f"{QUEUE}?rtl={waiting[0].pk}")
    ActionPlan.objects.filter(pk=waiting[1].pk).delete()
    deleted = client.get(f"{QUEUE}?rtl={waiting[1].pk}")
    assert "“Program 1” sudah diputuskan" in text_of(stale)
    assert "tidak ada di antara yang menunggu persetujuan Anda" in text_of(deleted)
    assert not any("Program 3" in text_of(page) for page in (stale, deleted))


def test_of_several_each_that_fails_is_told_and_the_others_are_approved(as_user, people, waiting, magetan):
    other = ActionPlan.objects.filter(priority__followup__survey=make_survey(magetan)).first()
    client = as_user(people.head)
    marks = marks_on(client.get(f"{QUEUE}?daftar"))
    waiting[2].delete()
    page = client.post(QUEUE, {"putusan": "beberapa", "rtl": [*marks, f"{other.pk}.0.", marks[0]]}, follow=True)
    told = text_of(page)
    assert "2 dari 4 realisasi disetujui." in told
    assert told.count("tidak ada di antara yang menunggu") == 2


def test_of_several_what_is_no_longer_ones_own_to_decide_is_told_by_name(as_user, people, waiting):
    client = as_user(people.head)
    marks = marks_on(client.get(f"{QUEUE}?daftar"))
    ActionPlan.objects.filter(pk=waiting[0].pk).update(all_units=False)
    waiting[0].units.clear()
    told = text_of(client.post(QUEUE, {"putusan": "beberapa", "rtl": marks}, follow=True))
    assert "“Program 1”: Hanya" in told and "2 dari 3 realisasi disetujui." in told


def test_of_several_those_of_a_cycle_closed_meanwhile_are_told(as_user, people, waiting, survey):
    client = as_user(people.head)
    marks = marks_on(client.get(f"{QUEUE}?daftar"))
    type(survey).objects.filter(pk=survey.pk).update(lock=Lock.PREPARED)
    told = text_of(client.post(QUEUE, {"putusan": "beberapa", "rtl": marks}, follow=True))
    assert "0 dari 3 realisasi disetujui." in told and "“Program 3”:" in told


def test_several_are_approved_at_once_and_one_that_changed_is_named(as_user, people, waiting):
    client = as_user(people.head)
    marks = marks_on(client.get(f"{QUEUE}?daftar"))
    assert len(marks) == 3
    ActionPlan.objects.filter(pk=waiting[1].pk).update(revision=9)
    page = client.post(QUEUE, {"putusan": "beberapa", "rtl": marks}, follow=True)
    assert "2 dari 3 realisasi disetujui." in text_of(page)
    assert "“Program 2”: Realisasi ini berubah" in text_of(page)
    assert list(ActionPlan.objects.values_list("review", flat=True)) == ["approved", "pending", "approved"]


def test_the_list_tells_all_that_is_approved_with_a_tick(as_user, people, waiting):
    plan = waiting[0]
    ActionPlan.objects.filter(pk=plan.pk).update(obstacle="Hujan <deras>.", review_note="Sebutkan loketnya.")
    PlanMonth.objects.create(plan=plan, kind=MonthKind.REALISED, month=date(2025, 10, 1))
    plan.evidence.note = "Daftar hadir di map biru."
    plan.evidence.save()
    page = text_of(as_user(people.head).get(f"{QUEUE}?daftar"))
    for words in ("Hujan <deras>.", "Oktober 2025", "sebelumnya: Sebutkan loketnya.", "Daftar hadir di map biru."):
        assert words in page, words


def test_with_nothing_ticked_it_says_so_and_all_can_be_ticked_without_a_script(as_user, people, waiting):
    client = as_user(people.head)
    refused = client.post(QUEUE, {"putusan": "beberapa"})
    assert (refused.status_code, "Centang dahulu" in text_of(refused)) == (422, True)
    assert client.get(f"{QUEUE}?daftar&centang=semua").content.decode().count("checked") == 3


def test_the_head_of_a_small_office_approves_at_once_what_the_admin_entered(as_user, people, waiting):
    User.objects.filter(pk__in=[people.secretary.pk, people.staff.pk]).update(is_active=False)
    ActionPlan.objects.update(submitted_by=people.admin)
    for plan in waiting:
        plan.units.clear()
    ActionPlan.objects.update(all_units=False, lead=None)
    client = as_user(people.head)
    client.post(EVERYWHERE, {"putusan": "beberapa", "rtl": marks_on(client.get(f"{EVERYWHERE}?daftar"))})
    assert set(ActionPlan.objects.values_list("review", "reviewed_by")) == {(Review.APPROVED, people.head.pk)}
    report = text_of(client.get("/laporan/3521/2025-S1/"))
    assert "telah diperiksa dan disetujui oleh Kasubbag." in report


def test_nobody_finds_or_approves_their_own(as_user, people, waiting):
    ActionPlan.objects.update(submitted_by=people.head)
    client = as_user(people.head)
    assert "Tidak ada realisasi yang menunggu" in text_of(client.get(QUEUE))
    for putusan in ("setujui", "beberapa"):
        plan = waiting[0]
        client.post(QUEUE, {"rtl": f"{plan.pk}.{plan.revision}.", "putusan": putusan})
    assert set(ActionPlan.objects.values_list("review", flat=True)) == {Review.PENDING}


def test_a_locked_cycle_has_no_queue_and_refuses(as_user, people, waiting, survey):
    client = as_user(people.head)
    mark = mark_on(client.get(QUEUE))
    survey.lock = Lock.PREPARED
    survey.save()
    assert "Tidak ada realisasi yang menunggu" in text_of(client.get(QUEUE))
    assert client.post(QUEUE, {"rtl": mark, "putusan": "setujui"}).status_code == 403


@pytest.mark.parametrize("mark", ["", "0", "x.y.z", "1", "99999999999.1.a", "²."])
def test_a_mark_that_no_page_gave_out_finds_nothing(as_user, people, waiting, mark):
    assert read_mark(mark) == Seen()
    assert as_user(people.head).post(QUEUE, {"rtl": mark, "putusan": "setujui"}).status_code == 404


def test_the_next_is_the_one_behind_and_after_the_last_the_first(waiting):
    ids = [plan.pk for plan in waiting]
    assert [next_after(waiting, pk) for pk in ids] == [ids[1], ids[2], ids[0]]
    assert next_after(waiting[:1], ids[0]) is None


def test_the_number_of_queries_grows_with_nothing(as_user, people, waiting, magetan):
    make_survey(magetan)
    client = as_user(people.head)
    client.get(f"{QUEUE}?daftar")
    counts = []
    for more in (0, 6):
        for position in range(more):
            make_plan(
                waiting[0].priority, 10 + position, status=Status.DONE, review=Review.PENDING, submitted_by=people.staff
            )
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{QUEUE}?daftar")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 34


def test_the_signing_page_leads_to_each_thing_that_is_lacking(as_user, people, waiting):
    page = as_user(people.secretary).get("/laporan/3521/2025-S1/tanda-tangan/").content.decode()
    assert f'href="/rtl/3521/2025-S1/{waiting[0].pk}/"' in page
    assert f'href="{QUEUE}"' in page
    places = re.findall(r'<a class="place" href="([^"]+)"', page)
    assert places
    assert '<span class="place">' not in page
    for address in dict.fromkeys(place.partition("#")[0] for place in places):
        assert as_user(people.admin).get(address).status_code == 200


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"review": Review.NONE}, "RTL “Program 1” tidak sedang menunggu persetujuan Anda."),
        ({"review": Review.PENDING}, "RTL “Program 1” tidak sedang menunggu persetujuan Anda."),
        ({"review": Review.APPROVED}, "RTL “Program 1” sudah diputuskan: disetujui."),
        ({"review": Review.RETURNED}, "RTL “Program 1” sudah diputuskan: dikembalikan."),
        (
            {"review": Review.APPROVED, "reviewed_by": User(name="Sari Utami", username="sari")},
            "RTL “Program 1” sudah diputuskan: disetujui oleh Sari Utami.",
        ),
    ],
)
def test_why_a_plan_is_not_in_the_queue_is_said(state, said):
    assert why_gone(ActionPlan(programme="Program 1", **state)) == said


@pytest.mark.parametrize(
    ("mark", "seen"),
    [
        ("12.3.abc", Seen(12, 3, "abc")),
        ("12.3.", Seen(12, 3, "")),
        ("12.3.a.b", Seen(12, 3, "a.b")),
        ("999999999.1.a", Seen(999999999, 1, "a")),
        ("1234567890.1.a", Seen()),
        ("12.1234567890.a", Seen()),
        ("12", Seen()),
        ("-1.3.a", Seen()),
        ("", Seen()),
    ],
)
def test_a_mark_is_read_as_it_was_given_out(mark, seen):
    assert read_mark(mark) == seen
