"""Photos by the page: no page of evidence shows more than a number that opens at once. Places keep their order."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from followups.evidence.gallery_parts import Shelf
from offices.stored import fault_by_size, lies_on_disk

AT_ONCE = 210
"""Photos on a page; a place without photos counts as one."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: places, or parts of places, from ``number`` of ``of``; both from 1."""

    shelves: tuple[Shelf, ...]
    number: int
    of: int

    @property
    def previous(self) -> int:
        """The page before, 0 if there is none."""
        return self.number - 1

    @property
    def following(self) -> int:
        """The page behind, 0 if there is none."""
        return self.number + 1 if self.number < self.of else 0


def leaf_of(shelves: Iterable[Shelf], number: int) -> Leaf:
    """That page of these places, or the nearest that there is; with what a look at the stored files tells."""
    leaves = _leaves(shelves)
    chosen = min(max(number, 1), len(leaves))
    return Leaf(tuple(_looked_at(shelf) for shelf in leaves[chosen - 1]), chosen, len(leaves))


def _leaves(shelves: Iterable[Shelf]) -> list[list[Shelf]]:
    leaves: list[list[Shelf]] = [[]]
    room = AT_ONCE
    for shelf in shelves:
        start = 0
        while start == 0 or start < len(shelf.tiles):
            if room <= 0:
                leaves.append([])
                room = AT_ONCE
            tiles = shelf.tiles[start : start + room]
            leaves[-1].append(replace(shelf, tiles=tiles, start=start, count=len(shelf.tiles)))
            start += len(tiles) or 1
            room -= len(tiles) or 1
    return leaves


def _looked_at(shelf: Shelf) -> Shelf:
    """Only on a disk, where it costs nothing: a bucket would be asked once for every photo of a page."""
    if not lies_on_disk():
        return shelf
    faults = (fault_by_size(tile.photo.file.name or "", tile.photo.size) for tile in shelf.tiles)
    tiles = (replace(tile, fault=fault or "") for tile, fault in zip(shelf.tiles, faults, strict=True))
    return replace(shelf, tiles=tuple(tiles))
