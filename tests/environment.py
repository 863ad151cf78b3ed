"""The environment in which tests run, set before Django reads its settings."""

import atexit
import os
import shutil
import tempfile


def _folder():
    """A new folder that is gone when the run ends; the workers of a parallel run share the first one's."""
    folder = tempfile.mkdtemp(prefix="skm-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


os.environ.setdefault("DEBUG", "1")
if "MEDIA_ROOT" not in os.environ:
    os.environ["MEDIA_ROOT"] = _folder()
if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = f"sqlite:///{_folder()}/portal.sqlite3"
if "SIGNING_TRUST" not in os.environ:
    os.environ["SIGNING_TRUST"] = f"{_folder()}/demo-ca.pem"
