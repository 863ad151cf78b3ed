"""A day as Indonesians write it, read into a date; where that cannot be, the reason why. Pure."""

import re
from calendar import monthrange
from datetime import date

from offices.invisible import narrowed

ADVICE = "Tulis tanggal yang ada sebagai hari-bulan-tahun, misalnya 20-10-2025."
_MONTHS = (
    ("januari", "jan", "january", "i"),
    ("februari", "pebruari", "febuari", "feb", "peb", "february", "ii"),
    ("maret", "mar", "mrt", "march", "iii"),
    ("april", "apr", "iv"),
    ("mei", "may", "v"),
    ("juni", "jun", "june", "vi"),
    ("juli", "jul", "july", "vii"),
    ("agustus", "agu", "agt", "ags", "agust", "agst", "aug", "august", "viii"),
    ("september", "sep", "sept", "ix"),
    ("oktober", "okt", "oct", "october", "x"),
    ("november", "nopember", "nov", "nop", "xi"),
    ("desember", "des", "dec", "december", "xii"),
)
_WEEKDAYS = (
    ("senin", "senen", "sen", "monday", "mon"),
    ("selasa", "sel", "tuesday", "tue"),
    ("rabu", "rab", "wednesday", "wed"),
    ("kamis", "kemis", "kam", "thursday", "thu"),
    ("jumat", "jum", "friday", "fri"),
    ("sabtu", "saptu", "sab", "saturday", "sat"),
    ("minggu", "min", "ahad", "sunday", "sun"),
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
_WEEKDAY = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−⁃"), "-")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`"))
_CLOCK = re.compile(r"(?:,? (?:pukul |jam )?|t)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?(?:wib|wita|wit))?$")
_PARTED = r"[-/., ]+"
_DIGITS = re.compile(rf"(\d{{1,4}}){_PARTED}(\d{{1,2}}){_PARTED}(\d{{1,4}})", re.ASCII)
_TOGETHER = re.compile(r"(\d{4})(\d{4})", re.ASCII)
_WORD = re.compile(rf"(\d{{1,4}}){_PARTED}([a-z]+){_PARTED}(\d{{1,4}})", re.ASCII)
_WORD_FIRST = re.compile(rf"([a-z]+){_PARTED}(\d{{1,2}}){_PARTED}(\d{{1,4}})", re.ASCII)
_NAMED_DAY = re.compile(r"(?:hari )?([a-z]+)[., ]+(?:(?:tanggal|tgl)[. ]+)?(?=\S*\d)(.+)|(.+?)[, ]+\(([a-z]+)\)")
_PLACE = re.compile(r"([a-z][a-z./ -]{1,59}), ?(.*\d.*)")
_NO_PLACE = re.compile(
    r"(?:akhir|awal|hari|hingga|kurang|lebih|mulai|paling|pertengahan|sampai|sebelum|sejak|sekitar|selambat|sesudah|setelah)\b"
)
"""How begins what stands before a comma and says something of the day."""
_TWO_DAYS = re.compile(
    r"\d\s*(?:-|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga|dan|&)\s*\d{1,2}\D+\d{4}|\d{4}\D+\d{1,2}\D+.*\d{4}", re.ASCII
)
_NO_YEAR = re.compile(rf"\d{{1,2}}{_PARTED}(?:[a-z]+|\d{{1,2}})", re.ASCII)
_NO_DAY = re.compile(rf"(?:[a-z]+|\d{{1,2}}){_PARTED}\d{{4}}", re.ASCII)


class DayUnclearError(ValueError):
    """What was typed is no day; the text says why and what to do, in Indonesian."""


