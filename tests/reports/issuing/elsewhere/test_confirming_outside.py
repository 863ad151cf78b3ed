"""A certificate of an unknown issuer signs once a second person knows it, and the upload asks for the password."""

from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from offices.models import AuditEvent, User
from offices.people.roster import reset_password
from reports.models import KeyConfirmation, OutsideCertificate, State
from tests.conftest import jpeg
from tests.reports.issuing.elsewhere.test_signed import REASON, issued, signed_by
from tests.reports.issuing.issuing import again, make_prepared, small_pdf
from tests.reports.issuing.test_views import PAGE

pytestmark = pytest.mark.usefixtures("own_media")
KEYS = "/satuan-kerja/3521/kunci/"


@pytest.fixture
def waiting(survey, people):
    return make_prepared(survey, people, "elsewhere")


def upload(client, holder="Sari Utami", **more):
    file = SimpleUploadedFile("ttd.pdf", signed_by(small_pdf(), *issued(holder)), "application/pdf")
    sent = {"file": file, "unknown_issuer": "on", "issuer_reason": REASON, "other_holder": "on"}
    return client.post(f"{PAGE}unggah/", sent | more)


def test_it_waits_for_a_second_person_and_then_goes_through(waiting, people, survey, as_user):
    answer = upload(as_user(people.secretary))
    told = answer.content.decode()
    assert (answer.status_code, again(waiting).state) == (422, State.PREPARED)
    for sentence in ("menunggu konfirmasi orang kedua", "Berkasnya tidak disimpan", "Admin, Kasubbag"):
        assert sentence in told
    row = OutsideCertificate.objects.get()
    assert AuditEvent.objects.get(action="signing_key.ask").after["fingerprint"] == row.fingerprint
    client = as_user(people.head)
    assert "Kunci menunggu konfirmasi Anda" in client.get(reverse("home")).content.decode()
    page = client.get(KEYS).content.decode()
    for shown in ("Sari Utami", "Otoritas Uji", row.fingerprint[:4], "layanan lain"):
        assert shown in page
    assert client.post(f"{KEYS}{row.pk}/konfirmasi/", {"fingerprint": row.fingerprint}).status_code == 302
    assert upload(as_user(people.secretary)).status_code == 302
    assert again(waiting).state == State.SIGNED


@pytest.mark.prove
def test_it_is_asked_about_once_however_often_the_file_comes(waiting, people, as_user):
    client = as_user(people.secretary)
    for _ in range(2):
        assert upload(client).status_code == 422
    assert OutsideCertificate.objects.count() == AuditEvent.objects.filter(action="signing_key.ask").count() == 1


def test_who_reset_the_secretary_does_not_confirm_it(waiting, people, survey, as_user):
    reset_password(survey.office, people.admin, people.secretary)
    User.objects.filter(pk=people.secretary.pk).update(must_change_password=False, temporary_until=None)
    people.secretary.refresh_from_db()
    upload(as_user(people.secretary))
    row = OutsideCertificate.objects.get()
    answer = as_user(people.admin).post(f"{KEYS}{row.pk}/konfirmasi/", {"fingerprint": row.fingerprint})
    assert (answer.status_code, KeyConfirmation.objects.count()) == (403, 0)


@pytest.mark.prove
def test_the_operator_of_the_server_confirms_it_as_well(waiting, people, as_user):
    upload(as_user(people.secretary))
    call_command("confirm_key", "3521", "sekretaris", OutsideCertificate.objects.get().fingerprint, stdout=StringIO())
    assert upload(as_user(people.secretary)).status_code == 302


@pytest.mark.prove
def test_the_second_person_is_warned_of_another_name(waiting, people, as_user):
    upload(as_user(people.secretary), "Budi Santoso")
    page = as_user(people.head).get(KEYS).content.decode()
    assert "Nama pada sertifikat, Budi Santoso, berbeda dari nama akun, Sekretaris" in page


@pytest.mark.parametrize("way", ["elsewhere", "by_hand"])
def test_an_open_session_alone_uploads_nothing(survey, people, client, way):
    report = make_prepared(survey, people, way)
    client.force_login(people.secretary)
    file = SimpleUploadedFile("pindaian.jpg", jpeg(), "image/jpeg")
    answer = client.post(f"{PAGE}unggah/", {"file": file})
    page = answer.content.decode()
    assert (answer.status_code, "Pastikan ini Anda" in page, "Pilih lagi berkas yang sama" in page) == (422, True, True)
    assert again(report).state == State.PREPARED


def test_whose_account_others_handled_lately_is_asked_before_preparing(survey, people, client):
    sent = {"way": "by_hand", "dated": "01-02-2026"}
    client.force_login(people.secretary)
    assert "Pastikan ini Anda" not in client.post(f"{PAGE}siapkan/", sent).content.decode()
    reset_password(survey.office, people.admin, people.secretary)
    User.objects.filter(pk=people.secretary.pk).update(must_change_password=False, temporary_until=None)
    people.secretary.refresh_from_db()
    client.force_login(people.secretary)
    answer = client.post(f"{PAGE}siapkan/", sent)
    assert (answer.status_code, "Pastikan ini Anda" in answer.content.decode()) == (422, True)
