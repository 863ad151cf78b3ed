"""Cross-references: hybrid files, chains that skip the signed revision, duplicates, strays, starts elsewhere."""

from tests.reports.signing.forgeries.covers import PAINT, proofs, strangers_signature
from tests.reports.signing.forgeries.draft import Draft, dictionary, section_stream, stream

PAGE_TEXT = stream(PAINT)


def _honest(original):
    """A draft with a proof's place in the catalogue, as cover for what is beside it."""
    draft = Draft(original)
    draft.edit(original.root, DSS=b"%d 0 R" % draft.add(b"<< /Type /DSS >>"))
    return draft


def _plain(change):
    def forge(original):
        return change(original, _honest(original))

    return forge


def _stray(original, draft):
    """An object that no section names."""
    return draft.written(before=b"%d 0 obj\n%s\nendobj\n" % (original.contents[1], PAGE_TEXT))


def _stray_between(original, draft):
    return draft.written(between=b"%d 0 obj\n%s\nendobj\n" % (original.contents[1], PAGE_TEXT))


def _stray_in_remark(original, draft):
    return draft.written(between=b"%% %d 0 obj %s endobj\n" % (original.contents[1], PAGE_TEXT.replace(b"\n", b" ")))


def _stray_behind(original, draft):
    return draft.written() + b"%d 0 obj\n%s\nendobj\n" % (original.contents[1], PAGE_TEXT)


def _stray_before_start(original, draft):
    return draft.written(end=b"%d 0 obj\n%s\nendobj\n" % (original.contents[1], PAGE_TEXT))


def _named_elsewhere(original, draft):
    """The section calls an object of the update the page's content, though it bears another number."""
    number = draft.stream(PAINT)
    written = draft.written()
    at = written.index(b"%d 0 obj" % number, len(original.pdf))
    del draft.objects[number]
    return draft.written(
        before=written[at:].partition(b"endobj")[0] + b"endobj\n", rows=[(original.contents[1], 1, at, 0)]
    )


def _inside_string(original, draft):
    """The section leads into the middle of a string."""
    hidden = b"%d 0 obj\n%s\nendobj\n" % (original.contents[1], PAGE_TEXT)
    draft.edit(original.info, Producer=b"(" + hidden + b")")
    at = draft.written().rindex(hidden)
    return draft.written(rows=[(original.contents[1], 1, at, 0)])


def _string_alone(original, draft):
    """The same string, and a start that leads nowhere: programs that repair find what is in it."""
    draft.edit(original.info, Producer=b"(\n%d 0 obj\n%s\nendobj\n)" % (original.contents[1], PAGE_TEXT))
    return draft.written(start=1)


def _from_the_past(original, draft):
    """The page's content leads to that of another page."""
    at = original.pdf.find(b"\n%d 0 obj" % original.contents[0]) + 1
    return draft.written(rows=[(original.contents[1], 1, at, 0)])


def _freed(original, draft):
    return draft.written(rows=[(original.contents[1], 0, 0, 1)])


def _freed_and_again(original, draft):
    draft.put(original.contents[1], PAGE_TEXT)
    return draft.written(rows=[(original.contents[1], 0, 0, 1)])


def _other_generation(original, draft):
    at = len(original.pdf)
    return draft.written(
        before=b"%d 1 obj\n%s\nendobj\n" % (original.contents[1], PAGE_TEXT), rows=[(original.contents[1], 1, at, 1)]
    )


def _twice(original, draft):
    """The same number twice in one update; the section names the honest one or the other."""
    draft.put(original.contents[1], PAGE_TEXT)
    return draft.written(before=b"%d 0 obj\n%s\nendobj\n" % (original.contents[1], stream(b"0 1 0 rg 0 0 9 9 re f")))


def _skips(original, draft):
    """The chain leads past the signed revision to the one before."""
    earlier = original.pdf.rindex(b"startxref", 0, original.pdf.rindex(b"startxref"))
    prev = int(original.pdf[earlier + 9 :].split()[0])
    draft.put(original.contents[1], PAGE_TEXT)
    return draft.written(prev=prev)


def _skips_quietly(original, draft):
    earlier = original.pdf.rindex(b"startxref", 0, original.pdf.rindex(b"startxref"))
    return draft.written(prev=int(original.pdf[earlier + 9 :].split()[0]))


def _no_chain(original, draft):
    written = draft.written()
    return written[: len(original.pdf)] + written[len(original.pdf) :].replace(b"/Prev ", b"/Rev_ ", 1)


def _chain_of_itself(_original, draft):
    return draft.written(prev=len(draft.written()) - 60)


