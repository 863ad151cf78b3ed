"""A released copy from the press of a button to the stranger who reads it and checks it."""

import re
from hashlib import sha256
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfReader

from offices.models import AuditEvent
from publishing.copies import making
from publishing.copies.making import CHANGED, CLOSED, NOTHING_SIGNED, copy_bytes, copyable
from publishing.models import PublicOriginal, ReleasedPhoto
from reports.models import Job, JobKind, JobState, ReleasedCopy, Report, State
from reports.printing.conformance import faults_of
from reports.verification.files import compare
from reports.verification.verdict import Familiar, Stands
from reports.work.loop import work_off
from surveys.models import Survey
from tests.publishing.scene import NIP

PAGE = "/skm/3521/2025-S1/publikasi/salinan/"
OPEN = "/publik/3521/"


def actions():
    return list(AuditEvent.objects.filter(action__startswith="public.").order_by("pk").values_list("action", flat=True))


@pytest.fixture(scope="module")
def printed(shared_published, shared_db):
    """The copy of the scene, really printed, once."""
    with shared_db():
        return copy_bytes(copyable(shared_published.survey))


@pytest.fixture
def drawn(monkeypatch, printed):
    monkeypatch.setattr(making, "copy_bytes", lambda _wanted: printed)
    monkeypatch.setattr(making, "faults_of", lambda _content: [])
    return printed


def decide(client, what, **asked):
    """Press a button of the page as it is now."""
    seen = copyable(Survey.objects.get(office__code="3521", year=2025, number=1)).inputs
    return client.post(PAGE, {"aksi": what, "dilihat": seen}, **asked)


def made(as_user, published):
    client = as_user(published.people.admin)
    decide(client, "buat")
    work_off()
    return client


def test_the_file_holds_no_nip_no_photo_that_is_kept_back_and_no_field_to_sign(printed, published):
    reader = PdfReader(BytesIO(printed))
    text = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    assert "Menambah loket" in text
    assert NIP not in text.replace(" ", "")
    assert "NIP." not in text
    assert reader.get_fields() is None
    assert "/AcroForm" not in reader.trailer["/Root"]
    found = {image.data for page in reader.pages for image in page.images}
    pictures = [Image.open(BytesIO(data)).convert("RGB") for data in found]
    assert len(pictures) == 1
    with default_storage.open(published.shown.file.name) as file:
        shown = Image.open(file).convert("RGB")
    assert pictures[0].size == shown.size
    assert pictures[0].getpixel((5, 5)) == pytest.approx(shown.getpixel((5, 5)), abs=6)


def test_every_page_of_text_says_which_copy_it_is(printed):
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(printed)).pages]
    told = [page for page in pages if "Salinan rilis versi 1" in page]
    assert len(told) >= len(pages) - 2  # the covers are one picture


def test_the_file_is_archival_and_accessible_as_the_report_is(printed):
    assert not faults_of(printed)


def test_the_same_report_and_photos_give_the_same_bytes(printed, published):
    assert copy_bytes(copyable(published.survey)) == printed


def test_a_copy_is_made_by_the_worker_kept_with_its_digest_and_told_in_the_trail(as_user, published, drawn):
    client = as_user(published.people.admin)
    assert decide(client, "buat").url == PAGE
    waiting = client.get(PAGE).content.decode()
    assert "Salinan rilis sedang dibuat" in waiting
    assert "data-hx-get" in waiting
    work_off()
    copy = ReleasedCopy.objects.get()
    assert copy.sha256 == sha256(drawn).hexdigest()
    assert copy.is_public
    assert actions() == ["public.copy_ask", "public.copy"]
    assert b"".join(client.get(f"{PAGE}berkas/").streaming_content) == drawn
    decide(client, "buat")
    assert Job.objects.filter(kind=JobKind.COPY).count() == 1


