"""The judge of signatures: each check stays silent over a report that was signed, and notices the damage it names."""

from hashlib import sha256

import pytest

from offices.models import AuditEvent
from reports.models import Report, State
from surveys.models import Lock, Survey
from tests.reports.issued import files, make_report
from tests.torture.clients import Ledger
from tests.torture.signatures import (
    double_signatures,
    false_locks,
    faults_of_signatures,
    half_signed_rows,
    invalid_files,
    lost_signatures,
)


@pytest.fixture
def signed(followup, people, own_media, settings, tmp_path):
    """One version in force, with its event and its lock, signed under an authority that the portal trusts."""
    trust = tmp_path / "ca.pem"
    trust.write_bytes(files().root)
    settings.SIGNING_TRUST = str(trust)
    report = make_report(followup, people.secretary, content=files().signed)
    tell_signing(1)
    Survey.objects.update(lock=Lock.SIGNED)
    return report


def digest():
    return sha256(files().signed).hexdigest()


def told():
    return Ledger(signed={1: digest()})


def tell_signing(version, other=None):
    AuditEvent.objects.create(action="report.sign", after={"version": version, "sha256": other or digest()})


def test_a_signed_report_is_in_order_whatever_became_of_it(signed):
    assert list(faults_of_signatures(told())) == []
    assert list(faults_of_signatures(Ledger(signed={1: ""}))) == []
    Report.objects.update(state=State.WITHDRAWN, withdrawn_at=signed.signed_at, withdrawn_reason="Keliru.")
    Survey.objects.update(lock=Lock.OPEN)
    assert list(faults_of_signatures(told())) == []
    Report.objects.update(state=State.SUPERSEDED)
    assert list(faults_of_signatures(told())) == []


def test_an_acknowledged_signature_that_is_gone_or_undone_is_noticed(signed):
    assert list(lost_signatures(Ledger(signed={1: digest(), 2: None}))) == []
    assert list(lost_signatures(Ledger(signed={1: digest(), 2: ""})))
    Report.objects.update(state=State.PREPARED)
    assert list(lost_signatures(told())) == ["the signature of version 1 was acknowledged, it is prepared"]


def test_another_file_than_the_one_that_was_downloaded_is_noticed(signed):
    assert list(lost_signatures(Ledger(signed={1: "ab" * 32})))


def test_a_version_that_was_signed_twice_is_noticed(signed):
    assert list(double_signatures()) == []
    tell_signing(1)
    assert list(double_signatures()) == ["version 1 was signed 2 times"]


def test_a_signature_without_event_and_an_event_without_signature_are_noticed(followup, people):
    make_report(followup, people.secretary, content=files().signed)
    assert len(list(double_signatures())) == 1
    tell_signing(1, "ab" * 32)
    assert len(list(double_signatures())) == 2
    Report.objects.all().delete()
    assert len(list(double_signatures())) == 1


@pytest.mark.parametrize("damage", [{"signed_file": ""}, {"signer": None}, {"state": State.PREPARED}])
def test_a_half_signed_row_is_noticed(signed, damage):
    assert list(half_signed_rows()) == []
    Report.objects.update(**damage)
    assert len(list(half_signed_rows())) == 1


@pytest.mark.parametrize("lock", [Lock.OPEN, Lock.PREPARED])
def test_a_lock_that_no_version_asks_for_is_noticed(signed, lock):
    assert list(false_locks()) == []
    Survey.objects.update(lock=lock)
    assert len(list(false_locks())) == 1


def test_a_new_version_opens_the_cycle_and_preparing_it_locks(signed, followup):
    new = Report.objects.create(followup=followup, version=2)
    assert len(list(false_locks())) == 1
    Survey.objects.update(lock=Lock.OPEN)
    assert list(false_locks()) == []
    Report.objects.filter(pk=new.pk).update(state=State.PREPARING, document={}, code="X", way="here")
    assert len(list(false_locks())) == 1
    Survey.objects.update(lock=Lock.PREPARED)
    assert list(false_locks()) == []


def test_a_file_that_is_gone_changed_or_not_trusted_is_noticed(signed, settings):
    assert list(invalid_files()) == []
    settings.SIGNING_TRUST = ""
    assert len(list(invalid_files())) == 1
    with signed.signed_file.storage.open(signed.signed_file.name, "wb") as file:
        file.write(files().signed[:-1000])
    assert list(invalid_files()) == ["the file of version 1 is rusak atau berubah di penyimpanan"]
    signed.signed_file.storage.delete(signed.signed_file.name)
    assert list(invalid_files()) == ["the file of version 1 is hilang dari penyimpanan"]


@pytest.mark.usefixtures("signed")
def test_a_file_that_says_signed_and_is_not_is_noticed(followup, people):
    Report.objects.all().delete()
    make_report(followup, people.secretary, content=files().prepared)
    assert list(invalid_files())
