"""The shapes that several chapters of the report share. Plain frozen values, as all of the document. Pure."""

from dataclasses import dataclass

from offices.appearance.values import Appearance
from reports.words.prose import Blocks, text_of


def heading(number: str, title: str) -> str:
    """Number and title of a section in one line, as far as it has them."""
    return f"{number} {title}".strip()


@dataclass(frozen=True, slots=True)
class SectionText:
    """What a section says, without its look; ``key`` as in the cycle file's narrative."""

    key: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section. ``key`` as in the cycle file's narrative; ``own`` if the office wrote it."""

    key: str
    number: str
    title: str
    anchor: str
    blocks: Blocks
    own: bool
    unknown_placeholders: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Number and title, as far as it has them."""
        return heading(self.number, self.title)

    @property
    def text(self) -> str:
        """What it says, a line for each paragraph and each item."""
        return text_of(self.blocks)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of contents, tables or figures: label and title, and the anchor that it leads to."""

    label: str
    title: str
    anchor: str
    level: int


@dataclass(frozen=True, slots=True)
class TableHead:
    """``label`` as in "Tabel 2.1"; ``legend`` explains abbreviations and marks beneath the table."""

    label: str
    title: str
    anchor: str
    legend: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """One reference into the annex: the anchor that it leads to, and the runs of figures that it names.

    The pages are those from figure ``first`` to figure ``last``, both anchors; that of ``anchor`` if there is none.
    """

    anchor: str
    figures: tuple[str, ...]
    first: str
    last: str

    @property
    def runs(self) -> tuple[tuple[str, str], ...]:
        """Each run with the anchor of its first figure."""
        return tuple((f"gambar-{run.partition('–')[0]}", run) for run in self.figures)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as stored: ``path`` in the storage, its pixels and what stands in its place for a reader."""

    path: str
    sha256: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class OfficeFace:
    """The office as covers show it, and what its reports look like.

    The logo, the covers and the two marks beside the logo (BerAKHLAK, #banggamelayanibangsa) are storage paths, empty
    if there are none.
    """

    code: str
    name: str
    short_name: str
    appearance: Appearance
    logo: str
    cover_front: str
    cover_back: str
    values_mark: str
    branding_mark: str
    contact: tuple[tuple[str, str], ...]
    address: tuple[str, ...]
    socials: tuple[str, ...]
