"""Files in the layouts that offices hold, each read by import_scores as its writer knows that it must be.

The corpus is written by ``python -m tests.surveys.workbooks.corpus``, with its expectations by other arithmetic.
"""

import json
import subprocess
import sys
import zipfile
from io import StringIO

import pytest
from django.core.management import call_command

from surveys.models import Survey
from tests.mass import sampled
from tests.surveys.workbooks.corpus.__main__ import FOLDER, INDEX
from tests.worker import ROOT

CASES = json.loads(INDEX.read_text(encoding="utf-8"))
EXACT = ("kind", "respondents", "scores", "counts", "missing", "services", "index", "grade", "dropped")


@pytest.fixture
def run(survey):
    """``run(case)``: how import_scores ends, and its JSON; what must be asked or refused is to be applied."""

    def call(case):
        out = StringIO()
        files = [_path(name) for name in case["files"]]
        apply = ["--apply"] if case["expected"]["exit"] else []
        try:
            call_command("import_scores", "3521", "2025-S1", *files, *case["arguments"], *apply, "--json", stdout=out)
            code = 0
        except SystemExit as end:
            code = end.code
        return code, out.getvalue()

    return call


def _path(name):
    service, sign, file = name.rpartition("=")
    return f"{service}{sign}{FOLDER / file}"


def scores():
    return dict(Survey.objects.get().scores.values_list("element__key", "score"))


@pytest.mark.parametrize("case", sampled(CASES, every=8), ids=lambda case: case["name"])
def test_each_file_is_read_as_it_must_be(run, case):
    expected = case["expected"]
    before = scores()
    code, text = run(case)
    assert scores() == before
    found = json.loads(text)
    told = {key: found[key] for key in EXACT if key in expected} | {"exit": code}
    wanted = {key: expected[key] for key in EXACT if key in expected} | {"exit": expected["exit"]}
    assert told == wanted, text
    if "faults" in expected:
        assert [fault["place"] for fault in found["faults"]] == expected["faults"], text
    if "asks" in expected:
        assert {ask["id"]: ask["choices"] for ask in found["asks"]} == expected["asks"]
    assert {ask["id"] for ask in found["asks"]} >= set(expected.get("asked", ()))
    messages = " ".join(fault["message"] for fault in found["faults"])
    assert all(part in messages for part in expected.get("messages", ())), messages
    notes = " ".join(found["notes"])
    assert all(part in notes for part in expected.get("notes", ())), notes
    assert not [secret for secret in expected.get("silent", ()) if secret in text]


@pytest.mark.prove
def test_the_corpus_is_what_its_scripts_write(tmp_path):
    """In a process of its own: a library writes into a file what it knows of those that it wrote before."""
    subprocess.run([sys.executable, "-m", "tests.surveys.workbooks.corpus", tmp_path], check=True, cwd=ROOT)
    assert contents_of(tmp_path) == contents_of(FOLDER)


def contents_of(folder):
    """By file its bytes, or what an archive holds: how tightly it is packed is a matter of the machine."""
    return {path.name: _entries(path) if zipfile.is_zipfile(path) else path.read_bytes() for path in folder.iterdir()}


def _entries(path):
    with zipfile.ZipFile(path) as archive:
        return {entry.filename: entry.CRC for entry in archive.infolist()}
