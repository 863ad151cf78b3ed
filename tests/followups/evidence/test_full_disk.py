"""Uploads while the storage takes nothing: told in a sentence, nothing half done, and healed by itself."""

import subprocess
from datetime import date
from pathlib import Path

import boto3
import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import OperationalError, transaction
from django.test import RequestFactory
from django.urls import reverse

from followups.evidence.photos import normalise
from followups.models import EvidencePhoto, FollowUp
from offices.models import AuditEvent, Office
from offices.stored import AWAY, FULL, READ_ONLY
from skm_portal.errors import broken
from tests.conftest import jpeg
from tests.followups.evidence.evidence import file, no_photo, script, text, upload
from tests.followups.evidence.test_arranging import make_placeholder, order
from tests.followups.evidence.test_s3 import ACCESS, bucket, s3  # noqa: F401 (fixtures)
from tests.offices.test_disk import smallest_file


def mounted(folder, *options):
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture
def tiny(settings, tmp_path):
    """A disk of 64 KiB, where the machine lets us have one."""
    folder = tmp_path / "kecil"
    folder.mkdir()
    if not mounted(folder, "-t", "tmpfs", "-o", "size=64k", "tmpfs"):
        pytest.skip("no disk of our own may be mounted here")
    settings.MEDIA_ROOT = str(folder)
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def names(folder):
    return [path.name for path in Path(folder).rglob("*") if path.is_file()]


def fill(folder):
    (folder / "penuh").write_bytes(bytes(40_000))
    with pytest.raises(OSError, match="No space"):
        (folder / "penuh").write_bytes(bytes(100_000))


def test_a_full_disk_is_told_and_heals_by_itself(as_user, people, place, own_media):
    client = as_user(people.staff)
    before = AuditEvent.objects.count()
    with smallest_file(600):
        refused = upload(client, place, file("red"))
    assert (refused.status_code, FULL in text(refused)) == (422, True)
    assert order(place) == ["loket.jpg"]
    assert AuditEvent.objects.count() == before
    assert "red" not in str(list(EvidencePhoto.objects.values_list("name")))
    assert upload(client, place, file("red")).status_code == 302
    assert order(place) == ["loket.jpg", "photos/red.jpg"]


def test_the_limit_is_on_files_and_never_on_the_database(followup):
    """However much a transaction and a savepoint in it hold: else other tests of this file failed by chance."""
    with smallest_file(600):
        FollowUp.objects.filter(pk=followup.pk).update(start=date(2025, 6, 1))
        with transaction.atomic():
            AuditEvent.objects.bulk_create(AuditEvent(action="x.y", after={"text": "x" * 20_000}) for _ in range(400))
            list(AuditEvent.objects.filter(action="x.y").order_by("after"))
            FollowUp.objects.filter(pk=followup.pk).update(start=date(2025, 7, 1))
    assert AuditEvent.objects.filter(action="x.y").count() == 400


def test_the_script_offers_to_try_again_later_and_not_for_a_file_that_is_no_photo(as_user, people, place, own_media):
    client = as_user(people.staff)
    with smallest_file(600):
        assert 'data-outcome="later"' in text(script(client, place, file("red")))
    assert 'data-outcome="refused"' in text(script(client, place, no_photo()))


def test_a_disk_that_is_really_full(tiny, as_user, people, place):
    client = as_user(people.staff)
    fill(tiny)
    left = set(names(tiny))
    refused = upload(client, place, file("red"))
    assert (refused.status_code, FULL in text(refused)) == (422, True)
    assert set(names(tiny)) == left
    (tiny / "penuh").unlink()
    assert upload(client, place, file("red")).status_code == 302


def test_a_disk_that_became_read_only(tiny, as_user, people, place):
    client = as_user(people.staff)
    assert mounted(tiny, "-o", "remount,ro")
    refused = upload(client, place, file("red"))
    assert (refused.status_code, READ_ONLY in text(refused)) == (422, True)
    assert mounted(tiny, "-o", "remount,rw")
    assert upload(client, place, file("red")).status_code == 302


