"""A run says at its end what it could not run for want of a program: one line for each, whoever skipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mass import sampled
from tests.programs import PACKAGES, needed, needed_of_npm, not_run

ROOT = Path(__file__).parents[1]
SUITE = """
import pytest
from tests.programs import needed


@pytest.mark.parametrize("time", [1, 2])
def test_that_needs_it(time):
    needed("mutool")


def test_that_says_so_itself():
    pytest.skip("Chromium is not installed: everything else was checked")


def test_that_is_skipped_for_another_reason():
    pytest.skip("the reference case does not lie beside this checkout")
"""
LINES = [
    "!!! NOT RUN: 1 tests, for want of chromium (sudo apt-get install chromium)",
    "!!! NOT RUN: 2 tests, for want of mutool (sudo apt-get install mupdf-tools)",
]


def test_a_missing_program_skips_the_test_that_asks_for_it(monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(pytest.skip.Exception, match=r"qpdf is not installed \(sudo apt-get install qpdf\)"):
        needed("qpdf")


def test_a_program_that_is_there_is_given_by_its_path():
    assert Path(needed_python()).name == "python3"


def needed_python():
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(PACKAGES, "python3", "python3")
        return needed("python3")


def test_each_missing_program_is_one_line():
    reasons = ["('x', 1, 'Skipped: mutool is not installed (sudo …)')"] * 3 + ["Skipped: not today"]
    assert not_run(reasons) == ["!!! NOT RUN: 3 tests, for want of mutool (sudo apt-get install mupdf-tools)"]
    assert not_run([]) == []


def test_what_npm_brings_is_named_by_a_variable(monkeypatch):
    monkeypatch.setenv("LIGHTHOUSE", "/opt/lighthouse")
    assert needed_of_npm("lighthouse") == "/opt/lighthouse"
    monkeypatch.delenv("LIGHTHOUSE")
    with pytest.raises(pytest.skip.Exception) as skipped:
        needed_of_npm("lighthouse")
    how = "(npm install lighthouse, and its file in LIGHTHOUSE)"
    assert not_run([str(skipped.value)]) == [f"!!! NOT RUN: 1 tests, for want of lighthouse {how}"]


@pytest.mark.prove
@pytest.mark.parametrize(
    "workers", sampled([pytest.param(()), pytest.param(("-p", "xdist", "-n", "1"))], ids=["alone", "parallel"])
)
def test_a_run_ends_with_these_lines_and_keeps_them_for_whoever_called_it(tmp_path, workers):
    suite, kept = tmp_path / "test_it.py", tmp_path / "kept"
    suite.write_text(SUITE)
    kept.touch()
    options = ["-q", "-c", "/dev/null", f"--rootdir={tmp_path}", "-p", "tests.programs", "-p", "no:cacheprovider"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *workers, str(suite)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "NOT_RUN": str(kept), "PATH": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line for line in run.stdout.splitlines() if line.startswith("!!!")] == LINES, run.stdout + run.stderr
    assert kept.read_text().splitlines() == LINES
