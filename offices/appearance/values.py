"""How a report looks, as plain values; part of every document that was prepared. Pure; rows: models/appearance.py."""

from dataclasses import dataclass
from typing import Literal

PaperName = Literal["A4", "F4"]
FontName = Literal["bookman", "times", "arial"]
SizeName = Literal["11", "11.5", "12"]
MarginsName = Literal["bound", "even"]
CoverName = Literal["full", "light"]
ColourName = Literal["teal", "blue", "maroon", "green", "violet", "grey"]
ChaptersName = Literal["follow", "apart"]
StatusesName = Literal["official", "plain"]


_INKS: dict[ColourName, str] = {
    "teal": "#155e58",
    "blue": "#1d4f91",
    "maroon": "#8a1f2b",
    "green": "#2b6130",
    "violet": "#5b3a8a",
    "grey": "#3f4a52",
}


@dataclass(frozen=True, slots=True)
class Appearance:
    """What an office's reports look like, with the values of who chose nothing.

    ``size``: of running text, in points. ``margins``: ``bound`` leaves 3 cm at the left for the binding, ``even`` the
    same at both sides. ``chapters``: whether each begins a page. ``statuses``: the two official words, or the three
    plain ones. ``has_summary``: whether a Ringkasan Eksekutif is printed. ``has_publications``: whether the annex lists
    where results and follow-up were published.
    """

    paper: PaperName = "A4"
    font: FontName = "bookman"
    size: SizeName = "11.5"
    margins: MarginsName = "bound"
    cover: CoverName = "full"
    colour: ColourName = "teal"
    chapters: ChaptersName = "follow"
    statuses: StatusesName = "official"
    has_summary: bool = True
    has_publications: bool = True

    @property
    def size_class(self) -> str:
        """The size as a name of style sheets can hold it: ``11-5``."""
        return self.size.replace(".", "-")

    @property
    def ink(self) -> str:
        """The colour where no style sheet reaches: in drawings and in Word. static/css/look.css has the same."""
        return _INKS[self.colour]


AS_THE_PORTAL = Appearance()
"""The values of an office that chose nothing."""
