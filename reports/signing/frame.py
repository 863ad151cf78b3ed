"""Which bytes of a file a signature covers, told from the bytes alone."""

from collections.abc import Sequence

from asn1crypto import parser


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
