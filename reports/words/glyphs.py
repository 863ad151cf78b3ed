"""Which characters the report's fonts can print, and what is printed in place of the others. Pure.

A character that the fonts lack would be drawn with whatever font a machine has, or as an empty box: neither may be in
a file that is kept for years.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

# The characters that every face of TeX Gyre has (a test compares them); not its private ones, which are nobody's
# text, nor its ligatures: typed once, they would be read back for every "fi".
COVERED = """
0020-007E 00A0-0137 0139-0148 014A-0165 0168-017F 018E 0192 01A0-01A1 01AF-01B0 01CD-01D4 01D7-01DD 01E6-01E7
01EA-01EB 01F0 01F4-01F5 01FA-0201 0204-0205 0208-0209 020C-020D 0210-0211 0214-0215 0218-021B 0237 0258-0259
02BE-02BF 02C6-02C7 02D8-02DD 0300-0304 0306-030C 030F 0311 0323 0326 032E-0332 0391-03A1 03A3-03A9 03B1-03C9 03D1
03D5-03D6 03F1 03F5 0E3F 1E0C-1E0F 1E24-1E27 1E2A-1E2B 1E2E-1E2F 1E36-1E39 1E42-1E47 1E58-1E5D 1E62-1E63 1E6C-1E6F
1E80-1E85 1E92-1E93 1E97 1EA0-1EF9 2010-2011 2013-2014 2016 2018-201A 201C-201E 2020-2022 2026 2030-2031 2039-203B
203D 203F-2040 2044-2046 2052 2054 20A1 20A4 20A6 20A9 20AB-20AC 20B1 2103 2113 2116-2118 211E 2120 2122 2126-2127
212E 2190-2193 2202 2211-2213 2215 2217 221A 221E 2222 2248 2260 2264-2265 22C6 2300 2329-232A 2422-2423 25CA 25E6
266A 26AD-26AE 27E6-27E7 2A7D-2A7E
"""
MISSING = "\N{LOZENGE}"
SUBSTITUTES = str.maketrans(
    {
        **dict.fromkeys("✓✔☑✅🗸", "\N{SQUARE ROOT}"),
        **dict.fromkeys("✗✘✕✖❌☒", "\N{MULTIPLICATION SIGN}"),
        **dict.fromkeys("●■▪◆►▶➢➤❖⁃∙⦁‣\uf0a7\uf0b7\uf076\uf06c\uf06e\uf075\uf0a8", "•"),
        **dict.fromkeys("○□▫◇☐\uf06f\uf0a1\uf071", "\N{WHITE BULLET}"),
        **dict.fromkeys("⇒➔➜➝⟶⟹➡\uf0d8\uf0e0\uf0f0\uf0e8", "→"),
        **dict.fromkeys("\uf0fc\uf0fe", "\N{SQUARE ROOT}"),
        **dict.fromkeys("\uf0fb\uf0fd", "\N{MULTIPLICATION SIGN}"),
        **dict.fromkeys("ʼʹꞌ", "’"),
        **dict.fromkeys("ʻ", "‘"),
        **dict.fromkeys("⇐⟵", "←"),
        **dict.fromkeys("‒―─", "–"),
        **dict.fromkeys("\u202f\u2007", "\N{NO-BREAK SPACE}"),
        **dict.fromkeys("\u2028\u2029", " "),
        **dict.fromkeys("★☆✩✪", "\N{STAR OPERATOR}"),
        "′": "'",
        "″": '"',
    }
)
_SIGNS_OF_THEIR_OWN = frozenset("✓✔☑✅🗸✗✘✕✖❌☒☐□⇒➔➜➝⟶⟹➡⇐⟵★☆✩✪")
"""Signs that may be told apart from what is printed for them, other than bullets, dashes and apostrophes."""
_RAISING = {"<super": "^", "<sub": "_"}
_SILENT = {"Cc", "Cf", "Mn", "Me"}  # controls, joiners and marks on other characters: nothing is read in them
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def _ranges(text: str) -> str:
    """The inside of a character class, from ranges of code points in hexadecimal."""
    ends = [[chr(int(end, 16)) for end in part.split("-")] for part in text.split()]
    return "".join("-".join(re.escape(end) for end in pair) for pair in ends)


_UNCOVERED = re.compile(f"[^\n\r\t{_ranges(COVERED)}]")
_RAISED, _LOWERED = "⁰ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_UNPRINTED = re.compile(f"[¹²³]*[{_RAISED}][¹²³{_RAISED}]*|[{_LOWERED}]+|{_UNCOVERED.pattern}")


def printable(text: str, spell: Callable[[str], str] = str) -> str:
    """``text`` in characters that the fonts have; ``spell`` writes each replacement (in HTML: escapes it).

    What has no likeness is marked by ``MISSING``, so that a reader sees that something stood there. Beside another
    number none becomes part of it: 10⁴ prints as 10^4 and 2⅓ as 2 1⁄3.
    """
    return _UNPRINTED.sub(lambda found: spell(_written(found)), text)


def _written(found: re.Match[str]) -> str:
    """What is printed for one character, or for several that were raised or lowered together."""
    marks = found[0]
    if marks[0] in _LOWERED:
        return f"_{_plain(marks)}"
    if marks[-1] in f"¹²³{_RAISED}":
        return f"^{_plain(marks)}"
    if unicodedata.decimal(marks, None) is not None:
        return _likeness(marks)
    number = _likeness(marks)
    before = found.string[max(found.start() - 1, 0) : found.start()]
    after = found.string[found.end() : found.end() + 1]
    # A blank where a digit of the replacement would stand beside one of the text's.
    left = "\N{NO-BREAK SPACE}" if number[:1].isdigit() and before.isdigit() else ""
    right = "\N{NO-BREAK SPACE}" if re.search(r"\d\.?$", number) and after.isdigit() else ""
    return f"{left}{number}{right}"


def _plain(marks: str) -> str:
    return unicodedata.normalize("NFKD", marks)


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of a text that can only be marked, each once, in their order."""
    found = dict.fromkeys(_UNCOVERED.findall(text))
    return tuple(character for character in found if MISSING in _likeness(character))


def likened(text: str) -> dict[str, str]:
    """The signs of a text that are printed as others, each with what is printed for it."""
    return {sign: _likeness(sign) for sign in text if sign in _SIGNS_OF_THEIR_OWN}


@lru_cache(4096)
def _likeness(character: str) -> str:
    """What is printed for a character that the fonts lack."""
    if unicodedata.category(character) in _SILENT or ord(character) in _SKIN_TONES:
        return ""
    simple = "".join(map(_simpler, character.translate(SUBSTITUTES)))
    bare = _UNCOVERED.sub(lambda mark: "" if unicodedata.category(mark[0]) in _SILENT else MISSING, simple)
    return bare if bare.strip(MISSING) else MISSING


def _simpler(character: str) -> str:
    """A character by those that it is made of, no further than the fonts need: ㎡ is m², and ① is (1).

    A sign without other parts (❶) is its number in brackets, if it has one.
    """
    if not _UNCOVERED.match(character):
        return character
    kind, _, parts = unicodedata.decomposition(character).rpartition("> ")
    made_of = "".join(_simpler(chr(int(part, 16))) for part in parts.split())
    if kind in _RAISING:
        return f"{_RAISING[kind]}{made_of}"
    if kind == "<circle":
        return f"({made_of})"
    if made_of:
        return made_of
    number = unicodedata.numeric(character, None) if unicodedata.category(character) == "No" else None
    return f"({number:g})" if number is not None and number == int(number) else character
