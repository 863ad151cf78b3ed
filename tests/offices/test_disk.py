"""Files on a disk: whole or not there, forced to it before anything is told of them, and free of what fails."""

import os
import resource
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.files.base import ContentFile

from offices.disk import DRAFT, DiskStorage

ROOT = Path(__file__).parents[2]
KILLED = """
import os, sys
from offices.disk import DiskStorage
from django.conf import settings
settings.configure()
class Slow:
    def chunks(self):
        yield b"separuh"
        print("di tengah", flush=True)
        sys.stdin.read()
DiskStorage(sys.argv[1]).save("a/b/foto.jpg", Slow())
"""


@pytest.fixture
def disk(tmp_path):
    return DiskStorage(tmp_path / "media", file_permissions_mode=0o640, directory_permissions_mode=0o750)


def files(disk):
    root = Path(disk.location)
    return sorted(str(file.relative_to(root)) for file in root.rglob("*") if file.is_file())


@contextmanager
def smallest_file(size):
    """No process of this one may write a longer file: what a full disk or a quota answers.

    Nothing is compiled meanwhile: Python 3.11 keeps what it could only write in part. An open transaction of SQLite
    writes no file in tests (databases.py).
    """
    compiles = not sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        sys.dont_write_bytecode = not compiles


@pytest.fixture
def forced(monkeypatch):
    """In which order files and folders were forced to the disk, and names given."""
    steps = []
    sync, link = os.fsync, os.link

    def noted_sync(handle):
        steps.append("folder" if Path(f"/proc/self/fd/{handle}").readlink().is_dir() else "file")
        sync(handle)

    def noted_link(*args, **kwargs):
        steps.append("name")
        link(*args, **kwargs)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(os, "link", noted_link)
    return steps


def test_a_file_is_on_the_disk_before_it_has_its_name_and_its_folder_after(disk, forced):
    disk.save("a/b/foto.jpg", ContentFile(b"isi"))
    assert forced[-3:] == ["file", "name", "folder"]
    assert forced[:-3] == ["folder"] * 3  # media, a and b, each in the one that holds it
    forced.clear()
    disk.save("a/b/lain.jpg", ContentFile(b"isi"))
    assert forced == ["file", "name", "folder"]


def test_modes_are_those_of_the_settings_whatever_the_umask(disk):
    before = os.umask(0o077)
    try:
        name = disk.save("a/foto.jpg", ContentFile(b"isi"))
    finally:
        os.umask(before)
    assert oct(Path(disk.path(name)).stat().st_mode & 0o777) == "0o640"
    assert oct(Path(disk.path("a")).stat().st_mode & 0o777) == "0o750"


@pytest.mark.parametrize("size", [0, 1, 4096, 60_000])
def test_a_file_that_does_not_fit_leaves_nothing(disk, size):
    with smallest_file(size), pytest.raises(OSError, match="too large"):
        disk.save("a/foto.jpg", ContentFile(bytes(100_000)))
    assert files(disk) == []
    assert disk.save("a/foto.jpg", ContentFile(bytes(100_000))) == "a/foto.jpg"


def test_a_taken_name_is_never_written_over(disk):
    first = disk.save("a/foto.jpg", ContentFile(b"satu"))
    second = disk.save("a/foto.jpg", ContentFile(b"dua"))
    assert first != second
    assert (disk.open(first).read(), disk.open(second).read()) == (b"satu", b"dua")


def test_of_many_writers_at_once_each_has_a_file_of_its_own(disk):
    start, names = threading.Barrier(8), []

    def write(number):
        start.wait()
        names.append((disk.save("foto.jpg", ContentFile(b"%d" % number)), number))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({name for name, _number in names}) == 8
    assert all(disk.open(name).read() == b"%d" % number for name, number in names)


def test_a_killed_writer_leaves_no_file_by_that_name(disk):
    command = [sys.executable, "-c", KILLED, disk.location]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as writer:
        assert writer.stdout.readline() == b"di tengah\n"
        writer.kill()
    [left] = files(disk)
    assert left.startswith(f"a/b/{DRAFT}")
    assert not disk.exists("a/b/foto.jpg")
    assert disk.save("a/b/foto.jpg", ContentFile(b"isi")) == "a/b/foto.jpg"
