"""A copy of the checkout in which mutants may live, and a process in it that runs tests without starting anew.

``python -m tests.mutants_bench`` is that process: a line of JSON asks for a run, a line answers with its exit status.
Each run is a fork of it that has the libraries already, and finds a database that was migrated.
"""

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from time import monotonic, sleep

ROOT = Path(__file__).parents[1]
LIBRARIES = (
    "pytest", "hypothesis", "time_machine", "django.test", "django.db.models", "django.forms", "django.template.loader",
    "PIL.Image", "openpyxl", "pikepdf", "lxml.etree", "pypdf", "weasyprint", "pyhanko.sign", "pyhanko_certvalidator",
)  # fmt: skip
OPTIONS = ("-x", "-q", "-p", "tests.reached", "--reuse-db")
HUNG = -1
EMPTY = "tests/test_of_an_empty_database.py"


class Bench:
    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        self.spare = folder / "spare"
        self.clock = 2_000_000_000
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
        for path in filter(None, listed.stdout.split("\0")):
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / path, self.folder / path)
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.mutants_bench"],
            cwd=self.folder,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        (self.folder / EMPTY).write_text("def test_of_an_empty_database(db):\n    pass\n", encoding="utf-8")
        if self.run([EMPTY], keep=self.spare) != 0:
            sys.exit("No database could be made for the mutants.")

    def write(self, path: str, text: str) -> None:
        """With a time that no byte code in the cache was made at."""
        (self.folder / path).write_text(text, encoding="utf-8")
        self.clock += 2
        os.utime(self.folder / path, (self.clock, self.clock))

    def run(
        self, files: list[str], *, only: list[str] | None = None, seconds: float = 3600, keep: Path | None = None,
        reached_of: list[str] | None = None,
    ) -> int:  # fmt: skip
        """The exit status of pytest; HUNG where it took longer than that.

        ``keep`` is where its database is left, ``reached_of`` the modules whose lines are noted in ``reached.json``.
        """
        given = {"files": files, "seconds": seconds, "keep": str(keep or ""), "spare": str(self.spare), "set": {}}
        if only is not None:
            (self.folder / "only.txt").write_text("\n".join(only), encoding="utf-8")
            given["set"] |= {"ONLY": str(self.folder / "only.txt")}
        if reached_of:
            given["set"] |= {"REACHED_OF": os.pathsep.join(reached_of), "REACHED_IN": str(self.folder / "reached.json")}
        self.process.stdin.write(json.dumps(given) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def serve() -> None:
    for name in LIBRARIES:
        import_module(name)
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        given = json.loads(line)
        place = tempfile.mkdtemp(prefix="skm-mutant-", dir=_place())  # not one that a fork would clear away
        if Path(given["spare"]).exists():
            shutil.copy2(given["spare"], Path(place) / "test.sqlite3")
        child = os.fork()
        if child == 0:
            _become_a_run(given, place)
        status = _ended(child, given["seconds"])
        if given["keep"] and status == 0:
            shutil.copy2(Path(place) / "test.sqlite3", given["keep"])
        shutil.rmtree(place)
        print(status, file=answers, flush=True)


def _place() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _become_a_run(given: dict, place: str) -> None:
    import pytest

    os.setsid()
    os.dup2(os.open("last-run.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
    os.dup2(1, 2)
    os.environ |= {"DATABASE_URL": f"sqlite:///{place}/portal.sqlite3", **given["set"]}
    status = pytest.main([*OPTIONS, *given["files"]])
    atexit._run_exitfuncs()
    os._exit(status)  # what stands open here is the parent's to close


def _ended(child: int, seconds: float) -> int:
    end = monotonic() + seconds
    while monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            with suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)  # what it left behind
            return os.waitstatus_to_exitcode(status)
        sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return HUNG


if __name__ == "__main__":
    serve()
