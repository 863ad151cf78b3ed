"""What a field is: one row of the tables that say what is filled in; and the fields of an office's profile. Pure."""

from dataclasses import dataclass
from enum import Enum

MAIL_FAULTS = {"invalid": "Masukkan alamat surel yang valid, misalnya nama@contoh.go.id."}


class Kind(Enum):
    """What a field holds. Each kind is typed, stored, written to a cycle file and told in words in one way."""

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    DAY = "day"
    MONTH = "month"
    MONTHS = "months"
    CHOICE = "choice"
    UNIT = "unit"
    UNITS = "units"
    NAMES = "names"
    BY_ELEMENT = "by element"
    FILE = "file"
    FILES = "files"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that is filled in.

    ``of``: whose it is. ``key``: its column, its name in the form and its key in a cycle file. ``label``: how the form
    asks for it. ``short``: what it is called beside other fields, if not by its label. ``required``: is never empty.
    ``hint``: what the form says beside it.
    """

    of: str
    key: str
    label: str
    kind: Kind = Kind.TEXT
    short: str = ""
    required: bool = False
    hint: str = ""

    @property
    def name(self) -> str:
        """What it is called within a sentence or beside other fields."""
        return self.short or self.label[:1].lower() + self.label[1:]


SHORT_NAME = Field("office", "short_name", "Nama singkat", required=True)
PLACE = Field("office", "place", "Tempat penandatanganan", required=True)
ADDRESS = Field("office", "address", "Alamat")
POSTAL_CODE = Field("office", "postal_code", "Kode pos")
PHONE = Field("office", "phone", "Telepon")
EMAIL = Field("office", "email", "Surel")
WEBSITE = Field("office", "website", "Situs web")
CONTACT_FIELDS = (ADDRESS, PHONE, EMAIL, WEBSITE)
