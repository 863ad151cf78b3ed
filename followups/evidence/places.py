"""Where a photo can stand: with a plan, with an upkeep, or in the tray of those that are not placed yet."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse, FollowUp, Upkeep
from offices.declining import Declined
from offices.permissions import Action, Person, fetch, visible
from surveys.models import Survey
from surveys.periods import of_period

TRAY = "belum-ditempatkan"
CHANGED = (
    "Foto ini berubah sejak halaman dibuka, sehingga tanda Anda tidak lagi pada tempatnya. Tandai gambar yang sekarang."
)


class PlaceConverter:
    """A place in an address: ``rtl/12``, ``pemeliharaan/3`` or ``belum-ditempatkan``."""

    regex = rf"(?:rtl|pemeliharaan)/[1-9][0-9]{{0,17}}|{TRAY}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


@dataclass(frozen=True, slots=True)
class Place:
    """With one plan, with one upkeep, or, with neither, in the tray."""

    followup: FollowUp
    plan: ActionPlan | None = None
    upkeep: Upkeep | None = None

    @property
    def survey(self) -> Survey:
        return self.followup.survey

    @property
    def is_tray(self) -> bool:
        return self.plan is None and self.upkeep is None

    @property
    def address(self) -> str:
        """The place as PlaceConverter reads it."""
        if self.plan:
            return f"rtl/{self.plan.pk}"
        return f"pemeliharaan/{self.upkeep.pk}" if self.upkeep else TRAY

    @property
    def anchor(self) -> str:
        """The id of the place's part of a page."""
        return "bukti-" + self.address.replace("/", "-")


def place_of(group: EvidenceGroup) -> Place:
    return Place(group.followup, plan=group.plan, upkeep=group.upkeep)


SHARED = "Foto ini juga menjadi bukti dukung RTL lain yang bukan tanggung jawab unit Anda. Lepaskan saja dari RTL ini."


def answers_for(user: Person, photos: QuerySet[EvidencePhoto]) -> bool:
    """Whether a person answers for everything that these photos prove."""
    uses = EvidenceUse.objects.filter(photo__in=photos)
    return visible(user, Action.EDIT_EVIDENCE, uses).count() == uses.count()


def refuse_shared(user: Person, photos: QuerySet[EvidencePhoto]) -> None:
    if not answers_for(user, photos):
        raise PermissionDenied(SHARED)


def refuse_another_picture(photo: EvidencePhoto, seen: str) -> None:
    """Raise Declined where a mark was set on another picture than the photo has now; ``seen``: the digest of that."""
    if seen != photo.sha256:
        raise Declined(CHANGED)


def fetch_place(user: Person, action: Action, code: str, period: str, address: str) -> Place:
    """The place, if this person may do this there; raises as ``fetch`` does.

    The tray is the whole office's, and so is an upkeep: a unit answers for plans.
    """
    kind, _, key = address.partition("/")
    pk = int(key) if key.isdecimal() and key.isascii() else 0
    if kind == "rtl":
        plans = ActionPlan.objects.filter(**_of("priority__followup__survey__", code, period))
        plan = fetch(user, action, plans.select_related("priority__followup__survey__office"), pk=pk)
        return Place(plan.priority.followup, plan=plan)
    if kind == "pemeliharaan":
        upkeep = Upkeep.objects.filter(**_of("followup__survey__", code, period))
        item = fetch(user, action, upkeep.select_related("element", "followup__survey__office"), pk=pk)
        return Place(item.followup, upkeep=item)
    if address != TRAY:
        raise Http404
    followups = FollowUp.objects.select_related("survey__office")
    return Place(fetch(user, action, followups, **_of("survey__", code, period)))


def _of(path: str, code: str, period: str) -> dict[str, object]:
    return {f"{path}office__code": code} | of_period(period, path)
