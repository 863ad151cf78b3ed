"""Cek Keaslian Dokumen, as anyone finds it: by a code, by a file, without a login."""

import random
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec

from followups.models import FollowUp
from offices.models import AuditEvent
from reports.models import Handover, HandoverKind, Report, RetiredCode, SigningWay, State
from reports.signing.keys.opening import open_key
from reports.signing.sign import sign
from reports.verification import views
from tests.mass import sampled
from tests.processor import processor
from tests.reports.issued import CODE, files, make_report
from tests.reports.signing.authority import NOW, PASSPHRASE, Authority

PAGE = f"/verifikasi/{CODE}/"
ANY = "/verifikasi/"


@pytest.fixture
def followup(survey):
    return FollowUp.objects.get(survey=survey)


@pytest.fixture
def made(followup, people):
    """``made(State.SIGNED, …)``: a version of Ngawi's report."""
    return lambda *args, **changes: make_report(followup, people.secretary, *args, **changes)


@pytest.fixture
def ours(made):
    """A report whose files are real."""
    pdf = files()
    report = made(content=pdf.signed)
    Report.objects.filter(pk=report.pk).update(prepared_sha256=sha256(pdf.prepared).hexdigest())
    return pdf


def read(client, address=PAGE, status=200):
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def sent(client, content, address=ANY, status=200, name="laporan.pdf"):
    response = client.post(address, {"file": SimpleUploadedFile(name, content)})
    assert response.status_code == status
    return " ".join(response.content.decode().split())


# --- a code


def test_a_signed_report_is_told_with_its_facts(client, made):
    report = made(number="12/ORT.07-LAP/3521/2026")
    page = read(client)
    for shown in (
        "Diterbitkan dan berlaku",
        "Komisi Pemilihan Umum Kabupaten Contoh",
        "Tindak Lanjut SKM Semester I Tahun 2025, versi 1",
        "12/ORT.07-LAP/3521/2026",
        "Sri Contoh",
        "Otoritas Uji",
        report.signed_sha256,
        "9 Januari 2026 11.00 WIB",
        "tidak tersertifikasi",
    ):
        assert shown in page


@pytest.mark.parametrize(("zone", "moment"), [("WIB", "9 Januari 2026 11.00 WIB"), ("WIT", "9 Januari 2026 13.00 WIT")])
def test_moments_are_those_of_the_office_by_code_and_by_file(client, ours, ngawi, zone, moment):
    ngawi.zone = zone
    ngawi.save()
    assert moment in read(client)
    assert moment in sent(client, ours.signed)


def test_the_birth_date_in_the_nip_is_not_public(client, made):
    made()
    page = read(client)
    assert "19830503" not in page
    assert "•••••••• 200902 1 002" in page


def test_a_replaced_report_names_its_successor(client, made):
    made(State.SUPERSEDED)
    made(code="BBBB-BBBB-BBBB-BBBB-BBBB", version=2, content=b"%PDF- dua")
    page = read(client)
    assert "Diterbitkan, tetapi sudah digantikan" in page
    assert '<a href="/verifikasi/BBBB-BBBB-BBBB-BBBB-BBBB/">versi 2</a>' in page


def test_a_replaced_report_whose_successor_was_withdrawn_still_names_it(client, made):
    made(State.SUPERSEDED)
    made(State.WITHDRAWN, code="BBBB-BBBB-BBBB-BBBB-BBBB", version=2, content=b"%PDF- dua")
    assert "/verifikasi/BBBB-BBBB-BBBB-BBBB-BBBB/" in read(client)


def test_a_withdrawn_report_says_when_and_why(client, made):
    made(State.WITHDRAWN, withdrawn_reason="Nilai unsur keliru.")
    page = read(client)
    assert "Diterbitkan, tetapi sudah ditarik" in page
    assert "Ditarik 3 Februari 2026. Alasan: Nilai unsur keliru." in page