def test_the_page_follows_its_job_and_asks_for_itself_anew_when_that_is_done(as_user, published, drawn):
    client = as_user(published.people.admin)
    decide(client, "buat")
    job = Job.objects.get(kind=JobKind.COPY)
    assert "HX-Refresh" not in client.get(f"{PAGE}?pekerjaan={job.pk}").headers
    work_off()
    assert client.get(f"{PAGE}?pekerjaan={job.pk}").headers["HX-Refresh"] == "true"
    assert client.get(f"{PAGE}?pekerjaan=999999").status_code == 404


def test_a_stranger_finds_the_copy_on_the_public_page_and_reads_it(client, as_user, published, drawn):
    assert "Salinan rilis laporan" not in client.get(OPEN).content.decode()
    made(as_user, published)
    address = f"{OPEN}laporan/{sha256(drawn).hexdigest()}.pdf"
    assert address in client.get(OPEN).content.decode()
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"], answer.content) == (200, "application/pdf", drawn)
    assert "salinan-rilis-3521-2025-S1-v1.pdf" in answer["Content-Disposition"]
    assert client.get(f"/publik/3519/laporan/{sha256(drawn).hexdigest()}.pdf").status_code == 404


def test_a_copy_that_is_closed_is_gone_and_comes_back(client, as_user, published, drawn):
    office = made(as_user, published)
    address = f"{OPEN}laporan/{sha256(drawn).hexdigest()}.pdf"
    decide(office, "salinan-tutup")
    assert client.get(address).status_code == 404
    assert "Salinan rilis laporan" not in client.get(OPEN).content.decode()
    decide(office, "salinan-buka")
    assert client.get(address).status_code == 200
    assert actions()[-2:] == ["public.copy_close", "public.copy_open"]


def test_a_photo_that_is_taken_back_takes_the_copy_that_shows_it_with_it(client, as_user, published, drawn):
    office = made(as_user, published)
    address = f"{OPEN}laporan/{sha256(drawn).hexdigest()}.pdf"
    ReleasedPhoto.objects.filter(photo=published.shown).delete()
    assert client.get(address).status_code == 404
    assert "Buat salinan rilis" in office.get(PAGE).content.decode()


def test_a_report_that_is_withdrawn_takes_its_copy_with_it(client, as_user, published, drawn):
    office = made(as_user, published)
    gone = {"state": State.WITHDRAWN, "withdrawn_at": published.report.signed_at, "withdrawn_reason": "Keliru."}
    Report.objects.filter(pk=published.report.pk).update(**gone)
    assert client.get(f"{OPEN}laporan/{sha256(drawn).hexdigest()}.pdf").status_code == 404
    assert NOTHING_SIGNED.split(".")[0] in office.get(PAGE).content.decode()
    told = compare(drawn)
    assert (told.case.known, told.case.stands) == (Familiar.COPY, Stands.WITHDRAWN)
    assert told.ruling.headline == "Salinan rilis dari laporan yang tidak berlaku lagi"


def test_the_check_knows_a_copy_as_a_copy_and_as_nothing_more(client, as_user, published, drawn):
    made(as_user, published)
    told = compare(drawn)
    assert (told.case.known, told.case.stands) == (Familiar.COPY, Stands.SIGNED)
    assert not told.is_valid
    sent = SimpleUploadedFile("salinan.pdf", drawn, "application/pdf")
    page = client.post("/verifikasi/", {"file": sent}).content.decode()
    assert "Salinan rilis dari laporan yang berlaku" in page
    assert "Diterbitkan dan berlaku" not in page
    changed = compare(drawn + b"\n1 0 obj\n<< >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n")
    assert changed.case.known == Familiar.COPY
    assert changed.ruling.reason


def test_the_signed_file_is_public_only_while_the_office_says_so(client, as_user, published):
    report = published.report
    address = f"{OPEN}laporan/{report.signed_sha256}.pdf"
    assert client.get(address).status_code == 404
    office = as_user(published.people.secretary)
    decide(office, "asli-buka")
    assert client.get(address).content == b"%PDF-1.7 berkas"
    assert "Laporan bertanda tangan Semester I Tahun 2025" in client.get(OPEN).content.decode()
    decide(office, "asli-buka")
    decide(office, "asli-tutup")
    assert client.get(address).status_code == 404
    assert actions() == ["public.original_open", "public.original_close"]


