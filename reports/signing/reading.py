"""Reads signatures in a PDF that may be hostile; runs inside the fence, so it may loop, crash or eat memory.

Whatever a library raises over such a file means the same: it cannot be read, or does not hold. Plain values come out.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko_certvalidator import ValidationContext

from reports.signing.frame import is_framed, ranges_in
from reports.signing.judging.judge import judged
from reports.signing.keys.certificate import certificates_in, described
from reports.signing.keys.fitness import unfitness
from reports.signing.reader import reader_of

MOST_SIGNATURES = 30
LONGEST = 200
CLOCK_SLACK = timedelta(minutes=10)
UNREADABLE = "Berkas PDF ini rusak atau tidak dapat dibaca."
LOCKED = "Berkas PDF ini dikunci dengan kata sandi sehingga tidak dapat diperiksa."
TOO_MANY = f"Berkas ini memuat lebih dari {MOST_SIGNATURES} tanda tangan sehingga tidak diperiksa."
USAGE = KeyUsageConstraints(key_usage=set())
"""None: what a certificate is for is judged in fitness.py, as it is for a key that signs here."""

Row = dict[str, Any]


class _RefusedError(Exception):
    """The file is not read; the argument is a sentence for who sent it."""


def signatures(pdf: bytes, trust: Sequence[bytes]) -> Iterator[Row]:
    """``{"signatures": rows of SignatureFacts, "error": sentence}``; once more when it is known what was added.

    A signature that stands in the bytes and that the form does not name any more is a row without facts.
    """
    try:
        found, lost = _found(pdf)
    except _RefusedError as refused:
        yield {"signatures": [], "error": str(refused)}
        return
    roots = tuple(_roots(trust))
    rows = [_Signature(pdf, signature, roots).facts() for signature in found]
    rows += [_unreadable_signature()] * lost
    yield {"signatures": rows, "error": ""}
    for row, signature in zip(rows, found, strict=False):
        if row["changed_after"] == "unknown":
            row["changed_after"] = judged(pdf, _end(signature))
    yield {"signatures": rows, "error": ""}


def _found(pdf: bytes) -> tuple[Sequence[EmbeddedPdfSignature], int]:
    """The signatures that the form names, and how many it names no more."""
    try:
        # Lenient as to form: files of other services are not always strict, and coverage is judged by bytes.
        reader = reader_of(pdf, strict=False)
        if reader.encrypted:
            raise _RefusedError(LOCKED)
        found: Sequence[EmbeddedPdfSignature] = reader.embedded_regular_signatures
        named = {tuple(map(int, each.byte_range)) for each in reader.embedded_signatures}
    except _RefusedError:
        raise
    except Exception:
        raise _RefusedError(UNREADABLE) from None
    if len(found) > MOST_SIGNATURES:
        raise _RefusedError(TOO_MANY)
    return found, min(len(ranges_in(pdf) - named), MOST_SIGNATURES)


def _roots(trust: Sequence[bytes]) -> Iterator[asn1_x509.Certificate]:
    """A bundle that cannot be read vouches for nobody, and is no fault of the file; ``check --deploy`` tells of it."""
    for given in trust:
        with suppress(ValueError):
            for root in certificates_in(given):
                yield asn1_x509.Certificate.load(root.public_bytes(Encoding.DER))


@dataclass(frozen=True, slots=True)
class _Signature:
    """A signature of a file that can be read."""

    pdf: bytes
    signature: EmbeddedPdfSignature
    roots: Sequence[asn1_x509.Certificate]

    def facts(self) -> Row:
        try:
            own = x509.load_der_x509_certificate(self.signature.signer_cert.dump())
            claimed = _aware(self.signature.self_reported_timestamp)
            status = asyncio.run(self._status(claimed))
            framed = is_framed(self.pdf, self.signature.byte_range, bytes(self.signature.pkcs7_content))
        except Exception:
            return _unreadable_signature()
        return self._row(own, claimed, status, framed=framed)

    async def _status(self, claimed: datetime | None) -> PdfSignatureStatus:
        """Judged as of the moment that the signature claims; nothing is fetched."""
        context = ValidationContext(
            trust_roots=list(self.roots),
            other_certs=self.signature.other_embedded_certs,
            moment=claimed or datetime.now(UTC),
            allow_fetching=False,
            revocation_mode="soft-fail",
        )
        return await async_validate_pdf_signature(self.signature, context, key_usage_settings=USAGE, skip_diff=True)

    def _row(self, own: x509.Certificate, claimed: datetime | None, status: PdfSignatureStatus, *, framed: bool) -> Row:
        certificate = described(own)
        is_last = _end(self.signature) == len(self.pdf)
        moment = claimed or datetime.now(UTC)
        fit = not unfitness(own, moment) and moment <= datetime.now(UTC) + CLOCK_SLACK
        intact = framed and status.intact and status.valid
        stamp = status.timestamp_validity
        stamped = _aware(stamp.timestamp).isoformat() if stamp and stamp.intact and stamp.valid else ""
        return {
            "signer": _short(certificate.holder),
            "issuer": _short(certificate.issuer),
            "signed_at": claimed.isoformat() if claimed else "",
            "timestamped_at": stamped,
            "intact": intact,
            "covers_whole_file": framed and is_last,
            "trusted": intact and status.trusted and fit,
            "changed_after": ("" if is_last else "unknown") if framed else "other",
            "demo": certificate.is_demo,
            "not_valid_at_signing": not certificate.is_valid_at(moment),
        }


def _unreadable_signature() -> Row:
    empty = dict.fromkeys(("signer", "issuer", "signed_at", "timestamped_at"), "")
    flags = dict.fromkeys(("intact", "covers_whole_file", "trusted", "demo", "not_valid_at_signing"), False)
    return empty | flags | {"changed_after": "other"}


def _end(signature: EmbeddedPdfSignature) -> int:
    return int(signature.byte_range[2] + signature.byte_range[3])


def _aware(moment: datetime | None) -> Any:
    return moment.replace(tzinfo=UTC) if moment and moment.tzinfo is None else moment


def _short(text: str) -> str:
    """A name as it may be shown: printable and not endless."""
    return "".join(character for character in text if character.isprintable())[:LONGEST]
