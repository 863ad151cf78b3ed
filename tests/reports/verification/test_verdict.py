"""The table of verdicts: as docs/security.md prints it, and green only for what the portal issued and stands by."""

from itertools import product
from pathlib import Path

import pytest

from reports.verification.verdict import FILED, HARMLESS, TO_SIGN, Familiar, FileCase, Integrity, Reason, Stands
from reports.verification.verdict_table import TABLE, ruling_on
from reports.verification.words import (
    CERTIFICATES,
    OF_CODE,
    OF_CODE_BY_HAND,
    CertificateLine,
    certificate_of,
    ruling_on_code,
)

DOCUMENT = Path(__file__).parents[3] / "docs" / "security.md"
ENDED = (Stands.SUPERSEDED, Stands.WITHDRAWN)
STANDS = {
    **dict.fromkeys(FILED, (Stands.SIGNED, *ENDED)),
    **dict.fromkeys(TO_SIGN, (Stands.PREPARED,)),
    Familiar.COPY: (Stands.SIGNED, *ENDED),
    Familiar.CODE: (Stands.SIGNED, *ENDED, Stands.PREPARED, Stands.RETURNED),
    Familiar.NOTHING: (Stands.UNKNOWN,),
}
CASES = [
    FileCase(known, stands, *rest)
    for known, possible in STANDS.items()
    for stands in possible
    for rest in product(Integrity, (True, False), (True, False))
]
TONES = {"good", "info", "warn", "bad"}


def printed(line):
    """A line of the table as the document has it."""
    ruling = line.ruling
    cells = (
        *(
            ", ".join(each or "–" for each in axis) if axis else "any"
            for axis in (line.known, line.stands, line.integrity)
        ),
        *({None: "any", True: "yes", False: "no"}[axis] for axis in (line.trusted, line.in_time)),
        ruling.headline,
        ruling.tone,
        ruling.sentence,
        str(ruling.status),
        ruling.reason or "–",
    )
    return f"| {' | '.join(cells)} |"


def rows_under(heading):
    """The rows of the first table under a heading of the document."""
    section = DOCUMENT.read_text(encoding="utf-8").split(f"\n{heading}\n", 1)[1].split("\n#", 1)[0]
    return [row for row in section.splitlines() if row.startswith("|")][2:]


def test_the_document_prints_the_table_line_by_line():
    assert rows_under("## The verdict about a file") == [printed(line) for line in TABLE]


def test_the_document_prints_what_is_said_of_a_code_and_of_a_certificate():
    codes = [*OF_CODE.items(), ("signed, by hand", OF_CODE_BY_HAND)]
    told = [f"| {stands or '–'} | {each.headline} | {each.tone} | {each.sentence} |" for stands, each in codes]
    assert rows_under("### A code alone") == told
    lines = [f"| {kind} | {remark.text} | {remark.tone} |" for kind, remark in CERTIFICATES.items()]
    assert rows_under("### The certificate") == lines


def test_every_case_has_a_ruling_and_every_line_is_reached():
    reached = {id(next(line for line in TABLE if line.is_about(case))) for case in CASES}
    assert reached == {id(line) for line in TABLE}
    assert all(ruling_on(case).tone in TONES for case in CASES)


def test_green_is_only_what_was_issued_and_stands_with_nothing_but_proofs_or_blanks_behind_it():
    green = {(case.known, case.stands, case.integrity) for case in CASES if ruling_on(case).tone == "good"}
    assert green == set(product(FILED, [Stands.SIGNED], HARMLESS))


def test_exit_status_0_is_what_is_in_force_or_a_strangers_trusted_signature():
    for case in CASES:
        in_force = case.known in FILED and case.integrity in HARMLESS and case.stands == Stands.SIGNED
        foreign = case.known == Familiar.NOTHING and case.integrity in HARMLESS and case.trusted and case.in_time
        assert (ruling_on(case).status == 0) == (in_force or foreign), case


def test_a_version_that_ended_is_never_green_and_says_so():
    for case in CASES:
        ruling = ruling_on(case)
        if case.stands in ENDED:
            assert ruling.tone in ("warn", "bad") and ruling.status == 1
        if case.known in FILED and case.integrity in HARMLESS and case.stands == Stands.WITHDRAWN:
            assert "ditarik" in ruling.headline


def test_a_reason_is_given_for_every_file_that_is_not_known_and_for_no_other():
    for case in CASES:
        ruling = ruling_on(case)
        assert bool(ruling.reason) == (not case.is_known and ruling.status != 0), case


@pytest.mark.parametrize(
    "integrity", [Integrity.UNCHECKABLE, Integrity.INCOMPLETE, Integrity.UNSIGNED, Integrity.PADDED, Integrity.BUSY]
)
def test_who_only_handled_a_file_is_not_accused(integrity):
    for case in CASES:
        if (
            case.integrity == integrity
            and case.known in (Familiar.CODE, Familiar.NOTHING)
            and case.stands != Stands.RETURNED
        ):
            ruling = ruling_on(case)
            assert ruling.tone == "warn" and ruling.reason != Reason.CHANGED
            assert "diubah" not in ruling.headline + ruling.sentence and "Jangan" not in ruling.sentence


def test_a_certificate_has_a_line_of_its_own():
    kinds = {
        (trusted, in_time, official): certificate_of(trusted=trusted, in_time=in_time, official=official)
        for trusted, in_time, official in product((True, False), repeat=3)
    }
    assert {kind for key, kind in kinds.items() if not key[1]} == {CertificateLine.OUT_OF_TIME}
    assert kinds[True, True, True] == CertificateLine.CERTIFIED and kinds[True, True, False] == CertificateLine.KNOWN
    assert kinds[False, True, True] == kinds[False, True, False] == CertificateLine.STRANGE
    assert "tidak tersertifikasi" in CERTIFICATES[CertificateLine.KNOWN].text


def test_a_code_is_green_only_while_its_report_stands():
    green = {stands for stands in Stands if ruling_on_code(stands, by_hand=False).tone == "good"}
    by_hand = {stands for stands in Stands if ruling_on_code(stands, by_hand=True).tone == "good"}
    assert green == by_hand == {Stands.SIGNED}
