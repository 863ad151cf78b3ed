"""Which table or chapter holds what a sentence says to stand there. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.report.pointers import Pointer, leads_elsewhere, pointers_in, said_of
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned

_KEPT = re.compile(r"\b(?:pemeliharaan\w*|dipelihara|memelihara|mempertahankan|dipertahankan|bentuk realisasi\w*)\b")
_OWED = re.compile(
    r"\b(?:strategi(?:nya)?(?! (?:perbaikan|peningkatan|pelayanan))|batas waktu (?:penyelesaian|selesai)\w*"
    r"|jangka waktu penyelesaian\w*)\b"
)
_OPEN = re.compile(
    r"\bbelum (?:selesai|tuntas|terlaksana|terealisasi|dilaksanakan|dapat (?:diselesaikan|dilaksanakan))\w*\b"
)
_DONE = re.compile(
    r"\b(?:realisasi\w*|hambatan\w*|kendala\w*|status\w*|bukti dukung\w*|terealisasi\w*"
    r"|(?<!waktu )(?<!jadwal )pelaksanaan (?:rencana|rtl|tindak lanjut|setiap (?:rtl|rencana)"
    r"|kegiatan tindak lanjut)\w*)\b"
)
_ANSWERED_FOR = re.compile(r"\bpenanggung jawab\w*\b")
_SCHEDULED = re.compile(r"\b(?:jadwal\w*|waktu pelaksanaan\w*)\b")
_PLANNED = re.compile(r"\b(?:rencana|rencana tindak lanjut|rtl|program)\b")
_FOUND = re.compile(
    r"\b(?:nilai(?:nya)? (?:rata-rata|unsur|per unsur|setiap unsur|kesembilan|tiap unsur|ikm|interval)\w*"
    r"|hasil (?:skm|survei)|skor\w*|mutu (?:unsur|setiap|tiap|kesembilan)\w*)\b"
)
Holders = tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]
_TABLES: Holders = (
    (_KEPT, ("3.2",)),
    (_OWED, ("4.1",)),
    (_OPEN, ("4.1", "3.1")),
    (_DONE, ("3.1",)),
    (_ANSWERED_FOR, ("2.2", "4.1")),
    (_SCHEDULED, ("2.2", "3.1", "4.1")),
    (_PLANNED, ("2.2", "3.1", "4.1")),
    (_FOUND, ("2.1",)),
    (re.compile(r"\bbernilai (?:tinggi|rendah)\b"), ("2.1", "3.2")),
)
"""In which tables something may stand, the best first; what is told seldom wins over what is told often."""
_CHAPTERS: Holders = (
    (re.compile(r"\b(?:penutup|kesimpulan|simpulan|saran)\b"), ("4",)),
    (_OWED, ("4",)),
    (_OPEN, ("4", "3")),
    (_DONE, ("3",)),
    (re.compile(r"\b(?:pendahuluan|latar belakang)\b"), ("1",)),
    (re.compile(rf"{_FOUND.pattern}|\bunsur prioritas\b"), ("2",)),
    (_PLANNED, ("2", "3")),
)
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_POINTS_BACK = re.compile(
    r"^\s*(?:rincian|uraian|daftar|selengkapnya|seluruhnya|semuanya|hal itu|hal tersebut)\w*", re.I
)
_STANDS = re.compile(
    r"(?<!yang )\b(?:disajikan|tersaji|(?:di)?lihat|dibaca|tercantum|termuat|dimuat|dirangkum|dirinci|ditampilkan"
    r"|dihimpun|terhimpun|terangkum|dicantumkan|dipaparkan|dikumpulkan|ditabulasikan|terdapat|dituangkan|diuraikan|disampaikan|dijelaskan|dibahas|dijabarkan|memuat|berisi|merinci|menyajikan)\b|[(:]\s*$"
)
_KNOWN_TABLES = frozenset(("2.1", "2.2", "3.1", "3.2", "4.1"))


@hears("^ [^Z]* Z", "aim", "definition", "exception", "other body")
def tables_told(sentence: Scanned, _match: re.Match[str], _truth: Truth) -> Iterator[Told]:
    """K91: *realisasi setiap RTL dapat dibaca dalam Tabel 3.2*."""
    for pointer in pointers_in(sentence):
        if pointer.kind not in {"tabel", "bab"} or len(pointer.numbers) > 1 or leads_elsewhere(sentence, pointer):
            continue
        if pointer.numbers[0] not in (_KNOWN_TABLES if pointer.kind == "tabel" else _ROMAN):
            continue
        holds = _held(sentence, pointer)
        if holds and sentence.low(pointer.last + 1) not in {"tidak", "bukan", "belum"}:
            name = f"Tabel {holds[0]}" if pointer.kind == "tabel" else f"BAB {_ROMAN[holds[0]]}"
            right = pointer.numbers[0] in holds
            yield Told(pointer.first, pointer.last, right, "K91", name, f"hal itu dimuat dalam {name}")


def _held(sentence: Scanned, pointer: Pointer) -> tuple[str, ...]:
    """The numbers of the tables or chapters that may hold what is said; none where nothing is said of it."""
    kinds = _TABLES if pointer.kind == "tabel" else _CHAPTERS
    said = list(said_of(sentence, pointer))
    if sentence.before and _POINTS_BACK.match(sentence.text):
        said.append(sentence.before.text.lower())
    words = next((words for words in said if _first(words, kinds)), "")
    return (
        _first(words, kinds)
        if _is_there(sentence, pointer, words)
        else tuple(place for pattern, places in kinds if pattern.search(words) for place in places)
    )


def _is_there(sentence: Scanned, pointer: Pointer, words: str) -> bool:
    """Whether all that is said stands there: *dapat dilihat pada*; else a table may be that of the last noun alone."""
    nearest = _STANDS.search(words)
    behind = pointer.first == 0 or sentence.text[: sentence.tokens[pointer.first].start].lower().rfind(words) < 0
    return behind or bool(nearest)


def _first(said: str, kinds: Holders) -> tuple[str, ...]:
    places = next((places for pattern, places in kinds if pattern.search(said)), ())
    return (*places, "2.1") if places == ("3.2",) and _FOUND.search(said) else places
