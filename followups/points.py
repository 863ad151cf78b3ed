"""The point by which a plan is known in tables and on pages: the number of its priority and a letter. Pure."""

from functools import cache


@cache
def letter(position: int) -> str:
    """The point of the n-th plan (from 0): a … z, aa, ab …"""
    first, last = divmod(position, 26)
    return (letter(first - 1) if first else "") + chr(ord("a") + last)


def place_of(point: str) -> int:
    """The n of a point (from 0), as ``letter`` counts."""
    place = -1
    for sign in point:
        place = 26 * (place + 1) + ord(sign) - ord("a")
    return place
