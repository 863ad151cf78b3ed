"""The evidence of a cycle as its pages show it: every group with its figures, and the tray.

Read with a number of queries that neither plans nor photos add to. Numbers are counted in figures.py.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Prefetch

from followups.evidence.arranging import Double
from followups.evidence.figures import figures_of
from followups.evidence.forms import NoteForm
from followups.evidence.gallery_parts import Shelf, Tile, narrowed_shelves
from followups.evidence.pages import Leaf, leaf_of
from followups.evidence.places import Place
from followups.evidence.uploads import RefusedFile, StoredPhoto
from followups.evidence.web.forms import WebProofForm
from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse, FollowUp, Upkeep
from followups.numbering import plan_labels
from offices.lists.narrowing import Narrowed
from offices.permissions import Action, Person, refusal, visible
from surveys.locking import lock_reason
from surveys.models import Survey

TRAY_LABEL = "Belum ditempatkan"
PAGE = "halaman"


@dataclass(frozen=True)
class Gallery:
    """All places of a cycle in the order of the report, and the tray; ``shelves`` empty before there are plans."""

    survey: Survey
    shelves: tuple[Shelf, ...] = ()
    tray: Shelf | None = None
    figures: int = 0

    @cached_property
    def by_address(self) -> dict[str, Shelf]:
        shelves = (*self.shelves, self.tray) if self.tray else self.shelves
        return {shelf.place.address: shelf for shelf in shelves}

    def where(self, photo: EvidencePhoto) -> str:
        """``Gambar 3 (RTL 1 a)``, or that the photo is in the tray."""
        for shelf in self.shelves:
            if (tile := shelf.tile(photo.pk)) is not None:
                return f"{tile.name} ({shelf.label})"
        return f"{photo.name.rpartition('/')[2]} ({TRAY_LABEL})"

    def targets(self, photo: EvidencePhoto) -> list[Shelf]:
        """Where this person may put a photo that is not there yet."""
        return [shelf for shelf in self.shelves if shelf.editable and shelf.tile(photo.pk) is None]


def read_gallery(user: Person, survey: Survey) -> Gallery:
    """The evidence of a cycle, and what of it this person may change now."""
    followup = FollowUp.objects.filter(survey=survey).first()
    if followup is None:
        return Gallery(survey)
    followup.survey = survey
    rows = _plans(followup) + _upkeep(followup)
    groups: list[EvidenceGroup | None] = [
        getattr(place.plan or place.upkeep, "evidence", None) for place, _label, _subject in rows
    ]
    used = [[use.photo for use in group.uses.all()] if group else [] for group in groups]
    rights = _Rights.of(user, followup)
    elsewhere = _elsewhere(followup)
    tiles = _tiles(used, [label for _place, label, _subject in rows], elsewhere)
    shelves = tuple(
        Shelf(
            place,
            label,
            subject,
            note=group.note if group else "",
            tiles=shown,
            web_proofs=tuple(group.web_proofs.all()) if group else (),
            editable=rights.reach(place),
        )
        for (place, label, subject), group, shown in zip(rows, groups, tiles, strict=True)
    )
    return Gallery(
        survey, shelves, _tray(followup, rights, elsewhere), len({photo.pk for photos in used for photo in photos})
    )


@dataclass(frozen=True, slots=True)
class _Rights:
    whole: bool
    plans: frozenset[int]

    def reach(self, place: Place) -> bool:
        return self.whole or (place.plan is not None and place.plan.pk in self.plans)

    @classmethod
    def of(cls, user: Person, followup: FollowUp) -> Self:
        """What of a cycle this person may change now: nothing while it is locked."""
        if lock_reason(followup.survey):
            return cls(False, frozenset())
        whole = visible(user, Action.EDIT_EVIDENCE, FollowUp.objects.filter(pk=followup.pk)).exists()
        plans = visible(user, Action.EDIT_EVIDENCE, ActionPlan.objects.filter(priority__followup=followup))
        return cls(whole, frozenset(plans.values_list("pk", flat=True)))


def _groups() -> "Prefetch[str]":
    uses = Prefetch("uses", EvidenceUse.objects.select_related("photo").order_by("position"))
    return Prefetch("evidence", EvidenceGroup.objects.prefetch_related(uses, "web_proofs"))


def _plans(followup: FollowUp) -> list[tuple[Place, str, str]]:
    plans = ActionPlan.objects.filter(priority__followup=followup).select_related("priority__element")
    plans = plans.prefetch_related(_groups(), "units")
    labels = plan_labels(followup)
    ordered = plans.order_by("priority__position", "position")
    return [(Place(followup, plan=plan), f"RTL {labels[plan.pk]}", plan.programme) for plan in ordered]


def _upkeep(followup: FollowUp) -> list[tuple[Place, str, str]]:
    items = Upkeep.objects.filter(followup=followup).select_related("element").prefetch_related(_groups(), "units")
    return [
        (Place(followup, upkeep=item), f"Pemeliharaan {number}", f"Pemeliharaan unsur {item.element.name}")
        for number, item in enumerate(items.order_by("position"), start=1)
    ]


def _tiles(
    used: list[list[EvidencePhoto]], labels: list[str], elsewhere: Mapping[str, tuple[str, ...]]
) -> list[tuple[Tile, ...]]:
    """What each place shows; ``used`` and ``labels`` in the order of the report."""
    figures = figures_of([photo.pk for photo in photos] for photos in used)
    named: dict[int, list[str]] = defaultdict(list)
    for label, photos in zip(labels, used, strict=True):
        for photo in photos:
            named[photo.pk].append(label)

    def tile(index: int, photo: EvidencePhoto) -> Tile:
        figure = figures[photo.pk]
        printed_with = "" if figure.group == index else labels[figure.group]
        also = tuple(label for label in named[photo.pk] if label not in (labels[index], printed_with))
        return Tile(photo, figure.number, printed_with, also, elsewhere.get(photo.sha256, ()))

    return [tuple(tile(index, photo) for photo in photos) for index, photos in enumerate(used)]


def _elsewhere(followup: FollowUp) -> dict[str, tuple[str, ...]]:
    """In which other periods of the office pictures of this cycle are proof, by their digest."""
    here = EvidencePhoto.objects.filter(followup=followup).values("sha256")
    rows = EvidencePhoto.objects.filter(office=followup.survey.office_id, sha256__in=here, uses__isnull=False)
    others = rows.exclude(followup=followup).exclude(is_placeholder=True).select_related("followup__survey")
    found: dict[str, tuple[str, ...]] = {}
    for photo in others.distinct().order_by("pk"):
        told = found.get(photo.sha256, ())
        label = photo.followup.survey.period_label
        found[photo.sha256] = told if label in told else (*told, label)
    return found


def _tray(followup: FollowUp, rights: _Rights, elsewhere: Mapping[str, tuple[str, ...]]) -> Shelf:
    photos = list(
        EvidencePhoto.objects.filter(followup=followup, uses=None).select_related("came_by__plan").order_by("pk")
    )
    # As they came, those of one batch together in the order in which they were chosen.
    first: dict[str, int] = {}
    for photo in photos:
        first.setdefault(photo.batch or str(photo.pk), photo.pk)
    photos.sort(key=lambda photo: (first[photo.batch or str(photo.pk)], photo.chosen, photo.pk))
    subject = "Foto yang belum menjadi bukti dukung RTL mana pun, sehingga tidak dicetak dalam laporan."
    tiles = tuple(Tile(photo, earlier=elsewhere.get(photo.sha256, ())) for photo in photos)
    return Shelf(Place(followup), TRAY_LABEL, subject, tiles=tiles, editable=rights.whole)


@dataclass(frozen=True)
class Board:
    """What an evidence page shows: one place (``shelf``) or all, why nothing can be changed, what was just said.

    ``back`` is the page to which a form without script returns, ``page`` the page of photos that is shown.
    """

    gallery: Gallery
    shelf: Shelf | None = None
    obstacle: str = ""
    back: str = ""
    error: str = ""
    told: str = ""
    refused: Sequence[RefusedFile] = ()
    doubles: Sequence[tuple[Double, str]] = ()
    advised: Sequence[StoredPhoto] = ()
    note_form: NoteForm | None = None
    note_choice: Mapping[str, Any] = field(default_factory=dict)
    page: int = 1
    asked: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def narrowed(self) -> Narrowed[Shelf]:
        """The places that are asked for."""
        return narrowed_shelves(self.gallery.shelves, self.gallery.survey.office, self.asked)

    @property
    def asked_query(self) -> str:
        """What is asked for, as the beginning of the query of another page of it."""
        kept = urlencode({name: text for name, text in self.asked.items() if name != PAGE})
        return f"{kept}&" if kept else ""

    @cached_property
    def web_form(self) -> WebProofForm:
        """What is asked of a web page that is to be proof of the place in hand."""
        return WebProofForm(part=f"laman-{self.shelf.anchor}" if self.shelf else "laman")

    @property
    def overview(self) -> Leaf:
        """The places that are asked for; where all are, the tray first if anything lies there."""
        tray = self.gallery.tray
        shown = self.narrowed
        first = (tray,) if tray and tray.tiles and not shown.is_narrowed else ()
        return leaf_of((*first, *shown.rows), self.page)

    @property
    def leaf(self) -> Leaf:
        """The place in hand."""
        return leaf_of((self.shelf,) if self.shelf else (), self.page)


def board_of(user: Person, survey: Survey, address: str = "", **said: Any) -> Board:
    """The evidence of a cycle with one place (``rtl/12``) in hand; as ``board``, what the templates ask for.

    A page that includes ``followups/_plan_evidence.html`` passes its own path as ``back``.
    """
    gallery = read_gallery(user, survey)
    shelf = gallery.by_address[address] if address else None
    changes = shelf.editable if shelf else any(shelf.editable for shelf in gallery.shelves)
    obstacle = lock_reason(survey) or ("" if changes else refusal(Action.EDIT_EVIDENCE, survey.office))
    return Board(gallery, shelf, obstacle, **said)
