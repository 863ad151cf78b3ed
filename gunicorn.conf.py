"""How gunicorn serves the portal where the command line says nothing else; read from the folder of manage.py."""

import os
import shutil
from pathlib import Path
from tempfile import mkdtemp

threads = 4  # one reads an upload while others answer
timeout = 120  # a large report is signed and checked within its request
keepalive = 75  # seconds; longer than a proxy keeps its side (nginx: 60), or it sends into a closing connection
control_socket_disable = True  # nobody asks it, and it would lie in the home folder
worker_tmp_dir = "/dev/shm"  # noqa: S108 (a heartbeat that never waits for a disk)
logger_class = "skm_portal.watching.server_lines.ServerLines"
FIGURES = "PROMETHEUS_MULTIPROC_DIR"


def on_starting(_server: object) -> None:
    """All processes count in one folder, each in files of its own; those of an earlier start would count twice."""
    if FIGURES not in os.environ:
        os.environ[FIGURES] = mkdtemp(prefix="skm-figures-", dir=worker_tmp_dir)
    folder = Path(os.environ[FIGURES])
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.db"):
        file.unlink()


def on_exit(_server: object) -> None:
    shutil.rmtree(os.environ[FIGURES], ignore_errors=True)
