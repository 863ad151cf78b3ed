"""Pictures from an S3 server on loopback: the portal streams them, nobody is sent to the bucket."""

import io
from hashlib import sha256
from zipfile import ZipFile

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from moto.server import ThreadedMotoServer

from followups.evidence.photos import normalise
from followups.models import ActionPlan, EvidencePhoto
from tests.conftest import jpeg

PHOTO = f"/bukti-dukung/3521/2025-S1/foto/{sha256(jpeg()).hexdigest()}.jpg"
ACCESS = {"aws_access_key_id": "uji", "aws_secret_access_key": "uji", "region_name": "us-east-1"}


@pytest.fixture(scope="module")
def s3():
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3, settings):
    boto3.client("s3", endpoint_url=s3, **ACCESS).create_bucket(Bucket="skm")
    options = {
        "bucket_name": "skm",
        "endpoint_url": s3,
        "access_key": "uji",
        "secret_key": "uji",
        "region_name": "us-east-1",
    }
    backend = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    settings.STORAGES = settings.STORAGES | {"default": backend}
    assert type(storages["default"]).__name__ == "S3Storage"
    return s3


def test_a_photo_is_streamed_to_its_readers_and_to_nobody_else(bucket, as_user, people, survey):
    response = as_user(people.staff).get(PHOTO)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == jpeg()
    assert as_user(people.stranger).get(PHOTO).status_code == 404


def test_a_file_that_is_gone_is_not_found(bucket, as_user, people, survey, ngawi):
    ngawi.logo.save("logo.png", ContentFile(b"png"))
    default_storage.delete(ngawi.logo.name)
    assert as_user(people.staff).get("/satuan-kerja/3521/gambar/logo").status_code == 404


def test_what_is_uploaded_lies_in_the_bucket_and_comes_back_through_the_portal(bucket, as_user, people, survey):
    client = as_user(people.staff)
    response = upload(client, "red", "blue")
    assert response.status_code == 302
    expected = normalise(jpeg("red"))
    photo = EvidencePhoto.objects.get(sha256=expected.sha256)
    assert photo.file.name in keys(bucket)
    assert photo.thumbnail.name in keys(bucket)
    for rest, content in ((".jpg", expected.jpeg), ("/kecil.jpg", expected.thumbnail)):
        address = f"/bukti-dukung/3521/2025-S1/foto/{photo.sha256}{rest}"
        served = as_user(people.staff).get(address)
        assert b"".join(served.streaming_content) == content
        assert as_user(people.stranger).get(address).status_code == 404
    page = as_user(people.staff).get("/bukti-dukung/3521/2025-S1/").content.decode()
    assert f"/foto/{photo.sha256}/kecil.jpg" in page
    assert bucket not in page


def test_the_same_upload_again_writes_nothing_into_the_bucket(bucket, as_user, people, survey):
    upload(as_user(people.staff), "red")
    before = keys(bucket)
    upload(as_user(people.staff), "red")
    assert keys(bucket) == before


@pytest.mark.prove
def test_a_dump_takes_the_photos_from_the_bucket(bucket, as_user, people, survey, tmp_path):
    upload(as_user(people.staff), "red")
    old = EvidencePhoto.objects.get(name="loket.jpg")
    old.sha256 = normalise(jpeg()).sha256
    default_storage.delete(old.file.name)
    default_storage.save(old.file.name, ContentFile(normalise(jpeg()).jpeg))
    old.save()
    call_command("dump_cycle", "3521", "2025-S1", "-o", str(tmp_path / "siklus.zip"), stdout=io.StringIO())
    with ZipFile(tmp_path / "siklus.zip") as archive:
        assert archive.read("photos/red.jpg") == normalise(jpeg("red")).jpeg


def upload(client, *colours):
    files = [SimpleUploadedFile(f"{colour}.jpg", jpeg(colour)) for colour in colours]
    plan = ActionPlan.objects.get(position=1)
    return client.post(f"/bukti-dukung/3521/2025-S1/rtl/{plan.pk}/unggah/", {"photos": files})


def keys(address):
    listed = boto3.client("s3", endpoint_url=address, **ACCESS).list_objects_v2(Bucket="skm")
    return {item["Key"]: item["LastModified"] for item in listed["Contents"]}
