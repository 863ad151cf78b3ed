"""The environment in which tests run, set before Django reads its settings."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("DEBUG", "1")
os.environ.setdefault("MEDIA_ROOT", tempfile.mkdtemp(prefix="skm-media-"))
os.environ.setdefault(
    "DATABASE_URL", "sqlite:///" + str(Path(tempfile.mkdtemp(prefix="skm-db-")) / "t.sqlite3")
)