@pytest.mark.parametrize("state", [State.PREPARED, State.PREPARING])
def test_a_prepared_report_is_not_said_to_be_signed(client, made, state):
    made(state)
    page = read(client)
    assert "Laporan ini belum ditandatangani" in page
    assert "berlaku</h2>" not in page and "Ditandatangani </dt>" not in page


def test_a_scan_is_told_apart_from_an_electronic_signature(client, made):
    made(way=SigningWay.BY_HAND)
    page = read(client)
    assert "Diterbitkan dan berlaku" in page and "ditandatangani di atas kertas" in page
    assert "Pindaian bukan tanda tangan elektronik" in page
    assert "Pindaian diterima" in page
    assert "secara elektronik" not in page and "Sertifikat:" not in page


def test_a_code_that_lapsed_says_so(client, made):
    report = made(code="BBBB-BBBB-BBBB-BBBB-BBBB")
    RetiredCode.objects.create(report=report, code=CODE)
    page = read(client)
    assert "Kode ini tidak berlaku lagi" in page
    assert "/verifikasi/BBBB-BBBB-BBBB-BBBB-BBBB/" in page


def test_an_unknown_code_is_told_in_words(client, db):
    assert "Kode ini tidak dikenal" in read(client, status=404)


def test_a_draft_cannot_be_asked_for(client, made):
    made(State.DRAFT)
    assert "Kode ini tidak dikenal" in read(client, status=404)


def test_a_demo_key_is_called_an_example(client, made):
    report = made()
    assert "CONTOH – BUKAN DOKUMEN RESMI" not in read(client)
    Report.objects.filter(pk=report.pk).update(signer=report.signer | {"is_demo": True})
    assert "CONTOH – BUKAN DOKUMEN RESMI" in read(client)


def test_a_published_link_is_shown_and_nothing_else_of_the_handing_on(client, made, people):
    report = made()
    for kind, party, link in (
        (HandoverKind.PUBLISHED, "Situs web KPU Ngawi", "https://kab-ngawi.kpu.go.id/laporan"),
        (HandoverKind.SENT, "KPU Provinsi", "https://rahasia.example.go.id/"),
    ):
        Handover.objects.create(
            report=report, kind=kind, party=party, link=link, happened_on=NOW.date(), recorded_by=people.admin
        )
    page = read(client)
    assert "https://kab-ngawi.kpu.go.id/laporan" in page
    assert "KPU Provinsi" not in page and "rahasia" not in page


def test_the_file_itself_is_not_public(client, made):
    report = made()
    assert report.signed_file.name not in read(client)


@pytest.mark.parametrize(
    "typed",
    [CODE, CODE.lower(), CODE.replace("-", ""), f" {CODE.replace('-', ' ')} ", f"https://skm.example.go.id{PAGE}"],
)
def test_a_code_may_be_typed_in_any_way(client, made, typed):
    made()
    response = client.get(ANY, {"kode": typed})
    assert (response.status_code, response.url) == (302, PAGE)


def test_a_code_in_small_letters_is_the_same_address(client, made):
    made()
    assert "Diterbitkan dan berlaku" in read(client, PAGE.lower())


@pytest.mark.parametrize("address", [PAGE, ANY])
def test_no_cookie_is_set_and_no_search_engine_is_let_in(client, made, address):
    made()
    response = client.get(address)
    assert not response.cookies
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert response.headers["Cache-Control"] == "no-cache"
    assert "Cookie" not in response.headers.get("Vary", "")


def test_the_page_asks_the_database_little(client, made, django_assert_max_num_queries):
    made()
    client.get(PAGE)
    with django_assert_max_num_queries(3):  # a counter, the version, where it was published
        client.get(PAGE)


# --- a file


def test_the_signed_file_is_known(client, ours):
    page = sent(client, ours.signed)
    assert "Diterbitkan dan berlaku" in page and "sama persis, byte demi byte" in page
    assert f'href="{PAGE}"' in page


@pytest.mark.parametrize("state", [State.SUPERSEDED, State.WITHDRAWN])
def test_the_signed_file_of_a_version_that_ended_is_told_as_such(client, made, state):
    made(state, content=files().signed)
    page = sent(client, files().signed)
    assert "Diterbitkan, tetapi sudah" in page and "tone-good" not in page


