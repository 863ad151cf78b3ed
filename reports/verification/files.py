"""A file that somebody sent, compared with those that the portal issued: the one verdict for page and console.

Familiar files are told by their digest; what else there is to read is read behind the fence. Nothing of it is kept.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import DatabaseError

from reports.signing.verify import BUSY, Added, Inspection, SignatureFacts, added_behind, inspect
from reports.verification.authenticity import Recognised, Standing, standing_of_codes, standing_of_report, version_with
from reports.verification.fingerprints import digest_of
from reports.verification.traces import OF_FORM, Form, Traces, traces_of
from reports.verification.verdict import FILED, HARMLESS, TO_SIGN, Familiar, FileCase, Integrity, Ruling, Stands
from reports.verification.verdict_table import ruling_on
from reports.verification.words import CERTIFICATES, Aside, certificate_of

SECONDS = 24  # by the clock, for the whole comparison
_SECONDS_OF_TRACES = 3  # of the processor
_SECONDS_OF_ADDITIONS = 6
_INTEGRITY = {
    Added.NOTHING: Integrity.WHOLE,
    Added.BLANK: Integrity.BLANK,
    Added.PADDED: Integrity.PADDED,
    Added.PROOFS: Integrity.PROOFS,
    Added.METADATA: Integrity.METADATA,
    Added.SIGNATURE: Integrity.SIGNATURE,
    Added.OTHER: Integrity.CHANGED,
    Added.UNKNOWN: Integrity.UNCHECKABLE,
    Added.BUSY: Integrity.BUSY,
}
_WORST_FIRST = (
    Integrity.CHANGED,
    Integrity.BUSY,
    Integrity.UNCHECKABLE,
    Integrity.SIGNATURE,
    Integrity.METADATA,
    Integrity.PADDED,
    Integrity.PROOFS,
    Integrity.BLANK,
    Integrity.WHOLE,
)
_NO_DATABASE = "Basis data portal tidak dapat ditanya, sehingga tidak diketahui apakah laporan ini masih berlaku."


@dataclass(frozen=True, slots=True)
class Comparison:
    """``standing`` is that of the version that the file belongs to, if any; ``certificate`` is None where no key signed
    or where the file is not one of ours; ``error``: a sentence, why the file could not be read."""

    case: FileCase
    standing: Standing | None
    form: Form
    signatures: tuple[SignatureFacts, ...]
    error: str

    @property
    def ruling(self) -> Ruling:
        return ruling_on(self.case)

    @property
    def is_valid(self) -> bool:
        return self.ruling.status == 0

    @property
    def is_intact(self) -> bool:
        """Told by the digest where the file begins with one that was issued, else by its signatures."""
        if self.case.known in FILED and self.case.integrity in (*HARMLESS, Integrity.PADDED):
            return True
        return bool(self.signatures) and all(facts.intact for facts in self.signatures)

    @property
    def signature_lines(self) -> tuple[tuple[SignatureFacts, str], ...]:
        """Each signature with what it says of this file; of one that is not valid, never that the contents hold."""
        return tuple((facts, self._words_of(facts)) for facts in self.signatures)

    def _words_of(self, facts: SignatureFacts) -> str:
        if self.is_valid:
            return "Tanda tangannya cocok dengan isi berkas."
        if self.case.integrity in (Integrity.UNCHECKABLE, Integrity.BUSY):
            return "Tanda tangannya tidak dapat dicek lagi dari berkas ini."
        return "" if facts.intact else "Tanda tangannya tidak cocok dengan isi berkas."

    @property
    def remark(self) -> str:
        """What more can be said of a file that cannot be checked."""
        if self.case.integrity == Integrity.UNCHECKABLE and self.form in OF_FORM:
            return OF_FORM[self.form]
        return "" if self.case.integrity in (Integrity.INCOMPLETE, Integrity.BUSY) else self.error

    @property
    def certificate(self) -> Aside | None:
        """Of the signature by which a file of ours was issued; the others are told one by one."""
        if self.case.known != Familiar.ISSUED or not self.case.is_known or not self.signatures:
            return None
        first = self.signatures[0]
        official = bool(self.standing and self.standing.facts and self.standing.facts.is_official)
        kind = certificate_of(trusted=first.trusted, in_time=not first.not_valid_at_signing, official=official)
        return CERTIFICATES[kind]


@dataclass(frozen=True, slots=True)
class _Clock:
    """One for the whole comparison: parsing, judging and asking the database."""

    end: float = field(default_factory=lambda: time.monotonic() + SECONDS)

    @property
    def left(self) -> float:
        """Seconds; 0 when it is over."""
        return max(0.0, self.end - time.monotonic())


def compare(content: bytes, trust: Sequence[bytes] = ()) -> Comparison:
    """What this file is. Half a second at most for a file of ours; SECONDS where the machine is busy."""
    clock = _Clock()
    whole = _version_with([digest_of(content)])
    traces = None if whole else traces_of(content, _SECONDS_OF_TRACES, clock.left)
    inspection = inspect(content, trust, by_clock=clock.left)
    if whole:
        return _of_ours(whole, Added.NOTHING, None, inspection)
    assert traces is not None  # noqa: S101 (read where the whole file is not known)
    begun = _version_with([beginning.digest for beginning in traces.beginnings])
    if begun:
        end = next(each.end for each in traces.beginnings if each.digest == begun.digest)
        added = added_behind(content, end, _SECONDS_OF_ADDITIONS, by_clock=clock.left)
        return _of_ours(begun, added, traces, inspection)
    return _of_others(traces, inspection)


def _version_with(digests: Sequence[str]) -> Recognised | None:
    """Without a database nothing is known."""
    try:
        return version_with(digests)
    except DatabaseError:
        return None


def _of_ours(known: Recognised, added: Added, traces: Traces | None, inspection: Inspection) -> Comparison:
    """A file of ours, or one that begins with a file of ours."""
    standing = standing_of_report(known.report)
    stands = Stands.PREPARED if known.known in TO_SIGN else standing.stands
    integrity = _INTEGRITY[added]
    if traces and traces.form == Form.CUT and integrity not in HARMLESS:
        integrity = Integrity.INCOMPLETE
    signatures = inspection.signatures
    # Whether the reader of signatures says of them what the judge says of the bytes.
    hold = bool(inspection.signatures) and all(each.intact for each in inspection.signatures)
    if integrity == Integrity.PROOFS and known.known == Familiar.ISSUED and not hold:
        integrity = Integrity.BUSY if inspection.error == BUSY else Integrity.UNCHECKABLE
    return Comparison(_case(known.known, stands, integrity, signatures), standing, Form.PDF, signatures, "")


def _of_others(traces: Traces, inspection: Inspection) -> Comparison:
    """A file that begins with none of ours: it may still carry a code that leads to a report."""
    signatures = inspection.signatures
    integrity = _integrity_of(traces, inspection)
    try:
        standing = standing_of_codes(traces.codes)
    except DatabaseError:
        # Without a database nobody knows whether the report of a code still stands; without a code nobody asks it.
        case = _case(Familiar.NOTHING, Stands.UNKNOWN, Integrity.UNCHECKABLE, signatures)
        return Comparison(case, None, Form.OTHER, signatures, _NO_DATABASE)
    known = Familiar.CODE if standing else Familiar.NOTHING
    stands = standing.stands if standing else Stands.UNKNOWN
    return Comparison(_case(known, stands, integrity, signatures), standing, traces.form, signatures, inspection.error)


def _case(known: Familiar, stands: Stands, integrity: Integrity, signatures: Sequence[SignatureFacts]) -> FileCase:
    trusted = bool(signatures) and all(each.trusted for each in signatures)
    return FileCase(known, stands, integrity, trusted, not any(each.not_valid_at_signing for each in signatures))


def _integrity_of(traces: Traces, inspection: Inspection) -> Integrity:
    """What became of a file that is none of ours, by its signatures or, where it has none, by its form."""
    if traces.form == Form.CUT:
        return Integrity.INCOMPLETE
    if traces.late or inspection.error == BUSY:
        return Integrity.BUSY
    if inspection.signatures:
        if not all(each.intact for each in inspection.signatures):
            return Integrity.CHANGED if traces.framed else Integrity.UNCHECKABLE  # written anew by another program
        behind = {_INTEGRITY[each.changed_after] for each in inspection.signatures}
        return next(each for each in _WORST_FIRST if each in behind)
    unread = not traces.read or (inspection.error and traces.form != Form.OTHER)
    return Integrity.UNCHECKABLE if unread or traces.form in OF_FORM else Integrity.UNSIGNED
