"""sign_report: a signature at the console, without a worker and without a person of the portal."""

from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from offices.models import AuditEvent, User
from offices.recording.names import told_by
from reports.cycle.load import load_cycle
from reports.issuing.console import CONSOLE
from reports.models import Report, State
from reports.printing.conformance import faults_of
from reports.signing.verify import inspect
from surveys.models import Lock, Survey
from tests.reports.issuing.issuing import PASSPHRASE, container
from tests.reports.rules.clean import clean
from tests.reports.shapes import bare

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DEBUG = True


@pytest.fixture
def console(tmp_path, capsys):
    """``console()`` runs the command and gives its exit code, what it said, and the file it wrote."""
    key, secret, out = tmp_path / "kunci.p12", tmp_path / "frasa", tmp_path / "laporan.pdf"
    key.write_bytes(container())
    secret.write_text(f"{PASSPHRASE}\n")

    def run(*options, passphrase=PASSPHRASE):
        secret.write_bytes(passphrase if isinstance(passphrase, bytes) else f"{passphrase}\n".encode())
        files = ("--p12", str(key), "--passphrase-file", str(secret), "-o", str(out))
        code = 0
        try:
            call_command("sign_report", "9901", "2025-S1", *files, *options)
        except SystemExit as stopped:
            code = stopped.code
        return SimpleNamespace(code=code, told=capsys.readouterr(), file=out)

    return run


def load(cycle):
    return load_cycle(cycle, lambda _name: None, placeholders=True)


@pytest.mark.prove
def test_it_prepares_signs_and_writes_the_file_and_names_nobody_of_the_portal(console):
    """With a passphrase file as another system writes it."""
    load(clean())
    done = console("--answer-warnings", "Memang demikian.", passphrase=f"{PASSPHRASE}\r\n".encode("utf-16"))
    assert done.code == 0, done.told.err
    content, report = done.file.read_bytes(), Report.objects.get()
    (signature,) = inspect(content).signatures
    assert (signature.signer, signature.holds) == ("Sari Utami", True)
    assert faults_of(content) == ()
    assert (report.state, Survey.objects.get().lock) == (State.SIGNED, Lock.SIGNED)
    assert "atas nama Sari Utami" in done.told.err
    user, event = User.objects.get(username=CONSOLE), AuditEvent.objects.get(action="report.sign")
    assert (event.actor_id, told_by([event]).said(event.after["signer"])) == (None, "Sari Utami")
    assert not user.is_active
    assert not user.has_usable_password()
    with pytest.raises(CommandError, match="sudah ditandatangani"):
        console("--answer-warnings", "Memang demikian.")


def test_an_unanswered_warning_is_told_and_nothing_is_signed(console):
    load(clean())
    done = console()
    assert done.code == 1
    assert " warn " in done.told.err
    assert not done.file.exists()
    assert not Report.objects.exists()


def test_a_wrong_passphrase_changes_nothing(console):
    load(clean())
    with pytest.raises(CommandError, match="Frasa sandi salah"):
        console(passphrase="salah")
    assert not Report.objects.exists()


def test_a_file_that_is_not_there_is_told_in_words(console):
    load(clean())
    with pytest.raises(CommandError, match=r"Berkas .*lain\.p12 tidak dapat dibaca atau ditulis\.$"):
        console("--p12", "lain.p12")
    assert not Report.objects.exists()


def test_a_block_cannot_be_answered_away(console):
    load(bare())
    done = console("--answer-warnings", "Memang demikian.")
    assert done.code == 1
    assert " block " in done.told.err
    assert not Report.objects.exists()


def test_a_cycle_that_there_is_not_is_told(console):
    with pytest.raises(CommandError, match="tidak ada"):
        console()


@pytest.mark.prove
def test_what_nobody_foresaw_leaves_the_cycle_open(console, monkeypatch):
    load(clean())
    monkeypatch.setattr("reports.signing.sign.update_of", broken)
    with pytest.raises(ZeroDivisionError):
        console("--answer-warnings", "Memang demikian.")
    assert (Report.objects.get().state, Survey.objects.get().lock) == (State.DRAFT, Lock.OPEN)
    assert "ZeroDivisionError" in AuditEvent.objects.get(action="report.return").after["reason"]


def broken(_pdf):
    raise ZeroDivisionError


def test_a_passphrase_file_that_cannot_be_read_is_named(console):
    load(clean())
    with pytest.raises(CommandError, match="Simpan ulang sebagai teks UTF-8"):
        console(passphrase=PASSPHRASE.encode("utf-16-le"))
