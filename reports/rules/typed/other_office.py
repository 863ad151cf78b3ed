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


def is_of_another_region(short_name: str, name: str) -> bool:
    """Whether both say of which regency, village and so on the office is, and say it differently."""
    own = _places_in((name,))
    return any(own.get(level) and words[0] not in own[level] for level, words in _named(short_name))


def strangers_in(text: str, own: Iterable[str]) -> tuple[str, ...]:
    """The offices of a text whose kind or level the ``own`` names know, but under another proper name."""
    names = tuple(own)
    places = _places_in(names)
    tasks = frozenset(word.casefold() for name in names for word in _TOKEN.findall(name))
    found = []
    for kind, words in _named(text):
        if kind in _BODIES:
            is_other = kind in tasks and not any(word in known for word in words for known in tasks)
        else:
            known = places.get(kind, frozenset())
            sides = _SIDES & set(words[1:2])
            is_other = bool(known) and (words[0] not in known or not sides <= known)
        if is_other:
            found.append(" ".join(word.title() for word in (kind, *words[:2])))
    return tuple(dict.fromkeys(found))


def _places_in(names: Iterable[str]) -> dict[str, frozenset[str]]:
    """The words of the proper names behind each level."""
    found: dict[str, frozenset[str]] = {}
    for name in names:
        for kind, words in _named(name):
            found[kind] = found.get(kind, frozenset()) | frozenset(words)
    return found


def _named(text: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each level or body of a text with the capitalised words behind it, in small letters."""
    for whole, short in _WHOLE.items():
        text = re.sub(whole, short, text, flags=re.IGNORECASE)
    tokens = _TOKEN.findall(text)
    for here, token in enumerate(tokens):
        head = token.casefold()
        kind = _LEVELS.get(head, head)
        if head not in _LEVELS and head not in _BODIES:
            continue
        words = []
        for word in tokens[here + 1 : here + _FEW]:
            small = word.casefold()
            if small in _LEVELS or small in _BODIES or not word[0].isupper():
                break
            if small not in _TITLES:
                words.append(small)
        if words:
            yield kind, tuple(words)
