"""What a report costs, as ratios from one run: beside the bare renderer and beside Chromium, and as it grows.

The bare renderer lays out as often as the portal does, once or twice; Chromium once.

Run with ``python -m benchmarks.report``; exit status 1 if a *must* is missed. Runs are interleaved and paired, a
ratio is the median of its pairs, and CPU seconds are judged where the clock would judge the machine's other work.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import IO

from benchmarks.yardstick import CASES, PERIOD

ROOT = Path(__file__).parents[1]
ROUNDS, GROWTH_ROUNDS = 3, 2
GROWING = ("yardstick", "rows", "photos")
CHROMIUM = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--no-pdf-header-footer"),
    "--generate-pdf-document-outline",
)


@dataclass(frozen=True)
class Usage:
    """Seconds of CPU and of the clock, and the largest process in MiB."""

    cpu: float
    wall: float
    peak: float


@dataclass(frozen=True)
class Line:
    """A figure, the most that it may be (None: only told) and what is aimed at."""

    name: str
    value: float
    must: float | None = None
    goal: float | None = None

    @property
    def missed(self) -> bool:
        return self.must is not None and self.value > self.must


class Bench:
    """A portal of its own in a folder, with the measured cycles loaded."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "DEBUG": "1",
            "DATABASE_URL": f"sqlite:///{folder}/portal.sqlite3",
            "MEDIA_ROOT": str(folder / "media"),
            "DJANGO_SETTINGS_MODULE": "skm_portal.settings",
        }

    def prepare(self, *names: str) -> None:
        """Load the cases that are named, and write each as HTML for other renderers."""
        self.run(sys.executable, "-m", "benchmarks.yardstick", str(self.folder), *names)
        self.manage("migrate", "--verbosity=0")
        for name in names:
            code = CASES[name][0]
            self.manage("load_cycle", str(self.folder / f"{name}.zip"))
            self.manage("render_report", code, PERIOD, "--html", self.html(name))

    def out(self, name: str) -> str:
        return str(self.folder / f"{name}.pdf")

    def html(self, name: str) -> str:
        return str(self.folder / f"{name}.html")

    def manage(self, *arguments: str) -> Usage:
        return self.run(sys.executable, "manage.py", *arguments)

    def run(self, *command: str) -> Usage:
        """Run to the end; raises CalledProcessError with what was said if it fails."""
        with tempfile.TemporaryFile() as said:
            began = time.perf_counter()
            process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=said, stderr=said)
            _pid, status, used = os.wait4(process.pid, 0)
            wall, process.returncode = time.perf_counter() - began, os.waitstatus_to_exitcode(status)
            if process.returncode:
                said.seek(0)
                raise subprocess.CalledProcessError(process.returncode, command, said.read().decode())
        return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)

    def ours(self, name: str) -> Usage:
        return self.manage("render_report", CASES[name][0], PERIOD, "-o", self.out(name))

    def bare(self, name: str, layouts: int) -> Usage:
        target = str(self.folder / "bare.pdf")
        return self.run(sys.executable, "-m", "benchmarks.bare", self.html(name), target, str(layouts))

    def chromium(self, name: str) -> Usage:
        browser = str(shutil.which("chromium"))
        with tempfile.TemporaryDirectory() as profile:
            options = (*CHROMIUM, f"--user-data-dir={profile}", f"--print-to-pdf={self.folder}/chromium.pdf")
            return self.run(browser, *options, Path(self.html(name)).as_uri())

    @contextmanager
    def warm(self) -> Iterator["Ask"]:
        """A worker: ask it for a case, it renders and tells what that took; with ``render=False`` it only counts."""
        command = [sys.executable, "-m", "benchmarks.warm"]
        pipe = subprocess.PIPE
        with subprocess.Popen(command, cwd=ROOT, env=self.environment, stdin=pipe, stdout=pipe, text=True) as worker:
            assert worker.stdin and worker.stdout
            yield _asking(worker.stdin, worker.stdout)
            worker.stdin.close()


Ask = Callable[..., dict[str, float]]


def _asking(questions: IO[str], answers: IO[str]) -> Ask:
    def ask(name: str, *, render: bool = True) -> dict[str, float]:
        print(CASES[name][0], PERIOD, int(render), file=questions, flush=True)
        answer: dict[str, float] = json.loads(answers.readline())
        return answer

    return ask


