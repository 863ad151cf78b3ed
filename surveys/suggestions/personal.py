"""What of a text may tell who a person is: telephone numbers, numbers of identity, e-mail addresses. Pure.

Names are not looked for: who releases a text reads it.
"""

import re
from dataclasses import dataclass

_BETWEEN = r"[ .()/-]{0,3}"
_KINDS = {
    "mail": "alamat surel",
    "nip": "NIP",
    "nik": "NIK atau nomor KK",
    "phone": "nomor telepon",
}
_PERSONAL = re.compile(
    r"(?P<mail>[\w.+-]{1,64} ?(?:@|\(at\)|\[at\]) ?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
    rf"|(?<!\d)(?:(?P<nip>\d(?:{_BETWEEN}\d){{17}})|(?P<nik>\d(?:{_BETWEEN}\d){{15}})"
    rf"|(?P<phone>(?:\+?62|0|(?=8[1-9])){_BETWEEN}\d(?:{_BETWEEN}\d){{7,12}}))(?!\d)",
    re.ASCII | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text; ``kind``: what it may tell of a person, empty where nothing."""

    text: str
    kind: str = ""


def parts_of(text: str) -> tuple[Part, ...]:
    """The whole text, in pieces."""
    parts = []
    end = 0
    for found in _PERSONAL.finditer(text):
        parts += [Part(text[end : found.start()]), Part(found[0], _KINDS[found.lastgroup or ""])]
        end = found.end()
    return tuple(part for part in (*parts, Part(text[end:])) if part.text)


def kinds_in(text: str) -> tuple[str, ...]:
    """What the text tells of a person, each kind once."""
    return tuple(dict.fromkeys(part.kind for part in parts_of(text) if part.kind))
