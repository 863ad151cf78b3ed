"""Signing here, elsewhere and by hand; replacing and withdrawing: what is accepted, and that nothing is half done."""

from datetime import UTC, datetime

import pytest
from django.core.files.storage import default_storage

from followups.models import ActionPlan
from offices.declining import Declined
from offices.models import AuditEvent
from reports.issuing import (
    Declared,
    Will,
    abandon,
    accept_scan,
    accept_signed,
    forget_key,
    keep_key,
    prepare,
    reopen,
    sign_here,
    withdraw,
)
from reports.issuing.keeping import read
from reports.models import RetiredCode, SigningKey, State
from reports.printing.conformance import faults_of
from reports.reading.versions import current, open_version, versions
from reports.signing.keys.opening import open_key
from reports.signing.sign import sign
from reports.signing.verify import inspect
from surveys.models import Lock
from tests.conftest import jpeg
from tests.mass import sampled
from tests.reports.issuing.issuing import (
    AGREED,
    PASSPHRASE,
    again,
    authority,
    container,
    explain,
    give_key,
    guard,
    known_outside,
    made,
    make_prepared,
    make_signed,
    wish,
)

pytestmark = pytest.mark.usefixtures("own_media")

NOW = datetime.now(UTC).replace(microsecond=0)


def last_event():
    return AuditEvent.objects.order_by("pk").last()


@pytest.fixture(autouse=True)
def guarded(people):
    guard(people.secretary)


@pytest.fixture
def prepared(survey, people):
    give_key(people.secretary)
    return make_prepared(survey, people)


def signed_elsewhere(report, holder="Sari Utami", at=NOW):
    content = read(report.prepared_file, report.prepared_sha256)
    return sign(content, open_key(container(holder), PASSPHRASE), at=at, reason="Uji", location="Ngawi")


KNOWN_TO_US = Declared(unknown_issuer=True, reason="Penerbit uji satuan kerja ini.")


def files_of(report):
    folder = f"reports/{report.followup.survey.office.code}/{report.followup.survey.period}/v{report.version}"
    return set(default_storage.listdir(folder)[1])


# --- here


def test_the_prepared_file_is_signed_byte_for_byte(prepared, people, survey):
    before = read(prepared.prepared_file, prepared.prepared_sha256)
    report = sign_here(prepared, people.secretary, PASSPHRASE, AGREED)
    content = read(report.signed_file, report.signed_sha256)
    assert content.startswith(before)
    assert faults_of(content) == ()
    (signature,) = inspect(content).signatures
    assert (signature.signer, signature.holds, signature.covers_whole_file) == ("Sari Utami", True, True)
    assert (report.state, report.signed_by, again(survey).lock) == (State.SIGNED, people.secretary, Lock.SIGNED)
    assert report.signed_at == signature.signed_at
    assert report.signer["issuer"] == "Otoritas Uji"
    assert (last_event().action, last_event().after["sha256"]) == ("report.sign", report.signed_sha256)


@pytest.mark.parametrize("known", sampled([True, False], every=2))
def test_whether_the_portal_knows_the_issuer_is_told(prepared, client, settings, tmp_path, known):
    bundle, secretary = tmp_path / "dikenal.pem", SigningKey.objects.get().user
    if known:
        bundle.write_bytes(authority().pem)
    settings.SIGNING_TRUST = str(bundle)
    report = sign_here(prepared, secretary, PASSPHRASE, AGREED)
    assert report.signer["trusted"] is known
    page = client.get(f"/verifikasi/{report.code}/").content.decode()
    assert ("penerbitnya terdaftar di portal ini" in page) is known
    assert ("penerbit tidak terdaftar di portal ini" in page) is not known


