"""What pages of evidence are made of: a photo as one place shows it, and a place with its photos."""

from dataclasses import dataclass

from followups.evidence.places import Place
from followups.models import EvidencePhoto
from offices.sending.versions import opened_on


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
