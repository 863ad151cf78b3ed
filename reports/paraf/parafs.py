"""Who has read the draft of a report and agrees, who wants it mended, and who has not said so: the verbs and queries.

A paraf is given to a state of the document; one of an earlier state is told as such, and no longer counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from followups.models import ActionPlan, FollowUp
from followups.responsible import ANSWERED_BY_UNIT
from offices.audit import record
from offices.declining import Declined
from offices.models import Membership, ParafRule, Role, User
from reports.kinds.documents import Document, document_now, draft_digest, frozen_document
from reports.models import Paraf, Part, ReaderNote, Report, ReportKind, State
from reports.reading.versions import is_closed
from surveys.locking import held_cycle
from surveys.models import Survey

CHANGED = "Draf berubah sejak Anda membukanya. Baca lagi bagian yang berubah, lalu beri paraf."
NOT_USED = "Satuan kerja ini tidak memakai paraf."
SIGNED = "Laporan periode ini sudah ditandatangani; paraf dapat diberikan lagi setelah versi baru dibuka."
_FOLLOW_UP = ReportKind.FOLLOW_UP
AGREED, NOTED = "Setuju", "Dengan catatan"


@dataclass(frozen=True, slots=True)
class ParafLine:
    """One person's paraf, or that it is not there yet. ``post``: the unit that they head, if they do.

    ``is_asked``: whether they head a unit that answers for a plan of the cycle. ``is_current``: the document has not
    changed since.
    """

    person: str
    post: str
    is_asked: bool
    given_at: datetime | None
    agrees: bool
    is_current: bool

    @property
    def is_settled(self) -> bool:
        """Whether this person agrees with the document as it is now."""
        return self.given_at is not None and self.agrees and self.is_current

    @property
    def verdict(self) -> str:
        if self.given_at is None:
            return ""
        return AGREED if self.agrees else NOTED


@dataclass(frozen=True, slots=True)
class ToRead:
    """The document that is to be signed, and the digest of its draft: what a paraf is given to."""

    document: Document
    state: str


def to_read(survey: Survey, kind: ReportKind = _FOLLOW_UP) -> ToRead:
    """A version that was prepared is read as it was frozen, whatever became of the office's profile since.

    Raises FrozenDataError where it cannot be read, Declined where there is nothing that such a report could say.
    """
    waiting = _frozen_version(survey, kind)
    if waiting is not None:
        frozen = frozen_document(waiting)
        return ToRead(frozen, waiting.draft_digest or draft_digest(frozen, kind))
    document = document_now(survey, kind)
    return ToRead(document, draft_digest(document, kind))


def state_of(survey: Survey, kind: ReportKind = _FOLLOW_UP) -> str:
    """The digest of the draft that is to be signed; it reads the whole cycle unless one is prepared.

    Raises Declined as to_read does.
    """
    waiting = _frozen_version(survey, kind)
    if waiting and waiting.draft_digest:
        return waiting.draft_digest
    return draft_digest(frozen_document(waiting) if waiting else document_now(survey, kind), kind)


def _frozen_version(survey: Survey, kind: ReportKind) -> Report | None:
    """One that an earlier release prepared does not name its draft; where the cycle goes on, the draft is another."""
    versions = _frozen_versions(kind) if kind.locks_cycle else _waiting_versions(kind)
    return versions.filter(followup__survey=survey).first()


def _frozen_versions(kind: ReportKind) -> QuerySet[Report]:
    """Those that wait for their signature and name their draft."""
    return _waiting_versions(kind).exclude(draft_digest="")


def _waiting_versions(kind: ReportKind) -> QuerySet[Report]:
    return Report.objects.filter(kind=kind, state__in=(State.PREPARING, State.PREPARED))


def _counting(cycle: OuterRef | Subquery, kind: ReportKind) -> QuerySet[Paraf]:
    """The agreements with the report of a kind of a cycle (id of its follow-up) that its signature will find.

    While it is a draft, that is any of them: only the document itself would tell which are current.
    """
    others = _frozen_versions(kind).filter(followup=OuterRef("followup")).exclude(draft_digest=OuterRef("digest"))
    return Paraf.objects.filter(~Exists(others), agrees=True, followup=cycle, kind=kind)


def lines_of(survey: Survey, state: str, kind: ReportKind = _FOLLOW_UP) -> tuple[ParafLine, ...]:
    """Everybody who is asked for a paraf or has given one, those who are asked first; one query."""
    own = Paraf.objects.filter(followup__survey=survey, kind=kind, given_by=OuterRef("pk"))
    heads = _heads(survey).filter(user=OuterRef("pk"))
    people = User.objects.annotate(
        is_asked=Exists(heads),
        post=Subquery(heads.values("unit__short_name")[:1]),
        given_at=Subquery(own.values("given_at")),
        agrees=Subquery(own.values("agrees")),
        digest=Subquery(own.values("digest")),
    )
    rows = people.filter(Q(is_asked=True) | Q(given_at__isnull=False)).order_by("-is_asked", "post", "name")
    found = rows.values_list("name", "post", "is_asked", "given_at", "agrees", "digest")
    return tuple(
        ParafLine(name, post or "", asked, given_at, bool(agrees), digest == state)
        for name, post, asked, given_at, agrees, digest in found
    )


def lacking(lines: Iterable[ParafLine]) -> tuple[ParafLine, ...]:
    """Those who are asked and do not agree with the document as it is now."""
    return tuple(line for line in lines if line.is_asked and not line.is_settled)


def is_used(survey: Survey) -> bool:
    return survey.office.paraf != ParafRule.OFF


def check_parafs(survey: Survey, kind: ReportKind = _FOLLOW_UP) -> None:
    """Raise Declined where the office wants every paraf before a signature, and one is lacking."""
    if survey.office.paraf != ParafRule.REQUIRED:
        return
    names = [line.person for line in lacking(lines_of(survey, state_of(survey, kind), kind))]
    if names:
        raise Declined(f"Paraf belum lengkap: {', '.join(names)}. Satuan kerja ini mewajibkannya sebelum tanda tangan.")


def give_paraf(
    survey: Survey,
    user: User,
    state: str,
    note: tuple[str, str] | None = None,
    kind: ReportKind = _FOLLOW_UP,
) -> Paraf:
    """Agree with the document in the ``state`` that was read; or, with a ``note`` (part, text), want it mended.

    Raises Declined once it is signed, where the office uses no paraf, and where the document has changed.
    """
    with held_cycle(survey) as held:
        if not is_used(held):
            raise Declined(NOT_USED)
        if is_closed(held, kind):
            raise Declined(SIGNED)
        if state_of(held, kind) != state:
            raise Declined(CHANGED)
        followup = FollowUp.objects.get(survey=held)
        given = {"given_at": timezone.now(), "agrees": note is None, "digest": state}
        paraf, _ = Paraf.objects.update_or_create(followup=followup, kind=kind, given_by=user, defaults=given)
        after = {"paraf": NOTED if note else AGREED, "digest": state}
        if not kind.locks_cycle:
            after["report_kind"] = kind.label
        if note:
            part, text = note
            ReaderNote.objects.create(followup=followup, kind=kind, part=part, text=text, written_by=user)
            after |= {"part": Part(part).label, "text": text}
        record(user, "paraf.give", paraf, held.office, after=after)
    return paraf


def _heads(survey: Survey) -> QuerySet[Membership]:
    answers = ActionPlan.objects.filter(ANSWERED_BY_UNIT, priority__followup__survey=survey)
    heads = Membership.objects.filter(office=survey.office, role=Role.HEAD, user__is_active=True)
    return heads.filter(Exists(answers))


def agreements_of(survey: Survey) -> dict[str, bool]:
    """The name of everybody who is asked, to whether they have agreed: of a draft, be it with an earlier state of it.

    One query, cheaper than ``lines_of``, which needs the whole document to tell what is current.
    """
    own = FollowUp.objects.filter(survey=survey).values("pk")
    agreed = _counting(Subquery(own), _FOLLOW_UP).filter(given_by=OuterRef("pk"))
    people = User.objects.filter(pk__in=_heads(survey).values("user")).annotate(has_agreed=Exists(agreed))
    return dict(people.order_by("name").values_list("name", "has_agreed"))


def waiting_for(user: User, followups: Iterable[int], kind: ReportKind = _FOLLOW_UP) -> frozenset[int]:
    """Of these cycles (ids of their follow-ups) those whose draft of a kind waits for this person's paraf.

    One query for a head.

    Who left notes waits until these are done.
    """
    heads = [member for member in user.memberships.all() if member.role == Role.HEAD]
    if not heads:
        return frozenset()
    units = [member.unit_id for member in heads]
    of_all = Q(all_units=True, priority__followup__survey__office__in=[member.office_id for member in heads])
    plans = ActionPlan.objects.filter(priority__followup__in=list(followups)).order_by()
    answered = plans.filter(Q(lead__in=units) | Q(lead=None) & (of_all | Q(units__in=units)))
    cycle = OuterRef("priority__followup")
    agreed = _counting(cycle, kind).filter(given_by=user)
    open_notes = ReaderNote.objects.filter(written_by=user, done_at=None, followup=cycle, kind=kind)
    waits = answered.exclude(priority__followup__survey__office__paraf=ParafRule.OFF)
    waits = waits.filter(~Exists(agreed), ~Exists(open_notes))
    return frozenset(waits.values_list("priority__followup", flat=True).distinct())
