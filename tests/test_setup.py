"""bin/setup leaves no database that nobody named; it is called on an environment that is complete."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def checkout(tmp_path):
    """Enough of the house to be set up, with the environment of this run."""
    place = tmp_path / "portal"
    place.mkdir()
    for name in (
        "bin",
        "requirements",
        "offices",
        "surveys",
        "followups",
        "reports",
        "publishing",
        "oversight",
        "duties",
        "skm_portal",
        "templates",
        "static",
    ):
        (place / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "bin", tmp_path / "bin")
    (place / "bin").unlink()
    (tmp_path / "bin").rename(place / "bin")
    shutil.copy(ROOT / "manage.py", place)
    (place / ".venv").symlink_to(ROOT / ".venv")
    return place


def set_up(place, **named):
    plain = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        ["bin/setup"], cwd=place, env=plain | named, capture_output=True, text=True, check=False, timeout=300
    )


def test_without_a_named_database_none_is_made(checkout):
    done = set_up(checkout)
    assert (done.returncode, "No database is named" in done.stderr) == (0, True), done.stderr
    assert not (checkout / "var").exists()


@pytest.mark.prove
def test_one_that_is_named_is_brought_up_to_date(checkout, tmp_path):
    name = tmp_path / "named.sqlite3"
    done = set_up(checkout, DATABASE_URL=f"sqlite:///{name}", DEBUG="1")
    assert (done.returncode, name.exists()) == (0, True), done.stderr
