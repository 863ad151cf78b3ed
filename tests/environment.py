"""The environment in which tests run, set before Django reads its settings."""

import atexit
import os
import re
import shutil
import tempfile

MEMORY = "/dev/shm"
ROOM = 2 * 2**30


def _place():
    """Where files are kept in memory, there is no disk to wait for when a commit or a photo is forced to it."""
    roomy = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return MEMORY if roomy else None


def _folder():
    """A new folder that is gone when the run ends; the workers of a parallel run share the first one's."""
    folder = tempfile.mkdtemp(prefix="skm-test-", dir=_place())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


os.environ.setdefault("DEBUG", "1")
if "MEDIA_ROOT" not in os.environ:
    os.environ["MEDIA_ROOT"] = _folder()
if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = f"sqlite:///{_folder()}/portal.sqlite3"
if "SIGNING_TRUST" not in os.environ:
    os.environ["SIGNING_TRUST"] = f"{_folder()}/demo-ca.pem"


def pytest_load_initial_conftests(early_config):
    """Whoever asks by hand for what proves (``-m prove``) finds all of it, as by ``bin/prove``."""
    if re.search(r"(?<!not )\bprove\b", early_config.known_args_namespace.markexpr):
        os.environ.setdefault("PROVING", "1")