def test_a_placeholder_stays_while_nothing_can_be_stored(as_user, people, place, followup, own_media):
    drawn = make_placeholder(followup)
    client = as_user(people.admin)
    tray = f"/bukti-dukung/3521/2025-S1/belum-ditempatkan/foto/{drawn.pk}/ganti/"
    with smallest_file(600):
        refused = client.post(tray, {"photos": [file("red")]})
    assert (refused.status_code, FULL in text(refused)) == (422, True)
    drawn.refresh_from_db()
    assert drawn.is_placeholder


def test_a_logo_is_refused_in_a_sentence_too(as_user, people, ngawi, own_media):
    client = as_user(people.admin)
    address = reverse("office_picture_set", args=("3521", "logo"))
    with smallest_file(600):
        refused = client.post(address, {"picture": file("red")})
    assert FULL in text(refused)
    assert not Office.objects.get(code="3521").logo
    assert client.post(address, {"picture": file("red")}).status_code == 302


def test_a_cycle_file_is_refused_at_the_console(db, tmp_path, settings, capsys, own_media):
    source = Path(__file__).parents[2] / "data" / "full.cycle.json"
    with smallest_file(2000), pytest.raises(SystemExit):
        call_command("load_cycle", str(source), "--placeholder-photos")
    assert FULL in capsys.readouterr().err
    assert not EvidencePhoto.objects.exists()
    call_command("load_cycle", str(source), "--placeholder-photos")


@pytest.mark.prove
def test_a_bucket_that_is_away_and_comes_back(bucket, as_user, people, place):  # noqa: F811
    client = as_user(people.staff)
    boto3.client("s3", endpoint_url=bucket, **ACCESS).create_bucket(Bucket="lain")
    default_storage.bucket_name, default_storage._bucket = "tidak-ada", None
    refused = upload(client, place, file("red"))
    assert (refused.status_code, AWAY in text(refused)) == (422, True)
    assert order(place) == ["loket.jpg"]
    default_storage.bucket_name, default_storage._bucket = "lain", None
    assert upload(client, place, file("red")).status_code == 302


@pytest.mark.parametrize("spoil", [lambda data: data[:-100], lambda data: b"x" * len(data), lambda data: b""])
def test_the_same_picture_again_heals_a_stored_file(as_user, people, place, own_media, spoil):
    client = as_user(people.admin)
    upload(client, place, file("red"))
    photo = EvidencePhoto.objects.get(name="photos/red.jpg")
    for stored in (photo.file, photo.thumbnail):
        path = Path(stored.path)
        path.write_bytes(spoil(path.read_bytes()))
    upload(client, place, file("red"))
    expected = normalise(jpeg("red"))
    assert Path(photo.file.path).read_bytes() == expected.jpeg
    assert Path(photo.thumbnail.path).read_bytes() == expected.thumbnail
    assert order(place) == ["loket.jpg", "photos/red.jpg"]


def test_a_large_upload_for_which_there_is_no_room_while_it_comes_in_is_told_too(as_user, people, place, settings):
    """Django writes what is larger than five megabytes to a temporary file, before any view is asked."""
    settings.DEBUG = False
    client = as_user(people.staff)
    client.raise_request_exception = False
    with smallest_file(100_000):
        refused = upload(client, place, SimpleUploadedFile("besar.jpg", jpeg("red") + bytes(6 * 2**20)))
    assert refused.status_code == 503
    assert "Tempat penyimpanan server penuh atau tidak dapat ditulisi" in text(refused)
    assert order(place) == ["loket.jpg"]
    assert upload(client, place, SimpleUploadedFile("besar.jpg", jpeg("red") + bytes(6 * 2**20))).status_code == 302


@pytest.mark.parametrize(
    "words", ["database or disk is full", "attempt to write a readonly database", "disk I/O error"]
)
def test_a_database_that_takes_nothing_more_is_told_apart_from_a_fault(words):
    try:
        raise OperationalError(words)
    except OperationalError:
        response = broken(RequestFactory().get("/"))
    assert (response.status_code, "Tempat penyimpanan server penuh" in text(response)) == (503, True)
    try:
        raise OperationalError("no such column: x")
    except OperationalError:
        assert broken(RequestFactory().get("/")).status_code == 500
