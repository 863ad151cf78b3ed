"""The question that issuing asks: is this the prepared report, signed elsewhere? It is answered behind the fence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from offices.fence import UnfinishedError, fenced
from reports.signing.likeness.difference import DiffersError, Kind

SECONDS = 90
MEMORY = 768 * 2**20


@dataclass(frozen=True, slots=True)
class Likeness:
    """``kind``: the first difference, None where there is none; ``page`` from 1, 0 for the file as a whole.

    ``stamped``: the pages on which something was added where that is allowed.
    """

    kind: Kind | None = None
    page: int = 0
    detail: str = ""
    stamped: tuple[int, ...] = ()


def likeness(prepared: bytes, found: bytes) -> Likeness:
    """Whether ``found`` shows what ``prepared`` shows, by its objects, its text and its picture."""
    from reports.signing.likeness import (
        drawn,  # noqa: F401 (imported before the fork)
        file,  # noqa: F401
    )

    try:
        row = fenced(lambda: _answer(prepared, found), SECONDS, memory=MEMORY)
    except UnfinishedError:
        return Likeness(Kind.TOO_LONG)
    kind = Kind(row["kind"]) if row["kind"] else None
    return Likeness(kind, row["page"], row["detail"], tuple(row["stamped"]))


def _answer(prepared: bytes, found: bytes) -> Iterator[dict[str, Any]]:
    from reports.signing.likeness.drawn import check_drawn_alike
    from reports.signing.likeness.file import differing_pages

    try:
        additions = differing_pages(prepared, found)
        check_drawn_alike(prepared, found, additions)
    except DiffersError as differs:
        yield {"kind": differs.kind, "page": differs.page, "detail": differs.detail, "stamped": []}
        return
    yield {"kind": "", "page": 0, "detail": "", "stamped": sorted(additions)}
