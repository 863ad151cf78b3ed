"""A pack as values: to whom it goes, what lies in it and what is not there yet."""

from dataclasses import dataclass
from datetime import date

from offices.models import Office
from oversight.pack.answers import Answer
from oversight.pack.contents import FolderContents, Packed
from oversight.pack.lists import EvidenceList
from oversight.pack.names import capitals

_LONGEST_ROOT = 60


@dataclass(frozen=True, slots=True)
class Pack:
    """What goes to one recipient for one year and the one before, as it stands on a day."""

    office: Office
    wanted: EvidenceList
    year: int
    day: date
    folders: tuple[FolderContents, ...]
    answers: tuple[Answer, ...]

    @property
    def root(self) -> str:
        """The folder in which all lies: of one office, so that several can be put beside each other."""
        return f"{capitals(self.office.short_name)[:_LONGEST_ROOT]}_{self.year}".lstrip("_")

    @property
    def file_name(self) -> str:
        return f"Paket-bukti-{self.wanted.key}-{self.office.code}-{self.year}.zip"

    @property
    def files(self) -> tuple[Packed, ...]:
        return tuple(file for folder in self.folders for file in folder.files)

    @property
    def lacking(self) -> int:
        return len({told.words for folder in self.folders for told in folder.lacking})

    @property
    def size(self) -> int:
        """About how many bytes: counted from the stored files, without the pages of the pack itself."""
        return sum(file.piece.size for file in self.files)