def test_a_decision_on_one_version_is_none_on_the_next(client, as_user, published):
    decide(as_user(published.people.admin), "asli-buka")
    assert PublicOriginal.objects.get().report == published.report
    Report.objects.filter(pk=published.report.pk).update(version=2, code="FFFF-FFFF-FFFF-FFFF-FFFF", state="superseded")
    assert client.get(f"{OPEN}laporan/{published.report.signed_sha256}.pdf").status_code == 404


@pytest.mark.parametrize("what", ["asli-buka", "salinan-buka", "buat"])
def test_what_was_decided_on_a_page_that_is_no_longer_true_opens_nothing(as_user, published, what):
    office = as_user(published.people.admin)
    (seen,) = set(re.findall(r'name="dilihat" value="(\w+)"', office.get(PAGE).content.decode()))
    Report.objects.filter(pk=published.report.pk).update(version=2, code="FFFF-FFFF-FFFF-FFFF-FFFF")
    answer = office.post(PAGE, {"aksi": what, "dilihat": seen}, follow=True)
    assert "berubah sejak halaman ini dibuka" in answer.content.decode()
    assert not PublicOriginal.objects.exists()
    assert not Job.objects.filter(kind=JobKind.COPY).exists()
    assert actions() == []


def test_a_page_that_is_no_longer_true_still_closes(client, as_user, published, drawn):
    office = made(as_user, published)
    office.post(PAGE, {"aksi": "salinan-tutup", "dilihat": "lama"})
    assert client.get(f"{OPEN}laporan/{sha256(drawn).hexdigest()}.pdf").status_code == 404


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.RUNNING])
def test_a_copy_that_is_closed_while_it_is_made_does_not_open_by_itself(as_user, published, drawn, monkeypatch, state):
    office = as_user(published.people.admin)
    decide(office, "buat")
    if state == JobState.QUEUED:
        decide(office, "salinan-tutup")
    else:
        monkeypatch.setattr(making, "faults_of", lambda _content: decide(office, "salinan-tutup") and [])
    work_off()
    assert not ReleasedCopy.objects.exists()
    assert Job.objects.get(kind=JobKind.COPY).error == CLOSED
    assert actions() == ["public.copy_ask", "public.copy_close"]
    assert "Buat salinan rilis" in office.get(PAGE).content.decode()


def test_what_changed_while_the_job_waited_is_said(as_user, published):
    client = as_user(published.people.admin)
    decide(client, "buat")
    ReleasedPhoto.objects.filter(photo=published.shown).delete()
    work_off()
    job = Job.objects.get(kind=JobKind.COPY)
    assert (job.state, job.error) == (JobState.FAILED, CHANGED)
    assert not ReleasedCopy.objects.exists()


@pytest.mark.parametrize("what", ["", "asli", "salinan", "salinan-hapus", "semua-buka"])
def test_what_is_no_decision_changes_nothing_and_says_so(as_user, published, what):
    answer = decide(as_user(published.people.admin), what, follow=True)
    assert "Pilihan ini tidak dikenal." in answer.content.decode()
    assert actions() == []


def test_a_copy_that_was_never_made_cannot_be_opened(as_user, published):
    answer = decide(as_user(published.people.admin), "salinan-buka", follow=True)
    assert "belum dibuat" in answer.content.decode()


@pytest.mark.parametrize(("who", "status"), [("staff", 403), ("head", 403), ("stranger", 404), ("nobody", 404)])
def test_who_may_not_publish_decides_nothing(as_user, published, who, status):
    client = as_user(getattr(published.people, who))
    assert decide(client, "asli-buka").status_code == status
    assert not PublicOriginal.objects.exists()
