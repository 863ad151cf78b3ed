"""The office with evidence, made once for all tests of a module."""

from copy import deepcopy

import pytest
import time_machine

from tests.oversight.pack.opened import opened
from tests.oversight.pack.scene import make_evidence


@pytest.fixture(scope="module")
def shared_evidence(shared_db):
    with shared_db():
        return make_evidence()


@pytest.fixture(scope="module")
def opened_pack(shared_evidence, shared_db):
    """Ngawi's for PEKPPP: its proofs are printed once."""
    with shared_db(), time_machine.travel("2026-03-05 09:00+07:00", tick=False):
        return opened(shared_evidence.ngawi)


@pytest.fixture
def evidence(shared_evidence, db):
    with time_machine.travel("2026-03-05 09:00+07:00", tick=False):
        yield deepcopy(shared_evidence)
