"""load_cycle and dump_cycle as a person at a console meets them."""

import pytest
from django.core.management import call_command

from reports.cycle.read import find_survey
from surveys.models import Survey
from tests.reports.cycle.files import changed, full_zip

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def path(tmp_path):
    return full_zip(tmp_path / "cycle.zip")


def test_loading_prints_code_and_period(path, capsys):
    call_command("load_cycle", path)
    assert capsys.readouterr() == ("9901 2025-S1\n", "")
    assert find_survey("9901", "2025-S1")


def test_each_fault_is_one_line_on_stderr_and_nothing_changes(tmp_path, capsys):
    bad = tmp_path / "cycle.json"
    bad.write_text(changed("survey.year", True).replace("2025-08", "2025-06"))
    with pytest.raises(SystemExit) as exit_:
        call_command("load_cycle", bad)
    out, err = capsys.readouterr()
    assert (exit_.value.code, out) == (1, "")
    assert [line.split(":")[0] for line in err.splitlines()] == [
        "survey.year",
        "followup.priorities[0].plans[0].months[0]",
    ]
    assert not Survey.objects.exists()


def test_bare_json_needs_placeholders_for_its_photos(tmp_path, capsys):
    bare = tmp_path / "cycle.json"
    bare.write_text(changed("office.phone", None))
    with pytest.raises(SystemExit):
        call_command("load_cycle", bare)
    assert len(capsys.readouterr().err.splitlines()) == 3
    call_command("load_cycle", bare, placeholder_photos=True)
    assert capsys.readouterr().out == "9901 2025-S1\n"


def test_an_existing_cycle_needs_replace(path, capsys):
    call_command("load_cycle", path)
    with pytest.raises(SystemExit):
        call_command("load_cycle", path)
    assert capsys.readouterr().err.startswith("survey: siklus 9901 2025-S1 sudah ada")
    call_command("load_cycle", path, replace=True)


def test_a_file_that_is_not_there_is_one_line(tmp_path, capsys):
    with pytest.raises(SystemExit) as exit_:
        call_command("load_cycle", tmp_path / "hilang.zip")
    assert exit_.value.code == 1
    assert capsys.readouterr().err.startswith("berkas: tidak dapat dibaca")


def test_dumping_writes_a_file_that_loads(path, tmp_path, capsys):
    call_command("load_cycle", path)
    call_command("dump_cycle", "9901", "2025-S1", "-o", str(tmp_path / "out.zip"))
    call_command("load_cycle", tmp_path / "out.zip", replace=True)
    assert capsys.readouterr() == ("9901 2025-S1\n" * 3, "")


@pytest.mark.parametrize(("code", "period"), [("9901", "2025-S2"), ("0000", "2025-S1"), ("9901", "semester-1")])
def test_an_unknown_cycle_is_not_dumped(path, tmp_path, capsys, code, period):
    call_command("load_cycle", path)
    with pytest.raises(SystemExit) as exit_:
        call_command("dump_cycle", code, period, "-o", str(tmp_path / "out.zip"))
    assert exit_.value.code == 1
    assert "tidak ada dalam portal" in capsys.readouterr().err
    assert not (tmp_path / "out.zip").exists()


def test_a_place_that_cannot_be_written_is_one_line(path, tmp_path, capsys):
    call_command("load_cycle", path)
    with pytest.raises(SystemExit) as exit_:
        call_command("dump_cycle", "9901", "2025-S1", "-o", str(tmp_path / "tiada" / "out.zip"))
    assert exit_.value.code == 1
    assert "tidak dapat ditulis" in capsys.readouterr().err
