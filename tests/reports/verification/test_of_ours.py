"""A file that is one of ours or begins with one: what became of it, by what stands behind it and by its signatures."""

from dataclasses import replace

import pytest
from django.db import transaction

from reports.models import State
from reports.signing.verify import BUSY, Added, Inspection
from reports.verification import files as files_of_check
from reports.verification.authenticity import Recognised
from reports.verification.files import compare
from reports.verification.traces import Form, Traces
from reports.verification.verdict import Familiar, Integrity, Stands
from tests.reports.issued import CODE, make_report
from tests.reports.verification.test_comparison import BROKEN, SIGNED
from tests.reports.verification.test_traces import made

TRACES = Traces((), (), Form.PDF, framed=True, read=True)
CUT = replace(TRACES, form=Form.CUT)
HOLDS, TORN, UNREAD = Inspection((SIGNED,)), Inspection((SIGNED, BROKEN)), Inspection((), "Berkas ini rusak.")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("known", "added", "traces", "inspection", "integrity"),
    [
        (Familiar.ISSUED, Added.NOTHING, None, HOLDS, Integrity.WHOLE),
        (Familiar.ISSUED, Added.NOTHING, None, UNREAD, Integrity.WHOLE),
        (Familiar.ISSUED, Added.BLANK, TRACES, TORN, Integrity.BLANK),
        (Familiar.ISSUED, Added.PROOFS, TRACES, HOLDS, Integrity.PROOFS),
        (Familiar.ISSUED, Added.PROOFS, TRACES, TORN, Integrity.UNCHECKABLE),
        (Familiar.ISSUED, Added.PROOFS, TRACES, UNREAD, Integrity.UNCHECKABLE),
        (Familiar.ISSUED, Added.PROOFS, TRACES, Inspection((), BUSY), Integrity.BUSY),
        (Familiar.SCAN, Added.PROOFS, TRACES, UNREAD, Integrity.PROOFS),
        (Familiar.PREPARED, Added.PROOFS, TRACES, UNREAD, Integrity.PROOFS),
        (Familiar.ISSUED, Added.OTHER, TRACES, TORN, Integrity.CHANGED),
        (Familiar.ISSUED, Added.OTHER, CUT, TORN, Integrity.INCOMPLETE),
        (Familiar.ISSUED, Added.PROOFS, CUT, HOLDS, Integrity.PROOFS),
        (Familiar.ISSUED, Added.UNKNOWN, CUT, HOLDS, Integrity.INCOMPLETE),
        (Familiar.ISSUED, Added.METADATA, TRACES, HOLDS, Integrity.METADATA),
    ],
)
def test_what_became_of_it(people, followup, known, added, traces, inspection, integrity):
    report = make_report(followup, people.secretary, State.SIGNED)
    found = files_of_check._of_ours(Recognised(report, known, "f" * 64), added, traces, inspection)
    stands = Stands.PREPARED if known == Familiar.PREPARED else Stands.SIGNED
    assert (found.case.known, found.case.integrity, found.case.stands) == (known, integrity, stands)
    assert (found.signatures, found.error, found.standing.facts.code) == (inspection.signatures, "", report.code)


@pytest.mark.parametrize(
    ("words", "integrity", "said"),
    [(CODE, Integrity.UNCHECKABLE, "Basis data portal tidak dapat ditanya"), ("Nilai", Integrity.UNSIGNED, "")],
)
def test_where_the_database_cannot_be_asked_a_code_is_no_answer(db, words, integrity, said):
    """Nobody knows then whether its report stands; of a file without a code it is not asked."""
    content = made(words)
    transaction.set_rollback(True)
    found = compare(content)
    assert (found.case.integrity, found.case.known, found.standing) == (integrity, Familiar.NOTHING, None)
    assert said in found.error
    assert bool(found.error) == bool(said)
