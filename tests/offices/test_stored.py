"""What is kept in the storage: whole or not at all, told in a sentence where it fails, and read only if it is sound."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage

from offices import stored
from offices.stored import AWAY, FULL, READ_ONLY, Fault, NotKept, Unsound

NAME = "photos/3521/loket.jpg"
CONTENT = b"gambar loket"
DIGEST = sha256(CONTENT).hexdigest()


class FailingStorage(FileSystemStorage):
    """A disk on which every step fails with the error of ``number``, an errno."""

    def __init__(self, number=0):
        super().__init__()
        self.number = number

    def _fails(self, *_args, **_options):
        raise OSError(self.number, "gagal")

    save = open = size = delete = _fails


class Bucket(FileSystemStorage):
    """Takes names, but no place on a disk can be told; a name is asked for as often as ``asked`` says."""

    asked = 0

    def path(self, name):
        raise NotImplementedError

    def _open(self, name, mode="rb"):
        return ContentFile((self._folder() / name).read_bytes())

    def size(self, name):
        type(self).asked += 1
        return (self._folder() / name).stat().st_size

    def exists(self, name):
        return (self._folder() / name).exists()

    def _save(self, name, content):
        target = self._folder() / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.read())
        return name

    def delete(self, name):
        (self._folder() / name).unlink(missing_ok=True)

    def _folder(self):
        return Path(self.base_location)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    stored._seen.clear()
    return tmp_path


def use(settings, kind, **options):
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": f"{__name__}.{kind}", "OPTIONS": options}}


def on_disk(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- keeping


def test_a_name_that_is_taken_is_changed_by_the_one_way_and_kept_by_the_other(folder):
    assert stored.keep(NAME, CONTENT) == NAME
    other = stored.keep(NAME, b"lain")
    assert other != NAME
    assert stored.keep_exactly(NAME, CONTENT) == NAME
    assert on_disk(folder) == {NAME: CONTENT, other: b"lain"}


@pytest.mark.parametrize("there", [b"", CONTENT[:3], CONTENT[::-1], CONTENT + b"!"])
def test_a_file_in_its_place_that_is_cut_or_changed_gives_way(folder, there):
    default_storage.save(NAME, ContentFile(there))
    assert stored.keep_exactly(NAME, CONTENT) == NAME
    assert on_disk(folder) == {NAME: CONTENT}


@pytest.mark.parametrize("there", [b"", CONTENT[::-1]])
def test_in_a_bucket_too(settings, folder, there):
    use(settings, "Bucket")
    stored.keep_exactly(NAME, there)
    assert stored.keep_exactly(NAME, CONTENT) == NAME
    assert on_disk(folder) == {NAME: CONTENT}


def test_a_file_that_is_wanted_again_looks_new_to_who_removes_what_is_old(folder):
    stored.keep_exactly(NAME, CONTENT)
    os.utime(folder / NAME, (1, 1))
    stored.keep_exactly(NAME, CONTENT)
    assert (folder / NAME).stat().st_mtime > 1


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, FULL),
        (errno.EDQUOT, FULL),
        (errno.EFBIG, FULL),
        (errno.EROFS, READ_ONLY),
        (errno.EACCES, READ_ONLY),
        (errno.EPERM, READ_ONLY),
        (errno.EIO, AWAY),
        (0, AWAY),
    ],
)
def test_a_storage_that_takes_nothing_says_why(settings, number, sentence):
    use(settings, "FailingStorage", number=number)
    for keep in (stored.keep, stored.keep_exactly):
        with pytest.raises(NotKept) as refused:
            keep(NAME, CONTENT)
        assert str(refused.value) == sentence


def test_what_cannot_be_removed_hurts_nobody(settings, caplog):
    use(settings, "FailingStorage", number=errno.EIO)
    stored.discard(NAME)
    assert f"{NAME} could not be removed" in caplog.text


def test_what_is_removed_is_gone(folder):
    stored.keep(NAME, CONTENT)
    stored.discard(NAME)
    assert on_disk(folder) == {}


# --- reading


def test_what_was_kept_is_read_back():
    stored.keep(NAME, CONTENT)
    assert stored.read(NAME, DIGEST) == CONTENT
    assert stored.read(NAME, "") == CONTENT
    assert stored.fault_of(NAME, DIGEST) is None


def test_a_file_is_read_part_by_part():
    """None is larger than a part, and together they are the file."""
    content = bytes(range(256)) * 4000
    stored.keep(NAME, content)
    parts = [*stored.parts_of(NAME, sha256(content).hexdigest())]
    assert b"".join(parts) == content
    assert len(parts) == 4
    assert b"".join(stored.parts_of(NAME, "")) == content


def test_a_file_that_is_another_one_is_told_behind_its_last_part(settings):
    stored.keep(NAME, CONTENT)
    parts = stored.parts_of(NAME, "0" * 64)
    assert next(parts) == CONTENT
    with pytest.raises(Unsound, match="rusak atau berubah"):
        next(parts)
    with pytest.raises(Unsound, match="hilang dari penyimpanan"):
        next(stored.parts_of("photos/tidak-ada.jpg", DIGEST))
    use(settings, "FailingStorage", number=errno.EIO)
    with pytest.raises(Unsound, match="tidak dapat dibaca"):
        next(stored.parts_of(NAME, DIGEST))


def test_what_is_gone_changed_or_not_to_be_read_is_told_apart(settings):
    stored.keep(NAME, CONTENT)
    assert stored.fault_of("photos/tidak-ada.jpg", DIGEST) == Fault.GONE
    with pytest.raises(Unsound, match=r"loket\.jpg rusak atau berubah di penyimpanan") as unsound:
        stored.read(NAME, "0" * 64)
    assert unsound.value.fault == Fault.CHANGED
    use(settings, "FailingStorage", number=errno.EIO)
    assert stored.fault_of(NAME, DIGEST) == Fault.UNREADABLE


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        (f"photos/3521/{DIGEST}.jpg", DIGEST),
        (DIGEST, DIGEST),
        (f"photos/3521/{DIGEST}-kecil.jpg", ""),
        (f"photos/3521/{DIGEST.upper()}.jpg", ""),
        (f"photos/{DIGEST}/loket.jpg", ""),
        (f"{DIGEST}0.jpg", ""),
        ("", ""),
    ],
)
def test_a_file_named_by_its_digest_tells_it(name, digest):
    assert stored.digest_in(name) == digest


# --- looking without reading


def rewritten(folder, content, at):
    (folder / NAME).write_bytes(content)
    os.utime(folder / NAME, (at, at))


def test_on_a_disk_a_file_is_read_again_once_it_was_written_again(folder):
    stored.keep(NAME, CONTENT)
    rewritten(folder, CONTENT, 1000)
    assert stored.fault_seen(NAME, DIGEST, len(CONTENT)) is None
    rewritten(folder, CONTENT[::-1], 1000)  # nothing tells that it was written: it is not read
    assert stored.fault_seen(NAME, DIGEST, len(CONTENT)) is None
    rewritten(folder, CONTENT[::-1], 1001)
    assert stored.fault_seen(NAME, DIGEST, len(CONTENT)) == Fault.CHANGED
    rewritten(folder, CONTENT[1:], 1000)
    assert stored.fault_seen(NAME, DIGEST, len(CONTENT)) == Fault.CHANGED
    (folder / NAME).unlink()
    assert stored.fault_seen(NAME, DIGEST, len(CONTENT)) == Fault.GONE


def test_a_fault_is_looked_for_again_and_a_sound_file_only_under_its_digest(folder):
    stored.keep(NAME, CONTENT)
    assert stored.fault_seen(NAME, "0" * 64, len(CONTENT)) == Fault.CHANGED
    assert stored.fault_seen(NAME, DIGEST, len(CONTENT)) is None
    assert stored.fault_seen(NAME, "0" * 64, len(CONTENT)) == Fault.CHANGED


def test_in_a_bucket_the_size_is_asked_for_and_not_at_once_again(settings, folder):
    use(settings, "Bucket")
    stored.keep(NAME, CONTENT)
    Bucket.asked = 0
    assert stored.fault_seen(NAME, DIGEST, len(CONTENT)) is None
    assert stored.fault_seen(NAME, DIGEST, len(CONTENT)) is None
    assert Bucket.asked == 1
    assert stored.fault_seen("photos/lain.jpg", DIGEST, 3) == Fault.GONE
    assert stored.fault_by_size(NAME, len(CONTENT) + 1) == Fault.CHANGED
    assert not stored.lies_on_disk()


def test_on_a_disk_a_look_costs_next_to_nothing():
    assert stored.lies_on_disk()


class AnswerError(Exception):
    def __init__(self, status):
        super().__init__(status)
        self.response = {"ResponseMetadata": {"HTTPStatusCode": status}}


class AnsweringBucket(FileSystemStorage):
    """Answers with a status, as a service far away does."""

    def __init__(self, status):
        super().__init__()
        self.status = status

    def size(self, name):
        raise AnswerError(self.status)


@pytest.mark.parametrize(("status", "fault"), [(404, Fault.GONE), (403, Fault.UNREADABLE), (503, Fault.UNREADABLE)])
def test_only_a_bucket_that_says_so_has_lost_a_file(settings, status, fault):
    use(settings, "AnsweringBucket", status=status)
    assert stored.fault_by_size(NAME, 3) == fault
