"""bin/backup and bin/restore as the operator calls them, while others write, and where there is nothing to back up."""

import os
import sqlite3
import subprocess
import sys
import tarfile
import threading
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from offices.disk import DRAFT
from tests.runtime import __file__ as runtime

ROOT = Path(runtime).parents[2]


@pytest.fixture
def place(tmp_path):
    (tmp_path / "media").mkdir()
    return tmp_path


def call(place, script, *args, database="skm.sqlite3", **more):
    environment = {
        **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
        "DEBUG": "1",
        "SKM_VENV": str(Path(sys.executable).parents[1]),
        "DATABASE_URL": f"sqlite:///{place / database}",
        "MEDIA_ROOT": str(place / "media"),
    }
    command = [str(ROOT / "bin" / script), *map(str, args)]
    return subprocess.run(command, env=environment | more, capture_output=True, text=True, check=False)


def make_database(path, rows=0):
    with closing(sqlite3.connect(path)) as database:
        database.create_function("django_x", 1, len)  # as Django's own in its constraints: no other program knows it
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE django_migrations (id integer primary key, app text, name text, applied text)")
        database.execute("CREATE TABLE isi (id integer primary key, teks text CHECK (django_x(teks) > 0))")
        database.executemany("INSERT INTO isi (teks) VALUES (?)", [("x" * 500,)] * rows)
        database.commit()


def packed(folder):
    with tarfile.open(folder / "media.tar") as archive:
        return {member.name: archive.extractfile(member).read() for member in archive if member.isfile()}


def test_a_database_that_is_not_there_is_no_backup_and_is_not_made(place):
    done = call(place, "backup", place / "cadangan")
    assert done.returncode != 0
    assert "skm.sqlite3" in done.stderr
    assert not (place / "skm.sqlite3").exists()
    assert not (place / "cadangan").exists()


@pytest.mark.parametrize("content", [b"", b"bukan basis data" * 99, None])
def test_a_database_without_a_portal_is_no_backup(place, content):
    if content is None:
        sqlite3.connect(place / "skm.sqlite3").close()
    else:
        (place / "skm.sqlite3").write_bytes(content)
    done = call(place, "backup", place / "cadangan")
    assert done.returncode != 0
    assert not (place / "cadangan").exists()


def test_folders_above_are_made_and_an_empty_one_is_taken(place):
    make_database(place / "skm.sqlite3")
    (place / "media/photos").mkdir()
    (place / "media/photos/a.jpg").write_bytes(b"foto")
    (place / f"media/photos/{DRAFT}b").write_bytes(b"separuh")
    (place / "kosong").mkdir()
    for folder in (place / "a b/2026/11", place / "kosong"):
        done = call(place, "backup", folder)
        assert (done.returncode, done.stderr.count("FIELD_KEY")) == (0, 1), done.stderr
        assert packed(folder) == {"photos/a.jpg": b"foto"}
        sums = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
        assert sums == {n: sha256((folder / n).read_bytes()).hexdigest() for n in ("media.tar", "skm.sqlite3")}
        assert oct(folder.stat().st_mode & 0o777) in {"0o700", "0o755"}
    assert call(place, "backup", place / "kosong").returncode != 0
    assert packed(place / "kosong") == {"photos/a.jpg": b"foto"}


def test_a_folder_that_cannot_be_written_ends_it(place):
    make_database(place / "skm.sqlite3")
    (place / "berkas").write_bytes(b"")
    assert call(place, "backup", place / "berkas").returncode != 0
    assert call(place, "backup", place / "berkas/dalam").returncode != 0
    assert (place / "berkas").read_bytes() == b""


@pytest.mark.prove
def test_it_is_whole_while_files_and_rows_are_written(place):
    """A writer adds, replaces and removes files and commits rows all the while; each file is packed whole."""
    make_database(place / "skm.sqlite3", rows=2000)
    photos = place / "media/photos"
    photos.mkdir()
    for number in range(300):
        (photos / f"tetap-{number}.jpg").write_bytes(b"%d" % number * 2000)
    over = threading.Event()

    def write():
        number = 0
        with closing(sqlite3.connect(place / "skm.sqlite3", timeout=20)) as database:
            database.create_function("django_x", 1, len)
            while not over.is_set():
                number += 1
                (photos / f"{DRAFT}{number}").write_bytes(b"x" * 5000)
                (photos / f"{DRAFT}{number}").replace(photos / f"baru-{number % 40}.jpg")
                (photos / f"baru-{(number + 20) % 40}.jpg").unlink(missing_ok=True)
                database.execute("INSERT INTO isi (teks) VALUES (?)", ("y" * 500,))
                database.commit()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        done = call(place, "backup", place / "cadangan")
    finally:
        over.set()
        writer.join()
    assert done.returncode == 0, done.stderr
    files = packed(place / "cadangan")
    assert all(files[f"photos/tetap-{number}.jpg"] == b"%d" % number * 2000 for number in range(300))
    assert all(content == b"x" * 5000 for name, content in files.items() if "baru" in name)
    assert not [name for name in files if DRAFT in name]
    with closing(sqlite3.connect(place / "cadangan/skm.sqlite3")) as copy:
        copy.create_function("django_x", 1, len)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("SELECT count(*) FROM isi").fetchone()[0] >= 2000


def test_what_was_changed_after_the_backup_is_not_restored(place):
    make_database(place / "skm.sqlite3")
    (place / "media/a.jpg").write_bytes(b"foto")
    assert call(place, "backup", place / "cadangan").returncode == 0
    other = place / "lain"
    for name in ("media.tar", "skm.sqlite3", "SHA256SUMS"):
        whole = (place / "cadangan" / name).read_bytes()
        (place / "cadangan" / name).write_bytes(whole[:-7] + b"sampah!")
        done = call(other, "restore", place / "cadangan")
        assert done.returncode != 0
        assert not other.exists()
        (place / "cadangan" / name).write_bytes(whole)
    (place / "cadangan/media.tar").unlink()
    assert call(other, "restore", place / "cadangan").returncode != 0
