"""The question of a bare code: by the questionnaire's order, by a legend in the file, or as a person says. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from surveys.element_names import EIGHTH, NINTH, two_orders
from surveys.instrument.form import Form
from surveys.workbooks.headings import Strength, meaning_of, named_element
from surveys.workbooks.inquiry import Inquiry, Unsettled
from surveys.workbooks.sheets.cells import Sheet, words
from surveys.workbooks.tables import Heading, numbers_of
from surveys.workbooks.values import Values

_TOLD = re.compile(r"^(?:u|p|q|v|unsur|pertanyaan)[ .\-]?(\d{1,2})\s*[=:.\-–)(]+\s*(.+?)\)?$", re.ASCII)
_BARE = re.compile(r"^(?:u|p|q|v|unsur|pertanyaan)[ .\-]?(\d{1,2})$", re.ASCII)
MOST_BESIDE = 2
"""So many pairs of a code and its name may stand in a row."""


def legend_of(sheets: Iterable[Sheet], form: Form) -> dict[int, str]:
    """Number of a code to the code of the question that it stands for; what is told in two ways is left out."""
    told: dict[int, set[str]] = {}
    for sheet in sheets:
        for row in sheet.rows:
            texts = [words(cell) for cell in row]
            for number, name in (*_told_in_one(texts), *_told_beside(texts, form)):
                if code := _code(name, form):
                    told.setdefault(number, set()).add(code)
    return {number: codes.pop() for number, codes in told.items() if len(codes) == 1}


def _told_in_one(texts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Number and name of cells that tell both: ``u8 = sarana``."""
    for text in texts:
        if found := _TOLD.match(text):
            yield int(found[1]), found[2]


def _told_beside(texts: Sequence[str], form: Form) -> Iterator[tuple[int, str]]:
    """Number and name of cells that stand beside each other, where each number of the row has its own name.

    Above columns, codes and names stand beside each other, too, and tell nothing of each other.
    """
    bare = {at: int(found[1]) for at, text in enumerate(texts) if (found := _BARE.match(text))}
    if not bare or len(bare) > MOST_BESIDE:
        return
    named = [text for text in texts if text and not _BARE.match(text) and (_TOLD.match(text) or _code(text, form))]
    if len(named) > len(bare):
        return
    for at, number in bare.items():
        yield number, next((other for other in texts[at + 1 : at + 3] if other), "")


def _code(name: str, form: Form) -> str:
    key = named_element(name, form)
    if key:
        codes = form.mappings[0].elements[key]
        return codes[0] if len(codes) == 1 else ""
    meaning = meaning_of(name, form)
    return meaning.code if meaning else ""


@dataclass(frozen=True, slots=True)
class Codes:
    """The bare numbers of a table at ``place``, and the questions that are called otherwise in it."""

    numbers: Set[int]
    named: Set[str]
    place: str


def code_numbers(inquiry: Inquiry, heading: Heading, sheets: Sequence[Sheet], form: Form) -> dict[int, str]:
    """The question of each bare number above the columns of a table. Raises Unsettled."""
    meanings = heading.meanings.values()
    bare = {meaning.number for meaning in meanings if meaning.strength == Strength.CODE}
    return meant_by(
        inquiry, Codes(bare, {meaning.code for meaning in meanings if meaning.code}, heading.place), sheets, form
    )


def meant_by(inquiry: Inquiry, codes: Codes, sheets: Sequence[Sheet], form: Form) -> dict[int, str]:
    """The question of each bare number; a legend in the file goes before the order of the questionnaire.

    What 8 and 9 mean of some instruments, a person says where no legend does. Raises Unsettled, also where a legend
    gives two numbers the same question.
    """
    usual = numbers_of(form)
    if not codes.numbers:
        return usual
    # Of several questions for an element, a name tells none of them.
    told_of = legend_of(sheets, form) if len(form.codes) == len(form.names) else {}
    legend = {number: code for number, code in told_of.items() if number in usual}
    numbers = usual | legend
    either = eighth_and_ninth(form)
    asked = codes.numbers & {EIGHTH, NINTH}
    if either and asked and not {numbers[EIGHTH], numbers[NINTH]} - set(either) and not asked <= legend.keys():
        numbers |= _two_orders(inquiry, codes, form, either, legend)
    told = {number: numbers[number] for number in sorted(codes.numbers & numbers.keys())}
    if legend and len(set(told.values())) < len(told):
        raise inquiry.refuse(
            codes.place,
            "Keterangan kode dalam berkas tidak cocok dengan kode lain dalam tabel: dua kode berarti unsur yang sama. "
            "Lengkapi keterangannya untuk semua kode, atau tulis nama unsur sebagai judul kolom.",
        )
    _tell(inquiry, {number: code for number, code in told.items() if legend.get(number) == code != usual[number]}, form)
    return numbers


def _tell(inquiry: Inquiry, moved: Mapping[int, str], form: Form) -> None:
    if not moved:
        return
    names = {codes[0]: form.names[key][0].capitalize() for key, codes in form.mappings[0].elements.items()}
    told = "; ".join(f"U{number} = {names[code]}" for number, code in moved.items())
    note = f"Kode dibaca menurut keterangan dalam berkas: {told}."
    if note not in inquiry.found.notes:
        inquiry.found.notes.append(note)


def eighth_and_ninth(form: Form) -> tuple[str, str] | None:
    """The questions of two elements whose numbers may mean either (element_names.two_orders); None elsewhere."""
    keys = two_orders(form.names)
    if keys is None or len(form.codes) != len(form.names):
        return None
    (eighth,), (ninth,) = (form.mappings[0].elements[key] for key in keys)
    return eighth, ninth


def _two_orders(
    inquiry: Inquiry, codes: Codes, form: Form, either: tuple[str, str], legend: Mapping[int, str]
) -> dict[int, str]:
    """The questions of numbers 8 and 9: by what else is named, half a legend, or a person. Raises Unsettled."""
    left = [code for code in either if code not in codes.named]
    if len(left) == 1:
        return dict.fromkeys((EIGHTH, NINTH), left[0])
    eighth = legend.get(EIGHTH) or (_other(either, legend[NINTH]) if NINTH in legend else "")
    if not eighth:
        eighth = _chosen_eighth(inquiry, form, either)
    return {EIGHTH: eighth, NINTH: _other(either, eighth)}


def _chosen_eighth(inquiry: Inquiry, form: Form, either: tuple[str, str]) -> str:
    keys = {codes[0]: key for key, codes in form.mappings[0].elements.items()}
    question = "Unsur ke-8 (U8) dalam berkas ini yang mana? Unsur ke-9 adalah yang lain."
    chosen = inquiry.choice("U8", question, [keys[code] for code in either])
    if not chosen:
        raise Unsettled
    inquiry.found.settled["U8"] = chosen
    return next(code for code in either if keys[code] == chosen)


def _other(either: Sequence[str], code: str) -> str:
    return next(other for other in either if other != code)


def in_order(inquiry: Inquiry, values: Values, sheets: Sequence[Sheet], form: Form) -> Values:
    """Values of rows that only a code tells, under the questions that these codes mean. Raises Unsettled."""
    usual = numbers_of(form)
    bare = {number: code for number, code in usual.items() if code in values.bare}
    if not bare or values.faults:
        return values
    named = frozenset(values.means) - values.bare
    numbers = meant_by(inquiry, Codes(bare.keys(), named, values.place), sheets, form)
    meant = {code: numbers[number] for number, code in bare.items()}
    values.means = {meant.get(code, code): mean for code, mean in values.means.items()}
    values.counts = {meant.get(code, code): count for code, count in values.counts.items()}
    return values
