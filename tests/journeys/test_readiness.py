"""What signing needs and is not installed is told before anything is prepared: by the verb and at the console."""

import sys

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from offices.declining import Declined
from offices.models import AuditEvent
from reports.issuing import prepare
from reports.models import Answer, Job, Report
from surveys.models import Lock
from tests.reports.issuing.issuing import PASSPHRASE, again, container, make_ready, wish

pytestmark = pytest.mark.usefixtures("own_media")


@pytest.fixture
def without_requests(monkeypatch):
    """A process that has not signed yet, in an environment that lacks the package."""
    for name in [name for name in sys.modules if name.startswith("pyhanko.sign.timestamps.requests")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, "reports.signing.sign", raising=False)
    monkeypatch.setitem(sys.modules, "requests", None)


def test_preparing_for_a_signature_here_is_refused_in_words_and_changes_nothing(survey, people, without_requests):
    make_ready(survey, people)
    events = AuditEvent.objects.count()
    with pytest.raises(Declined, match=r"paket requests belum terpasang.*Belum ada yang disiapkan"):
        prepare(survey, people.admin, wish())
    assert again(survey).lock == Lock.OPEN
    assert not Report.objects.exists()
    assert not Job.objects.exists()
    assert AuditEvent.objects.count() == events


@pytest.mark.parametrize("way", ["elsewhere", "by_hand"])
def test_the_other_ways_do_without_it(survey, people, without_requests, way):
    make_ready(survey, people)
    assert prepare(survey, people.admin, wish(way=way)).pk


def test_the_console_is_refused_before_it_answers_or_prepares_anything(survey, without_requests, tmp_path):
    key, phrase = tmp_path / "kunci.p12", tmp_path / "frasa"
    key.write_bytes(container())
    phrase.write_text(PASSPHRASE)
    files = ("--p12", str(key), "--passphrase-file", str(phrase), "-o", str(tmp_path / "laporan.pdf"))
    with pytest.raises(CommandError, match="paket requests belum terpasang"):
        call_command("sign_report", "3521", "2025-S1", *files, "--answer-warnings", "Memang demikian.")
    assert again(survey).lock == Lock.OPEN
    assert not Report.objects.exists()
    assert not Answer.objects.exists()
