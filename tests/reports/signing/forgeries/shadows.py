"""Shadow attacks: hide, replace, hide and replace. What lay in wait in the file is shown, or its looks are changed.

The portal makes the file, so nothing lies in wait in it; one update lays it there, and another shows it.
"""

from tests.reports.signing.forgeries.covers import BLUE, COVERS, PAINT
from tests.reports.signing.forgeries.draft import Draft


def _then(original, first, second, cover):
    """Two updates: one that only adds, and one that uses what was added."""
    draft = Draft(original)
    waiting = first(draft)
    laid = draft.written()
    again = Draft(original, laid)
    again.next = draft.next + (not original.table)
    again.start = int(laid.rsplit(b"startxref\n", 1)[1].split()[0])
    second(again, waiting)
    return cover(original, again.written())


def _contents(draft):
    return draft.stream(PAINT)


def _use_as_contents(draft, waiting):
    draft.edit(draft.original.pages[0], Contents=b"%d 0 R" % waiting)


def _overlay(draft):
    return draft.stream(PAINT, b"/Type /XObject /Subtype /Form /BBox [0 0 500 500]")


def _use_as_annotation(draft, waiting):
    stamp = draft.add(b"<< /Type /Annot /Subtype /Stamp /F 4 /Rect [20 20 300 300] /AP << /N %d 0 R >> >>" % waiting)
    draft.edit(draft.original.pages[1], Annots=b"[%d 0 R]" % stamp)


def _page(draft):
    content = draft.stream(BLUE)
    return draft.add(draft.edited(draft.original.pages[1], Contents=b"%d 0 R" % content, Annots=None))


def _use_as_page(draft, waiting):
    pages = int(draft.entry(draft.original.root, "Pages").split()[0])
    draft.edit(pages, Kids=b"[%d 0 R]" % waiting, Count=b"1")


def _tree(draft):
    page = _page(draft)
    pages = int(draft.entry(draft.original.root, "Pages").split()[0])
    tree = draft.add(draft.edited(pages, Kids=b"[%d 0 R]" % page, Count=b"1"))
    return draft.add(draft.edited(draft.original.root, Pages=b"%d 0 R" % tree))


def _hidden_catalogue(original, cover):
    """Hide and replace: a second whole document waits, and another entrance shows it."""
    draft = Draft(original)
    root = _tree(draft)
    return cover(original, draft.written(root=root))


_PAIRS = {
    "hide_contents": (_contents, _use_as_contents),
    "replace_overlay": (_overlay, _use_as_annotation),
    "hide_and_replace_page": (_page, _use_as_page),
}
FORGERIES = {
    f"{name}-{cover}": lambda original, pair=pair, lay=lay: _then(original, *pair, lay)
    for name, pair in _PAIRS.items()
    for cover, lay in COVERS.items()
    if cover in ("bare", "proofs", "timestamp")
} | {
    f"catalogue-{cover}": lambda original, lay=lay: _hidden_catalogue(original, lay)
    for cover, lay in COVERS.items()
    if cover in ("bare", "blanks")
}
