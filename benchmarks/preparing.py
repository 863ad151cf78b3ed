"""What it costs to prepare a report for its signature: beside the bare renderer, and in memory for a large office.

Run with ``python -m benchmarks.preparing``; with CODE PERIOD it prepares that cycle once and takes it back, with FILE
behind them a second time, and writes the CPU seconds of that into the file.
"""

import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import django

from benchmarks.report import Bench, Line, Usage, ratio, told
from benchmarks.yardstick import CASES, PERIOD

ROUNDS = 2


def once(code: str, period: str) -> None:
    """Freeze, render, add the field, judge by both standards, store; then back to draft for the next round."""
    from django.utils import timezone

    from reports.cycle.read import find_survey
    from reports.issuing import Wish, prepare, return_to_draft
    from reports.issuing.console import console_user
    from reports.issuing.page import job_of
    from reports.management.commands.sign_report import explain
    from reports.models import State
    from reports.work.jobs import run_job

    survey, user = find_survey(code, period), console_user()
    explain(survey, "Diukur.")
    report = prepare(survey, user, Wish("elsewhere", timezone.localdate(), reason="Diukur."))
    job = job_of(report)
    assert job
    run_job(job.pk)
    report.refresh_from_db()
    assert report.state == State.PREPARED, report.state
    return_to_draft(report, user, "Diukur.")


def _prepared(bench: Bench, name: str) -> Usage:
    return bench.run(sys.executable, "-m", "benchmarks.preparing", CASES[name][0], PERIOD)


def again(code: str, period: str, told: Path) -> None:
    """As a worker does that has done it before."""
    once(code, period)
    began = time.process_time()
    once(code, period)
    told.write_text(str(time.process_time() - began), "utf-8")


def _prepared_again(bench: Bench, name: str) -> float:
    told = bench.folder / "again"
    bench.run(sys.executable, "-m", "benchmarks.preparing", CASES[name][0], PERIOD, str(told))
    return float(told.read_text("utf-8"))


def measured(bench: Bench) -> list[Line]:
    """CPU seconds in paired runs; the largest process for 60 plans and 200 photos."""
    ours, bare = [], []
    with bench.warm() as ask:
        layouts = int(ask("yardstick")["layouts"])
    for _ in range(ROUNDS):
        ours.append(_prepared(bench, "yardstick").cpu)
        bare.append(bench.bare("yardstick", layouts).cpu)
    return [
        Line("prepare_cpu_s", median(ours)),
        Line("prepare_cpu_to_bare_renderer", ratio(ours, bare), 1.6, 1.3),
        Line("prepare_steady_cpu_to_bare_renderer", _prepared_again(bench, "yardstick") / median(bare)),
        Line("prepare_peak_mib_60_plans_200_photos", _prepared(bench, "large").peak, 512, 400),
    ]


def main() -> int:
    """Measure in a portal of its own; the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.prepare("yardstick", "large")
        return told(measured(bench))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        code, period, *file = sys.argv[1:]
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skm_portal.settings")
        django.setup()
        again(code, period, Path(file[0])) if file else once(code, period)
        gc.freeze()  # as manage.py ends
    else:
        sys.exit(main())
