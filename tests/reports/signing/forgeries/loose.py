"""Words of structure drawn apart, by blanks or remarks, and sections written as wide as only some programs read."""

from tests.reports.signing.forgeries.covers import PAINT
from tests.reports.signing.forgeries.draft import Draft, stream


def _honest(original):
    draft = Draft(original)
    draft.edit(original.root, DSS=b"%d 0 R" % draft.add(b"<< /Type /DSS >>"))
    return draft


def _written(**options):
    return lambda original: _honest(original).written(**options)


def _hidden(head):
    """A page's content within a certificate, its number and ``obj`` apart."""

    def forge(original):
        draft = Draft(original)
        content = b"\n" + head % original.contents[1] + b"\n" + stream(PAINT).replace(b"endstream", b"") + b"\n"
        der = b"\x30\x81" + bytes([len(content) + 3]) + b"\x04\x81" + bytes([len(content)]) + content
        store = draft.add(b"<< /Type /DSS /Certs [%d 0 R] >>" % draft.stream(der))
        draft.edit(original.root, DSS=b"%d 0 R" % store)
        return draft.written()

    return forge


FORGERIES = {
    "blanks_before_the_end": _written(closing=b"startxref\n%d\n" + b"\n" * 1100 + b"%%%%EOF\n"),
    "thirty_blanks_before_the_end": _written(closing=b"startxref\n%d\n" + b"\n" * 30 + b"%%%%EOF\n"),
    "blanks_before_the_number": _written(closing=b"startxref" + b"\n" * 5000 + b"%d\n%%%%EOF\n"),
    "blanks_before_the_start": _written(end=b" " * 2000),
    "remarks_before_the_start": _written(end=b"%lagi\n" * 400),
    "blanks_in_the_section": _written(trailer=b" " * 5000),
    "blanks_before_the_update": _written(before=b"\n" * 3000),
    "locked_with_nothing": _written(trailer=b"/Encrypt null "),
    "object_by_remarks": _hidden(b"%d %%c\n0 %%c\nobj"),
    "object_by_one_remark": _hidden(b"%d %%c\n0 obj"),
    "object_by_zeros": _hidden(b"%d\x00\x000\x0c\x0cobj"),
    "object_without_blanks": _hidden(b"%d 0obj"),
}
WIDE = {
    widths: _written(widths=widths) for widths in ((2, 4, 2), (5, 8, 2), (8, 8, 2), (1, 8, 4), (8, 8, 8), (1, 8, 8))
}
"""Where the file has cross-reference streams; behind a table the draft writes none."""
