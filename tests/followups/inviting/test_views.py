"""The pages of upload links: whom they let in, what they say and to whom, and what nobody may keep of them."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from followups.inviting.links import DAYS, ENDED, TOO_MANY
from followups.inviting.views import OPEN_IT, WAIT
from followups.models import MOST_SENT, EvidencePhoto, UploadLink
from offices.models import AuditEvent
from surveys.models import Lock, Survey
from tests.conftest import make_plan
from tests.followups.evidence.evidence import at, file, no_photo


def made(client, place):
    """The token of a new link."""
    return re.search(r"/kirim/([\w-]{32})/", client.post(at(place, "tautan/")).content.decode())[1]


@pytest.fixture
def admin(as_user, people, place):
    return as_user(people.admin)


@pytest.fixture
def anybody():
    return Client()


@pytest.fixture
def link(admin, place):
    made(admin, place)
    return UploadLink.objects.get()


def test_before_there_is_one_the_page_says_so_and_what_a_link_is(admin, place):
    page = admin.get(at(place, "tautan/")).content.decode()
    assert "Belum ada tautan yang berlaku." in page
    assert f"Satu tautan berlaku {DAYS} hari untuk {MOST_SENT} berkas" in " ".join(page.split())
    assert "WhatsApp" not in page


def test_each_link_that_is_of_use_is_listed_with_who_made_it_and_what_came(admin, people, place, link):
    UploadLink.objects.update(tried=3, kept=2)
    made(admin, place)
    UploadLink.objects.exclude(pk=link.pk).update(ends_at=timezone.now() - timedelta(seconds=1))
    page = " ".join(admin.get(at(place, "tautan/")).content.decode().split())
    assert page.count("Akhiri tautan") == 1
    assert "Dibuat oleh Admin" in page
    assert "3 berkas dikirim, 2 foto disimpan." in page


def test_the_maker_may_be_gone_from_the_list(admin, place, link):
    UploadLink.objects.update(made_by=None)
    assert "Dibuat pada" in " ".join(admin.get(at(place, "tautan/")).content.decode().split())


def test_the_answer_with_the_token_is_kept_by_nobody(admin, place):
    answer = admin.post(at(place, "tautan/"))
    assert "no-store" in answer["Cache-Control"]
    assert "Salin sekarang; tautan ini tidak ditampilkan lagi." in answer.content.decode()


def test_it_can_be_sent_with_the_name_of_the_plan(admin, place):
    page = admin.post(at(place, "tautan/")).content.decode()
    share = re.search(r'href="(https://wa\.me/\?text=[^"]+)"', page)[1]
    assert "Kirim%20foto%20untuk%20%E2%80%9CProgram%201%E2%80%9D" in share
    assert 'rel="noreferrer"' in page


def test_making_and_ending_one_stands_in_the_trail(admin, people, place, link):
    admin.post(at(place, f"tautan/{link.pk}/akhiri/"))
    begun, ended = AuditEvent.objects.filter(action__startswith="evidence.link").order_by("pk")
    assert [(event.action, event.actor_id) for event in (begun, ended)] == [
        ("evidence.link", people.admin.pk),
        ("evidence.link_end", people.admin.pk),
    ]
    assert (begun.after["link"], ended.after["link"]) == (link.pk, link.pk)


def test_a_link_lasts_seven_days(admin, place, anybody, time_machine):
    time_machine.move_to("2025-10-01T09:00:00+07:00", tick=False)
    token = made(admin, place)
    time_machine.shift(DAYS * 24 * 3600 - 1)
    assert anybody.get(f"/kirim/{token}/").status_code == 200
    time_machine.shift(1)
    assert anybody.get(f"/kirim/{token}/").status_code == 404


def test_one_that_is_over_is_not_ended_again(admin, place, link):
    for said in ("Tautan diakhiri.", ENDED):
        page = admin.post(at(place, f"tautan/{link.pk}/akhiri/"), follow=True).content.decode()
        assert said in page
    assert AuditEvent.objects.filter(action="evidence.link_end").count() == 1


def test_a_link_of_another_plan_is_not_found_beneath_this_one(admin, place, other, link):
    assert admin.post(at(other, f"tautan/{link.pk}/akhiri/")).status_code == 404
    assert UploadLink.objects.get().ends_at == link.ends_at


def test_the_sixth_is_refused_until_one_is_ended_or_over(admin, place):
    for _ in range(5):
        made(admin, place)
    answer = admin.post(at(place, "tautan/"))
    assert (answer.status_code, TOO_MANY in answer.content.decode()) == (422, True)
    first, second = UploadLink.objects.all()[:2]
    admin.post(at(place, f"tautan/{first.pk}/akhiri/"))
    assert admin.post(at(place, "tautan/")).status_code == 201
    UploadLink.objects.filter(pk=second.pk).update(ends_at=timezone.now())
    assert admin.post(at(place, "tautan/")).status_code == 201


def test_links_of_one_plan_are_not_counted_for_another(admin, place, other):
    for _ in range(5):
        made(admin, place)
    assert admin.post(at(other, "tautan/")).status_code == 201


def test_in_a_locked_cycle_none_is_made_but_one_may_still_be_ended(admin, place, link):
    Survey.objects.update(lock=Lock.PREPARED)
    page = admin.get(at(place, "tautan/")).content.decode()
    assert "Buat tautan</button>" not in page
    assert "disiapkan untuk ditandatangani" in page
    assert admin.post(at(place, "tautan/")).status_code == 403
    assert admin.post(at(place, f"tautan/{link.pk}/akhiri/")).status_code == 302
    assert UploadLink.objects.get().ends_at < link.ends_at


@pytest.mark.parametrize(
    ("who", "own", "others"),
    [
        ("staff", 201, 403),
        ("admin", 201, 201),
        ("secretary", 403, 403),
        ("supervisor", 403, 403),
        ("stranger", 404, 404),
        ("nobody", 404, 404),
    ],
)
def test_each_role_makes_links_where_it_may_change_the_proof(as_user, people, place, other, who, own, others):
    client = as_user(getattr(people, who))
    assert [client.post(at(where, "tautan/")).status_code for where in (place, other)] == [own, others]
    assert UploadLink.objects.count() == (own, others).count(201)


def test_who_is_not_logged_in_is_asked_to(anybody, place):
    answer = anybody.post(at(place, "tautan/"))
    assert (answer.status_code, "?next=/bukti-dukung/3521/" in answer.url) == (302, True)
    assert not UploadLink.objects.exists()


# --- the page of those who have no account


def test_it_says_who_asks_for_what_and_until_when(admin, place, anybody, time_machine):
    time_machine.move_to("2025-10-01T09:00:00+07:00", tick=False)
    page = " ".join(anybody.get(f"/kirim/{made(admin, place)}/").content.decode().split())
    assert "Komisi Pemilihan Umum Kabupaten Ngawi meminta foto untuk kegiatan <strong>Program 1</strong>" in page
    assert "Tautan ini berlaku sampai 8 Oktober 2025 09.00." in page
    assert 'content="noindex, nofollow"' in page


def test_nothing_of_it_is_kept_by_a_browser(admin, place, anybody):
    token = made(admin, place)
    assert "no-store" in anybody.get(f"/kirim/{token}/")["Cache-Control"]
    assert "no-store" in anybody.post("/kirim/", {"tautan": token})["Cache-Control"]


def test_without_the_link_the_address_says_how_to_come_in(anybody, db):
    answer = anybody.get("/kirim/")
    assert (answer.status_code, OPEN_IT in answer.content.decode()) == (200, True)


@pytest.mark.parametrize("token", ["", "A" * 31, "A" * 32, "A" * 5000, "\N{SNOWMAN}", "'; --"])
def test_a_token_that_is_none_is_told_nothing(anybody, place, token):
    answer = anybody.post("/kirim/", {"tautan": token, "photos": [file()]})
    assert (answer.status_code, "Tautan ini tidak berlaku" in answer.content.decode()) == (404, True)
    assert "Program 1" not in answer.content.decode()


def test_what_is_no_photo_is_named_with_its_reason_and_the_rest_is_taken(admin, place, anybody):
    token = made(admin, place)
    answer = anybody.post("/kirim/", {"tautan": token, "photos": [file("navy"), no_photo()]})
    page = answer.content.decode()
    assert (answer.status_code, "1 foto diterima" in page, "surat.pdf" in page) == (422, True, True)
    link = UploadLink.objects.get()
    assert (link.tried, link.kept) == (2, 1)
    assert f'value="{token}"' in page


def test_a_photo_that_the_cycle_has_already_is_kept_once(admin, place, anybody):
    token = made(admin, place)
    for _ in range(2):
        assert anybody.post("/kirim/", {"tautan": token, "photos": [file("navy")]}).status_code == 200
    link = UploadLink.objects.get()
    assert (link.tried, link.kept, EvidencePhoto.objects.filter(uses=None).count()) == (2, 1, 1)


def test_the_name_of_a_file_is_shown_as_text(admin, place, anybody):
    token = made(admin, place)
    page = anybody.post("/kirim/", {"tautan": token, "photos": [no_photo("<b>surat.pdf")]}).content.decode()
    assert "<b>surat" not in page
    assert "&lt;b&gt;surat.pdf" in page


def test_who_looks_too_often_waits(admin, place, anybody, monkeypatch):
    token = made(admin, place)
    monkeypatch.setattr("followups.inviting.views.PAGES_A_MINUTE", 2)
    assert [anybody.get(f"/kirim/{token}/").status_code for _ in range(3)] == [200, 200, 429]
    page = anybody.get(f"/kirim/{token}/").content.decode()
    assert WAIT in page
    assert "Program 1" not in page


def test_a_plan_that_is_deleted_takes_its_links_with_it(admin, place, anybody):
    plan = make_plan(place.plan.priority, 7)
    token = made(admin, type(place)(place.followup, plan=plan))
    plan.delete()
    assert anybody.get(f"/kirim/{token}/").status_code == 404


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(anybody, db, method):
    assert getattr(anybody, method)("/kirim/").status_code == 405
    assert getattr(anybody, method)(f"/kirim/{'A' * 32}/").status_code == 405
