"""Pictures of the questionnaire and of the survey do not travel with a cycle; its file says so."""

from zipfile import ZipFile

import pytest
from django.core.management import call_command

from followups.models import FollowUp, Paper
from reports.cycle.dump import LEFT_OUT, dump_cycle
from surveys.models import Survey
from tests.reports.survey_report.test_gather import keep_picture

pytestmark = pytest.mark.usefixtures("own_media")


@pytest.fixture
def dumped(survey, tmp_path):
    """``dumped()``: the path of the zip, and what each entry says."""

    def dump():
        path = tmp_path / "siklus.zip"
        dump_cycle(survey, path)
        with ZipFile(path) as archive:
            return path, {name: archive.read(name) for name in archive.namelist()}

    return dump


def test_each_picture_that_a_survey_report_prints_is_named_and_nothing_else(followup, survey, people, dumped):
    assert LEFT_OUT not in dumped()[1]
    keep_picture(people, survey, "minutes", "red")
    assert LEFT_OUT not in dumped()[1]
    asked = keep_picture(people, survey, "questionnaire", "navy")
    shown = keep_picture(people, survey, "survey_photo", "olive", "Pengisian di loket")
    told = dumped()[1][LEFT_OUT].decode()
    assert f"- Kuesioner: tanpa keterangan ({asked.sha256})" in told
    assert f"- Dokumentasi survei: Pengisian di loket ({shown.sha256})" in told
    assert told.count("\n- ") == 2 and "tidak ikut dalam berkas siklus ini" in told


def test_a_file_that_says_so_is_loaded_all_the_same_and_the_same_cycle_gives_the_same_bytes(
    followup, survey, people, dumped
):
    keep_picture(people, survey, "questionnaire", "navy")
    path, _entries = dumped()
    first = path.read_bytes()
    assert dumped()[0].read_bytes() == first
    call_command("load_cycle", str(path), replace=True)
    again = FollowUp.objects.get(survey=Survey.objects.get(office=survey.office, year=2025, number=1))
    assert not Paper.objects.filter(followup=again, kind="questionnaire").exists() or again.pk == followup.pk
