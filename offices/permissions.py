"""Who may do what: one literal table of roles and actions, and the two ways through it.

``fetch`` for one object, ``visible`` for a list. Every model says by ``OFFICE_PATH`` how its office is
found; what a unit may touch says by ``UNIT_PATH`` where its responsible units stand.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from offices.models import Office, Role, User, role_name

LEVELS_BELOW = 3
M = TypeVar("M", bound=Model)
Person = User | AnonymousUser


class Action(Enum):
    """What one can do. The value completes the sentence "Hanya … yang dapat …"."""

    VIEW_OFFICE = "melihat satuan kerja ini"
    VIEW_CYCLE = "melihat siklus dan laporan ini"
    DOWNLOAD = "mengunduh laporan"
    VIEW_RESPONDENTS = "melihat rincian responden"
    READ_SUGGESTIONS = "membaca saran yang belum dirilis"
    RELEASE_SUGGESTIONS = "merilis, menahan, atau menghapus saran responden"
    VIEW_PAPERS = "melihat berkas siklus"
    KEEP_PAPERS = "menyimpan atau menghapus berkas siklus"
    NOTE_PUBLICATION = "mencatat publikasi"
    PUBLISH = "menentukan apa yang terbuka untuk umum"
    VIEW_EVALUATION = "melihat kesiapan PEKPPP"
    TAKE_EVIDENCE = "melihat dan mengunduh paket bukti"
    VIEW_HISTORY = "melihat riwayat RTL ini"
    EDIT_REALISATION = "mengisi realisasi RTL ini"
    EDIT_EVIDENCE = "mengubah bukti dukung RTL ini"
    APPROVE = "menyetujui atau mengembalikan realisasi RTL ini"
    EDIT_SURVEY = "mengubah data survei"
    EDIT_PRIORITIES = "mengubah unsur prioritas"
    EDIT_PLAN = "mengubah rencana tindak lanjut"
    EDIT_UPKEEP = "mengubah pemeliharaan unsur"
    EDIT_TEXTS = "mengubah teks laporan"
    EDIT_OFFICE = "mengubah profil satuan kerja"
    LAY_DOWN_BELOW = "menetapkan tampilan laporan satuan kerja di bawahnya"
    MANAGE_PEOPLE = "mengelola pengguna"
    VIEW_AUDIT = "melihat riwayat perubahan"
    PREPARE = "menyiapkan laporan untuk ditandatangani"
    ANSWER = "menjawab catatan kelengkapan"
    REMARK = "memberi catatan pembaca pada laporan"
    PARAF = "memberi paraf pada draf laporan"
    SIGN = "menandatangani laporan"
    REISSUE = "membuka laporan untuk versi baru atau menariknya"
    RELEASE_BELOW = "menghapus verifikasi dua langkah admin dan sekretaris di satuan kerja bawahannya"
    CONFIRM_KEY = "mengonfirmasi kunci tanda tangan"
    CONFIRM_KEY_BELOW = "mengonfirmasi kunci tanda tangan di satuan kerja bawahannya"
    HAND_ON = "mencatat penyampaian laporan"
    WRITE_LETTERS = "menulis surat untuk laporan"
    VIEW_NOTE = "melihat nota dinas"


class Scope(Enum):
    """How far a role reaches: all of its office, what its unit answers for, or the offices below."""

    OFFICE = "office"
    UNIT = "unit"
    BELOW = "below"


OFFICE, UNIT, BELOW = Scope.OFFICE, Scope.UNIT, Scope.BELOW
STAFF, HEAD, ADMIN, SECRETARY, SUPERVISOR = Role.STAFF, Role.HEAD, Role.ADMIN, Role.SECRETARY, Role.SUPERVISOR
_OWN = {STAFF: OFFICE, HEAD: OFFICE, ADMIN: OFFICE, SECRETARY: OFFICE}
_EVERYONE = _OWN | {SUPERVISOR: BELOW}

TABLE: dict[Action, dict[Role, Scope]] = {
    Action.VIEW_OFFICE: _EVERYONE,
    Action.VIEW_CYCLE: _EVERYONE,
    Action.DOWNLOAD: _EVERYONE,
    Action.VIEW_RESPONDENTS: _OWN,
    Action.READ_SUGGESTIONS: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.RELEASE_SUGGESTIONS: {ADMIN: OFFICE},
    Action.VIEW_PAPERS: _OWN,
    Action.KEEP_PAPERS: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.NOTE_PUBLICATION: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.PUBLISH: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.VIEW_EVALUATION: {HEAD: OFFICE, ADMIN: OFFICE, SECRETARY: OFFICE, SUPERVISOR: BELOW},
    Action.TAKE_EVIDENCE: _OWN,
    Action.VIEW_HISTORY: _OWN,
    Action.EDIT_REALISATION: {STAFF: UNIT, HEAD: UNIT, ADMIN: OFFICE},
    Action.EDIT_EVIDENCE: {STAFF: UNIT, HEAD: UNIT, ADMIN: OFFICE},
    Action.APPROVE: {HEAD: UNIT, ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.EDIT_SURVEY: {ADMIN: OFFICE},
    Action.EDIT_PRIORITIES: {ADMIN: OFFICE},
    Action.EDIT_PLAN: {ADMIN: OFFICE},
    Action.EDIT_UPKEEP: {ADMIN: OFFICE},
    Action.EDIT_TEXTS: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.EDIT_OFFICE: {ADMIN: OFFICE},
    Action.LAY_DOWN_BELOW: {ADMIN: OFFICE, SUPERVISOR: OFFICE},
    Action.MANAGE_PEOPLE: {ADMIN: OFFICE},
    Action.VIEW_AUDIT: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.PREPARE: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.ANSWER: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.REMARK: {HEAD: OFFICE, ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.PARAF: {HEAD: OFFICE, ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.SIGN: {SECRETARY: OFFICE},
    Action.REISSUE: {SECRETARY: OFFICE},
    Action.RELEASE_BELOW: {ADMIN: BELOW, SUPERVISOR: BELOW},
    Action.CONFIRM_KEY: {HEAD: OFFICE, ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.CONFIRM_KEY_BELOW: {ADMIN: BELOW, SUPERVISOR: BELOW},
    Action.HAND_ON: {ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.WRITE_LETTERS: {HEAD: OFFICE, ADMIN: OFFICE, SECRETARY: OFFICE},
    Action.VIEW_NOTE: _OWN,
}


@dataclass(frozen=True, slots=True)
class _Reach:
    """What one person may touch under one action, as ids.

    ``offices`` wholly; in ``unit_offices`` what ``units`` answer for; every office below ``above``.
    """

    offices: frozenset[int]
    units: frozenset[int]
    unit_offices: frozenset[int]
    above: frozenset[int]

    def in_offices(self, model: type[Model]) -> Q:
        path: str = model.OFFICE_PATH or "pk"  # type: ignore[attr-defined]
        allowed = Q(**{f"{path}__in": self.offices})
        if self.above:
            allowed |= Q(**{f"{path}__in": self._offices_below()})
        return allowed

    def _offices_below(self) -> QuerySet[Office]:
        parents = ["__".join(["parent"] * level) for level in range(1, LEVELS_BELOW + 1)]
        below = Q()
        for parent in parents:
            below |= Q(**{f"{parent}__in": self.above})
        return Office.objects.filter(below).values("pk")  # type: ignore[return-value]

    def of_units(self, model: type[Model]) -> Q:
        """What a unit answers for: where it leads, or where it is among the responsible and nobody leads.

        A model whose ``HAS_LEAD`` is False has nobody who leads. Each way by itself, so that the database begins from
        the units and does not read every plan of every office.
        """
        path: str | None = getattr(model, "UNIT_PATH", None)
        if not self.units or path is None:
            return Q(pk__in=[])
        prefix = f"{path}__" if path else ""
        rows = model._default_manager.order_by().values("pk")
        has_lead: bool = getattr(model, "HAS_LEAD", True)
        nobody_leads = rows.filter(**{f"{prefix}lead": None}) if has_lead else rows
        everyone = {f"{prefix}all_units": True, f"{model.OFFICE_PATH}__in": self.unit_offices}  # type: ignore[attr-defined]
        ways = [nobody_leads.filter(**{f"{prefix}units__in": self.units}), nobody_leads.filter(**everyone)]
        if has_lead:
            ways.append(rows.filter(**{f"{prefix}lead__in": self.units}))
        return Q(pk__in=ways[0].union(*ways[1:]))


def fetch(user: Person, action: Action, queryset: QuerySet[M], **lookup: Any) -> M:
    """The one object, if this person may do this to it.

    Raises Http404 when there is none or when its office is not theirs; PermissionDenied with a
    sentence in Indonesian when the office is theirs and the role is not enough.
    """
    wanted = queryset.filter(**lookup)
    if (found := visible(user, action, wanted).first()) is not None:
        return found
    known = visible(user, Action.VIEW_OFFICE, wanted).order_by()
    path: str = queryset.model.OFFICE_PATH or "pk"  # type: ignore[attr-defined]
    if office := Office.objects.filter(pk__in=known.values(path)).first():
        raise PermissionDenied(refusal(action, office))
    raise Http404


def visible(user: Person, action: Action, queryset: QuerySet[M]) -> QuerySet[M]:
    """Those rows of a queryset to which this person may do this; it costs one query before its own."""
    if isinstance(user, AnonymousUser):
        return queryset.none()
    reach = _reach_of(user, action)
    return queryset.filter(reach.in_offices(queryset.model) | reach.of_units(queryset.model))


def roles_in(user: Person, office: Office) -> frozenset[Role]:
    """The roles that a person holds in this very office."""
    if isinstance(user, AnonymousUser):
        return frozenset()
    return frozenset(Role(member.role) for member in user.memberships.all() if member.office_id == office.pk)


def may(user: Person, action: Action, office: Office) -> bool:
    """Whether a person may do this in an office, at least for what one of their units answers for."""
    held = roles_in(user, office)
    if any(role in held for role, scope in TABLE[action].items() if scope is not BELOW):
        return True
    return visible(user, action, Office.objects.filter(pk=office.pk)).exists()


def names_of(action: Action, office: Office, *scopes: Scope) -> str:
    """``Admin atau Sekretaris``: the roles that may do this, to all of their office where no ``scopes`` are named."""
    wanted = scopes or (OFFICE,)
    names = [role_name(role, office) for role, scope in TABLE[action].items() if scope in wanted]
    return _listed(names, "atau")


def refusal(action: Action, office: Office) -> str:
    """Why somebody of the office was refused, as a sentence for them; roles of an office above by the portal's word."""
    names = []
    for role, scope in TABLE[action].items():
        name = str(role.label) if scope is BELOW else role_name(role, office)
        names.append(f"{name} (untuk RTL unitnya)" if scope is UNIT else name)
    return f"Hanya {_listed(names, 'dan')} yang dapat {action.value}."


def _listed(names: list[str], word: str) -> str:
    """``Operator, Admin dan Sekretaris``: without a comma before the last, as the portal writes it."""
    before = ", ".join(names[:-1])
    return f"{before} {word} {names[-1]}" if before else "".join(names)


def _reach_of(user: User, action: Action) -> _Reach:
    held = [(m, TABLE[action].get(Role(m.role))) for m in user.memberships.all()]
    return _Reach(
        offices=frozenset(m.office_id for m, scope in held if scope is OFFICE),
        units=frozenset(m.unit_id for m, scope in held if scope is UNIT and m.unit_id),
        unit_offices=frozenset(m.office_id for m, scope in held if scope is UNIT),
        above=frozenset(m.office_id for m, scope in held if scope is BELOW),
    )
