"""What the audit of dependencies concludes from what the auditor wrote: what was not asked about is not safe."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

VERDICT = Path(__file__).parents[1] / "bin/audit-verdict"
GOOD = {"name": "django", "version": "5.2.19", "vulns": []}
BAD = {
    "name": "pillow",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["2.0", "2.1"], "aliases": []}],
}
OPEN = {"name": "segno", "version": "1.0", "vulns": [{"id": "GHSA-x", "fix_versions": [], "aliases": []}]}
NOT_ASKED = {"name": "uv", "skip_reason": "Dependency not found on PyPI and could not be audited: uv (0.13.9)"}


def concluded(file):
    done = subprocess.run([sys.executable, VERDICT, file], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


@pytest.fixture
def told(tmp_path):
    """``told([package, …])``: exit status and lines for a file of the auditor."""

    def conclude(packages):
        file = tmp_path / "told.json"
        file.write_text(json.dumps({"dependencies": packages, "fixes": []}))
        return concluded(file)

    return conclude


def test_all_were_asked_about_and_none_has_an_advisory(told):
    assert told([GOOD]) == (0, ["1 packages were asked about, 0 advisories apply."])


def test_an_advisory_is_named_with_what_mends_it(told):
    status, lines = told([GOOD, BAD, OPEN])
    assert status == 1
    assert lines == [
        "VULNERABLE: pillow 1.0, PYSEC-2026-1, mended in 2.0, 2.1",
        "VULNERABLE: segno 1.0, GHSA-x, mended in no version yet",
        "3 packages were asked about, 2 advisories apply.",
    ]


def test_a_package_that_could_not_be_asked_about_is_no_safe_one(told):
    status, lines = told([GOOD, NOT_ASKED])
    assert status == 2
    assert lines[0] == "NOT AUDITED: the advisories could be asked about 1 of 2 packages."
    assert lines[1].strip() == "uv"


def test_an_advisory_counts_also_where_others_could_not_be_asked_about(told):
    status, lines = told([BAD, NOT_ASKED])
    assert status == 1
    assert any(line.startswith("NOT AUDITED") for line in lines)


def test_no_packages_at_all_is_no_audit(told):
    assert told([])[0] == 2


@pytest.mark.parametrize("content", [None, "", "{}", "[]", "no JSON"])
def test_an_auditor_that_wrote_nothing_did_not_audit(tmp_path, content):
    file = tmp_path / "told.json"
    if content is not None:
        file.write_text(content)
    status, lines = concluded(file)
    assert (status, lines[0]) == (2, "NOT AUDITED: the advisories could be asked about 0 of 0 packages.")
