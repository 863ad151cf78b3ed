"""Two files of a page or two that differ in just what a test asks."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from reports.signing.likeness.difference import DiffersError
from reports.signing.likeness.file import differing_pages

WORDS = b"BT /F 9 Tf 100 700 Td (Nilai indeks 85,20) Tj ET"
ANCHOR = (340, 500)
"""The upper left corner of the empty signature field."""


def field(**changes):
    """The widget of a signature field; ``None`` leaves an entry out."""
    entries = {
        "Type": Name.Annot,
        "Subtype": Name.Widget,
        "FT": Name.Sig,
        "T": String("TandaTangan"),
        "Rect": Array([ANCHOR[0], ANCHOR[1] - 60, ANCHOR[0] + 100, ANCHOR[1]]),
    } | changes
    return Dictionary({f"/{key}": value for key, value in entries.items() if value is not None})


def written(change=lambda file: None, pages=2, words=WORDS, **options):
    """A file with a signature field on its last page, changed in one thing."""
    target = io.BytesIO()
    with pikepdf.new() as file:
        for number in range(pages):
            page = file.add_blank_page(page_size=(595, 842))
            font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            page.Resources = Dictionary(Font=Dictionary(F=font))
            page.Contents = Stream(file, words + b" %% %d\n" % number)
        empty = file.make_indirect(field(P=page.obj, Rect=Array([ANCHOR[0], ANCHOR[1], ANCHOR[0], ANCHOR[1]])))
        page.Annots = Array([empty])
        file.Root.AcroForm = Dictionary(Fields=Array([empty]), SigFlags=3)
        file.docinfo["/Title"] = "Laporan Tindak Lanjut SKM"
        change(file)
        file.save(target, **options)
    return target.getvalue()


def drawn_besides(at, content, before=b"q\n", between=b"Q\n", resources=None):
    """Draw behind what a page has, in a state of its own."""

    def change(file):
        page = file.pages[at]
        page.contents_add(Stream(file, before), prepend=True)
        page.contents_add(Stream(file, between + content))
        for kind, entries in (resources or {}).items():
            held = page.obj.Resources.get(f"/{kind}", Dictionary())
            for name, value in entries.items():
                held[f"/{name}"] = value
            page.obj.Resources[f"/{kind}"] = held

    return change


def box(colour, left, bottom, width, height):
    return b"q %s rg %d %d %d %d re f Q" % (colour.encode(), left, bottom, width, height)


RED = "1 0 0"
IN_STRIP = box(RED, 100, 10, 60, 30)
IN_BLOCK = box(RED, ANCHOR[0] + 20, ANCHOR[1] - 60, 50, 30)
OUTSIDE = box(RED, 100, 300, 60, 30)


PREPARED = written()
SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def added(change=lambda file: None, prepared=PREPARED, **options):
    return differing_pages(prepared, written(change, **options))


def difference(change=lambda file: None, prepared=PREPARED, **options):
    """Kind, page and detail of the first difference; None where there is none."""
    try:
        added(change, prepared, **options)
    except DiffersError as differs:
        return differs.kind, differs.page, differs.detail
    return None


def page_entry(at, key, value):
    return lambda file: file.pages[at].obj.__setitem__(f"/{key}", value)


def root_entry(key, value):
    return lambda file: file.Root.__setitem__(f"/{key}", value)


def both(*changes):
    def change(file):
        for each in changes:
            each(file)

    return change
