"""The scores of all names, pasted at once from a sheet or a message, put to their names. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from offices.invisible import alike
from surveys.element_names import EIGHTH, NINTH, Names, element_named, exactly_named, two_orders
from surveys.typed_numbers import NumberUnclearError

_NUMBER = r"\d+(?:[.,]\d+)?"
_CELL = re.compile(rf"[+]?{_NUMBER}[.,]?%?", re.ASCII)
_LAST = re.compile(rf"(.*?)(?:^|[\s:;=|]|(?<=\w)[–-])({_NUMBER})[.,]?%?", re.ASCII)
_POINTS_ONLY = re.compile(r"\d+\.\d+(?:,\d+\.\d+)+", re.ASCII)
_ENDS_IN_NUMBER = re.compile(rf"(?:.*[:=])?[+]?{_NUMBER}%?", re.ASCII)
_MARK = re.compile(
    r"^(?:(?P<running>\d{1,2})(?:\.(?!\d)|\))|[uU](?P<code>\d{1,2})\b[.):]?|[-*–](?!\d)|[•])\s*", re.ASCII
)
_GRADE = re.compile(r"\(?[A-D]\)?(?: ?\((?:sangat |kurang |tidak )?baik\))?", re.IGNORECASE)
_FOOT = re.compile(r"(?:ikm|indeks|rata-rata|jumlah|total)\b.*", re.IGNORECASE)
_PARTING = " \t:;=|"
_DASHES = "–—−-"
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class _Row:
    """A pasted value as ``number``, empty where there is none, and what stands before it."""

    text: str
    label: str = ""
    number: str = ""
    running: int = 0
    code: int = 0


@dataclass(frozen=True, slots=True)
class _Elements:
    """The elements whose scores are pasted, and what of the pasted rows speaks of which."""

    names: Names

    def named(self, label: str) -> str:
        """The key of the one element that a label names or has among its words; empty if it names none."""
        text = _MARK.sub("", label)
        if named := element_named(text, self.names):
            return named
        words = re.findall(r"\w+", alike(text))
        found = [key for key in self.names if key in words]
        return found[0] if len(found) == 1 else ""

    def _is_name(self, label: str) -> bool:
        """Whether a label is the name of an element and nothing more."""
        ends_in_word = label[-1:].isalnum() or label.endswith(")")
        return ends_in_word and bool(exactly_named(label, self.names))

    def rows_of(self, texts: Sequence[str]) -> list[_Row]:
        """The rows of a column without its head and its foot: words that are no number and name no element."""
        rows = self._without_gaps([_row(text) for text in self._joined(texts)])
        if len(rows) != len(self.names):
            below = next((at for at, row in enumerate(rows) if not self._is_head(row)), len(rows))
            rows = rows[below:]
        while rows and _FOOT.fullmatch(rows[-1].label) and not self.named(rows[-1].label):
            rows.pop()
        return rows

    def _joined(self, texts: Sequence[str]) -> list[str]:
        """The texts, a name joined with the number that stands alone below it."""
        joined: list[str] = []
        for text in texts:
            above = next((at for at in range(len(joined) - 1, -1, -1) if joined[at]), None)
            if above is not None and _CELL.fullmatch(text):
                row = _row(joined[above])
                if not row.number and row.text[-1] not in _DASHES and self._is_name(row.label):
                    joined[above:] = [f"{joined[above]}\t{text}"]
                    continue
            joined.append(text)
        return joined

    def _without_gaps(self, rows: list[_Row]) -> list[_Row]:
        """The rows without blank lines that only part them; within a column a gap is an element without score."""
        filled = [row for row in rows if row.text]
        if any(self.named(row.label) for row in rows):
            return filled
        parts = len(rows) > 1 and all(bool(row.text) != bool(place % 2) for place, row in enumerate(rows))
        return filled if parts or len(filled) == len(self.names) else rows

    def _is_head(self, row: _Row) -> bool:
        is_words = bool(row.label) and not row.number and not row.code and not re.search(r"[\d#]", row.text)
        return is_words and not self.named(row.label)

    def refuse_words(self, rows: Sequence[_Row]) -> None:
        """Raise NumberUnclearError where words stand that are no name of an element, and no number beside them."""
        for row in rows:
            if row.label and not row.number and not self._is_name(row.label):
                raise NumberUnclearError(
                    f"“{row.text[:60]}” tidak memuat nilai yang terbaca. Tulis angkanya, misalnya 3,27; baris kosong "
                    "atau tanda - berarti belum ada nilai."
                )

    def by_name(self, rows: Sequence[_Row]) -> dict[str, str]:
        """Element key to the number beside its name or code; each name once, and no number without."""
        found: dict[str, str] = {}
        for row in rows:
            key = self.named(row.label) or self._by_code(row)
            if not key and not row.label and not row.code:
                raise NumberUnclearError(
                    f"Nilai “{row.text[:60]}” tidak bernama, sedangkan yang lain bernama. "
                    "Sertakan nama unsur setiap nilai."
                )
            if not key:
                raise _unknown(row.label or row.text)
            if key in found:
                raise NumberUnclearError(
                    f"“{row.text[:60]}”: unsur ini ditempel lebih dari satu kali. Sisakan satu nilai bagi setiap unsur."
                )
            found[key] = row.number
        return found

    def _by_code(self, row: _Row) -> str:
        """The element of a bare code; two of the regulation's codes are used in both orders, so they are asked."""
        if not row.code or row.label:
            return ""
        either = two_orders(self.names)
        if either and row.code in (EIGHTH, NINTH):
            meant = " atau ".join(self.names[key][0] for key in either)
            raise NumberUnclearError(
                f"Kode U{row.code} pada “{row.text[:60]}” dapat berarti {meant}. Tulis nama unsurnya."
            )
        return list(self.names)[row.code - 1] if row.code <= len(self.names) else ""