def day_of(typed: str) -> date:
    """The day that was typed, the day first (20-10-2025, 20102025, 20 Okt 2025) or the year first (2025/10/20).

    A weekday before it must be that of the day; a place before it, as in a letter, and a time behind it are left out.
    Raises DayUnclearError.
    """
    # Small letters, one kind of dash and single blanks, without what only introduces or closes a day.
    plain = " ".join(narrowed(typed).translate(_DASHES).translate(_APOSTROPHES).casefold().split())
    text = _without_place(_CLOCK.sub("", _without_opening(plain).strip(" .,;")))
    weekday, text = _weekday_of(text)
    year, month, day = _parts(text)
    found = _on_calendar(year, month, day)
    if weekday is not None and found.weekday() != weekday:
        told = _WEEKDAYS[found.weekday()][0]
        written = _WEEKDAYS[weekday][0]
        raise DayUnclearError(
            f"{day_words(found)} jatuh pada hari {told.title()}, bukan {written.title()}. "
            "Perbaiki tanggalnya, atau hapus nama harinya."
        )
    return found


def day_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1][0].title()} {day.year}"


def _without_opening(text: str) -> str:
    return re.sub(r"^(?:tanggal|tgl)[. :]+", "", text)


def _without_place(text: str) -> str:
    """Without the place of ``ngawi, 20 oktober 2025``: what stands before the comma and is no weekday or month."""
    found = _PLACE.fullmatch(text)
    if found is None or found[1] in _WEEKDAY or found[1] in _MONTH or _NO_PLACE.match(found[1]):
        return text
    return _without_opening(found[2])


def _weekday_of(text: str) -> tuple[int | None, str]:
    """The weekday that is named before or (in brackets) behind a day, and the rest."""
    found = _NAMED_DAY.fullmatch(text)
    if found is None:
        return None, text
    name, rest = (found[1], found[2]) if found[1] else (found[4], found[3])
    return (_WEEKDAY[name], rest) if name in _WEEKDAY else (None, text)


def _parts(text: str) -> tuple[int, int, int]:
    """Year, month and day as typed."""
    if found := _DIGITS.fullmatch(text):
        return _in_order(found[1], int(found[2]), found[3])
    if found := _WORD.fullmatch(text):
        return _in_order(found[1], _month(found[2]), found[3])
    if found := _WORD_FIRST.fullmatch(text):
        return _in_order(found[2], _month(found[1]), found[3])
    if found := _TOGETHER.fullmatch(text):
        # Eight digits, the day first, as 20102025; else the year first, as 20251020.
        first = found[1]
        last = found[2]
        if 1 <= int(first[2:]) <= 12 and last.startswith(("19", "20")):
            return int(last), int(first[2:]), int(first[:2])
        return int(first), int(last[:2]), int(last[2:])
    raise DayUnclearError(f"{_missing(text)} {ADVICE}")


def _in_order(first: str, month: int, last: str) -> tuple[int, int, int]:
    """The year is where four digits stand."""
    if len(last) == 4 and len(first) <= 2:
        return int(last), month, int(first)
    if len(first) == 4 and len(last) <= 2:
        return int(first), month, int(last)
    raise DayUnclearError(f"Tahunnya tidak jelas; tulis tahun dengan empat angka. {ADVICE}")


def _month(word: str) -> int:
    if word not in _MONTH:
        raise DayUnclearError(f"Nama bulan “{word}” tidak dikenal. {ADVICE}")
    return _MONTH[word]


def _missing(text: str) -> str:
    """What stands against reading this as one day."""
    if (found := _DIGITS.search(text)) and not re.search(r"\d", rest := text[: found.start()] + text[found.end() :]):
        return f"Hapus “{rest.strip()[:20]}” di samping tanggalnya."
    if _TWO_DAYS.search(text):
        return "Isian ini memuat lebih dari satu tanggal; isi satu tanggal saja."
    if _NO_YEAR.fullmatch(text):
        return "Tahunnya belum ditulis."
    if _NO_DAY.fullmatch(text):
        return "Harinya belum ditulis."
    return "Isian ini bukan tanggal."


def _on_calendar(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        swapped = " Mungkin hari dan bulannya tertukar." if 1 <= day <= 12 < month <= 31 else ""
        raise DayUnclearError(f"Bulan {month} tidak ada.{swapped} {ADVICE}")
    if year < 1:
        raise DayUnclearError(f"Tahun {year} tidak ada. {ADVICE}")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = _MONTHS[month - 1][0].title()
        raise DayUnclearError(f"Tanggal {day} tidak ada: {name} {year} memiliki {last} hari. {ADVICE}")
    return date(year, month, day)