def _chain_to_a_hidden_section(original, draft):
    """The chain leads to a section that stands inside the update, and from there to the file."""
    hidden = Draft(original)
    hidden.put(original.contents[1], PAGE_TEXT)
    laid = hidden.written()
    section = int(laid.rsplit(b"startxref\n", 1)[1].split()[0])
    laid = laid[: laid.rindex(b"startxref")]
    draft.pdf = laid
    return draft.written(prev=section)


def _hybrid(original, draft):
    """A table whose trailer names a cross-reference stream that says something else."""
    draft.put(original.contents[1], PAGE_TEXT)
    body = original.pdf + b"%d 0 obj\n%s\nendobj\n" % (original.contents[1], PAGE_TEXT)
    places = {original.contents[1]: (original.contents[1], 1, len(original.pdf), 0)}
    at = len(body)
    places[original.size + 5] = (original.size + 5, 1, at, 0)
    head = b"/Root %d 0 R " % original.root
    body += b"%d 0 obj\n%s\nendobj\n" % (original.size + 5, section_stream(places, original.size + 6, head))
    table = len(body)
    body += b"xref\n0 1\n0000000000 65535 f \ntrailer\n" + dictionary(
        {
            "Size": b"%d" % (original.size + 6),
            "Root": b"%d 0 R" % original.root,
            "Info": b"%d 0 R" % original.info,
            "Prev": b"%d" % original.start,
            "XRefStm": b"%d" % at,
        }
    )
    return body + b"\nstartxref\n%d\n%%%%EOF\n" % table


def _other_kind(_original, draft):
    """A table behind streams, or a stream behind tables."""
    draft.table = not draft.table
    return draft.written()


def _other_kind_with_page(original, draft):
    draft.put(original.contents[1], PAGE_TEXT)
    return _other_kind(original, draft)


def _start_in_the_past(original, draft):
    draft.put(original.contents[1], PAGE_TEXT)
    return draft.written(start=original.start)


def _start_nowhere(original, draft):
    draft.put(original.contents[1], PAGE_TEXT)
    return draft.written(start=7)


def _quiet_start_nowhere(_original, draft):
    return draft.written(start=7)


def _two_starts(original, draft):
    hidden = Draft(original)
    hidden.put(original.contents[1], PAGE_TEXT)
    laid = hidden.written()
    section = int(laid.rsplit(b"startxref\n", 1)[1].split()[0])
    return draft.written(end=b"startxref\n%d\n" % section)


def _small_size(original, draft):
    draft.put(original.contents[1], PAGE_TEXT)
    return draft.written(size=5)


def _quiet_small_size(_original, draft):
    return draft.written(size=5)


def _huge_size(_original, draft):
    return draft.written(size=8_000_000)


def _other_root(original, draft):
    root = draft.add(draft.edited(original.root, PageMode=b"/UseNone"))
    return draft.written(root=root)


def _other_root_other_pages(original, draft):
    pages = int(draft.entry(original.root, "Pages").split()[0])
    tree = draft.add(draft.edited(pages, Kids=b"[%d 0 R]" % original.pages[2], Count=b"1"))
    return draft.written(root=draft.add(draft.edited(original.root, Pages=b"%d 0 R" % tree)))


def _locked(_original, draft):
    lock = draft.add(b"<< /Filter /Standard /V 1 /R 2 /O (%s) /U (%s) /P -1 >>" % (b"x" * 32, b"y" * 32))
    return draft.written(trailer=b"/Encrypt %d 0 R" % lock)


def _other_mark(_original, draft):
    return draft.written(trailer=b"/ID [<00> <01>]")


def _more_in_trailer(_original, draft):
    return draft.written(trailer=b"/AdditionalStreams 6 0 R")


def _unnamed_new(original, draft):
    """A new number that the file has no place for, and nothing leads to."""
    draft.stream(PAINT, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return draft.written()


def _empty_update(_original, draft):
    draft.objects.clear()
    return draft.written()


_CHANGES = (
    _stray, _stray_between, _stray_in_remark, _stray_behind, _stray_before_start, _named_elsewhere, _inside_string,
    _string_alone, _from_the_past, _freed, _freed_and_again, _other_generation, _twice, _skips, _skips_quietly,
    _no_chain, _chain_of_itself, _chain_to_a_hidden_section, _hybrid, _other_kind_with_page, _start_in_the_past,
    _start_nowhere, _quiet_start_nowhere, _two_starts, _small_size, _quiet_small_size, _huge_size, _other_root,
    _other_root_other_pages, _locked, _other_mark, _more_in_trailer, _unnamed_new, _other_kind,
)  # fmt: skip
FORGERIES = {change.__name__.strip("_"): _plain(change) for change in _CHANGES} | {
    "stray-proofs": lambda original: proofs(original, _stray(original, _honest(original))),
    "skips-stranger": lambda original: strangers_signature(original, _skips(original, _honest(original))),
    "twice-proofs": lambda original: proofs(original, _twice(original, _honest(original))),
}
