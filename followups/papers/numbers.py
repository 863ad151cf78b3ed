"""Numbers of pages as people write them, such as ``1, 3-5``. Pure."""

import re

from offices.declining import Declined

MOST = 10
UNCLEAR = "Tulis nomor halamannya, misalnya 1, 3-5. “{part}” bukan nomor halaman."
NONE = "Tulis paling sedikit satu nomor halaman, misalnya 1 atau 3-5."
BEYOND = "Berkas ini berisi {pages} halaman; halaman {number} tidak ada."
TOO_MANY = f"Paling banyak {MOST} halaman sekaligus. Kurangi nomor halamannya."
_PART = re.compile(r"([0-9]{1,4})(?:\s*[-–]\s*([0-9]{1,4}))?")


def page_numbers(text: str, pages: int) -> list[int]:
    """The pages (from 1, of ``pages``) that are meant, each once, as they were written; raises ``Declined``."""
    numbers: list[int] = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;]", text))):
        first, last = _ends(part)
        if beyond := [number for number in (first, last) if not 1 <= number <= pages]:
            raise Declined(BEYOND.format(pages=pages, number=beyond[0]))
        numbers.extend(range(first, last + 1))
    if not numbers:
        raise Declined(NONE)
    wanted = list(dict.fromkeys(numbers))
    if len(wanted) > MOST:
        raise Declined(TOO_MANY)
    return wanted


def _ends(part: str) -> tuple[int, int]:
    found = _PART.fullmatch(part)
    if found is None:
        raise Declined(UNCLEAR.format(part=part[:20]))
    first = int(found[1])
    last = int(found[2] or first)
    return min(first, last), max(first, last)
