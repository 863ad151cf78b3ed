"""The pages about signing as each role meets them."""

import re

import pytest
from django.test import Client

from followups.models import ActionPlan, Completion, Review, Status
from offices.models import AuditEvent, Membership, Role
from reports.issuing import reopen, withdraw
from reports.models import Report, SigningKey, State
from surveys.models import Survey
from tests.conftest import just_confirmed
from tests.reports.issuing.issuing import (
    PASSPHRASE,
    again,
    container,
    give_key,
    guard,
    job_of,
    key_file,
    made,
    make_prepared,
    make_preparing,
    make_ready,
    make_scanned,
    make_signed,
    small_pdf,
)

pytestmark = pytest.mark.usefixtures("own_media")

PAGE = "/laporan/3521/2025-S1/tanda-tangan/"


@pytest.fixture(autouse=True)
def guarded(people):
    guard(people.secretary)


@pytest.fixture
def secretary(people):
    client = Client()
    client.force_login(people.secretary)
    just_confirmed(client, people.secretary)
    return client


@pytest.fixture
def reader(people):
    client = Client()
    client.force_login(people.staff)
    return client


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_draft_says_what_hinders_it_and_who_has_not_approved_what(secretary, survey, people):
    make_ready(survey, people)
    Completion.objects.update(reason="")
    told = text_of(secretary.get(PAGE))
    assert "Yang masih menghalangi 1" in told
    assert "Wajib diperbaiki" in told
    assert "Siapkan untuk ditandatangani" not in told


def test_who_sent_all_that_waits_is_told_that_somebody_else_is_needed(as_user, survey, people):
    Membership.objects.exclude(role=Role.ADMIN).delete()
    ActionPlan.objects.filter(status=Status.DONE).update(review=Review.PENDING, submitted_by=people.admin)
    page = text_of(as_user(people.admin).get(PAGE))
    assert "belum ada orang lain yang berwenang menyetujuinya" in page
    assert "Tambahkan pengguna" in page
    assert "Periksa yang menunggu Anda" not in page
    ActionPlan.objects.filter(status=Status.DONE).update(submitted_by=people.staff)
    page = text_of(as_user(people.admin).get(PAGE))
    assert "Periksa yang menunggu Anda" in page
    assert "belum ada orang lain" not in page


def test_it_is_prepared_with_one_form(secretary, survey, people):
    make_ready(survey, people)
    assert "Siapkan versi 1" in text_of(secretary.get(PAGE))
    response = secretary.post(f"{PAGE}siapkan/", {"way": "here", "dated": "09-01-2026"})
    assert response.url == PAGE
    assert (Report.objects.get().state, Report.objects.get().dated.isoformat()) == (State.PREPARING, "2026-01-09")
    assert "Menunggu giliran" in text_of(secretary.get(PAGE))


def test_a_warning_that_only_the_preparation_brings_up_is_shown_with_room_for_a_reason(
    secretary, survey, people, settings
):
    settings.DEBUG = True
    give_key(people.secretary, demo=True)
    make_ready(survey, people)
    sent = {"way": "here", "dated": "09-01-2026"}
    response = secretary.post(f"{PAGE}siapkan/", sent)
    assert response.status_code == 422
    assert "kunci contoh" in text_of(response)
    assert 'name="reason"' in response.content.decode()
    assert secretary.post(f"{PAGE}siapkan/", sent | {"reason": "Untuk latihan."}).status_code == 302


def test_a_double_click_prepares_once(secretary, survey, people):
    make_ready(survey, people)
    for status in (302, 422):
        assert secretary.post(f"{PAGE}siapkan/", {"way": "here", "dated": "09-01-2026"}).status_code == status
    assert Report.objects.count() == 1
    assert AuditEvent.objects.filter(action="report.prepare").count() == 1


def test_the_page_follows_the_work_and_comes_anew_when_it_is_done(secretary, survey, people):
    report = make_preparing(survey, people)
    assert "Sedang disiapkan" in text_of(secretary.get(PAGE))
    poll = f"{PAGE}?pekerjaan={job_of(report).pk}"
    assert "HX-Refresh" not in secretary.get(poll).headers
    made(report)
    assert secretary.get(poll).headers["HX-Refresh"] == "true"
    assert secretary.get(f"{PAGE}?pekerjaan=999999").status_code == 404