def refused(report, user, match, passphrase=PASSPHRASE, will=AGREED):
    events, files = AuditEvent.objects.count(), files_of(report)
    with pytest.raises(Declined, match=match) as refusal:
        sign_here(report, user, passphrase, will)
    assert again(report).state == State.PREPARED
    assert (AuditEvent.objects.count(), files_of(report)) == (events, files)
    return str(refusal.value)


def test_a_wrong_passphrase_signs_nothing_and_is_told_nowhere(prepared, people, caplog):
    told = refused(prepared, people.secretary, "Frasa sandi salah", passphrase="salah-sekali-999")
    assert "salah-sekali-999" not in told + caplog.text
    assert sign_here(prepared, people.secretary, PASSPHRASE, AGREED).state == State.SIGNED


def test_who_has_not_said_to_have_read_it_does_not_sign(prepared, people):
    refused(prepared, people.secretary, "Centang", will=Will(agreed=False))


def test_without_a_key_one_is_asked_for(prepared, people):
    forget_key(people.secretary)
    refused(prepared, people.secretary, "belum mengunggah kunci")


def test_a_certificate_that_has_ended_is_refused(prepared, people):
    fields = {"container": container(days=-365)}
    SigningKey.objects.update(**fields)
    refused(prepared, people.secretary, "sudah habis")


def test_another_name_has_to_be_confirmed(survey, people):
    give_key(people.secretary, holder="Budi Santoso")
    report = make_prepared(survey, people)
    refused(report, people.secretary, "atas nama Budi Santoso")
    signed = sign_here(report, people.secretary, PASSPHRASE, Will(agreed=True, other_holder=True))
    assert signed.signer["holder"] == "Budi Santoso"


def test_a_demonstration_key_marks_every_page_and_is_refused_on_a_real_server(survey, people, settings):
    settings.DEBUG = True
    give_key(people.secretary, demo=True)
    report = make_prepared(survey, people, reason="Untuk latihan.")
    assert report.document["signing"]["demo"]
    settings.DEBUG = False
    refused(report, people.secretary, "Kunci contoh")
    with pytest.raises(Declined, match="Kunci contoh"):
        give_key(people.secretary, demo=True)
    settings.DEBUG = True
    assert sign_here(report, people.secretary, PASSPHRASE, AGREED).signer["is_demo"]


def test_a_file_without_the_mark_is_not_signed_with_a_demonstration_key(prepared, people, settings):
    settings.DEBUG = True
    give_key(people.secretary, demo=True)
    refused(prepared, people.secretary, "CONTOH")


def test_a_file_that_was_changed_in_the_storage_is_not_signed(prepared, people):
    with default_storage.open(prepared.prepared_file.name, "ab") as stored:
        stored.write(b"\n%tambahan")
    refused(prepared, people.secretary, "rusak")


@pytest.mark.prove
def test_a_storage_that_fails_leaves_it_to_be_signed_again(prepared, people, settings):
    settings.FILE_UPLOAD_PERMISSIONS = "bukan angka"
    with pytest.raises(Declined, match="tidak dapat disimpan"):
        sign_here(prepared, people.secretary, PASSPHRASE, AGREED)
    settings.FILE_UPLOAD_PERMISSIONS = 0o644
    assert again(prepared).state == State.PREPARED
    assert sign_here(prepared, people.secretary, PASSPHRASE, AGREED).state == State.SIGNED


def test_a_timestamp_server_that_does_not_answer_is_told(prepared, people, settings):
    settings.TIMESTAMP_URL = "http://127.0.0.1:9/"
    refused(prepared, people.secretary, "[Pp]enanda waktu")


def test_who_comes_second_is_told_who_signed(prepared, people):
    sign_here(prepared, people.secretary, PASSPHRASE, AGREED)
    files = files_of(prepared)
    with pytest.raises(Declined, match="sudah ditandatangani oleh Sekretaris"):
        sign_here(prepared, people.secretary, PASSPHRASE, AGREED)
    assert files_of(prepared) == files


# --- elsewhere


