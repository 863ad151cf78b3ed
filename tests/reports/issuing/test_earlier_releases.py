"""Reports that an earlier release froze: what waits is made and signed, what was signed is shown whatever its data."""

import io
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from offices.declining import Declined
from reports.issuing import abandon, prepare, reopen, return_to_draft
from reports.models import Report, State
from reports.work.jobs import run_job
from tests.conftest import jpeg, just_confirmed
from tests.mass import sampled
from tests.reports.document.documents import frozen
from tests.reports.issuing.issuing import give_key, job_of, make_preparing, make_signed, small_pdf, wish, work
from tests.reports.issuing.test_views import PAGE, sign, text_of

pytestmark = [pytest.mark.usefixtures("own_media"), pytest.mark.django_db]


@pytest.fixture
def secretary(client, people):
    give_key(people.secretary)
    client.force_login(people.secretary)
    just_confirmed(client, people.secretary)
    return client


@pytest.fixture
def first(survey, people):
    """A version that the first release froze and whose file was not made when the portal was updated."""
    report = make_preparing(survey, people)
    document = frozen(1)
    document["signing"] |= {"code": report.code}
    document["source"]["signatory"] |= {"name": "Sari Utami", "nip": None}
    for group in document["annex"]["groups"]:
        for figure in (figure for row in group["rows"] for figure in row):
            figure["picture"]["sha256"] = sha256(jpeg()).hexdigest()
            default_storage.save(figure["picture"]["path"], ContentFile(jpeg()))
    Report.objects.filter(pk=report.pk).update(document=document)
    return report


@pytest.mark.prove
def test_the_first_releases_report_is_made_signed_checked_and_compared(secretary, first):
    report = work(first)
    assert (report.state, job_of(report).error) == (State.PREPARED, "")
    printed = "".join(page.extract_text() for page in PdfReader(io.BytesIO(report.prepared_file.open().read())).pages)
    assert "Nilai Konversi" in " ".join(printed.split()) and "81,75" in printed and "83,25" in printed
    assert sign(secretary).status_code == 302
    signed = secretary.get(f"{PAGE}versi/1/")
    assert sha256(b"".join(signed.streaming_content)).hexdigest() == Report.objects.get().signed_sha256
    assert "Sari Utami" in text_of(secretary.get(f"/verifikasi/{report.code}/"))
    compared = text_of(secretary.get("/laporan/3521/2025-S1/bandingkan/", {"lama": "1", "baru": "draf"}))
    assert "Rencana dan realisasi" in compared and "tidak dapat dibaca" not in compared


def test_a_job_of_a_preparation_that_was_taken_back_makes_nothing(secretary, survey, people, first):
    old = job_of(first)
    return_to_draft(first, people.admin, "Salah tanggal.")
    again = prepare(survey, people.admin, wish())
    run_job(old.pk)
    old.refresh_from_db()
    assert "sudah dibatalkan" in old.error
    again.refresh_from_db()
    assert (again.state, job_of(again).state) == (State.PREPARING, "queued")


def test_a_version_that_waits_and_cannot_be_read_says_what_to_do(secretary, first):
    Report.objects.update(document={"schema": 1})
    assert work(first).state == State.PREPARING
    assert "tidak lengkap atau rusak" in text_of(secretary.get(PAGE))
    assert "Kembalikan menjadi draf" in job_of(first).error


@pytest.mark.parametrize("document", sampled([{"schema": 99}, [], {"schema": 1, "source": None, "office": []}]))
def test_what_was_signed_needs_only_its_file_to_be_shown_checked_and_downloaded(secretary, survey, people, document):
    report = make_signed(survey, people)
    Report.objects.update(document=document)
    assert "Versi 1" in text_of(secretary.get(PAGE))
    assert report.signed_sha256 in text_of(secretary.get(f"/verifikasi/{report.code}/"))
    content = b"".join(secretary.get(f"{PAGE}versi/1/").streaming_content)
    assert content.startswith(small_pdf())
    checked = secretary.post("/verifikasi/", {"file": SimpleUploadedFile("laporan.pdf", content)})
    assert "sama persis" in text_of(checked)


def reopened(survey, people, **document):
    """A signed version whose document is changed as another release would have it, and a second one begun."""
    signed = make_signed(survey, people)
    Report.objects.filter(pk=signed.pk).update(document=signed.document | document)
    return reopen(signed, people.secretary, "Keliru.")


def test_a_version_opened_by_mistake_is_closed_although_this_release_says_it_otherwise(survey, people):
    begun = reopened(survey, people, title="Laporan Tindak Lanjut SKM", contents=[], period_label="Semester I 2025")
    assert abandon(begun, people.secretary).version == 1


@pytest.mark.prove
@pytest.mark.parametrize(("part", "field"), [("office", "logo"), ("source", "narrative")])
def test_it_stays_open_where_the_office_entered_something_else(survey, people, part, field):
    begun = reopened(survey, people)
    signed = Report.objects.get(version=1)
    signed.document[part][field] = {"logo": "lambang.png", "narrative": [["1.1", "Lain."]]}[field]
    signed.save()
    with pytest.raises(Declined, match="sudah berbeda"):
        abandon(begun, people.secretary)


def test_it_stays_open_where_the_signed_data_cannot_be_read(survey, people):
    begun = reopened(survey, people, schema=99)
    with pytest.raises(Declined, match="lebih baru"):
        abandon(begun, people.secretary)
    assert Report.objects.count() == 2
