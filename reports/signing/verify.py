"""What the signatures in a PDF are worth, whoever sent it: never an exception, never more than a few seconds.

The file is read by reading.py, in a process of its own (offices/fence.py). Whether we know the file is not asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from offices.fence import OutOfTimeError, UnfinishedError, fenced

SECONDS_TO_COMPARE = 15  # of the processor: unusual additions to a long report
MOST_BYTES = 40 * 2**20
_HEADER_WITHIN = 1024
BUSY = "Portal sedang sibuk sehingga berkas ini belum sempat diperiksa. Coba lagi beberapa saat lagi."


class Added(StrEnum):
    """What stands in a file behind what was signed, or behind a file that we know; empty if nothing does."""

    NOTHING = ""
    BLANK = "blank"  # line ends or blanks, as they are added in transit
    PADDED = "padded"  # more blanks or zeros than are harmless, and nothing else
    PROOFS = "ltv"  # certificates, revocation data, document timestamps: they change nothing that was signed
    METADATA = "metadata"  # what the file says of itself was changed, too: no page shows it, and it is not as signed
    SIGNATURE = "signature"  # a further signature without a surface, and nothing else
    OTHER = "other"
    UNKNOWN = "unknown"  # too much to be read
    BUSY = "busy"  # others kept the processor


HARMLESS = frozenset({Added.NOTHING, Added.BLANK, Added.PROOFS})
"""What may stand behind a file that is still as it was."""


WORDS_ADDED = {
    Added.NOTHING: "",
    Added.BLANK: "Sesudahnya hanya ada baris kosong atau spasi, yang biasa timbul saat berkas dikirim; isinya tetap.",
    Added.PADDED: "Sesudahnya hanya ada tambahan kosong yang panjang, yang dapat timbul saat berkas dikirim.",
    Added.PROOFS: "Sesudahnya hanya ditambahkan data pembuktian (sertifikat atau penanda waktu); isinya tetap.",
    Added.METADATA: "Sesudahnya keterangan berkas (judul atau metadata lain) diubah; halamannya tetap.",
    Added.SIGNATURE: "Sesudah tanda tangan ini, tanda tangan lain ditambahkan pada berkas.",
    Added.OTHER: "Berkas diubah sesudah tanda tangan ini dibubuhkan.",
    Added.UNKNOWN: "Sesudah tanda tangan ini berkas ditambahi, dan tambahannya tidak dapat diperiksa.",
    Added.BUSY: BUSY,
}


@dataclass(frozen=True, slots=True)
class SignatureFacts:
    """One signature. Moments are aware; ``signed_at`` is what the signature itself claims.

    ``intact``: what it covers is what was signed; ``trusted``: the certificate leads to a given root, and was valid at
    ``signed_at``; revocation is not asked for. ``timestamped_at``: by a token that holds, whoever issued it.
    """

    signer: str
    issuer: str
    signed_at: datetime | None
    timestamped_at: datetime | None
    intact: bool
    covers_whole_file: bool
    trusted: bool
    changed_after: Added
    demo: bool
    not_valid_at_signing: bool

    @classmethod
    def of_row(cls, row: dict[str, Any]) -> Self:
        """From plain values, as they leave the fence."""
        moments = {
            key: datetime.fromisoformat(row[key]) if row[key] else None for key in ("signed_at", "timestamped_at")
        }
        return cls(**row | moments | {"changed_after": Added(row["changed_after"])})

    @property
    def holds(self) -> bool:
        """Intact, and nothing but proofs were added after it."""
        return self.intact and self.changed_after in HARMLESS


@dataclass(frozen=True, slots=True)
class Inspection:
    """The signatures in their order, or why the file could not be read (a sentence), with none."""

    signatures: tuple[SignatureFacts, ...]
    error: str = ""

    @property
    def holds(self) -> bool:
        """At least one signature, and each is intact with nothing but proofs added after it."""
        return bool(self.signatures) and all(signature.holds for signature in self.signatures)


def inspect(
    pdf: bytes, trust: Sequence[bytes] = (), *, most_bytes: int = MOST_BYTES, by_clock: float | None = None
) -> Inspection:
    """Read the signatures of a file; ``trust``: certificates (PEM or DER) of the authorities that count."""
    if error := _refusal(pdf, most_bytes):
        return Inspection((), error)
    from reports.signing import reading  # a second of imports, needed only here, and made before the fork

    try:
        found = fenced(lambda: reading.signatures(pdf, trust), by_clock=by_clock)
    except OutOfTimeError:
        return Inspection((), BUSY)
    except UnfinishedError:
        return Inspection((), "Berkas ini tidak dapat diperiksa: susunannya rusak atau terlalu rumit.")
    return Inspection(tuple(map(SignatureFacts.of_row, found["signatures"])), found["error"])


def added_behind(pdf: bytes, end: int, seconds: int = SECONDS_TO_COMPARE, *, by_clock: float | None = None) -> Added:
    """What stands behind byte ``end`` of a file whose beginning is a whole file that we know; never an exception."""
    if end == len(pdf):
        return Added.NOTHING
    from reports.signing.judging.judge import judged

    try:
        return Added(fenced(lambda: iter([judged(pdf, end)]), seconds, by_clock=by_clock))
    except OutOfTimeError:
        return Added.BUSY
    except UnfinishedError:
        return Added.UNKNOWN


def _refusal(pdf: bytes, most_bytes: int) -> str:
    if not pdf:
        return "Berkas ini kosong."
    if len(pdf) > most_bytes:
        return f"Berkas ini terlalu besar; paling besar {most_bytes // 2**20} MB."
    return "" if b"%PDF-" in pdf[:_HEADER_WITHIN] else "Berkas ini bukan PDF."
