"""What of a signed report may go to anybody: the same pages without NIP, kept-back photos and signature. Pure."""

import re
from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any, TypeVar

from reports.document.block import Seal, SignatureBlock
from reports.document.chapters.annex import Annex, EvidenceGroup, Figure
from reports.document.model import ReportDocument
from reports.document.source import Signing
from reports.words.language import date_text

HIDDEN = "foto tidak dirilis"
_BETWEEN = r"[\s.,/_‐‑‒–—-]"
_PARTS = (rf"\d(?:{_BETWEEN}?\d){{{length - 1}}}" for length in (8, 6, 1, 3))  # birth, appointment, sex, place in row
_NUMBER = rf"{_BETWEEN}{{0,3}}".join(_PARTS)
_EIGHTEEN_DIGITS = re.compile(
    rf"NIP[A-Z]{{0,4}}[\s.:_]{{0,3}}({_NUMBER})(?!\d)|(?<![^\W_])({_NUMBER})(?![^\W_])", re.IGNORECASE
)
"""Behind the word a number may run into the next one; a bare one is no part of a longer word, such as a digest."""
Value = TypeVar("Value")


def mark_of(version: int) -> str:
    """What every page of the copy says."""
    return f"Salinan rilis versi {version}"


def released_document(document: ReportDocument, shown: Collection[str]) -> ReportDocument:
    """``shown``: digests of the photos that may be seen; the others keep their number and caption, not their picture.

    Raises ValueError for a document that was never to be signed.
    """
    signing = document.signing
    if signing is None:
        raise ValueError("a copy is made of what was signed")
    preface, conclusion = document.preface, document.conclusion
    open_document = replace(
        document,
        preface=replace(preface, signature=_unsigned(preface.signature)),
        conclusion=replace(conclusion, signature=_copied(conclusion.signature, signing)),
        annex=_with_photos(document.annex, shown),
        source=replace(document.source, signatory=replace(document.source.signatory, nip=None)),
        signing=replace(signing, acknowledger=None),
    )
    return without_nip(open_document)


def _unsigned(block: SignatureBlock) -> SignatureBlock:
    return replace(block, nip="", anchor="", remark=(), ink=False, acknowledger=None)


def _copied(block: SignatureBlock, signing: Signing) -> SignatureBlock:
    """In place of the signature where the signed report can be checked."""
    dated = f" tanggal {date_text(signing.dated)}" if signing.dated else ""
    seal = Seal(
        f"{mark_of(signing.version)}, tanpa tanda tangan, NIP, dan foto yang tidak dirilis.",
        f"Dibuat dari laporan yang ditandatangani{dated}; keasliannya dapat dicek pada",
        signing.url,
    )
    return replace(_unsigned(block), seal=seal)


def _with_photos(annex: Annex, shown: Collection[str]) -> Annex:
    def seen(figure: Figure) -> Figure:
        if figure.picture.sha256 in shown:
            return figure
        picture = replace(figure.picture, path="", sha256="", alt=f"{figure.picture.alt} ({HIDDEN})")
        return replace(figure, picture=picture, caption=f"{figure.caption} ({HIDDEN})")

    def group_of(group: EvidenceGroup) -> EvidenceGroup:
        return replace(group, rows=tuple(tuple(seen(figure) for figure in row) for row in group.rows))

    return replace(annex, groups=tuple(group_of(group) for group in annex.groups))


def without_nip(value: Value) -> Value:
    """The same with no number in any text that can be a NIP, however it is spaced."""
    found: Any = _cleaned(value)
    return found  # type: ignore[no-any-return]


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _EIGHTEEN_DIGITS.sub(_hidden, value)
    if isinstance(value, tuple):
        return tuple(map(_cleaned, value))
    if isinstance(value, dict):
        return {key: _cleaned(inner) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _cleaned(getattr(value, field.name)) for field in fields(value)})
    return value


def _hidden(found: re.Match[str]) -> str:
    """A number whose first eight digits are no day of birth stays: a page of them is no list of people."""
    digits = re.sub(r"\D", "", found[1] or found[2])
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return found[0]
    return "[NIP tidak dirilis]" if born.year >= 1900 else found[0]
