"""Whether a short text names another office of the same kind than its own: by the proper name behind a kind. Pure."""

import re
from collections.abc import Iterable, Iterator

from reports.rules.words import word_set

_LEVELS = {
    **dict.fromkeys(("kabupaten", "kab"), "kabupaten"),
    **dict.fromkeys(("kota",), "kota"),
    **dict.fromkeys(("provinsi", "prov"), "provinsi"),
    **dict.fromkeys(("kecamatan", "kec", "camat"), "kecamatan"),
    **dict.fromkeys(("kelurahan", "kel", "lurah"), "kelurahan"),
    **{name: name for name in ("desa", "nagari", "puskesmas", "rsud", "polres", "polsek")},
}
"""What stands before a place, and the one word for it."""
_BODIES = ("dinas", "badan", "kantor", "kementerian")
"""What stands before a task."""
_TITLES = word_set("dan daerah umum negeri administrasi adm")
_SIDES = word_set("utara selatan barat timur tengah tenggara")
_WHOLE = {
    "pusat kesehatan masyarakat": "Puskesmas",
    "rumah sakit umum daerah": "RSUD",
    "kepolisian resor": "Polres",
    "kepolisian sektor": "Polsek",
}
"""Kinds that are also written at length."""
_TOKEN = re.compile(r"[^\W\d_]+|[,;()/]")
_FEW = 4
_INITIALS = 3
"""Up to so many letters are initials: *OKI* is not Ogan Komering Ulu, though its letters stand in it."""


def is_of_another_region(short_name: str, name: str) -> bool:
    """Whether both say of which regency, village and so on the office is, and say it differently."""
    own = _spelled_out((name,))
    named = (found for found in _named(short_name) if found[0] not in _BODIES)
    return any(level in own and not _is_one_of(own[level], words) for level, words in named)


def strangers_in(text: str, own: Iterable[str]) -> tuple[str, ...]:
    """The offices of a text whose kind or level the ``own`` names know, but under another proper name."""
    names = tuple(own)
    spelled = _spelled_out(names)
    tasks = frozenset(word.casefold() for name in names for word in _TOKEN.findall(name))
    found = []
    for kind, words in _named(text):
        known = spelled.get(kind, [])
        is_other = bool(known) and not _is_one_of(known, words)
        if kind in _BODIES:
            is_other = is_other and not any(word in task for word in words for task in tasks)
        elif known and not is_other:
            sides = _SIDES & set(words[1:2])
            is_other = not any(sides <= frozenset(name) for name in known)
        if is_other:
            found.append(" ".join(word.title() for word in (kind, *words[:2])))
    return tuple(dict.fromkeys(found))


def _spelled_out(names: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """All words of the proper names behind each level; behind a body all that follows."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        tokens = _tokens(name)
        for here, token in enumerate(tokens):
            kind = _LEVELS.get(token.casefold(), token.casefold())
            if kind not in _BODIES and token.casefold() not in _LEVELS:
                continue
            words = [word.casefold() for word in tokens[here + 1 :] if word.isalpha()]
            ends = (at for at, word in enumerate(words) if kind not in _BODIES and _begins_another(word))
            if own := tuple(words[: next(ends, len(words))]):
                found.setdefault(kind, []).append(own)
    return found


def _is_one_of(known: Iterable[tuple[str, ...]], words: tuple[str, ...]) -> bool:
    """Whether these words are one of the names, or it shortened (*Pangkep*, *OKU*, *PUPR*) or parted otherwise."""
    telling = {words[0], *(set(words) - _SIDES)}
    return any(telling & set(name) or _shortens(words[0], name) or _shortens(name[0], words) for name in known)


def _shortens(word: str, name: tuple[str, ...]) -> bool:
    """Whether a word is made of letters of the name in their order; a very short one of initials or its first word.

    *Kr.* is Karang, as both begin with one letter.
    """
    if len(word) > _INITIALS:
        return _in_order(word, "".join(name))
    begins_alike = word[0] == name[0][0]
    return (begins_alike and _in_order(word, name[0])) or _in_order(word, "".join(part[0] for part in name))


def _in_order(short: str, whole: str) -> bool:
    letters = iter(whole)
    return all(letter in letters for letter in short)


def _begins_another(word: str) -> bool:
    return word in _LEVELS or word in _BODIES


def _tokens(text: str) -> list[str]:
    for whole, short in _WHOLE.items():
        text = re.sub(whole, short, text, flags=re.IGNORECASE)
    return _TOKEN.findall(text)


def _named(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each level or body of a text with the capitalised words behind it, in small letters."""
    tokens = _tokens(text)
    for here, token in enumerate(tokens):
        head = token.casefold()
        kind = _LEVELS.get(head, head)
        if head not in _LEVELS and head not in _BODIES:
            continue
        words = []
        for word in tokens[here + 1 : here + _FEW]:
            small = word.casefold()
            if _begins_another(small) or not word[0].isupper():
                break
            if small not in _TITLES:
                words.append(small)
        if words:
            yield kind, tuple(words)
