"""What pages of evidence are made of: a photo as one place shows it, and a place with its photos."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from followups.evidence.photo_parts.lines import is_long
from followups.evidence.places import Place
from followups.models import ActionPlan, EvidencePhoto, Status, Upkeep, WebProof
from followups.responsible import answering, responsible_choices
from offices.lists.narrowing import Facet, Narrowed, narrowed
from offices.models import Office
from offices.sending.versions import opened_on
from surveys.models import Element

EMPTY, SHOWN = "tanpa-foto", "dengan-foto"


@dataclass(frozen=True, slots=True)
class Tile:
    """A photo as one place shows it. ``number`` 0: in the tray, so no figure.

    ``printed_with`` names the place under which it is printed, if that is another one; ``also`` the other places.
    ``earlier``: the other periods in which the picture is proof. ``fault`` is what is wrong with its stored file, as
    far as its size tells.
    """

    photo: EvidencePhoto
    number: int = 0
    printed_with: str = ""
    also: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    fault: str = ""

    @property
    def is_long(self) -> bool:
        """Whether it is offered to cut it into parts, so that what stands on it can be read in print."""
        return is_long(self.photo.width, self.photo.height) and not self.photo.is_placeholder

    @property
    def name(self) -> str:
        """By what a person knows the photo."""
        return f"Gambar {self.number}" if self.number else self.photo.name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Shelf:
    """One place with what stands there; ``editable`` for the person who looks.

    On a page it may be a part of a place: its tiles from ``start`` (from 0) on, of ``count``.
    """

    place: Place
    label: str
    subject: str
    note: str = ""
    tiles: tuple[Tile, ...] = ()
    web_proofs: tuple[WebProof, ...] = ()
    editable: bool = False
    start: int = 0
    count: int = 0

    @property
    def begins(self) -> bool:
        return self.start == 0

    @property
    def ends(self) -> bool:
        return self.start + len(self.tiles) >= self.count

    @property
    def is_whole(self) -> bool:
        return self.begins and self.ends

    @property
    def anchor(self) -> str:
        return self.place.anchor

    @property
    def note_opened(self) -> dict[str, str]:
        """Which version of the note its form is opened on."""
        return opened_on({"note": self.note})

    def tile(self, pk: int) -> Tile | None:
        return next((tile for tile in self.tiles if tile.photo.pk == pk), None)


def narrowed_shelves(shelves: Iterable[Shelf], office: Office, asked: Mapping[str, str]) -> Narrowed[Shelf]:
    """The places of plans and upkeep that are asked for by words, element, who answers and state, in their order."""
    found = list(shelves)
    elements = {str(element.pk): element.name for element in map(_element_of, found)}
    units = list(office.units.all())
    responsible = responsible_choices(units, map(_owner_of, found))
    states = [(EMPTY, "Belum ada bukti"), (SHOWN, "Sudah ada bukti"), *Status.choices]
    facets: tuple[Facet[Shelf], ...] = (
        Facet("unsur", "Unsur", list(elements.items()), lambda shelf: [str(_element_of(shelf).pk)]),
        Facet("unit", "Penanggung jawab", responsible, lambda shelf: answering(_owner_of(shelf), units)),
        Facet("status", "Status", states, _states_of),
    )
    return narrowed(asked, found, "tempat bukti dukung", _words_of, facets)


def _owner_of(shelf: Shelf) -> ActionPlan | Upkeep:
    return cast("ActionPlan | Upkeep", shelf.place.plan or shelf.place.upkeep)


def _element_of(shelf: Shelf) -> Element:
    owner = _owner_of(shelf)
    return owner.priority.element if isinstance(owner, ActionPlan) else owner.element


def _states_of(shelf: Shelf) -> set[str]:
    plan = shelf.place.plan
    return {SHOWN if shelf.tiles or shelf.web_proofs else EMPTY, *([plan.status] if plan else [])}


def _words_of(shelf: Shelf) -> str:
    captions = (tile.photo.caption for tile in shelf.tiles)
    pages = (f"{proof.caption} {proof.address}" for proof in shelf.web_proofs)
    return " ".join([shelf.label, shelf.subject, shelf.note, *captions, *pages])
