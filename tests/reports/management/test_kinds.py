"""What --kind of each command chooses: the document that is written, and what is checked."""

import json
from contextlib import suppress

import pytest
from django.core.management import CommandError, call_command

from tests.reports.survey_report.made import fill

CYCLE = ("3521", "2025-S1")
TITLES = {"followup": "Laporan Tindak Lanjut", "survey": "Laporan Survei Kepuasan Masyarakat"}


@pytest.mark.parametrize(("kind", "title"), TITLES.items())
def test_render_report_writes_the_kind_that_is_asked_for(survey, tmp_path, kind, title):
    target = tmp_path / "laporan.html"
    call_command("render_report", *CYCLE, kind=kind, html=target)
    assert title in target.read_text(encoding="utf-8")
    assert ("Lampiran 4" in target.read_text(encoding="utf-8")) is (kind == "survey")


def test_the_command_of_the_survey_report_writes_what_the_kind_does(survey, tmp_path):
    target = tmp_path / "laporan.html"
    call_command("render_report", *CYCLE, kind="survey", html=target)
    written = target.read_bytes()
    target.unlink()
    call_command("render_survey_report", *CYCLE, html=target)
    assert target.read_bytes() == written


@pytest.mark.parametrize("command", ["render_report", "check_report", "sign_report"])
def test_a_kind_that_there_is_not_is_refused(command):
    with pytest.raises(CommandError, match="invalid choice"):
        call_command(command, *CYCLE, "--kind", "bulanan")


def checked(capsys, **options):
    with suppress(SystemExit):
        call_command("check_report", *CYCLE, json=True, **options)
    return json.loads(capsys.readouterr().out)


def test_check_report_names_what_a_survey_report_lacks_only_for_that_kind(survey, capsys):
    of_survey = [row["place"] for row in checked(capsys, kind="survey") if not row["id"]]
    assert {"Jumlah responden", "Pelaksana survei", "Profil responden"} <= set(of_survey)
    assert all(row["id"] for row in checked(capsys, kind="followup"))


def test_a_survey_that_lacks_nothing_passes(survey, capsys):
    fill(survey)
    found = checked(capsys, kind="survey")
    assert [row for row in found if row["severity"] == "block"] == []