def is_a_column(text: str) -> bool:
    """Whether a text holds several values: on lines of their own, or at least three on one line.

    Two on one line are rather one that is mistyped (``3, 27``, ``3,27 (B)``).
    """
    is_one_line = len(text.strip().splitlines()) < 2
    return not is_one_line or len([row for row in _rows(text) if _LAST.fullmatch(row)]) >= _SEVERAL


def scores_in(text: str, names: Names) -> dict[str, str]:
    """Element key to the number as it was written: by the names that stand before the numbers, else in order.

    ``names``: of the elements, in order. Only blanks and a dash mean that an element has no score. Raises
    NumberUnclearError where values are missing, too many or unclear.
    """
    elements = _Elements(names)
    rows = elements.rows_of(_rows(text))
    elements.refuse_words(rows)
    if any(row.code or elements.named(row.label) for row in rows):
        return elements.by_name([row for row in rows if row.label or row.number or row.code])
    strange = [row for row in rows if row.label]
    if strange:
        raise _unknown(strange[0].label)
    if len(rows) != len(names):
        written = len([row for row in rows if row.number])
        gaps = f" dan {len(rows) - written} tempat kosong" if len(rows) > written else ""
        raise NumberUnclearError(
            f"Ada {written} nilai{gaps} yang ditempel, sedangkan unsurnya {len(names)}. "
            f"Tempel {len(names)} nilai menurut urutan unsur pada halaman ini, atau sertakan nama unsurnya."
        )
    for place, row in enumerate(rows, 1):
        if row.running not in {0, place}:
            raise NumberUnclearError(
                f"“{row.text[:60]}” bernomor {row.running}, tetapi berada pada urutan {place}. Urutkan menurut unsur "
                "pada halaman ini, atau sertakan nama unsurnya."
            )
    return {key: row.number for key, row in zip(names, rows, strict=True)}


def _unknown(label: str) -> NumberUnclearError:
    return NumberUnclearError(f"Nama unsur “{label[:60]}” tidak dikenal. Tulis seperti pada halaman ini.")


def _rows(text: str) -> list[str]:
    """One text for each value: line by line, or the parts of a single line; gaps within a column stay."""
    lines = [line.strip(" ") for line in text.strip().splitlines()]
    if len(lines) > 1:
        return lines
    line = text.strip()
    if _POINTS_ONLY.fullmatch(line):
        return line.split(",")
    rows, before = [], ""
    for part in re.split(r"[\t;|]|,\s|\s+", line):
        before = f"{before} {part}".strip()
        is_gap = before == part and part in {"-", "–"}
        if is_gap or _ENDS_IN_NUMBER.fullmatch(part):
            rows.append(before)
            before = ""
    return [*rows, before] if before else rows


def _row(text: str) -> _Row:
    """What stands before a value, and the value; empty where there is none."""
    cells = [cell.strip() for cell in re.split(r"[\t;|]", text)]
    numbers = [cell for cell in cells if _CELL.fullmatch(cell)]
    running = 0
    if len(cells) > 1 and numbers and numbers[0] == cells[0] and numbers[0].rstrip(".").isdigit():
        running = int(numbers.pop(0).rstrip("."))  # a column of running numbers
    means = [number for number in numbers if 1 <= Decimal(number.strip("+%.,").replace(",", ".")) <= 4]
    if len(means) == 1:  # beside it stands its conversion (25–100), as in Tabel 2.1
        numbers = means
    if len(numbers) > 1:
        raise NumberUnclearError(
            f"Baris “{text[:60]}” memuat lebih dari satu nilai. Salin kolom nilai rata-ratanya saja."
        )
    if numbers:
        words = " ".join(cell for cell in cells if not _CELL.fullmatch(cell) and not _GRADE.fullmatch(cell))
        return _marked(text, words, numbers[0], running)
    words = " ".join(cells[1:] if running else cells)
    bare = _MARK.sub("", words)
    if found := _LAST.fullmatch(words):
        return _marked(text, found[1], found[2], running)
    if found := _LAST.fullmatch(bare):
        return _marked(text, words[: len(words) - len(bare)] + found[1], found[2], running)
    return _marked(text, words, "", running)


def _marked(text: str, words: str, number: str, running: int) -> _Row:
    """A row whose words are without marks and what parts them from the number."""
    label = words.strip()
    code = 0
    while found := _MARK.match(label):
        label = label[found.end() :]
        running = int(found["running"] or running)
        code = int(found["code"] or code)
    return _Row(text.strip(), label.strip(_PARTING + _DASHES), number.rstrip(".,"), running, code)
