"""Stored photos that are gone, cut or changed: told wherever somebody meets them, and healed by the same picture."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from followups.evidence.photos import normalise
from followups.models import EvidencePhoto
from reports.document.gather import document_of
from reports.models import Job, JobKind
from reports.work.drafts import request_draft
from reports.work.jobs import run_job
from surveys.models import Lock, Survey
from tests.conftest import jpeg
from tests.followups.evidence.evidence import PAGE, at, file, text, upload
from tests.mass import sampled
from tests.reports.issuing.issuing import make_ready

HOW = {
    "gone": None,
    "cut": lambda data: data[: len(data) // 2],
    "empty": lambda data: b"",
    "another picture": lambda data: normalise(jpeg("navy")).jpeg,
    "one byte, the same size": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
}
GONE, CHANGED = "hilang dari penyimpanan", "rusak atau berubah di penyimpanan"


@pytest.fixture(params=sampled(HOW, every=4))
def lost(request, own_media, as_user, people, place):
    """A photo of RTL 1 a whose file was spoiled behind the portal's back, and what is said of it."""
    upload(as_user(people.admin), place, file("red"))
    photo = EvidencePhoto.objects.get(name="photos/red.jpg")
    spoil(photo.file.path, HOW[request.param])
    photo.said = GONE if request.param == "gone" else CHANGED
    path = Path(photo.file.path)
    photo.is_seen_by_size = not path.exists() or path.stat().st_size != photo.size
    return photo


def spoil(path, how):
    if how is None:
        Path(path).unlink()
    else:
        Path(path).write_bytes(how(Path(path).read_bytes()))


def test_the_photos_page_says_that_the_file_is_lost_and_not_that_one_has_no_access(lost, as_user, people):
    client = as_user(people.staff)
    response = client.get(f"{PAGE}foto/{lost.sha256}.jpg")
    assert response.status_code == 404
    assert f"Berkas foto {lost.said}" in text(response)
    assert "Unggah foto yang sama sekali lagi" in text(response)
    assert "akses" not in text(response).split("<main")[1]
    shown = client.get(f"{PAGE}foto/{lost.sha256}.jpg", headers={"Accept": "image/avif,image/webp,*/*;q=0.8"})
    assert shown.headers["Content-Type"] == "image/svg+xml"
    assert "hilang atau rusak" in text(shown)
    stranger = as_user(people.stranger).get(f"{PAGE}foto/{lost.sha256}.jpg")
    assert lost.said not in text(stranger)


def test_its_tile_says_so(lost, as_user, people, place):
    page = text(as_user(people.staff).get(at(place)))
    assert (f"Berkas foto {lost.said}" in page) == lost.is_seen_by_size


def test_findings_name_figure_and_plan_and_nothing_is_prepared(lost, as_user, people, place):
    survey = place.survey
    make_ready(survey, people)
    EvidencePhoto.objects.filter(pk=lost.pk).update(file=lost.file.name)
    client = as_user(people.admin)
    sent = {"way": "elsewhere", "dated": f"{date.today():%d-%m-%Y}"}
    assert f"Berkas Gambar 2 {lost.said}" in text(client.get("/pemeriksaan/3521/2025-S1/"))
    response = client.post("/laporan/3521/2025-S1/tanda-tangan/siapkan/", sent, follow=True)
    assert f"Berkas Gambar 2 {lost.said}" in text(response)
    assert Survey.objects.get(pk=survey.pk).lock == Lock.OPEN
    upload(client, place, file("red"))
    assert "Berkas Gambar 2" not in text(client.get("/pemeriksaan/3521/2025-S1/"))


def test_it_is_never_printed(lost, people, place, tmp_path):
    with pytest.raises(CommandError) as refused:
        call_command("render_report", "3521", "2025-S1", "-o", str(tmp_path / "laporan.pdf"))
    assert f"Gambar 2 (Bukti Dukung Tabel 3.1 Nomor 1 Poin a: Program 1) {lost.said}." in str(refused.value)
    assert not list(tmp_path.glob("*.pdf"))
    run_job(request_draft(place.survey, people.admin).pk)
    job = Job.objects.get(kind=JobKind.DRAFT_PDF)
    assert (job.state, lost.said in job.error) == ("failed", True)


def test_the_same_picture_heals_it_wherever_it_is_uploaded(lost, as_user, people, tray):
    client = as_user(people.admin)
    response = upload(client, tray, file("red"))
    assert "sudah ada" in text(response)
    served = client.get(f"{PAGE}foto/{lost.sha256}.jpg")
    assert b"".join(served.streaming_content) == normalise(jpeg("red")).jpeg
    assert document_of(tray.survey).annex.figures[1].picture.sha256 == lost.sha256


@pytest.mark.parametrize("how", [None, lambda data: data[:-30], lambda data: b"", lambda data: b"GIF89a"])
def test_a_thumbnail_is_made_again_from_its_photo(as_user, people, place, own_media, how):
    client = as_user(people.admin)
    upload(client, place, file("red"))
    photo = EvidencePhoto.objects.get(name="photos/red.jpg")
    whole = Path(photo.thumbnail.path).read_bytes()
    spoil(photo.thumbnail.path, how)
    served = client.get(f"{PAGE}foto/{photo.sha256}/kecil.jpg")
    assert b"".join(served.streaming_content) == whole
    assert Path(photo.thumbnail.path).read_bytes() == whole
