"""What tables of the workbook share: the column of numbers, and a number as the report prints it. Pure."""

from decimal import Decimal

from offices.spreadsheets.pages import Column
from reports.document.chapters.cells import NONE
from reports.document.chapters.profile import MARK

NUMBER = Column("No", 6, align="center")


def printed_number(text: str) -> Decimal | str:
    """The number that the report prints (``1.234,50``), or the dash or mark in its place."""
    return text if text in {NONE, MARK} else Decimal(text.replace(".", "").replace(",", "."))
