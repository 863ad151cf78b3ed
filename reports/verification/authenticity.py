"""What the portal says to anyone about a verification code: whether the report stands, and the facts that it prints.

Nothing here needs a login, so nothing here says more than the report itself. Files are compared in files.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q, QuerySet

from offices.nip import mask_nip
from offices.zones import zone_of
from reports.document.legible import text_at, value_at
from reports.models import FINAL, Handover, HandoverKind, ReleasedCopy, Report, RetiredCode, SigningWay, State
from reports.signing.outside import sentences_of
from reports.verification.fingerprints import normal_code
from reports.verification.verdict import FILED, Familiar, Ruling, Stands
from reports.verification.words import CERTIFICATES, Aside, certificate_of, ruling_on_code

_OF_STATE = {
    State.SIGNED: Stands.SIGNED,
    State.SUPERSEDED: Stands.SUPERSEDED,
    State.WITHDRAWN: Stands.WITHDRAWN,
    State.PREPARED: Stands.PREPARED,
    State.PREPARING: Stands.PREPARED,
}
_WORST_FIRST = (State.WITHDRAWN, State.SUPERSEDED)


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
class VersionFacts:
    """What is told of one version. ``signer`` and ``issuer`` are those of the certificate, if a key signed;
    ``issuer_known``: whether this portal trusted that issuer when the version was signed; ``in_time``: whether the
    certificate was valid then; ``outside``: how it came back from another service, in sentences.

    ``digest``: SHA-256 of the file that is handed out, ``digest_of`` says which that is.
    """

    code: str
    kind: str
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
    in_time: bool
    outside: tuple[str, ...]
    zone: ZoneInfo
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

    @property
    def is_official(self) -> bool:
        """Whether another service signed, and not by an authority of the office's own."""
        return self.way == SigningWay.ELSEWHERE and self.issuer not in settings.OWN_AUTHORITIES

    @property
    def certificate(self) -> Aside | None:
        """What was known of the certificate when the version was signed; None where no key signed."""
        if not self.signer:
            return None
        kind = certificate_of(trusted=self.issuer_known, in_time=self.in_time, official=self.is_official)
        return CERTIFICATES[kind]


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer to a code. ``successor``: the version in force, where this one is not."""

    stands: Stands
    facts: VersionFacts | None = None
    successor: Version | None = None
    lapsed_at: datetime | None = None

    @property
    def ruling(self) -> Ruling:
        return ruling_on_code(self.stands, by_hand=bool(self.facts and self.facts.by_hand))

    @property
    def certificate(self) -> Aside | None:
        return self.facts.certificate if self.facts else None


def standing_of(text: str) -> Standing:
    """What is known of a code, typed or scanned."""
    return standing_of_codes([normal_code(text)]) or Standing(Stands.UNKNOWN)


def standing_of_codes(codes: Sequence[str]) -> Standing | None:
    """What is known of the first of these codes that leads to a report; the others cost no query."""
    retired = RetiredCode.objects.filter(code__in=codes)
    found = list(_versions().filter(Q(code__in=codes) | Q(pk__in=retired.values("report_id")))) if codes else []
    carried = [report for report in found if report.code in codes and report.state in _OF_STATE]
    if carried:
        return standing_of_report(min(carried, key=lambda report: codes.index(report.code or "")))
    code = retired.select_related("report__followup").first() if found else None
    if code is None:
        return None
    # The version itself, where it was signed under a later code.
    own = Version(code.report.version, code.report.code) if code.report.code and code.report.state in FINAL else None
    return Standing(Stands.RETURNED, successor=own or _in_force(code.report), lapsed_at=code.retired_at)


def leading_code(codes: Sequence[str]) -> str:
    """The first of these codes that leads to anything, else the first."""
    known = Report.objects.filter(code__in=codes).order_by().values_list("code", flat=True)
    leading = set(known.union(RetiredCode.objects.filter(code__in=codes).values_list("code", flat=True)))
    return next((code for code in codes if code in leading), codes[0])


@dataclass(frozen=True, slots=True)
class Recognised:
    """A version, one of whose files has a given digest, and which file that is."""

    report: Report
    known: Familiar
    digest: str

    def rank(self, digests: Sequence[str]) -> tuple[bool, int, bool]:
        """What was signed before what was to be signed, then by the order of the digests."""
        return self.known not in FILED, digests.index(self.digest), self.report.state not in _WORST_FIRST


def version_with(digests: Sequence[str]) -> Recognised | None:
    """The version that one of these digests (hex, none empty) belongs to.

    What was signed counts before what was to be signed; then, the earlier in the list a digest is, the more it counts.
    The same scan of two versions is that of the one that ended.
    """
    named = Q(signed_sha256__in=digests) | Q(prepared_sha256__in=digests) | Q(scan_sha256__in=digests)
    found = []
    for report in _versions().filter(named):
        files = (
            (Familiar.ISSUED, report.signed_sha256),
            (Familiar.SCAN, report.scan_sha256),
            (Familiar.PRINTED if report.way == SigningWay.BY_HAND else Familiar.PREPARED, report.prepared_sha256),
        )
        found += [Recognised(report, familiar, digest) for familiar, digest in files if digest in digests]
    copies = ReleasedCopy.objects.filter(sha256__in=digests).select_related("report__followup__survey__office")
    found += [Recognised(copy.report, Familiar.COPY, copy.sha256) for copy in copies]
    return min(found, key=lambda each: each.rank(digests), default=None)


def standing_of_report(report: Report) -> Standing:
    stands = _OF_STATE.get(State(report.state), Stands.UNKNOWN)
    if stands == Stands.UNKNOWN:
        return Standing(stands)
    successor = None if stands in (Stands.SIGNED, Stands.PREPARED) else _in_force(report)
    return Standing(stands, _facts(report), successor)


def _versions() -> QuerySet[Report]:
    return Report.objects.select_related("followup__survey__office")


def _in_force(report: Report) -> Version | None:
    """The version of the same report that stands; where none does, the next one that was signed."""
    same = Report.objects.filter(followup=report.followup_id, kind=report.kind)
    others = same.filter(state__in=FINAL).exclude(pk=report.pk)
    row = (
        others.filter(state=State.SIGNED).first()
        or others.filter(version__gt=report.version).order_by("version").first()
    )
    return Version(row.version, row.code) if row and row.code else None


def _facts(report: Report) -> VersionFacts:
    survey, signer = report.followup.survey, report.signer or {}
    document = report.document
    published = Handover.objects.filter(report=report, kind=HandoverKind.PUBLISHED).exclude(link="")
    if report.state not in FINAL:
        published = published.none()
    return VersionFacts(
        code=report.code or "",
        kind=report.get_kind_display(),
        office=text_at(document, "office", "name") or survey.office.name,
        period=survey.period_label,
        version=report.version,
        number=report.number,
        dated=report.dated,
        way=report.way,
        signatory=text_at(document, "source", "signatory", "name"),
        title=text_at(document, "source", "signatory", "title"),
        nip=mask_nip(text_at(document, "source", "signatory", "nip")),
        signer=signer.get("holder") or signer.get("signer") or "",
        issuer=signer.get("issuer") or "",
        issuer_known=bool(signer.get("trusted")),
        in_time=not signer.get("not_valid_at_signing"),
        outside=sentences_of(signer),
        zone=zone_of(survey.office),
        prepared_at=report.prepared_at,
        signed_at=report.signed_at,
        timestamped_at=signer.get("timestamped_at") or "",
        digest=report.signed_sha256 or report.scan_sha256 or report.prepared_sha256,
        demo=bool(signer.get("is_demo") or signer.get("demo") or value_at(document, "signing", "demo")),
        withdrawn_at=report.withdrawn_at,
        withdrawn_reason=report.withdrawn_reason,
        publications=tuple(Publication(row.party, row.happened_on, row.link) for row in published),
    )
