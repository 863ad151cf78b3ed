"""The lists of a Word file: a list for each of the report, which counts by its own signs from its own number."""

from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from reports.word.elements import made

FORMATS = {
    "1": ("decimal", "."),
    "a": ("lowerLetter", "."),
    "A": ("upperLetter", "."),
    "i": ("lowerRoman", "."),
    "I": ("upperRoman", "."),
    "•": ("bullet", ""),
}
_DEPTHS = 9
_STEP, _HANGING = 425, 400
_FIRST_KIND = 100
"""Beyond the numbers of the lists that the template has."""


class Numbering:
    """The kinds of lists are laid down once; each list is one of them that begins anew."""

    def __init__(self, word: WordDocument) -> None:
        self.root: Any = word.part.numbering_part.element
        for place, (form, end) in enumerate(FORMATS.values()):
            self.root.insert(0, _kind(_FIRST_KIND + place, form, end))

    def list_of(self, sign: str, start: int) -> int:
        """The number under which paragraphs belong to a new list that counts by this sign."""
        kind = _FIRST_KIND + list(FORMATS).index(sign)
        number = len(self.root.findall(qn("w:num"))) + _FIRST_KIND
        levels = [made("w:lvlOverride", made("w:startOverride", val=start), ilvl=depth) for depth in range(_DEPTHS)]
        self.root.append(made("w:num", made("w:abstractNumId", val=kind), *levels, numId=number))
        return number


def _kind(number: int, form: str, end: str) -> Any:
    levels = []
    for depth in range(_DEPTHS):
        text = "•" if form == "bullet" else f"%{depth + 1}{end}"
        indent = made("w:pPr", made("w:ind", left=_STEP * (depth + 1), hanging=_HANGING))
        form_of = made("w:numFmt", val=form)
        levels.append(
            made(
                "w:lvl",
                made("w:start", val=1),
                form_of,
                made("w:lvlText", val=text),
                made("w:lvlJc", val="left"),
                indent,
                ilvl=depth,
            )
        )
    return made("w:abstractNum", made("w:multiLevelType", val="multilevel"), *levels, abstractNumId=number)
