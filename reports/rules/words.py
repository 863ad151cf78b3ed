"""Reading Indonesian for the rules: words as whole tokens, and what a sentence says of a deed. Pure.

It knows no rule: what follows from such a reading is in the modules of the rules.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from surveys.periods import MONTHS

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
MONTH_WORDS = frozenset(month.lower() for month in MONTHS)


def word_set(text: str) -> frozenset[str]:
    """A set of words, written one after the other."""
    return frozenset(text.split())


_PERFECT = word_set("telah sudah")
_ENDED = word_set("selesai terselesaikan diselesaikan tuntas dituntaskan rampung")
_CARRIED_OUT = _ENDED | word_set("dilaksanakan terlaksana dilakukan diselenggarakan direalisasikan terealisasi")
_DEEDS = _CARRIED_OUT | word_set("diadakan dikerjakan disusun tersusun ditetapkan diterapkan ditindaklanjuti dimulai")
_PARTLY = word_set("sebagian bertahap tahap belum namun tetapi masih mulai awal akan sedang jika apabila bila setelah")
_BUT = word_set("sebagian baru hampir namun tetapi belum")
_FIRST_STEPS = word_set(
    "rapat koordinasi persiapan pembahasan draf rancangan konsep kajian usulan inventarisasi identifikasi konsultasi "
    "permintaan pengajuan studi"
)
_COUNTS = word_set("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebanyak sejumlah salah menyusul")
"""Where a sentence counts what is done, that may be a part of the deed."""
_OTHERS = word_set("yang jika apabila bila kalau atau bagi agar supaya")
_FORMERLY = word_set("sebelum sebelumnya semula dahulu awalnya tadinya kini sekarang")
_NEXT = word_set("berikutnya selanjutnya mendatang lanjutan")
_NOT_YET = _OTHERS | word_set("belum akan untuk dapat tidak")
_UNDER_WAY = word_set("dalam berproses berlangsung menunggu disusun diproses dibahas dikerjakan dikoordinasikan")
_BEGUN = word_set("dilaksanakan dilakukan disusun dikerjakan dirintis")
_SINCE = MONTH_WORDS | word_set("pada sejak bulan tanggal dan hingga sampai tahun minggu")
_EARLY = word_set("sosialisasi tahap koordinasi pembahasan persiapan kajian")
_SPANS = MONTH_WORDS | word_set("tahun bulan semester triwulan minggu pekan")


@lru_cache(8192)
def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, without numbers and marks; ``e-PPID`` is one word."""
    return tuple(word.lower() for word in _WORD.findall(text))


@lru_cache(4096)
def sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence or line of a text."""
    return tuple(found for part in _SENTENCE_END.split(text) if (found := words(part)))


def says_done(text: str, name: str) -> bool:
    """Whether a text says, without a but, that what bears this name has been carried out: ``telah dilaksanakan``.

    A first step (``Rapat koordinasi telah dilaksanakan``) is not the deed, unless the deed is named so.
    """
    steps = _FIRST_STEPS - set(words(name))
    return any(
        not steps & set(sentence[:here])
        for sentence in sentences(text)
        if not (_PARTLY | _COUNTS) & set(sentence)
        for here in _perfect_places(sentence, _CARRIED_OUT)
    )


def _perfect_places(sentence: Sequence[str], deeds: frozenset[str]) -> Iterator[int]:
    """Where a sentence has *telah* or *sudah* with one of the deeds near behind it, or ``selesai dilaksanakan``."""
    for here, word in enumerate(sentence):
        rest = sentence[here + 1 : here + 3]
        if (word in _PERFECT and deeds & set(rest)) or (word == "selesai" and _DEEDS & set(rest[:1])):
            yield here


def _of_anything(_subject: Sequence[str]) -> bool:
    return True


def says_not_done(text: str, is_own: Callable[[Sequence[str]], bool] = _of_anything) -> str:
    """The words by which a text says of its deed that it is not done (``masih dalam``), or nothing.

    ``yang belum …`` speaks of others, ``semula belum …`` and ``berikutnya akan …`` of another time, and all of a text
    that says that the deed is finished speaks of the past. ``is_own``: whether *belum* behind these words of a sentence
    speaks of the deed.
    """
    told = [sentence for sentence in sentences(text) if not _BUT & set(sentence)]
    if any(True for sentence in told for _here in _perfect_places(sentence, _ENDED)):
        return ""
    denials = (_not_done(sentence, is_own) for sentence in sentences(text) if not _FORMERLY & set(sentence))
    return next(filter(None, denials), "")


def _not_done(sentence: Sequence[str], is_own: Callable[[Sequence[str]], bool]) -> str:
    for here, word in enumerate(sentence):
        before = sentence[here - 1] if here else ""
        rest = sentence[here + 1 : here + 5]
        if word == "akan" and _NEXT & set(sentence[:here]):
            continue
        denied = word == "belum" or (word == "tidak" and bool({"jadi", *_CARRIED_OUT} & set(rest[:2])))
        if denied and not is_own(sentence[:here]):
            continue
        if before not in _OTHERS and (denied or _is_unfinished(before, word, rest)):
            first = here - 1 if word in {"awal", "bertahap"} else here
            return " ".join(sentence[first : here + 2 if first == here else here + 1])
    return ""


def _is_unfinished(before: str, word: str, rest: Sequence[str]) -> bool:
    """Whether a word, between the one before it and the rest, says that a deed is to come, under way or begun."""
    after = rest[0] if rest else ""
    signs = {
        "masih": after in _UNDER_WAY,
        "sedang": after in _UNDER_WAY,
        "akan": after in _DEEDS,
        "awal": before in _EARLY and after not in _SPANS,
        "bertahap": before == "secara",
        "baru": after in {"sebagian", "sebatas", "mencapai", "tahap"},
        "sebagian": bool(_PERFECT & set(rest)),
        "mulai": after in _BEGUN and not _SINCE & set(rest[1:2]),
    }
    return signs.get(word, False)


def says_begun(text: str) -> bool:
    """Whether a text says that its deed is under way: ``mulai dilaksanakan``, ``sedang disusun``."""
    for sentence in sentences(text):
        for before, word, after in zip(["", *sentence], sentence, sentence[1:], strict=False):
            under_way = word == "sedang" and after in _UNDER_WAY | _DEEDS
            if (under_way or (word == "mulai" and after in _BEGUN)) and before not in _NOT_YET:
                return True
    return False


def says_all(text: str, *, denied: bool = False) -> frozenset[str]:
    """The nouns of which a text says *all* (``seluruh petugas``), or with ``denied`` *not all* (``belum seluruh``)."""
    nouns = set()
    for sentence in sentences(text):
        for here, word in enumerate(sentence[:-1]):
            before = sentence[here - 1] if here else ""
            if word in {"seluruh", "semua"} and (before in {"belum", "tidak", "bukan"}) is denied:
                nouns.add(sentence[here + 1])
    return frozenset(nouns)
