"""Who may read what the portal keeps, whatever umask its process was given: its own account, and files its group."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from followups.evidence.photos import normalise, store
from tests.conftest import jpeg
from tests.reports.issuing.issuing import make_prepared

ROOT = Path(__file__).parents[2]


@pytest.fixture
def careless():
    """A process whose umask hides nothing from anybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def modes_under(folder):
    """Modes of the folders and of the files that lie in a folder, itself included."""
    found = [Path(folder), *Path(folder).rglob("*")]
    modes = {True: set(), False: set()}
    for path in found:
        modes[path.is_dir()].add(oct(stat.S_IMODE(path.stat().st_mode)))
    return modes[True], modes[False]


@pytest.mark.usefixtures("own_media", "careless")
def test_photos_and_reports_are_for_the_portals_own_account_and_its_group(survey, people):
    store("3521", normalise(jpeg()))
    make_prepared(survey, people)
    names = {path.suffix for path in Path(settings.MEDIA_ROOT).rglob("*")}
    assert {".jpg", ".pdf"} <= names
    assert modes_under(settings.MEDIA_ROOT) == ({"0o750"}, {"0o640"})


@pytest.fixture
def script(tmp_path):
    """``script("bin/backup", folder, DATABASE_URL=…)`` under the umask that most accounts have."""

    def run(*command, **variables):
        own = {**os.environ, "DEBUG": "1", "PYTHONUTF8": "1", **variables}
        before = os.umask(0o022)
        try:
            subprocess.run(command, cwd=ROOT, env=own, check=True, capture_output=True)
        finally:
            os.umask(before)

    return run


@pytest.mark.prove
def test_a_backup_and_what_is_restored_from_it_are_for_nobody_else(tmp_path, script):
    media = tmp_path / "media"
    media.mkdir()
    (media / "old.pdf").write_bytes(b"%PDF-")
    (media / "old.pdf").chmod(0o644)  # kept by an earlier portal
    here = {"DATABASE_URL": f"sqlite:///{tmp_path}/portal.sqlite3", "MEDIA_ROOT": str(media)}
    script(sys.executable, "manage.py", "migrate", "--verbosity", "0", **here)
    backup, place = tmp_path / "backup", tmp_path / "restored"
    script("bin/backup", str(backup), **here)
    assert modes_under(backup) == ({"0o700"}, {"0o600"})
    where = {"DATABASE_URL": f"sqlite:///{place}/portal.sqlite3", "MEDIA_ROOT": f"{place}/media"}
    script("bin/restore", str(backup), **where)
    folders, files = modes_under(place)
    assert files == {"0o600"}
    assert (place / "media/old.pdf").read_bytes() == b"%PDF-"
    assert all(int(mode, 8) & 0o007 == 0 for mode in folders)
