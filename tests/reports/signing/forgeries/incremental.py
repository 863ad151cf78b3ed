"""Incremental saving (ISA): an update that shows other pages, bare or under something honest."""

from tests.reports.signing.forgeries.covers import COVERS, PAINT
from tests.reports.signing.forgeries.draft import Draft


def _contents(draft, number=1):
    draft.put(draft.original.contents[number], b"<< /Length %d >>\nstream\n%s\nendstream" % (len(PAINT), PAINT))


def _contents_list(draft):
    own = draft.original.contents[0]
    draft.edit(draft.original.pages[0], Contents=b"[%d 0 R %d 0 R]" % (own, draft.stream(PAINT)))


def _other_contents(draft):
    draft.edit(draft.original.pages[2], Contents=b"%d 0 R" % draft.stream(PAINT))


def _page(draft, **entries):
    draft.edit(draft.original.pages[1], **entries)


def _tree(draft, order):
    kids = b" ".join(b"%d 0 R" % draft.original.pages[at] for at in order)
    pages = int(draft.entry(draft.original.root, "Pages").split()[0])
    draft.edit(pages, Kids=b"[%s]" % kids, Count=b"%d" % len(order))


def _new_tree(draft):
    pages = int(draft.entry(draft.original.root, "Pages").split()[0])
    body = draft.edited(pages, Kids=b"[%d 0 R]" % draft.original.pages[2], Count=b"1")
    draft.edit(draft.original.root, Pages=b"%d 0 R" % draft.add(body))


def _new_page(draft):
    page = draft.add(draft.edited(draft.original.pages[1], Contents=b"%d 0 R" % draft.stream(PAINT), Annots=None))
    pages = int(draft.entry(draft.original.root, "Pages").split()[0])
    kids = [draft.original.pages[0], page, draft.original.pages[2]]
    draft.edit(pages, Kids=b"[%s]" % b" ".join(b"%d 0 R" % each for each in kids))


def _picture(draft):
    form = draft.stream(PAINT, b"/Type /XObject /Subtype /Form /BBox [0 0 500 500]")
    page = draft.original.pages[0]
    draft.edit(
        page,
        Contents=b"[%d 0 R %d 0 R]" % (draft.original.contents[0], draft.stream(b"/Fx Do")),
        Resources=b"<< /XObject << /Fx %d 0 R >> >>" % form,
    )


CHANGES = {
    "contents": _contents,
    "last_contents": lambda draft: _contents(draft, 2),
    "contents_list": _contents_list,
    "other_contents": _other_contents,
    "no_contents": lambda draft: _page(draft, Contents=None),
    "rotated": lambda draft: _page(draft, Rotate=b"180"),
    "cut": lambda draft: _page(draft, MediaBox=b"[0 0 420 300]"),
    "cropped": lambda draft: _page(draft, CropBox=b"[0 0 200 595]"),
    "scaled": lambda draft: _page(draft, UserUnit=b"2"),
    "no_resources": lambda draft: _page(draft, Resources=b"<< >>"),
    "dropped": lambda draft: _tree(draft, (0, 2)),
    "repeated": lambda draft: _tree(draft, (0, 1, 2, 2)),
    "swapped": lambda draft: _tree(draft, (1, 0, 2)),
    "new_tree": _new_tree,
    "new_page": _new_page,
    "picture": _picture,
}


def _forged(original, change, cover):
    draft = Draft(original)
    change(draft)
    return cover(original, draft.written())


FORGERIES = {
    f"{name}-{cover}": lambda original, change=change, lay=lay: _forged(original, change, lay)
    for name, change in CHANGES.items()
    for cover, lay in COVERS.items()
    if cover in ("bare", "proofs", "stranger") or name in ("contents", "dropped")
}
