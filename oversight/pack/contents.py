"""What goes into a pack, where and under which name; and what is not there yet, with the page that mends it. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from oversight.levels.reading import Told
from oversight.pack.lists import EvidenceList, Folder, Kind
from oversight.pack.names import file_name, folder_names
from oversight.pack.pieces import Piece, in_name
from surveys.periods import Period

INDEX, LACKING, ANSWERS = "00_DAFTAR_ISI.html", "00_YANG_BELUM_ADA.html", "00_JAWABAN_F01.html"
PAGES = (INDEX, LACKING, ANSWERS)


@dataclass(frozen=True, slots=True)
class Packed:
    """One file of a pack; ``path`` within it, from its root."""

    path: str
    piece: Piece

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class FolderContents:
    folder: Folder
    name: str
    files: tuple[Packed, ...]
    lacking: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All that an office has of the two years: periods that were surveyed, what proves something, what is wrong.

    ``recorded``: those of the periods that were recorded by hand.
    """

    year: int
    periods: tuple[Period, ...]
    recorded: frozenset[Period]
    pieces: tuple[Piece, ...]


def folder_key(folder: Folder) -> str:
    """Under which a chosen name of this folder is kept."""
    return f"folder-{folder.key}"


def kind_key(kind: Kind) -> str:
    """Under which a chosen name of these files is kept."""
    return f"file-{kind.value}"


def usual_names(wanted: EvidenceList) -> dict[str, str]:
    """Everything that an office may name, with what it is called if nobody does."""
    folders = {folder_key(folder): folder.usual_name for folder in wanted.folders}
    return folders | {kind_key(kind): kind.usual_name for kind in Kind}


def labels_of(wanted: EvidenceList) -> dict[str, str]:
    """What each of these names is of, in words."""
    folders = {folder_key(folder): folder.title for folder in wanted.folders}
    return folders | {kind_key(kind): kind.label for kind in Kind}


def contents_of(known: Known, wanted: EvidenceList, chosen: Mapping[str, str]) -> tuple[FolderContents, ...]:
    """``chosen``: names by key, in place of the usual ones."""
    names = usual_names(wanted) | dict(chosen)
    folders = folder_names({folder.key: names[folder_key(folder)] for folder in wanted.folders}, PAGES)
    return tuple(
        FolderContents(
            folder=folder,
            name=folders[folder.key],
            files=tuple(_files(known.pieces, folder, folders[folder.key], names)),
            lacking=tuple(_lacking(known, folder)),
        )
        for folder in wanted.folders
    )


def _files(pieces: Sequence[Piece], folder: Folder, name: str, names: Mapping[str, str]) -> Iterator[Packed]:
    for number, piece in enumerate(_in_order(pieces, folder), start=1):
        details = (*piece.details, in_name(piece.period))
        yield Packed(f"{name}/{file_name(number, names[kind_key(piece.kind)], details)}", piece)


def _in_order(pieces: Iterable[Piece], folder: Folder) -> list[Piece]:
    """As the list names them; of a kind the latest period first, within it the oldest document."""
    mine = [piece for piece in pieces if piece.kind in folder.kinds and piece.is_evidence]
    mine.sort(key=lambda piece: (piece.day, piece.details))
    mine.sort(key=lambda piece: (piece.period.last_day, piece.period.first_day), reverse=True)
    return sorted(mine, key=lambda piece: folder.kinds.index(piece.kind))


def _lacking(known: Known, folder: Folder) -> Iterator[Told]:
    for kind, years in folder.wanted.items():
        for back in years:
            yield from _lacking_of(known, kind, known.year - back)
    for piece in known.pieces:
        if piece.kind in folder.kinds and piece.file is None:
            yield Told(f"{piece.what}: foto atau tangkapan layarnya belum ada.", "publications", piece.period.code)


def _lacking_of(known: Known, kind: Kind, year: int) -> Iterator[Told]:
    """Of every survey of the year what is wanted of it."""
    periods = [period for period in known.periods if period.year == year]
    if not periods:
        yield Told(f"{kind.label}: belum ada SKM tahun {year} di portal.", "earlier_periods")
    there = {piece.period for piece in known.pieces if piece.kind == kind}
    yield from (_told(known, kind, period) for period in periods if period not in there)


def _told(known: Known, kind: Kind, period: Period) -> Told:
    if period not in known.recorded:
        words, page = _SENTENCES[kind]
        return Told(words.format(period=period.label), page, period.code)
    if kind == Kind.FOLLOW_UP:
        return Told(
            f"Laporan bertanda tangan {period.label} belum disimpan pada periode yang dicatat.", "earlier_periods"
        )
    return Told(f"{kind.label} {period.label}: periode ini tidak disusun di portal. {BY_YOURSELF}")


BY_YOURSELF = "Tambahkan sendiri berkasnya ke dalam folder ini."
_SENTENCES = {
    Kind.SURVEY_REPORT: (
        "Laporan SKM {period} belum ditandatangani di portal dan belum disimpan dalam Berkas siklus.",
        "papers",
    ),
    Kind.FOLLOW_UP: ("Laporan tindak lanjut SKM {period} belum ditandatangani.", "signing"),
    Kind.RESULTS_PUBLISHED: ("Publikasi hasil SKM {period} belum dicatat.", "publications"),
    Kind.SURVEY_PHOTO: ("Foto pelaksanaan survei {period} belum disimpan dalam Berkas siklus.", "papers"),
}
"""What is said where a wanted kind is not there, and the page on which it is mended."""
