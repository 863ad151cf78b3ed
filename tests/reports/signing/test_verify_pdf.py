"""The console's answer on a file: for a program, for a person, and when there is nothing to judge."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from followups.models import FollowUp
from reports.models import Report, SigningWay, State
from tests.reports.signing.authority import NOW
from tests.reports.signing.foreign import signed_by, with_other_words
from tests.reports.signing.judging.judging import flipped

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.django_db


@pytest.fixture
def verify(tmp_path, capsys, authority):
    """``verify(content, …)``: what is printed, and the exit status."""
    (tmp_path / "otoritas.pem").write_bytes(authority.pem)

    def run(content, *options):
        (tmp_path / "laporan.pdf").write_bytes(content)
        status = 0
        try:
            call_command("verify_pdf", str(tmp_path / "laporan.pdf"), *options)
        except SystemExit as stopped:
            status = stopped.code
        return capsys.readouterr().out, status

    run.trust = ("--trust", str(tmp_path / "otoritas.pem"))
    return run


def in_json(answer):
    said, status = answer
    told = json.loads(said)
    return {name: told[name] for name in ("valid", "intact", "trusted", "known")}, told, status


def test_a_signed_file_is_valid_and_trusted_by_its_authority(verify, signed):
    short, told, status = in_json(verify(signed, "--json", *verify.trust))
    assert (short, status) == ({"valid": True, "intact": True, "trusted": True, "known": False}, 0)
    assert (told["signer"], told["signed_at"]) == ("Sri Contoh", "2026-01-09T03:00:00+00:00")


def test_without_its_authority_it_is_neither_trusted_nor_valid(verify, signed):
    short, told, status = in_json(verify(signed, "--json"))
    assert (short["valid"], short["intact"], short["trusted"], status) == (False, True, False, 1)
    assert told["reason"] == "unknown"


def test_the_authority_of_the_settings_counts(verify, signed, settings):
    settings.SIGNING_TRUST = verify.trust[1]
    assert in_json(verify(signed, "--json"))[0]["trusted"]


def test_a_changed_file_is_not_valid(verify, signed):
    short, _told, status = in_json(verify(flipped(signed, 3000), "--json", *verify.trust))
    assert (short["valid"], short["intact"], status) == (False, False, 1)
    short, _told, status = in_json(verify(with_other_words(signed), "--json", *verify.trust))
    assert (short["valid"], short["intact"], status) == (False, True, 1)


def test_a_second_signature_of_somebody_else_is_told(verify, signed, authority):
    twice = signed_by(signed, *authority.issue("Budi Contoh"))
    _short, told, status = in_json(verify(twice, "--json", *verify.trust))
    assert [row["signer"] for row in told["signatures"]] == ["Sri Contoh", "Budi Contoh"]
    assert [row["changed_after"] for row in told["signatures"]] == ["signature", ""]
    assert (told["valid"], status) == (False, 1)
    assert "tanda tangan lain ditambahkan" in verify(twice)[0]


def test_what_the_portal_issued_is_known_and_so_valid_with_two_signatures(verify, signed, authority, survey, people):
    twice = signed_by(signed, *authority.issue("Budi Contoh"))
    issue(survey, people.secretary, twice)
    short, _told, status = in_json(verify(twice, "--json"))
    assert (short["valid"], short["known"], status) == (True, True, 0)
    assert not in_json(verify(signed, "--json"))[0]["known"]


def issue(survey, user, content):
    """A version of the portal whose signed file is ``content``."""
    Report.objects.create(
        followup=FollowUp.objects.get(survey=survey),
        version=1,
        state=State.SIGNED,
        way=SigningWay.ELSEWHERE,
        code="ABCD-EFGH",
        document={},
        dated=NOW.date(),
        prepared_by=user,
        prepared_at=NOW,
        prepared_sha256="0" * 64,
        signed_by=user,
        signed_at=NOW,
        signed_sha256=hashlib.sha256(content).hexdigest(),
    )


def test_an_unsigned_file_and_one_that_is_no_pdf_are_not_valid(verify, prepared):
    for content in (prepared, b"halo"):
        short, told, status = in_json(verify(content, "--json"))
        assert set(short.values()) == {False}
        assert (told["signer"], told["signed_at"], status) == (None, None, 1)


def test_people_read_words(verify, signed, prepared):
    said, status = verify(signed, *verify.trust)
    assert status == 0
    assert "Hasil: SAH." in said
    assert "Sri Contoh, 9 Januari 2026 pukul 10.00 WIB" in said
    assert "Otoritas Uji (tepercaya)" in said
    assert "tidak memuat tanda tangan" in verify(prepared)[0]
    assert "bukan PDF" in verify(b"halo")[0]


def test_a_file_that_cannot_be_read_is_told_without_a_traceback(tmp_path):
    with pytest.raises(CommandError, match=r"tidak ada atau tidak dapat dibaca\.$"):
        call_command("verify_pdf", str(tmp_path / "tidak-ada.pdf"))
    with pytest.raises(CommandError, match="bukan berkas sertifikat"):
        call_command("verify_pdf", __file__, "--trust", __file__)


@pytest.mark.prove
def test_it_answers_without_a_database_too(signed, authority, tmp_path):
    (tmp_path / "laporan.pdf").write_bytes(signed)
    (tmp_path / "otoritas.pem").write_bytes(authority.pem)
    trust = ("--trust", str(tmp_path / "otoritas.pem"))
    command = [sys.executable, "manage.py", "verify_pdf", str(tmp_path / "laporan.pdf"), "--json", *trust]
    environment = {"DEBUG": "1", "PATH": "/usr/bin:/bin", "DATABASE_URL": f"sqlite:///{tmp_path}/none/none.sqlite3"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["valid"] and not json.loads(ran.stdout)["known"]
