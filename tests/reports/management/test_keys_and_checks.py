"""confirm_key, check_report and render_report: what a person at the server types, and what is answered."""

import json

import pytest
from django.core.management import CommandError, call_command

from offices.models import AuditEvent, Role
from reports.issuing import keep_key
from reports.models import KeyConfirmation, SigningKey, Verdict
from surveys.models import Survey
from tests.reports.issuing.issuing import PASSPHRASE, container, guard

CYCLE = ("3521", "2025-S1")
pytestmark = pytest.mark.usefixtures("own_media")


@pytest.fixture
def key(people):
    guard(people.secretary)
    return keep_key(people.secretary, container(), PASSPHRASE)


def confirm(*typed):
    call_command("confirm_key", *typed)


def as_read_aloud(fingerprint):
    return ":".join(fingerprint[at : at + 2] for at in range(0, 64, 2)).upper()


@pytest.mark.parametrize("spelt", [str, str.upper, as_read_aloud, "  {} ".format, "{}\u200b".format])
def test_a_key_is_confirmed_by_its_fingerprint_however_it_is_spelt(people, survey, key, capsys, spelt):
    confirm("3521", people.secretary.username, spelt(key.fingerprint))
    said = KeyConfirmation.objects.get()
    assert (said.user, said.office, said.verdict) == (people.secretary, survey.office, Verdict.CONFIRMED)
    assert said.fingerprint == key.fingerprint
    assert capsys.readouterr().out == f"Kunci {key.certificate['holder']} dikonfirmasi.\n"


@pytest.mark.parametrize("typed", ["0" * 64, "", "{}0", "{}"])
def test_another_fingerprint_confirms_nothing(people, survey, key, typed):
    near = typed.format(key.fingerprint[:-1])
    with pytest.raises(CommandError, match="bukan milik kunci yang tersimpan"):
        confirm("3521", people.secretary.username, near)
    assert not KeyConfirmation.objects.exists()


@pytest.mark.parametrize(
    ("code", "who"), [("9999", "secretary"), ("3520", "secretary"), ("3521", "admin"), ("3521", "stranger")]
)
def test_a_key_is_looked_for_only_where_its_owner_has_a_role(people, survey, key, magetan, code, who):
    with pytest.raises(CommandError, match="tidak ditemukan"):
        confirm(code, getattr(people, who).username, key.fingerprint)
    assert not KeyConfirmation.objects.exists()


def test_one_who_signs_for_two_offices_is_confirmed_for_the_one_that_is_named(people, survey, key, magetan):
    people.secretary.memberships.create(office=magetan, role=Role.SECRETARY)
    confirm("3520", people.secretary.username, key.fingerprint)
    assert KeyConfirmation.objects.get().office == magetan
    event = AuditEvent.objects.get(action__endswith=".confirm")
    assert (event.office_code, event.actor_id) == ("3520", None)


def test_the_present_key_alone_can_be_confirmed(people, survey, key):
    old = key.fingerprint
    keep_key(people.secretary, container(days=1), PASSPHRASE)
    with pytest.raises(CommandError, match="bukan milik"):
        confirm("3521", people.secretary.username, old)
    confirm("3521", people.secretary.username, SigningKey.objects.get().fingerprint)


# --- checking


def checked(capsys, *options):
    """The exit code, and what was printed."""
    code = 0
    try:
        call_command("check_report", *CYCLE, *options)
    except SystemExit as stopped:
        code = stopped.code
    return code, capsys.readouterr().out


def test_what_a_survey_report_lacks_stands_first_and_hinders_by_itself(survey, capsys):
    Survey.objects.update(respondents=None)
    code, out = checked(capsys, "--kind", "survey")
    lines = out.splitlines()
    lacking = [line for line in lines if line.startswith("block Laporan SKM: lengkapi ")]
    assert code == 1 and "block Laporan SKM: lengkapi Jumlah responden." in lacking
    assert lines[: len(lacking)] == lacking
    rows = json.loads(checked(capsys, "--kind", "survey", "--json")[1])
    assert [row["place"] for row in rows[: len(lacking)]] == [line[28:-1] for line in lacking]
    assert {row["severity"] for row in rows[: len(lacking)]} == {"block"}


def test_findings_on_plans_do_not_stand_with_a_survey_report(survey, capsys):
    places = {row["place"] for row in json.loads(checked(capsys, "--kind", "survey", "--json")[1]) if row["id"]}
    every = {row["place"] for row in json.loads(checked(capsys, "--json")[1])}
    of_plans = {place for place in every if "Tabel 2.2" in place or "Tabel 3.1" in place}
    assert of_plans and not of_plans & places


@pytest.mark.parametrize("options", [{}, {"html": None}])
def test_without_a_file_to_write_nothing_is_looked_for(db, options):
    with pytest.raises(CommandError, match="Sebutkan berkas yang ditulis"):
        call_command("render_report", "0000", "2025-S1", **options)


def test_every_file_that_is_wanted_is_written_and_named(survey, tmp_path, capsys):
    page, text = tmp_path / "laporan.html", tmp_path / "laporan.docx"
    call_command("render_report", *CYCLE, docx=text, html=page)
    assert sorted(capsys.readouterr().out.splitlines()) == sorted([str(page), str(text)])
    assert page.stat().st_size and text.read_bytes().startswith(b"PK")