def test_the_file_that_was_to_be_signed_is_told_as_unsigned(client, ours):
    assert "Berkas ini belum ditandatangani" in sent(client, ours.prepared)


def test_a_scan_is_known_by_its_bytes(client, made):
    made(way=SigningWay.BY_HAND, content=b"\xff\xd8 pindaian")
    assert "sama persis dengan pindaian" in sent(client, b"\xff\xd8 pindaian", name="pindaian.jpg")


def test_a_signature_that_somebody_added_is_told_as_such(client, ours):
    page = sent(client, signed_again(ours.signed))
    assert "Tanda tangan lain ditambahkan pada berkas ini" in page
    assert "Orang Lain" in page


def signed_again(pdf):
    """What any other program would do: a further field, signed."""
    signer = signers.SimpleSigner.load_pkcs12_data(
        Authority("Otoritas Lain").container("Orang Lain"), [], PASSPHRASE.encode()
    )
    target = signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name="Lain"), signer=signer, new_field_spec=SigFieldSpec("Lain")
    ).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)))
    return target.getvalue()


def test_a_file_with_something_added_is_told_as_changed(client, ours):
    assert "Berkas ini diubah sesudah diterbitkan" in sent(client, ours.signed + b"\n% lain\n")


def test_the_prepared_file_signed_outside_the_portal_is_not_official(client, ours):
    stranger = open_key(Authority("Otoritas Lain").container("Orang Lain"), PASSPHRASE)
    forged = sign(ours.prepared, stranger, at=NOW, reason="", location="")
    assert "Berkas ini bukan berkas resmi portal" in sent(client, forged)


@pytest.mark.prove
def test_no_changed_byte_is_taken_for_the_signed_file(client, ours):
    chance = random.Random(4711)
    told = set()
    for _ in range(12):
        place = chance.randrange(len(ours.signed))
        changed = bytearray(ours.signed)
        changed[place] ^= 1 + chance.randrange(255)
        page = sent(Client(REMOTE_ADDR=f"10.0.0.{chance.randrange(250)}"), bytes(changed), PAGE)
        assert "sama persis" not in page
        told |= {title for title in TITLES if title in page}
    assert "Berkas ini tidak sama dengan laporan yang diterbitkan" in told


TITLES = (
    "Berkas ini tidak sama dengan laporan yang diterbitkan",
    "Berkas ini bukan berkas resmi portal",
    "Berkas ini tidak dapat dicek",
    "Berkas ini tidak lengkap",
)


def test_a_file_with_a_code_that_lapsed_never_was_official(client, made):
    report = made(code="BBBB-BBBB-BBBB-BBBB-BBBB")
    RetiredCode.objects.create(report=report, code=CODE)
    assert "tidak pernah menjadi laporan resmi" in sent(client, files().prepared)


@pytest.mark.parametrize(
    ("content", "headline"),
    [
        (b"x", "Berkas ini bukan laporan dari portal ini"),
        (b"%PDF-1.7\n%%EOF\n" * 500, "Berkas ini tidak dapat dicek"),
        (b"%PDF-1.7 stream\n\x78\x9c" + b"\0" * 4000, "Berkas ini tidak lengkap"),
        (b"%PDF-" + b"\xff" * 9000, "Berkas ini tidak lengkap"),
    ],
)
def test_a_file_that_is_not_ours_is_told_as_such(client, ours, content, headline):
    page = sent(client, content)
    assert headline in page and "tone-good" not in page


def test_a_file_of_another_report_than_the_open_page(client, ours, made):
    made(State.WITHDRAWN, code="BBBB-BBBB-BBBB-BBBB-BBBB", version=2, content=b"%PDF- dua")
    page = sent(client, ours.signed, "/verifikasi/BBBB-BBBB-BBBB-BBBB-BBBB/")
    assert "Berkas ini milik laporan lain" in page