@pytest.fixture
def for_elsewhere(survey, people):
    return make_prepared(survey, people, "elsewhere")


def test_our_file_with_a_signature_is_taken_back(for_elsewhere, people):
    content = signed_elsewhere(for_elsewhere)
    known_outside(people.secretary, for_elsewhere.followup.survey.office, content)
    report = accept_signed(for_elsewhere, people.secretary, content, KNOWN_TO_US)
    assert read(report.signed_file, report.signed_sha256) == content
    assert (report.state, report.signed_at) == (State.SIGNED, NOW)
    assert (report.signer["signer"], report.signer["issuer"]) == ("Sari Utami", "Otoritas Uji")
    assert (last_event().action, last_event().after["reason"]) == ("report.accept_signed", KNOWN_TO_US.reason)


@pytest.mark.parametrize(
    ("make", "match"),
    sampled(
        [
            (lambda report: read(report.prepared_file, report.prepared_sha256), "belum ditandatangani"),
            (lambda report: b"%PDF-1.7 lain", "rusak atau tidak dapat dibaca"),
            (lambda report: signed_elsewhere(report)[:-400], "."),
            (lambda report: flipped(signed_elsewhere(report)), "tidak sah"),
            (lambda report: signed_elsewhere(report) + b"\n% tambahan\n%%EOF\n", "."),
            (lambda report: b"", "Berkas ini kosong"),
            (lambda report: read(report.prepared_file, report.prepared_sha256) + b"x" * 6_000_000, "jauh lebih besar"),
        ],
        every=3,
    ),
)
def test_anything_else_is_refused(for_elsewhere, people, make, match):
    with pytest.raises(Declined, match=match):
        accept_signed(for_elsewhere, people.secretary, make(for_elsewhere), KNOWN_TO_US)
    assert again(for_elsewhere).state == State.PREPARED


def flipped(content):
    """One digit of the signature itself is another."""
    place = content.rindex(b"/Contents") + 600
    digit = b"0" if content[place : place + 1] != b"0" else b"1"
    return content[:place] + digit + content[place + 1 :]


def test_the_way_is_the_one_that_was_chosen(for_elsewhere, people):
    with pytest.raises(Declined, match="cara penandatanganan lain"):
        accept_scan(for_elsewhere, people.secretary, jpeg())
    give_key(people.secretary)
    refused(for_elsewhere, people.secretary, "cara penandatanganan lain")


# --- replacing and withdrawing


def test_the_old_version_stays_in_force_until_the_new_one_is_signed(survey, people):
    first = make_signed(survey, people)
    content = read(first.signed_file, first.signed_sha256)
    draft = reopen(first, people.secretary, "Salah ketik pada program 2.")
    assert (current(survey), open_version(survey), draft.reason) == (first, draft, "Salah ketik pada program 2.")
    ActionPlan.objects.filter(position=2).update(programme="Program 2 yang dibetulkan")
    explain(survey, people.admin)
    second = made(prepare(survey, people.admin, wish()))
    assert current(survey) == first
    second = sign_here(second, people.secretary, PASSPHRASE, AGREED)
    assert [(report.version, report.state) for report in versions(survey)] == [(2, "signed"), (1, "superseded")]
    first.refresh_from_db()
    assert read(first.signed_file, first.signed_sha256) == content
    assert first.code != second.code


def test_a_version_is_opened_once_and_with_a_reason(survey, people):
    first = make_signed(survey, people)
    with pytest.raises(Declined, match="Alasan"):
        reopen(first, people.secretary, "")
    reopen(first, people.secretary, "Salah ketik.")
    with pytest.raises(Declined, match="Versi 2 sudah dibuka"):
        reopen(first, people.secretary, "Salah ketik.")


