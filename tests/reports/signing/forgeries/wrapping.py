"""Signature wrapping (SWA): what was signed is moved within the file, and something else stands in its place."""

from tests.reports.signing.forgeries.covers import PAINT, proofs, strangers_signature
from tests.reports.signing.forgeries.draft import Draft


def _replaced_page(original):
    draft = Draft(original)
    draft.put(original.contents[1], b"<< /Length %d >>\nstream\n%s\nendstream" % (len(PAINT), PAINT))
    return draft


def _ranges(pdf, original, again, rest):
    """The file with another third and fourth number of the byte range, in the room that stands there."""
    at = pdf.index(b"/ByteRange [")
    end = pdf.index(b"/Type", at)
    text = b"/ByteRange [0 %d %d %d]" % (original.gap[0], again, rest)
    return pdf[:at] + text.ljust(end - at - 1) + b"\n" + pdf[end:]


def _second_part_moved(original, *, before=b""):
    """The second part is copied to the end of the file, and the range leads there; between stands an update."""
    second = original.pdf[original.gap[1] :]
    moved = _replaced_page(original).written() + before + second
    return _ranges(moved, original, len(moved) - len(second), len(second))


def _inside_the_gap(original, *, quiet):
    """The gap is widened; the update hides between the value and the second part."""
    value = original.pdf[original.gap[0] : original.gap[1]]
    second = original.pdf[original.gap[1] :]
    hidden = b"\n%s" % (b"% " if quiet else b"") + PAINT + b"\n"
    grown = original.pdf[: original.gap[0]] + value + hidden + b"<00>"
    return _ranges(grown + second, original, len(grown), len(second))


def _longer_value(original):
    value = original.pdf[original.gap[0] : original.gap[1] - 1] + b"00" * 300 + b">"
    grown = original.pdf[: original.gap[0]] + value
    second = original.pdf[original.gap[1] :]
    return _ranges(grown + second, original, len(grown), len(second))


def _rewritten(original, change, *, cover=None):
    """The signature's dictionary is written again in the update that replaces the page."""
    draft = _replaced_page(original)
    change(draft)
    forged = draft.written()
    return cover(original, forged) if cover else forged


def _signature_again(draft):
    draft.put(draft.original.signature, draft.copied(draft.original.signature))


def _copy_of_signature(draft):
    copy = draft.add(draft.copied(draft.original.signature))
    draft.edit(draft.original.field, V=b"%d 0 R" % copy)


def _value_in_field(draft):
    draft.edit(draft.original.field, V=draft.copied(draft.original.signature).strip())


def _wide_range(draft):
    """The copy claims to cover all to the end."""
    text = draft.copied(draft.original.signature)
    draft.put(draft.original.signature, text.replace(b"/ByteRange [0", b"/ByteRange [00"))


def _wrapped(change, cover):
    return lambda original: _rewritten(original, change, cover=cover)


FORGERIES = {
    "second_part_moved": _second_part_moved,
    "second_part_moved_behind_blanks": lambda original: _second_part_moved(original, before=b"\n" * 40),
    "second_part_moved_in_object": lambda original: _second_part_moved(original, before=b"999 0 obj\n<< /A <"),
    "second_part_moved_in_remark": lambda original: _second_part_moved(original, before=b"%"),
    "update_in_gap": lambda original: _inside_the_gap(original, quiet=False),
    "remark_in_gap": lambda original: _inside_the_gap(original, quiet=True),
    "longer_value": _longer_value,
} | {
    f"{name}-{cover}": _wrapped(change, lay)
    for name, change in {
        "signature_again": _signature_again,
        "copy_of_signature": _copy_of_signature,
        "value_in_field": _value_in_field,
        "wide_range": _wide_range,
    }.items()
    for cover, lay in {"bare": None, "stranger": strangers_signature, "proofs": proofs}.items()
}
