"""Universal signature forgery (USF): the signature's own entries are made void, in the file or by an update."""

import re

from tests.reports.signing.forgeries.covers import PAINT
from tests.reports.signing.forgeries.draft import Draft

RANGES = {
    "missing": b"",
    "null": b"/ByteRange null",
    "empty": b"/ByteRange []",
    "zeros": b"/ByteRange [0 0 0 0]",
    "negative": b"/ByteRange [0 -1 -1 10]",
    "of_one": b"/ByteRange [0]",
    "of_six": b"/ByteRange [0 1 2 3 4 5]",
    "all": b"/ByteRange [0 99999 99999 0]",
    "strings": b"/ByteRange [(0) (1) (2) (3)]",
    "turned": b"/ByteRange [9000 200 0 100]",
    "real": b"/ByteRange [0.0 12.5 13.5 20]",
    "twice": b"/ByteRange [0 1 2 3] /ByteRange [0 4 5 6]",
}
CONTENTS = {
    "missing": b"",
    "null": b"/Contents null",
    "empty": b"/Contents <>",
    "zero": b"/Contents <00>",
    "zeros": b"/Contents <" + b"00" * 500 + b">",
    "string": b"/Contents ()",
    "reference": b"/Contents 1 0 R",
    "sequence": b"/Contents <3080>",
}
KINDS = {
    "no_filter": (rb"/Filter /Adobe.PPKLite", b""),
    "other_filter": (rb"/Filter /Adobe.PPKLite", b"/Filter /Unknown"),
    "no_subfilter": (rb"/SubFilter /[A-Za-z.]+", b""),
    "sha1": (rb"/SubFilter /[A-Za-z.]+", b"/SubFilter /adbe.pkcs7.sha1"),
    "no_type": (rb"/Type /Sig", b""),
}


def _forged(original, pattern, text):
    """An update with the entry, and with another page."""
    draft = Draft(original)
    body = re.sub(pattern, lambda _found: text, draft.copied(original.signature))
    draft.put(original.signature, body)
    draft.put(original.contents[1], b"<< /Length %d >>\nstream\n%s\nendstream" % (len(PAINT), PAINT))
    return draft.written()


def _in_place(original, pattern, text):
    """The entry changed where it stands, in its room, and a page painted over in the bytes that were signed."""
    begin = original.pdf.rindex(b"\n%d 0 obj" % original.signature)
    found = re.search(pattern, original.pdf[begin:])
    room = found.end() - found.start()
    if len(text) > room:
        return _forged(original, pattern, text)
    at = begin + found.start()
    changed = original.pdf[:at] + text.ljust(room) + original.pdf[at + room :]
    draft = Draft(original, changed)
    draft.put(original.contents[1], b"<< /Length %d >>\nstream\n%s\nendstream" % (len(PAINT), PAINT))
    return draft.written()


_RANGE, _VALUE = rb"/ByteRange \[[\d ]+\]", rb"/Contents <[0-9A-Fa-f]+>"
_WAYS = {"update": _forged, "in_place": _in_place}
FORGERIES = {
    f"{what}_{name}-{way}": lambda original, pattern=pattern, text=text, make=make: make(original, pattern, text)
    for what, pattern, texts in (("range", _RANGE, RANGES), ("contents", _VALUE, CONTENTS))
    for name, text in texts.items()
    for way, make in _WAYS.items()
    if way == "update" or name in ("null", "zeros", "empty", "missing")
} | {name: lambda original, pair=pair: _forged(original, *pair) for name, pair in KINDS.items()}