def test_a_failure_offers_another_try(secretary, survey, people):
    report = make_preparing(survey, people)
    job = job_of(report)
    type(job).objects.update(state="failed", error="Berkas terlalu besar: 12 MB.")
    told = text_of(secretary.get(PAGE))
    assert "Berkas terlalu besar: 12 MB." in told
    assert secretary.post(f"{PAGE}ulangi/").status_code == 302
    assert job_of(report).state == "queued"
    assert secretary.post(f"{PAGE}ulangi/").status_code == 422


def test_the_prepared_page_shows_the_very_file_and_its_digest(secretary, survey, people):
    report = make_prepared(survey, people)
    assert report.prepared_sha256 in text_of(secretary.get(PAGE))
    shown = secretary.get(f"{PAGE}berkas/?lihat=1")
    assert b"".join(shown.streaming_content) == small_pdf()
    assert shown.headers["Content-Disposition"].startswith("inline")


def test_who_may_not_sign_reads_and_is_told_who_may(reader, survey, people):
    make_prepared(survey, people)
    told = text_of(reader.get(PAGE))
    assert "Laporan ditandatangani oleh Sekretaris." in told
    assert "Frasa sandi" not in told
    assert "Kembalikan menjadi draf" not in told


def sign(client, **sent):
    return client.post(f"{PAGE}bubuhkan/", {"agreed": "on", "passphrase": PASSPHRASE} | sent)


def test_the_passphrase_is_never_shown_again(secretary, survey, people):
    give_key(people.secretary)
    make_prepared(survey, people)
    response = sign(secretary, passphrase="salah-dan-rahasia-1")
    assert response.status_code == 422
    assert "Frasa sandi salah" in text_of(response)
    assert "salah-dan-rahasia-1" not in response.content.decode()
    assert "salah-dan-rahasia-1" not in str(list(AuditEvent.objects.values_list("before", "after")))
    assert "data-draft" not in response.content.decode()


def test_a_double_click_signs_once_and_says_who(secretary, survey, people):
    give_key(people.secretary)
    make_prepared(survey, people)
    assert sign(secretary).status_code == 302
    second = sign(secretary)
    assert second.status_code == 422
    assert "sudah ditandatangani oleh Sekretaris" in text_of(second)
    assert AuditEvent.objects.filter(action="report.sign").count() == 1


def test_the_signed_file_has_the_name_of_its_version(secretary, survey, people):
    report = make_signed(survey, people)
    response = secretary.get(f"{PAGE}versi/1/")
    assert 'filename="Laporan-TL-SKM-3521-2025-S1-v1.pdf"' in response.headers["Content-Disposition"]
    assert b"".join(response.streaming_content) == report.signed_file.open().read()
    assert AuditEvent.objects.order_by("pk").last().action == "report.download"


def test_the_signed_file_is_two_clicks_from_home(secretary, survey, people):
    make_signed(survey, people)
    home = secretary.get("/").content.decode()
    link = re.search(rf'href="({PAGE}versi/1/)"', home)
    assert link
    assert secretary.get(link[1]).status_code == 200


