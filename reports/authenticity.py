"""What the portal says to anyone about a verification code: whether the report stands, and the facts that it prints.

Nothing here needs a login, so nothing here says more than the report itself. Files are compared in comparison.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import QuerySet

from offices.nip import mask_nip
from reports.fingerprints import normal_code
from reports.language import semester_text
from reports.models import FINAL, Handover, HandoverKind, Report, RetiredCode, SigningWay, State


class Verdict(StrEnum):
    """How it stands with a code."""

    VALID = "valid"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    UNSIGNED = "unsigned"
    LAPSED = "lapsed"
    UNKNOWN = "unknown"


_OF_STATE = {
    State.SIGNED: Verdict.VALID,
    State.SUPERSEDED: Verdict.REPLACED,
    State.WITHDRAWN: Verdict.WITHDRAWN,
    State.PREPARED: Verdict.UNSIGNED,
    State.PREPARING: Verdict.UNSIGNED,
}


@dataclass(frozen=True, slots=True)
class Version:
    """A version that another page of the check tells of."""

    number: int
    code: str


@dataclass(frozen=True, slots=True)
class Publication:
    """Where an office published a version."""

    party: str
    happened_on: date
    link: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of one version. ``signer`` and ``issuer`` are those of the certificate, if a key signed;
    ``issuer_known``: whether this portal trusted that issuer when the version was signed.

    ``digest``: SHA-256 of the file that is handed out, ``digest_of`` says which that is.
    """

    code: str
    office: str
    period: str
    version: int
    number: str
    dated: date | None
    way: str
    signatory: str
    title: str
    nip: str
    signer: str
    issuer: str
    issuer_known: bool
    prepared_at: datetime | None
    signed_at: datetime | None
    timestamped_at: str
    digest: str
    demo: bool
    withdrawn_at: datetime | None
    withdrawn_reason: str
    publications: tuple[Publication, ...]

    @property
    def by_hand(self) -> bool:
        return self.way == SigningWay.BY_HAND


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer to a code. ``successor``: the version in force, where this one is not."""

    verdict: Verdict
    facts: Facts | None = None
    successor: Version | None = None
    lapsed_at: datetime | None = None


def standing_of(text: str) -> Standing:
    """What is known of a code, typed or scanned."""
    code = normal_code(text)
    if report := _reports().filter(code=code).first():
        return standing_of_report(report)
    retired = RetiredCode.objects.select_related("report__followup").filter(code=code).first()
    if retired is None:
        return Standing(Verdict.UNKNOWN)
    return Standing(
        Verdict.LAPSED, successor=_own(retired.report) or _in_force(retired.report), lapsed_at=retired.retired_at
    )


def report_of(text: str) -> Report | None:
    """The version that carries this code now."""
    return _reports().filter(code=normal_code(text)).first()


def report_with_file(digests: Sequence[str]) -> tuple[Report, str, str] | None:
    """The version one of whose files has one of these digests: with the field's name and the digest.

    The earlier in the list a digest is, the more it counts.
    """
    for name in ("signed_sha256", "prepared_sha256", "scan_sha256"):
        found = _reports().filter(**{f"{name}__in": [digest for digest in digests if digest]})
        for report in sorted(found, key=lambda row: digests.index(getattr(row, name))):
            return report, name.removesuffix("_sha256"), getattr(report, name)
    return None


def standing_of_report(report: Report) -> Standing:
    verdict = _OF_STATE.get(State(report.state), Verdict.UNKNOWN)
    if verdict == Verdict.UNKNOWN:
        return Standing(verdict)
    successor = None if verdict in (Verdict.VALID, Verdict.UNSIGNED) else _in_force(report)
    return Standing(verdict, _facts(report), successor)


def _reports() -> QuerySet[Report]:
    return Report.objects.select_related("followup__survey__office").exclude(code=None)


def _own(report: Report) -> Version | None:
    """The version itself, where it was signed under a later code."""
    return Version(report.version, report.code) if report.code and report.state in FINAL else None


def _in_force(report: Report) -> Version | None:
    """The version of the same cycle that stands; where none does, the next one that was signed."""
    others = Report.objects.filter(followup=report.followup_id, state__in=FINAL).exclude(pk=report.pk)
    row = others.filter(state=State.SIGNED).first() or _next(others, report)
    return Version(row.version, row.code) if row and row.code else None


def _next(others: QuerySet[Report], report: Report) -> Report | None:
    return others.filter(version__gt=report.version).order_by("version").first()


def _facts(report: Report) -> Facts:
    survey, signer = report.followup.survey, report.signer or {}
    signatory, office = report.document["source"]["signatory"], report.document["office"]
    return Facts(
        code=report.code or "",
        office=office["name"],
        period=semester_text(survey.year, survey.semester),
        version=report.version,
        number=report.number,
        dated=report.dated,
        way=report.way,
        signatory=signatory["name"],
        title=signatory["title"],
        nip=mask_nip(signatory["nip"] or ""),
        signer=signer.get("holder") or signer.get("signer") or "",
        issuer=signer.get("issuer") or "",
        issuer_known=bool(signer.get("trusted")),
        prepared_at=report.prepared_at,
        signed_at=report.signed_at,
        timestamped_at=signer.get("timestamped_at") or "",
        digest=report.signed_sha256 or report.scan_sha256 or report.prepared_sha256,
        demo=bool(signer.get("is_demo") or signer.get("demo") or (report.document.get("signing") or {}).get("demo")),
        withdrawn_at=report.withdrawn_at,
        withdrawn_reason=report.withdrawn_reason,
        publications=_publications(report) if report.state in FINAL else (),
    )


def _publications(report: Report) -> tuple[Publication, ...]:
    rows = Handover.objects.filter(report=report, kind=HandoverKind.PUBLISHED).exclude(link="")
    return tuple(Publication(row.party, row.happened_on, row.link) for row in rows)
