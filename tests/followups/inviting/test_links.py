"""Photos by link, from colleagues without an account: into the tray, limited, revocable, and told in the trail."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from followups.inviting.links import receive
from followups.models import MOST_SENT, EvidencePhoto, UploadLink
from followups.qr import code_of
from offices.models import AuditEvent, SentForm, User
from offices.sending.key import FIELD
from surveys.models import Lock, Survey
from tests.followups.evidence.evidence import at, file, no_photo
from tests.followups.evidence.pictures import taken_at


@pytest.fixture
def token(as_user, people, place):
    """Of a link that staff made."""
    answer = as_user(people.staff).post(at(place, "tautan/"), {FIELD: "kunci"})
    assert answer.status_code == 201
    return re.search(r"/kirim/([\w-]{32})/", answer.content.decode())[1]


@pytest.fixture
def sender():
    """Nobody, in a browser that keeps cookies and has to send them back with the form."""
    return Client(enforce_csrf_checks=True)


def send(sender, token, *files):
    sender.get(f"/kirim/{token}/")
    cookie = sender.cookies.get("csrftoken")
    return sender.post(
        "/kirim/", {"tautan": token, "photos": files, "csrfmiddlewaretoken": cookie.value if cookie else ""}
    )


def test_a_photo_comes_into_the_tray_and_says_for_which_plan(as_user, people, token, sender, place):
    answer = send(sender, token, file("navy", "IMG-20250714-WA0003.jpg"))
    assert (answer.status_code, "1 foto diterima" in answer.content.decode()) == (200, True)
    photo = EvidencePhoto.objects.get(uses=None)
    assert (photo.uploaded_by, photo.came_by.plan, str(photo.offered_on)) == (None, place.plan, "2025-07-14")
    event = AuditEvent.objects.get(action="evidence.sent_in")
    assert (event.actor_id, event.after["link"]) == (None, UploadLink.objects.get().pk)
    trail = " ".join(as_user(people.admin).get("/riwayat/3521/").content.decode().split())
    assert "Menerima foto melalui tautan" in trail
    assert "Pengirim tautan" in trail
    assert "Pengelola server" not in trail
    tray = as_user(people.admin).get("/bukti-dukung/3521/2025-S1/belum-ditempatkan/").content.decode()
    assert f"Dikirim melalui tautan untuk {place.plan.programme}" in tray


def test_the_token_is_stored_as_a_digest_and_shown_once(as_user, people, token, place):
    link = UploadLink.objects.get()
    assert token not in (link.sha256, str(AuditEvent.objects.filter(action="evidence.link").values()))
    assert token not in str(SentForm.objects.values())
    staff = as_user(people.staff)
    page = staff.get(at(place, "tautan/")).content.decode()
    assert token not in page
    assert "sampai admin satuan kerja menempatkannya" in page
    again = staff.post(at(place, "tautan/"), {FIELD: "kunci"})
    assert (again.status_code, again["Location"]) == (302, at(place, "tautan/"))
    assert UploadLink.objects.count() == 1


def test_it_is_shown_as_a_qr_code_too_but_only_once(as_user, people, place):
    staff = as_user(people.staff)
    page = staff.post(at(place, "tautan/")).content.decode()
    address = re.search(r"http\S+/kirim/[\w-]{32}/", page)[0]
    assert f'd="{code_of(address).path}"' in page
    assert "Kode QR" not in staff.get(at(place, "tautan/")).content.decode()


def test_its_address_is_the_portals_whatever_host_was_asked(as_user, people, place, settings):
    settings.PUBLIC_URL = "https://skm.example.go.id"
    page = as_user(people.staff).post(at(place, "tautan/")).content.decode()
    assert "https://skm.example.go.id/kirim/" in page
    assert "http://testserver/kirim/" not in page


def test_without_its_form_nothing_is_taken(sender, token):
    assert sender.post("/kirim/", {"tautan": token, "photos": [file()]}).status_code == 403


@pytest.mark.parametrize("state", ["ended", "expired", "locked", "other", "left", "moved", "erased"])
def test_of_a_link_that_is_of_no_use_nothing_is_told(as_user, people, token, sender, place, state):
    link = UploadLink.objects.get()
    if state == "ended":
        as_user(people.staff).post(at(place, f"tautan/{link.pk}/akhiri/"))
    elif state == "expired":
        UploadLink.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    elif state == "locked":
        Survey.objects.update(lock=Lock.PREPARED)
    elif state == "left":
        User.objects.filter(pk=people.staff.pk).update(is_active=False)
    elif state == "moved":
        people.staff.memberships.all().delete()
    elif state == "erased":
        UploadLink.objects.update(made_by=None)
    given = "A" * 32 if state == "other" else token
    answer = sender.get(f"/kirim/{given}/")
    assert answer.status_code == 404
    assert "Tautan ini tidak berlaku" in answer.content.decode()
    assert place.plan.programme not in answer.content.decode()
    assert Client().post("/kirim/", {"tautan": given, "photos": [file()]}).status_code == 404
    assert not EvidencePhoto.objects.filter(uses=None).exists()


def test_every_file_counts_and_the_last_ones_are_refused(token, sender):
    UploadLink.objects.update(tried=MOST_SENT - 1)
    answer = send(sender, token, no_photo(), file("navy"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "surat.pdf" in page
    assert "sudah dipakai untuk 30 berkas" in page
    link = UploadLink.objects.get()
    assert (link.tried, link.kept) == (MOST_SENT, 0)


def test_a_link_that_was_read_before_it_was_used_up_takes_no_more(token):
    """Two senders at once: what counts is the row, not what either of them read of it."""
    link = UploadLink.objects.get()
    UploadLink.objects.update(tried=MOST_SENT)
    assert receive(link, [file("navy")]).count == 0


def test_more_than_ten_at_once_and_none_at_all_are_refused_before_any_is_read(token, sender):
    assert "Paling banyak 10 foto" in send(sender, token, *[file()] * 11).content.decode()
    assert "Pilih paling sedikit satu foto" in send(sender, token).content.decode()
    assert UploadLink.objects.get().tried == 0


def test_the_day_that_the_file_tells_is_offered_for_it_too(token, sender):
    send(sender, token, SimpleUploadedFile("loket.jpg", taken_at("2025:07:14 10:11:12, dan seterusnya", "JPEG")))
    photo = EvidencePhoto.objects.get(uses=None)
    assert (str(photo.offered_on), photo.taken_on) == ("2025-07-14", None)


def test_what_is_sent_at_once_has_its_time(token, sender, monkeypatch):
    """What was not looked at when it is over does not count, and may be sent again."""
    monkeypatch.setattr("followups.inviting.links.SECONDS", 0)
    answer = send(sender, token, file("navy"), file("teal"))
    assert answer.status_code == 422
    assert answer.content.decode().count("Kirim lagi berkas ini") == 2
    assert UploadLink.objects.get().tried == 0


@pytest.mark.parametrize("limit", ["FILES_A_MINUTE", "ALL_FILES_A_MINUTE"])
def test_one_address_waits_after_many(token, sender, monkeypatch, limit):
    monkeypatch.setattr(f"followups.inviting.views.{limit}", 2)
    assert send(sender, token, file("navy"), file("red")).status_code == 200
    answer = send(sender, token, file("teal"))
    assert (answer.status_code, "Tunggu satu menit" in answer.content.decode()) == (429, True)


def test_a_plan_has_five_links_at_most_and_only_who_may_change_its_proof_makes_them(as_user, people, place):
    staff = as_user(people.staff)
    assert [staff.post(at(place, "tautan/")).status_code for _ in range(6)] == [201] * 5 + [422]
    assert as_user(people.secretary).post(at(place, "tautan/")).status_code == 403
    assert as_user(people.stranger).get(at(place, "tautan/")).status_code == 404
    assert as_user(people.admin).get("/bukti-dukung/3521/2025-S1/belum-ditempatkan/tautan/").status_code == 404
