"""Pictures from an S3 server on loopback: the portal streams them, nobody is sent to the bucket."""

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from moto.server import ThreadedMotoServer

from tests.conftest import jpeg

PHOTO = f"/bukti-dukung/3521/2025-S1/foto/{'ab' * 32}.jpg"
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
