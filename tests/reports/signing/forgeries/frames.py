"""What stands before, around and behind: headers, ends, lines between."""

from tests.reports.signing.forgeries.covers import PAINT
from tests.reports.signing.forgeries.draft import Draft, stream


def _before(text):
    return lambda original: text + original.pdf


def _behind(text):
    return lambda original: original.pdf + text


def _whole_file_behind(original):
    """Another file behind the end."""
    return original.pdf + _painted(original)


def _whole_file_before(original):
    return _painted(original) + original.pdf


def _painted(original):
    """An unsigned file of one page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Contents 4 0 R >>",
        stream(PAINT),
    ]
    body, rows = b"%PDF-1.7\n", b""
    for number, content in enumerate(objects, 1):
        rows += b"%010d 00000 n \n" % len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    trailer = b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + b"xref\n0 5\n0000000000 65535 f \n" + rows + trailer


def _other_header(original):
    return b"%PDF-1.1" + original.pdf[8:]


def _no_header(original):
    return b"%XXX-1.7" + original.pdf[8:]


def _cut(original):
    return original.pdf[:-200]


def _cut_at_the_end(original):
    return original.pdf[: original.pdf.rindex(b"%%EOF")]


def _only_earlier_revision(original):
    return original.pdf[: original.pdf.index(b"%%EOF") + 6]


def _page_painted_in_place(original):
    """Bytes that were signed are changed."""
    at = original.pdf.index(b"stream", original.pdf.index(b"\n%d 0 obj" % original.contents[1])) + 20
    return original.pdf[:at] + bytes(40) + original.pdf[at + 40 :]


def _draft(**options):
    def forge(original):
        draft = Draft(original)
        draft.edit(original.root, DSS=b"%d 0 R" % draft.add(b"<< /Type /DSS >>"))
        return draft.written(**options)

    return forge


FORGERIES = {
    "bytes_before": _before(b"\n"),
    "header_before": _before(b"%PDF-1.4\n"),
    "page_before": _before(b"#!/bin/sh\n"),
    "file_before": _whole_file_before,
    "file_behind": _whole_file_behind,
    "other_header": _other_header,
    "no_header": _no_header,
    "remark_behind": _behind(b"%lagi\n"),
    "end_behind": _behind(b"%%EOF\n"),
    "start_behind": _behind(b"startxref\n15\n%%EOF\n"),
    "blanks_by_the_page": _behind(b" " * 5000),
    "zeros_behind": _behind(b"\0" * 900),
    "trailer_behind": _behind(b"trailer\n<< /Root 2 0 R >>\nstartxref\n0\n%%EOF\n"),
    "html_behind": _behind(b"<script>alert(1)</script>"),
    "cut": _cut,
    "no_end": _cut_at_the_end,
    "earlier_revision": _only_earlier_revision,
    "painted_in_place": _page_painted_in_place,
    "header_between": _draft(before=b"%PDF-1.7\n"),
    "end_between": _draft(before=b"%%EOF\n"),
    "garbage_between": _draft(between=b"<< /A 1 >>\n"),
    "trailer_between": _draft(before=b"trailer\n<< /Size 3 >>\n"),
    "start_between": _draft(before=b"startxref\n15\n%%EOF\n"),
    "remark_of_structure": _draft(before=b"% trailer << /Root 1 0 R >>\n"),
}