@pytest.mark.prove
def test_a_file_is_compared_in_less_than_half_a_second(client, ours):
    sent(client, ours.signed + b" ")
    with processor() as used:
        sent(client, ours.signed)
        sent(client, ours.signed + b"\n")
    assert used.seconds < 1.0  # two files


def test_what_is_too_large_is_refused_before_it_is_read(client, ours):
    class Unread(BytesIO):
        def read(self, *_args):
            raise AssertionError("read")

    response = client.generic("POST", ANY, b"", CONTENT_TYPE="multipart/form-data; boundary=x")
    assert response.status_code == 422
    response = client.post(
        ANY,
        b"--x--",
        content_type="multipart/form-data; boundary=x",
        CONTENT_LENGTH=str(41 * 2**20),
        **{"wsgi.input": Unread()},
    )
    assert response.status_code == 413
    assert "paling besar 40 MB" in response.content.decode()


@pytest.mark.parametrize(("more", "status"), [(0, 422), (1, 413)])
def test_a_form_may_be_as_much_longer_than_its_file_as_forms_are(client, db, more, status):
    """It is refused by what it says of its length alone: here nothing comes after it."""
    said = {"CONTENT_LENGTH": str(40 * 2**20 + 64 * 2**10 + more), "wsgi.input": BytesIO(b"--x--")}
    response = client.generic("POST", ANY, b"-", "multipart/form-data; boundary=x", **said)
    assert response.status_code == status


def test_a_file_may_be_as_large_as_it_is_said(client, db, monkeypatch):
    monkeypatch.setattr(views, "MOST_BYTES", 1000)
    assert "bukan laporan dari portal ini" in sent(client, b"x" * 1000)
    assert "paling besar 40 MB" in sent(client, b"x" * 1001, status=413)


@pytest.mark.parametrize("length", ["", "-1", "1e3", "x"])
def test_a_length_that_is_none_is_refused_and_without_one_there_is_no_file(client, db, length):
    response = client.generic("POST", ANY, b"-", "multipart/form-data; boundary=x", CONTENT_LENGTH=length)
    assert response.status_code == (413 if length else 422)


def test_no_file_and_an_empty_file_are_refused_in_words(client, ours):
    response = client.post(ANY)
    assert response.status_code == 422
    assert "Pilih dahulu berkas PDF" in response.content.decode()
    assert client.post(ANY, {"file": SimpleUploadedFile("a.pdf", b"")}).status_code == 422


@pytest.mark.parametrize(
    "name", sampled(["<script>alert(1)</script>.pdf", "../../etc/passwd", "a" * 900 + ".pdf", "\u202efdp.exe"])
)
def test_a_hostile_name_is_neither_kept_nor_shown(client, ours, name):
    page = sent(client, b"%PDF-1.7 lain", name=name)
    assert "<script>alert" not in page and "passwd" not in page


def test_nothing_that_is_sent_is_kept(client, ours, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    before = (AuditEvent.objects.count(), Report.objects.count())
    sent(client, ours.signed + b" ")
    assert list(tmp_path.rglob("*")) == []
    assert (AuditEvent.objects.count(), Report.objects.count()) == before


def test_who_asks_too_often_is_told_to_wait_and_others_are_not(ours, monkeypatch):
    monkeypatch.setattr(views, "FILES_A_MINUTE", 4)
    eager, other = Client(REMOTE_ADDR="10.1.1.1"), Client(REMOTE_ADDR="10.1.1.2")
    answers = [eager.post(ANY, {"file": SimpleUploadedFile("a.pdf", b"x")}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200] * 4 + [429]
    assert [answer.headers.get("Retry-After") for answer in answers] == [None] * 4 + ["60"]
    assert other.post(ANY, {"file": SimpleUploadedFile("a.pdf", b"x")}).status_code == 200


def test_a_strict_browser_without_a_token_may_send_a_file(ours):
    """Nothing is changed and nobody is known, so there is nothing that a token could guard."""
    strict = Client(enforce_csrf_checks=True)
    assert "Diterbitkan dan berlaku" in sent(strict, ours.signed)
