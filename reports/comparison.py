"""A file that somebody sent, compared with those that the portal signed; nothing of it is kept.

Known files are told by their digest alone. Only what is neither is read, behind the fence (offices/fence.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reports.authenticity import Standing, Verdict, report_of, report_with_file, standing_of, standing_of_report
from reports.fingerprints import Fingerprints, codes_in, fingerprints_of
from reports.models import Report
from reports.signing.verify import SignatureFacts, inspect


class Match(StrEnum):
    """What a file is to us."""

    SIGNED = "signed"  # the very file that was signed
    PREPARED = "prepared"  # the very file that was to be signed
    SCAN = "scan"
    SIGNED_AGAIN = "signed_again"  # the signed file, and a signature of somebody else
    ADDED_TO = "added_to"  # the signed file, changed by an update
    ELSEWHERE = "elsewhere"  # the prepared file with something that the portal did not add
    CHANGED = "changed"  # carries a code of ours, but other bytes
    LAPSED = "lapsed"  # carries a code that is not valid any more
    BROKEN = "broken"  # not known, and its signature does not hold
    FOREIGN = "foreign"  # not known


@dataclass(frozen=True, slots=True)
class Comparison:
    """``standing`` is that of the version it belongs to, if any; ``signatures`` were read only where that helps."""

    match: Match
    standing: Standing | None = None
    signatures: tuple[SignatureFacts, ...] = ()
    error: str = ""


_WHOLE = {"signed": Match.SIGNED, "prepared": Match.PREPARED, "scan": Match.SCAN}


def compare(file: bytes, trust: Sequence[bytes] = ()) -> Comparison:
    """What this file is. Half a second at most for a file of ours; a few seconds for a hostile one."""
    prints = fingerprints_of(file)
    if found := report_with_file([prints.whole]):
        report, which, _digest = found
        return Comparison(_WHOLE[which], standing_of_report(report))
    inspection = inspect(file, trust)
    known = _extended(prints, inspection.signatures) or _by_code(file)
    if known is None:
        broken = any(not signature.holds for signature in inspection.signatures)
        known = (Match.BROKEN if broken else Match.FOREIGN, None)
    return Comparison(*known, inspection.signatures, inspection.error)


def _extended(prints: Fingerprints, signatures: Sequence[SignatureFacts]) -> tuple[Match, Standing | None] | None:
    """A file that begins with one of ours."""
    found = report_with_file(prints.earlier)
    if found is None:
        return None
    report, which, _digest = found
    if which != "signed":
        return Match.ELSEWHERE, standing_of_report(report)
    again = len(signatures) > 1 and all(signature.intact for signature in signatures)
    return (Match.SIGNED_AGAIN if again and _only_signed(signatures) else Match.ADDED_TO), standing_of_report(report)


def _only_signed(signatures: Sequence[SignatureFacts]) -> bool:
    return all(signature.changed_after != "other" for signature in signatures)


def _by_code(file: bytes) -> tuple[Match, Standing | None] | None:
    """A file that leads to a page of ours, although it is none of the files that we know."""
    for code in codes_in(file):
        report: Report | None = report_of(code)
        if report is not None:
            return Match.CHANGED, standing_of_report(report)
        standing = standing_of(code)
        if standing.verdict == Verdict.LAPSED:
            return Match.LAPSED, standing
    return None
