"""What no line of the log says: values that people typed, addresses of mail, NIPs, queries, secret addresses.

A line is read and kept by others than the data are.
"""

import re
from traceback import format_tb

_SECRET = re.compile(r"(?<!/akun)(/(?:kirim|kalender|akun/lupa)/)[^\s?\"']+")
"""Addresses that are themselves the key: of an upload link, of a calendar, of a new password."""
_QUERY = re.compile(r"(/[^\s?\"']*)\?[^\s\"']+")
_MAIL = re.compile(r"[^\s<>\"'=,;:()]+@[^\s<>\"',;:()]+")
_LONG_NUMBER = re.compile(r"(?<![\w.-])\d(?:[ -]?\d){8,}(?![\w-])")
"""NIP, NIK, telephone: nine digits and more, however they are parted."""
_QUOTED = re.compile(r"(\b(?:constraint|relation|table|column|index) )?(\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”)")
_MOST_CAUSES = 5


def without_secrets(text: str) -> str:
    """``text`` with an ellipsis in the place of what is secret in the addresses that it names."""
    return _SECRET.sub(r"\1…", text)


def without_persons(text: str) -> str:
    """``text`` without what may tell of a person, wherever its form gives it away."""
    for pattern, kept in ((_QUERY, r"\1?…"), (_MAIL, "…@…"), (_LONG_NUMBER, "…")):
        text = pattern.sub(kept, text)
    return without_secrets(text)


def told_of(error: BaseException) -> str:
    """An exception with the places of the source that it came from, and those that led to it before it.

    Of its message the first line, since databases repeat the row in those behind it, and nothing that it quotes but
    names of the database's own.
    """
    chain = [error]
    while len(chain) < _MOST_CAUSES and (before := _before(chain[-1])):
        chain.append(before)
    return without_persons("\n".join(_one(each) for each in reversed(chain)))


def _before(error: BaseException) -> BaseException | None:
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _one(error: BaseException) -> str:
    said = str(error).strip().partition("\n")[0]
    return f"{''.join(format_tb(error.__traceback__))}{type(error).__qualname__}: {_QUOTED.sub(_unquoted, said)}"


def _unquoted(found: re.Match[str]) -> str:
    return found[0] if found[1] else "“…”"
