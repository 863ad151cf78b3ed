"""Which bytes of a file a signature covers, told from the bytes alone."""

import re
from collections.abc import Sequence

from asn1crypto import parser

_COVERED = re.compile(rb"/ByteRange\s{0,9}\[\s{0,9}(0)\s{1,9}(\d{1,10})\s{1,9}(\d{1,10})\s{1,9}(\d{1,10})")


def is_framed(pdf: bytes, covered: Sequence[int], value: bytes) -> bool:
    """Whether all from the first byte to the end of the covered range is covered, but for the value itself.

    ``covered``: start, length, start, length; ``value``: the signature, filled up with zeros and with nothing else.
    """
    if len(covered) != 4:
        return False
    start, length, again, rest = (int(number) for number in covered)
    if start != 0 or min(length, rest) <= 0 or not length < again or again + rest > len(pdf):
        return False
    gap = pdf[length:again]
    if gap[:1] + gap[-1:] != b"<>" or bytes.fromhex(gap[1:-1].decode("ascii")) != value:
        return False
    return not any(value[parser.peek(value) :])


def ranges_in(pdf: bytes) -> set[tuple[int, ...]]:
    """What the signatures that stand in the bytes cover, whether or not the file's form still names them."""
    found = {tuple(map(int, each.groups())) for each in _COVERED.finditer(pdf)}
    return {each for each in found if pdf[each[1] : each[1] + 1] == b"<" and pdf[each[2] - 1 : each[2]] == b">"}
