"""What a file itself says of its codes: a legend beside or below a table names the element of U8 and U9. Pure."""

import re
from collections.abc import Iterable

from surveys.instrument.form import Form
from surveys.workbooks.headings import meaning_of, named_element
from surveys.workbooks.sheets.cells import Sheet, words

_TOLD = re.compile(r"^(?:u|p|q|v|unsur|pertanyaan)[ .\-]?(\d{1,2})\s*[=:.\-–)(]+\s*(.+?)\)?$", re.ASCII)
_BARE = re.compile(r"^(?:u|p|q|v|unsur|pertanyaan)[ .\-]?(\d{1,2})$", re.ASCII)


def legend_of(sheets: Iterable[Sheet], form: Form) -> dict[int, str]:
    """Number of a code to the code of the question that it stands for; what is told in two ways is left out."""
    told: dict[int, set[str]] = {}
    for sheet in sheets:
        for row in sheet.rows:
            texts = [words(cell) for cell in row]
            for at, text in enumerate(texts):
                if not text:
                    continue
                found = _TOLD.match(text)
                name = found[2] if found else ""
                number = found or _BARE.match(text)
                if number and not name:
                    name = next((other for other in texts[at + 1 : at + 3] if other), "")
                if number and name and (code := _code(name, form)):
                    told.setdefault(int(number[1]), set()).add(code)
    return {number: codes.pop() for number, codes in told.items() if len(codes) == 1}


def _code(name: str, form: Form) -> str:
    key = named_element(name, form)
    if key:
        codes = form.mappings[0].elements[key]
        return codes[0] if len(codes) == 1 else ""
    meaning = meaning_of(name, form)
    return meaning.code if meaning else ""