def test_a_version_opened_by_mistake_is_closed_again(survey, people, as_user):
    first = make_signed(survey, people)
    reopen(first, people.secretary, "Keliru.")
    page = as_user(people.secretary).get("/laporan/3521/2025-S1/tanda-tangan/").content.decode()
    assert "Batalkan versi 2" in page
    assert abandon(open_version(survey), people.secretary) == first
    assert (list(versions(survey)), again(survey).lock) == ([first], Lock.SIGNED)
    assert (last_event().action, last_event().before["version"]) == ("report.abandon", 2)
    assert reopen(first, people.secretary, "Sekali lagi.").version == 2


@pytest.mark.prove
def test_a_new_version_in_which_something_changed_is_not_closed(survey, people):
    reopen(make_signed(survey, people), people.secretary, "Salah ketik.")
    ActionPlan.objects.filter(position=2).update(programme="Program 2 yang dibetulkan")
    with pytest.raises(Declined, match="sudah berbeda dari versi 1"):
        abandon(open_version(survey), people.secretary)
    assert open_version(survey).version == 2


@pytest.mark.prove
def test_a_code_that_lapsed_outlives_the_version_that_was_closed(survey, people):
    reopen(make_signed(survey, people), people.secretary, "Keliru.")
    draft = open_version(survey)
    RetiredCode.objects.create(report=draft, code="LAPS-ED")
    abandon(draft, people.secretary)
    assert RetiredCode.objects.filter(code="LAPS-ED").exists()


@pytest.mark.prove
def test_a_withdrawn_version_opens_the_cycle_and_the_next_one_says_why(survey, people):
    report = withdraw(make_signed(survey, people), people.secretary, "Ditandatangani terlalu dini.")
    assert (report.state, report.withdrawn_reason) == (State.WITHDRAWN, "Ditandatangani terlalu dini.")
    assert (current(survey), again(survey).lock) == (None, Lock.OPEN)
    assert last_event().action == "report.withdraw"
    with pytest.raises(Declined, match="masih berlaku"):
        withdraw(report, people.secretary, "Sekali lagi.")
    following = prepare(survey, people.admin, wish())
    assert (following.version, following.reason) == (2, "Ditandatangani terlalu dini.")


def test_only_a_signed_version_is_replaced_or_withdrawn(prepared, people):
    for verb in (reopen, withdraw):
        with pytest.raises(Declined, match="Hanya versi yang sudah ditandatangani"):
            verb(prepared, people.secretary, "Alasan.")


# --- keys


def test_a_key_is_kept_as_it_came_and_its_passphrase_nowhere(people, ngawi):
    key = keep_key(people.secretary, container(), PASSPHRASE)
    assert bytes(again(key).container) == container()
    assert (key.certificate["holder"], key.is_demo) == ("Sari Utami", False)
    event = last_event()
    assert (event.action, event.office_code) == ("signing_key.keep", ngawi.code)
    assert PASSPHRASE not in str(event.after) + str(key.certificate)


def test_a_second_key_takes_the_place_of_the_first(people):
    keep_key(people.secretary, container(), PASSPHRASE)
    keep_key(people.secretary, container("Budi Santoso"), PASSPHRASE)
    assert SigningKey.objects.get().certificate["holder"] == "Budi Santoso"


@pytest.mark.parametrize(
    ("content", "passphrase", "match"),
    [
        (container, "salah", "Frasa sandi salah"),
        (container, "", "frasa sandi"),
        (lambda: b"bukan kunci", PASSPHRASE, "PKCS#12"),
        (lambda: container(days=-365), PASSPHRASE, "sudah habis"),
    ],
)
def test_an_unusable_key_is_not_kept(people, content, passphrase, match):
    with pytest.raises(Declined, match=match):
        keep_key(people.secretary, content(), passphrase)
    assert not SigningKey.objects.exists()


def test_a_key_is_forgotten(people):
    keep_key(people.secretary, container(), PASSPHRASE)
    forget_key(people.secretary)
    assert not SigningKey.objects.exists()
    with pytest.raises(Declined):
        forget_key(people.secretary)
