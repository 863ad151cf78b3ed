"""Where photos are kept: under office and digest, once, on a disk as in a bucket."""

from dataclasses import replace
from pathlib import Path
from threading import Barrier, Thread

import boto3
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from moto import mock_aws

from followups.evidence.photos import draw_placeholder, normalise, store

PHOTO = normalise(draw_placeholder("Foto loket pelayanan"))


@pytest.fixture
def disk(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    return lambda: sorted(str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*") if file.is_file())


@pytest.fixture
def bucket(settings):
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1")
        client.create_bucket(Bucket="skm")
        options = {"bucket_name": "skm", "region_name": "us-east-1", "file_overwrite": False}
        backend = {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
        settings.STORAGES = settings.STORAGES | {"default": backend}
        yield lambda: sorted(entry["Key"] for entry in client.list_objects_v2(Bucket="skm").get("Contents", []))


@pytest.fixture(params=["disk", "bucket"])
def files(request):
    return request.getfixturevalue(request.param)


def names(office):
    stem = f"photos/{office}/{PHOTO.sha256[:2]}/{PHOTO.sha256}"
    return [f"{stem}-kecil.jpg", f"{stem}.jpg"]


def read(name):
    with default_storage.open(name) as file:
        return file.read()


def test_photo_and_thumbnail_are_read_back_as_they_are(files):
    file, thumbnail = store("3521", PHOTO)
    assert files() == sorted([thumbnail, file]) == names("3521")
    assert (read(file), read(thumbnail)) == (PHOTO.jpeg, PHOTO.thumbnail)


def test_storing_again_makes_no_second_file(files):
    assert store("3521", PHOTO) == store("3521", PHOTO)
    assert files() == names("3521")


def test_another_photo_and_another_office_have_their_own(files):
    store("3521", PHOTO)
    store("3520", PHOTO)
    store("3521", normalise(draw_placeholder("Foto lain")))
    assert set(names("3520") + names("3521")) < set(files())
    assert len(files()) == 6


def test_a_file_that_a_crash_left_half_written_is_made_whole(disk):
    default_storage.save(names("3521")[1], ContentFile(PHOTO.jpeg[:1000]))
    file, _thumbnail = store("3521", PHOTO)
    assert read(file) == PHOTO.jpeg
    assert disk() == names("3521")


class NothingIsDeleted(FileSystemStorage):
    def delete(self, name):
        raise AssertionError(f"{name} was deleted")


def test_no_moment_is_without_the_file_while_it_is_made_whole(disk, settings):
    """Another writer may be filling it, or may just have told its caller that it is there."""
    backend = {"BACKEND": f"{__name__}.NothingIsDeleted"}
    settings.STORAGES = settings.STORAGES | {"default": backend}
    for name, content in zip(names("3521"), (b"", PHOTO.jpeg[:1000]), strict=True):
        default_storage.save(name, ContentFile(content))
    file, thumbnail = store("3521", PHOTO)
    assert (read(file), read(thumbnail)) == (PHOTO.jpeg, PHOTO.thumbnail)
    assert disk() == names("3521")


def test_a_name_taken_between_looking_and_writing_leaves_no_copy(files):
    """Seen from a writer who looked before the other one wrote: the name is taken by as many bytes or fewer."""
    store("3521", PHOTO)
    longer = replace(PHOTO, jpeg=PHOTO.jpeg + b"!")
    store("3521", longer)
    assert files() == names("3521")


@pytest.mark.parametrize("office", [f"35.{number}" for number in range(3)])
def test_many_at_once_leave_one_file_that_is_whole_for_each(disk, office):
    start, found = Barrier(8), []

    def work():
        start.wait()
        file, thumbnail = store(office, PHOTO)
        found.append((file, thumbnail, read(file) == PHOTO.jpeg, read(thumbnail) == PHOTO.thumbnail))

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [(*reversed(names(office)), True, True)] * 8
    assert disk() == names(office)


@pytest.mark.parametrize("code", ["", ".", "..", "../3521", "3521/x", "/etc"])
def test_it_stays_in_the_folder_of_the_office(disk, code):
    with pytest.raises(ValueError, match="not an office code"):
        store(code, PHOTO)
    assert disk() == []
    store("35.21_a-b", PHOTO)
    assert disk() == names("35.21_a-b")


def test_the_name_follows_from_the_content(disk, tmp_path):
    other = replace(PHOTO, sha256="ab" * 32)
    file, thumbnail = store("3521", other)
    assert (file, thumbnail) == (f"photos/3521/ab/{'ab' * 32}.jpg", f"photos/3521/ab/{'ab' * 32}-kecil.jpg")
    assert Path(tmp_path, file).read_bytes() == PHOTO.jpeg