def ratio(above: list[float], below: list[float]) -> float:
    return median(one / other for one, other in zip(above, below, strict=True))


def beside_others(bench: Bench) -> list[Line]:
    """The yardstick rendered cold by the portal, by the bare renderer, by Chromium, and by a warm worker, in turn."""
    has_chromium = shutil.which("chromium") is not None
    ours, bare, browser, warm = [], [], [], []
    with bench.warm() as ask:
        layouts = int(ask("yardstick")["layouts"])
        for _ in range(ROUNDS):
            ours.append(bench.ours("yardstick"))
            bare.append(bench.bare("yardstick", layouts))
            browser += [bench.chromium("yardstick")] if has_chromium else []
            warm.append(ask("yardstick"))
    lines = [
        Line("layouts", layouts),
        Line("cold_cpu_s", median(use.cpu for use in ours)),
        Line("cold_cpu_to_bare_renderer", ratio([u.cpu for u in ours], [u.cpu for u in bare]), 1.15, 1.05),
        Line("warm_cpu_to_cold", ratio([answer["cpu"] for answer in warm], [u.cpu for u in ours])),
        Line("steady_cpu_s", median(answer["cpu"] for answer in warm)),
        Line("steady_cpu_to_bare_renderer", ratio([answer["cpu"] for answer in warm], [u.cpu for u in bare])),
        Line("peak_mib", max(use.peak for use in ours), 150),
        Line("bytes_to_photo_bytes", warm[-1]["bytes"] / warm[-1]["photo_bytes"], 1.05, 1.025),
    ]
    if not has_chromium:
        print("NOT MEASURED beside Chromium: it is not installed.", file=sys.stderr)
        return lines
    clock = [use.wall for use in browser]
    return [
        *lines,
        Line("cold_clock_to_chromium", ratio([use.wall for use in ours], clock), 2.2),
        Line("warm_clock_to_chromium", ratio([answer["wall"] for answer in warm], clock), 0.9, 0.8),
    ]


def growth(bench: Bench) -> list[Line]:
    """The same with 200 rows and with 400 photos; queries must not grow at all."""
    runs: dict[str, list[Usage]] = {name: [] for name in GROWING}
    for _ in range(GROWTH_ROUNDS):
        for name, uses in runs.items():
            uses.append(bench.ours(name))
    with bench.warm() as ask:
        queries = {name: ask(name, render=False)["queries"] for name in GROWING}
    cpu = {name: [use.cpu for use in uses] for name, uses in runs.items()}
    return [
        Line("rows_200_cpu_to_10", ratio(cpu["rows"], cpu["yardstick"]), 2),
        Line("rows_200_peak_mib", max(use.peak for use in runs["rows"]), 250),
        Line("photos_400_cpu_to_25", ratio(cpu["photos"], cpu["yardstick"]), 2),
        Line("photos_400_peak_mib", max(use.peak for use in runs["photos"]), 350),
        Line("queries", queries["yardstick"]),
        Line("queries_more_with_rows", queries["rows"] - queries["yardstick"], 0),
        Line("queries_more_with_photos", queries["photos"] - queries["yardstick"], 0),
    ]


def told(lines: list[Line]) -> int:
    """Print the figures as a table; the exit status that they deserve."""
    print(f"{'name':38}{'measured':>10}{'must':>9}{'goal':>9}  verdict")
    for line in lines:
        limits = [f"<={limit:g}" if limit is not None else "-" for limit in (line.must, line.goal)]
        verdict = "-" if line.must is None else "MISSED" if line.missed else "ok"
        print(f"{line.name:38}{line.value:>10.3f}{limits[0]:>9}{limits[1]:>9}  {verdict}")
    return 1 if any(line.missed for line in lines) else 0


def main() -> int:
    """Measure all; the exit status."""
    with suppress(PermissionError):
        os.nice(-15)  # beside other work the clock would judge our one process against the many of a browser
    print(f"load of the machine before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.prepare(*GROWING)
        lines = [*beside_others(bench), *growth(bench)]
    return told(lines)


if __name__ == "__main__":
    sys.exit(main())