def test_a_scan_is_told_apart_from_a_signature(secretary, survey, people):
    make_scanned(survey, people)
    told = text_of(secretary.get(PAGE))
    assert "Ditandatangani dengan tangan" in told
    assert "Pindaian bukan tanda tangan elektronik" in told
    response = secretary.get(f"{PAGE}versi/1/pindaian/")
    assert (response.headers["Content-Type"], response.headers["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")


def test_the_old_version_stays_downloadable_beside_the_draft_of_the_next(secretary, survey, people):
    reopen(make_signed(survey, people), people.secretary, "Salah ketik pada program 2.")
    told = text_of(secretary.get(PAGE))
    assert "Salah ketik pada program 2." in told
    assert "Versi 1 tetap berlaku" in told
    assert secretary.get(f"{PAGE}versi/1/").status_code == 200


def test_a_withdrawn_version_says_why(secretary, survey, people):
    withdraw(make_signed(survey, people), people.secretary, "Ditandatangani terlalu dini.")
    told = text_of(secretary.get(PAGE))
    assert "Alasan penarikan: Ditandatangani terlalu dini." in told
    assert "Siapkan versi 2" in told


def test_a_damaged_file_is_told_and_not_given_out(secretary, survey, people):
    report = make_signed(survey, people)
    report.signed_file.storage.delete(report.signed_file.name)
    response = secretary.get(f"{PAGE}versi/1/", follow=True)
    assert "rusak di penyimpanan" in text_of(response)
    assert response.redirect_chain == [(PAGE, 302)]


def test_another_offices_versions_are_unknown(survey, people):
    make_signed(survey, people)
    stranger = Client()
    stranger.force_login(people.stranger)
    for path in ("", "versi/1/", "versi/1/pindaian/", "berkas/"):
        assert stranger.get(PAGE + path).status_code == 404


def test_a_key_is_kept_through_its_page(secretary, people, ngawi):
    response = secretary.post("/akun/kunci/", {"container": key_file(), "passphrase": PASSPHRASE}, follow=True)
    told = text_of(response)
    assert "Sari Utami" in told
    assert PASSPHRASE not in response.content.decode()
    assert bytes(SigningKey.objects.get(user=people.secretary).container) == container()


def test_a_wrong_passphrase_keeps_no_key_and_is_not_echoed(secretary, people, ngawi):
    response = secretary.post("/akun/kunci/", {"container": key_file(), "passphrase": "salah-dan-rahasia-1"})
    assert (response.status_code, SigningKey.objects.count()) == (422, 0)
    assert "Frasa sandi salah" in text_of(response)
    assert "salah-dan-rahasia-1" not in response.content.decode()


def test_a_cycle_that_is_prepared_takes_no_other_change(secretary, survey, people):
    report = make_prepared(survey, people)
    response = secretary.post("/laporan/3521/2025-S1/teks/4.penutup/", {"text": "Teks lain.", "seen": ""})
    assert response.status_code == 403
    assert again(report).document == report.document
    assert Survey.objects.get(pk=survey.pk).lock == "prepared"


def test_a_key_that_was_asked_for_at_signing_leads_back_there(secretary, survey, people):
    make_prepared(survey, people)
    assert f"/akun/kunci/?kembali={PAGE}" in secretary.get(PAGE).content.decode()
    page = secretary.get(f"/akun/kunci/?kembali={PAGE}").content.decode()
    assert f'name="kembali" value="{PAGE}"' in " ".join(page.split())
    sent = {"container": key_file(), "passphrase": PASSPHRASE, "kembali": PAGE}
    assert secretary.post("/akun/kunci/", sent).url == PAGE


@pytest.mark.parametrize("elsewhere", ["https://contoh.example/", "//contoh.example/", "javascript:alert(1)"])
def test_a_key_leads_back_to_no_other_site(secretary, survey, elsewhere):
    assert elsewhere not in secretary.get("/akun/kunci/", {"kembali": elsewhere}).content.decode()
    sent = {"container": key_file(), "passphrase": PASSPHRASE, "kembali": elsewhere}
    assert secretary.post("/akun/kunci/", sent).url == "/akun/kunci/"


def test_open_notes_of_a_reader_are_told_before_signing(secretary, survey, people):
    make_prepared(survey, people)
    assert "catatan pembaca yang belum diselesaikan" not in text_of(secretary.get(PAGE))
    secretary.post("/laporan/3521/2025-S1/catatan/", {"part": "bab-2", "text": "Periksa tabelnya."})
    assert "Masih ada 1 catatan pembaca yang belum diselesaikan." in text_of(secretary.get(PAGE))


def test_one_version_alone_is_not_offered_to_be_compared(secretary, survey, people):
    make_signed(survey, people)
    assert "Bandingkan versi" not in text_of(secretary.get(PAGE))
