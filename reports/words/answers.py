"""What people write into a field that asks for something: an answer that there is nothing, or no answer. Pure."""

import re

_NONE = frozenset(("nihil", "tidak ada", "tidak ada hambatan", "tidak ada kendala", "tidak ada tantangan"))
_FILLERS = frozenset(
    (
        *("x", "xx", "xxx", "xxxx", "test", "tes", "testing", "coba", "contoh", "dummy", "todo", "tbd"),
        *("isi", "teks", "diisi", "isian", "kosong", "blank", "none", "null"),
        *("lorem", "ipsum", "asdf", "asdfg", "qwerty", "abc"),
    )
)
_PHRASE = re.compile(
    r"(?:di|akan )?isi(?:nya)? (?:di ?sini|nanti|kemudian)|diisi (?:di ?sini|nanti|kemudian)|(?:tulis|ketik)(?:kan)? "
    r"(?:teks )?di ?sini|teks di ?sini|belum diisi|(?:akan )?menyusul|lorem ipsum.*|isi (?:alasan|strategi|deskripsi|"
    r"uraian|keterangan|rencana|hambatan|teks)(?:nya)?(?: di ?sini)?"
)
_PHOTOS_BESIDE = re.compile(
    r"\b(?:foto|gambar|dokumentasi)(?:-(?:foto|gambar))?(?: kegiatan)? (?:berikut|di bawah)(?: ini)?\b|"
    r"\bberikut (?:adalah |ini )?(?:foto|gambar|dokumentasi)\b",
    re.IGNORECASE,
)


def same_words(text: str) -> str:
    """A text without what does not tell it from another: marks, blanks, capitals."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def says_none(text: str) -> bool:
    """Whether a text answers that there is nothing: ``-``, *Nihil*, *Tidak ada*."""
    return text.strip() in {"-", "–", "—"} or same_words(text) in _NONE


def only_fills(text: str) -> bool:
    """Whether a text only fills its field: *x*, dots, *isi di sini*, *lorem ipsum*."""
    told = same_words(text)
    if not re.search(r"\d", told) and len(set(re.sub(r"[\W_]", "", told))) <= 1:
        return True
    return bool(_PHRASE.fullmatch(told)) or set(told.split()) <= _FILLERS


def points_at_photos(text: str) -> str:
    """The words by which a text leads to photos beside it (*foto berikut*), or nothing."""
    found = _PHOTOS_BESIDE.search(text)
    return found[0] if found else ""
