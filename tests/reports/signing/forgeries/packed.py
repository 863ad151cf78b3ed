"""Object streams that hide, override or extend."""

import zlib

from tests.reports.signing.forgeries.covers import PAINT, proofs
from tests.reports.signing.forgeries.draft import Draft


def _holder(objects, *, more=b"", shift=0, deflated=True):
    """An object stream of ``{number: bytes}``."""
    head, body = b"", b""
    for number, content in objects.items():
        head += b"%d %d " % (number, len(body) + shift)
        body += content + b" "
    data = zlib.compress(head + body) if deflated else head + body
    kind = b"/Filter /FlateDecode " if deflated else b""
    return b"<< /Type /ObjStm /N %d /First %d %s%s/Length %d >>\nstream\n%s\nendstream" % (
        len(objects), len(head), kind, more, len(data), data,
    )  # fmt: skip


def _forged(original, make, cover=None):
    draft = Draft(original)
    draft.table = False
    rows = make(original, draft)
    forged = draft.written(rows=rows)
    return cover(original, forged) if cover else forged


def _painted_page(original, draft):
    content = draft.stream(PAINT)
    return draft.edited(original.pages[1], Contents=b"%d 0 R" % content, Annots=None)


def _page(original, draft, **options):
    holder = draft.add(_holder({original.pages[1]: _painted_page(original, draft)}, **options))
    return [(original.pages[1], 2, holder, 0)]


def _page_plainly(original, draft):
    return _page(original, draft, deflated=False)


def _page_extended(original, draft):
    return _page(original, draft, more=b"/Extends 2 0 R ")


def _other_place(original, draft):
    """The section says place 0, where the catalogue stands; the number there is the page's."""
    objects = {original.root: draft.edited(original.root), original.pages[1]: _painted_page(original, draft)}
    holder = draft.add(_holder(objects))
    return [(original.root, 2, holder, 1), (original.pages[1], 2, holder, 0)]


def _unnamed(original, draft):
    """More stands in the stream than the section names."""
    objects = {original.root: draft.edited(original.root), original.pages[1]: _painted_page(original, draft)}
    holder = draft.add(_holder(objects))
    return [(original.root, 2, holder, 0)]


def _both(original, draft):
    """Plainly as it was, and packed as it is shown; the section names the packed one."""
    rows = _page(original, draft)
    draft.put(original.pages[1], draft.edited(original.pages[1]))
    return rows


def _in_an_old_stream(original, draft):
    """The section leads to an object stream of the file, where that number is not."""
    draft.edit(original.root, Lang=b"(id)")
    return [(original.pages[1], 2, original.root, 0)]


def _replaced_stream(original, draft):
    """An object stream of the file is written again with another page."""
    draft.put(original.pages[0], _holder({original.pages[1]: _painted_page(original, draft)}))
    return [(original.pages[1], 2, original.pages[0], 0)]


def _nested(original, draft):
    holder = draft.add(_holder({original.pages[1]: _painted_page(original, draft)}))
    outer = draft.add(_holder({holder: b"<< /Type /ObjStm >>"}))
    del draft.objects[holder]
    return [(original.pages[1], 2, holder, 0), (holder, 2, outer, 0)]


def _signature_packed(original, draft):
    rows = _page(original, draft)
    holder = draft.add(_holder({original.signature: draft.copied(original.signature)}))
    return [*rows, (original.signature, 2, holder, 0)]


def _text_that_looks_like_objects(original, draft):
    hidden = b"(%d 0 obj << /Length 0 >> endobj)" % original.contents[1]
    holder = draft.add(_holder({original.info: draft.edited(original.info, Producer=hidden)}, deflated=False))
    return [(original.info, 2, holder, 0)]


_CHANGES = (
    _page, _page_plainly, _page_extended, _other_place, _unnamed, _both, _in_an_old_stream, _replaced_stream, _nested,
    _signature_packed, _text_that_looks_like_objects,
)  # fmt: skip
FORGERIES = {
    change.__name__.strip("_"): lambda original, change=change: _forged(original, change) for change in _CHANGES
} | {"page-proofs": lambda original: _forged(original, _page, proofs)}
