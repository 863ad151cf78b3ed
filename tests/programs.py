"""The programs beside Python that tests ask, and what a run says at its end of those that were not there.

With NOT_RUN set to a file, the lines are appended there: ``bin/test`` says them behind its last run.
"""

import os
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

PACKAGES = {
    "chromium": "chromium",
    "java": "default-jre-headless",
    "mutool": "mupdf-tools",
    "node": "nodejs",
    "pdfinfo": "poppler-utils",
    "pdfsig": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "soffice": "libreoffice-calc-nogui",
    "libreoffice-writer": "libreoffice-writer-nogui",
}
OF_NPM = {"lighthouse": "LIGHTHOUSE", "vnu-jar": "VNU_JAR"}
"""Packages of npm, and the variables that name where the file of each lies that is run."""
NOT_INSTALLED = re.compile(r"\b([\w.-]+) is not installed")


def needed(name):
    """The path of a program; a test that asks for one that is not there is skipped, and told of at the end."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed ({_how(name)})")
    return path


def needed_writer():
    """The path of LibreOffice with what opens Word files; the spreadsheet alone is installed in more places."""
    path = needed("soffice")
    if not Path(path).resolve().with_name("libswlo.so").exists():
        name = "libreoffice-writer"
        pytest.skip(f"{name} is not installed (sudo apt-get install {PACKAGES[name]})")
    return path


def needed_of_npm(name):
    """The same of what npm brings."""
    path = os.environ.get(OF_NPM[name])
    if path is None:
        pytest.skip(f"{name} is not installed ({_how(name)})")
    return path


def _how(name):
    if name in OF_NPM:
        return f"npm install {name}, and its file in {OF_NPM[name]}"
    return f"sudo apt-get install {PACKAGES.get(name, name)}"


def not_run(reasons):
    """One line for each program that was missing, from the reasons of all skipped tests."""
    missing = Counter(found[1].lower() for reason in reasons if (found := NOT_INSTALLED.search(reason)))
    return [f"!!! NOT RUN: {count} tests, for want of {name} ({_how(name)})" for name, count in sorted(missing.items())]


def pytest_terminal_summary(terminalreporter, config):
    if hasattr(config, "workerinput"):  # of a parallel run: the one that it reports to says so
        return
    lines = not_run(str(report.longrepr) for report in terminalreporter.stats.get("skipped", []))
    for line in lines:
        terminalreporter.write_line(line, red=True, bold=True)
    if "NOT_RUN" in os.environ:
        with Path(os.environ["NOT_RUN"]).open("a", encoding="utf-8") as kept:
            kept.writelines(f"{line}\n" for line in lines)
