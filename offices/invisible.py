"""Characters that nobody sees, in what people type and paste and in what a cycle file says: taken out at one door.

Pure. Never asked about passwords, passphrases and what is frozen: there every character counts.
"""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065-\u206f\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""What may stand in a text (an emoji needs some of it) and tells no two names apart."""
_BRAILLE_BLANK = "\u2800"
_BLANKS = re.compile("[\N{NO-BREAK SPACE}\x0b\x0c\x85]")
_GONE = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\N{SOFT HYPHEN}\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufdd0-\ufdef"
    "\ufff9-\ufffb"
    + "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
    + "]"
)
"""Not NUL: where that stands, what was sent is refused."""
_WIDE = {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}


def narrowed(text: str) -> str:
    """``text`` with the full-width letters, digits and signs of East Asian keyboards as the usual ones."""
    return text.translate(_WIDE)


def visible(text: str) -> str:
    """``text`` without characters that control or are none, marks of width zero and of direction; blanks are plain."""
    return text if text.isascii() and text.isprintable() else _BLANKS.sub(" ", _GONE.sub("", text))


def alike(text: str) -> str:
    """What two texts have in common that differ only in case, blanks, composition or characters that nobody sees."""
    seen = _UNSEEN.sub("", visible(text)).replace(_BRAILLE_BLANK, " ")
    folded = unicodedata.normalize("NFKC", seen).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def tidied(text: str) -> str:
    """A text as it is kept: with one kind of line end, without what nobody sees, and nothing around it."""
    return visible(text).replace("\r\n", "\n").strip()
