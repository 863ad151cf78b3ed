"""Files that services, careless people and forgers send back: which are the prepared report, and which are not."""

import pytest

from offices.declining import Declined
from reports.issuing import Declared
from reports.issuing.elsewhere.signed import arrived
from reports.printing.conformance import faults_of
from tests.mass import sampled
from tests.reports.issuing.elsewhere import elsewhere
from tests.reports.issuing.elsewhere.elsewhere import HONEST
from tests.reports.issuing.elsewhere.forged import BROKEN, DISHONEST

pytestmark = [pytest.mark.usefixtures("own_media"), pytest.mark.any_database]
DECLARED = Declared(unknown_issuer=True, reason="Diketahui.")


@pytest.mark.parametrize("case", sampled(HONEST, every=16))
def test_an_honest_file_is_taken_back(case):
    content = HONEST[case]()
    came = arrived(elsewhere.waiting(), content, DECLARED)
    assert came.signature.intact
    assert came.rewritten is not content.startswith(elsewhere.prepared())


@pytest.mark.parametrize("case", sampled(DISHONEST, every=8))
def test_a_file_that_was_changed_and_signed_is_refused(case):
    change, match = DISHONEST[case]
    with pytest.raises(Declined, match=match) as refusal:
        arrived(elsewhere.waiting(), elsewhere.rewritten(change), DECLARED)
    assert "lalu unggah" in str(refusal.value) or "Letakkan" in str(refusal.value)


@pytest.mark.parametrize("case", sampled(BROKEN, every=8))
def test_a_file_that_is_not_signed_as_it_should_be_is_refused(case):
    make, match = BROKEN[case]
    with pytest.raises(Declined, match=match) as refusal:
        arrived(elsewhere.waiting(), make(), DECLARED)
    assert "nggah" in str(refusal.value) or "Letakkan" in str(refusal.value)


PROFILED = {
    "saved anew with care": True,
    "saved anew": False,
    "a face in the block": False,
    "without tags and bookmarks": False,
}


@pytest.mark.parametrize("case", sampled(PROFILED, every=3))
def test_whether_both_profiles_still_hold_is_kept(case):
    assert faults_of(elsewhere.prepared()) == ()  # the validator's threads run already
    assert arrived(elsewhere.waiting(), HONEST[case](), DECLARED).conforms is PROFILED[case]
