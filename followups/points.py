"""The point by which a plan is known in tables and on pages: the number of its priority and a letter. Pure."""

from functools import cache


@cache
def letter(position: int) -> str:
    """The point of the n-th plan (from 0): a … z, aa, ab …"""
    first, last = divmod(position, 26)
    return (letter(first - 1) if first else "") + chr(ord("a") + last)
