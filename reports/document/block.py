"""The signature block: place, date and office holder, and in Bab IV how it is signed and where that is checked.

Pure. The words are drawn when a version is prepared, so they must be true before it is signed and ever after. Whether
the certificate is a certified one is told on the page of the check, which knows it.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from offices.nip import format_nip
from reports.cycle.model import Signatory
from reports.document.facts import Facts
from reports.document.source import FOR_THE_PEN, Acknowledger, Signing, Way
from reports.words.language import date_text, month_text
from reports.words.prose import Line

SIGNATURE = "tanda-tangan"
PREFACE_SIGNATURE = "tanda-tangan-pengantar"
_CHECKED = "keasliannya dapat dicek pada"
_ELECTRONIC = f"Dokumen ini disiapkan untuk ditandatangani dengan tanda tangan elektronik; {_CHECKED}"
_WORDS: dict[Way, str] = {
    "here": _ELECTRONIC,
    "elsewhere": _ELECTRONIC,
    "by_hand": f"Dokumen ini disiapkan untuk ditandatangani dengan tangan; {_CHECKED}",
}
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


@dataclass(frozen=True, slots=True)
class Seal:
    """``words`` lead to ``url``, which is printed and drawn as a QR code; ``prepared`` is a sentence of its own."""

    prepared: str
    words: str
    url: str

    @classmethod
    def of(cls, signing: Signing) -> Self:
        """The seal of a version that is to be signed; the moment stands in the zone that it brings."""
        return cls(f"Disiapkan {moment_text(signing.prepared_at)}.", _WORDS[signing.way], signing.url)


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Place and date, office holder and number of staff, as they stand under a text; ``ink``: signed by hand.

    ``remark`` stands under the block and says where the report is signed, if not here. ``acknowledger``: who signs
    beside it, as printed.
    """

    place_and_date: str
    title: str
    name: str
    nip: str
    anchor: str
    remark: Line
    seal: Seal | None
    ink: bool
    rank: str
    acknowledger: Acknowledger | None


def signature_of(facts: Facts, anchor: str, remark: Line = ()) -> SignatureBlock:
    """The block of the report's signatory; only the one at SIGNATURE, once it is prepared, is sealed."""
    signing = facts.source.signing
    month = facts.cycle.followup.report_month
    day = signed_day(signing) if signing else month_text(month) if month else ""
    return block_of(facts.cycle.office.place, day, facts.cycle.signatory, signing, anchor, remark)


def block_of(
    place: str, day: str, signatory: Signatory, signing: Signing | None, anchor: str, remark: Line = ()
) -> SignatureBlock:
    """The block of any report; ``day`` as it is printed, empty where it is not known."""
    return SignatureBlock(
        place_and_date=f"{place}, {day}" if day else place,
        title=_post(signatory.title),
        name=signatory.name,
        nip=_nip(signatory.nip),
        anchor=anchor,
        remark=remark,
        seal=Seal.of(signing) if signing and anchor == SIGNATURE else None,
        ink=signing is not None and signing.way == "by_hand",
        rank=signing.rank if signing else "",
        acknowledger=_printed(signing.acknowledger) if signing and anchor == SIGNATURE else None,
    )


def signed_day(signing: Signing) -> str:
    """The day under which it is signed, as printed: dots where the pen writes it."""
    return date_text(signing.dated) if signing.dated else FOR_THE_PEN


def _printed(acknowledger: Acknowledger | None) -> Acknowledger | None:
    return acknowledger and replace(acknowledger, title=_post(acknowledger.title), nip=_nip(acknowledger.nip))


def _post(title: str) -> str:
    bare = title.rstrip(", ")
    return f"{bare}," if bare else ""


def _nip(nip: str | None) -> str:
    return f"NIP. {format_nip(nip)}" if nip else ""


def moment_text(moment: datetime) -> str:
    """``5 Januari 2026 pukul 10.15 WIB``; a zone that Indonesia does not have by its distance from UTC."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("a moment without a zone is none")
    hours, rest = divmod(int(offset.total_seconds()), 3600)
    zone = _ZONES[hours] if not rest and hours in _ZONES else moment.strftime("UTC%z")
    return f"{date_text(moment.date())} pukul {moment:%H.%M} {zone}"
