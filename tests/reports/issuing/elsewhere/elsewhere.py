"""A small prepared report, and what services, careless people and forgers make of it before it comes back."""

import io
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from types import SimpleNamespace

import pikepdf
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pikepdf import Array, Dictionary, Name, Stream
from pyhanko.sign.fields import MDPPerm, SigFieldSpec
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.stamp import TextStampStyle

from reports.document.frozen import freeze
from reports.printing.pdf import pdf_of
from reports.signing.field import add_field
from reports.signing.keys.opening import open_key
from reports.signing.sign import sign
from tests.conftest import jpeg
from tests.reports.issued import make_document
from tests.reports.issuing.issuing import PASSPHRASE, authority
from tests.reports.signing.authority import Authority
from tests.reports.signing.foreign import asn1, library_signer, signed_by, with_proofs

NOW = datetime.now(UTC).replace(microsecond=0)
HTML = """<!DOCTYPE html><html lang="id"><title>Laporan contoh</title>
<style>@page { size: A4; margin: 28mm 20mm 25mm 30mm; @bottom-right { content: counter(page) } }
img { image-rendering: crisp-edges }
section { break-before: page } .ttd { width: 205pt; margin-left: auto }</style><body>
<h1>Pengantar</h1><p><a href="#tanda-tangan">Tanda tangan</a></p><p>Nilai indeks kepuasan 85,20.</p>
<section><h1>Bukti</h1><img src="/bukti.jpg" alt="Loket" style="width: 90mm"><p>Loket pelayanan.</p></section>
<section><h1>Kesimpulan</h1><p>Seluruh rencana selesai.</p>
<div class="ttd" id="tanda-tangan"><p>Ngawi, 9 Januari 2026</p><p>Sekretaris</p><p style="height: 80pt">&#160;</p>
<p>Sri Contoh</p></div></section></body></html>"""


@cache
def document():
    return make_document(way="elsewhere")


def holder():
    return document().source.signatory.name.partition(",")[0]


@cache
def prepared():
    """Three pages: text with a link, a photo, and the signature block at its right margin."""
    name = default_storage.save("uji/bukti.jpg", ContentFile(jpeg()))
    return add_field(pdf_of(HTML, {"/bukti.jpg": name}))


def waiting():
    """What is asked of a version that waits: no row is needed to judge a file."""
    name = default_storage.save("uji/siap.pdf", ContentFile(prepared()))
    return SimpleNamespace(
        prepared_file=SimpleNamespace(name=name),
        prepared_sha256=sha256(prepared()).hexdigest(),
        document=freeze(document()),
        prepared_at=NOW - timedelta(hours=1),
    )


@cache
def key():
    return authority().issue(holder())


@cache
def strangers_key():
    return Authority("Otoritas Lain").issue("Budi Santoso")


def signed(pdf=None, **options):
    return signed_by(pdf or prepared(), *key(), **options)


# --- what honest services do


def block():
    """The upper left corner of the signature block on the last page."""
    with pikepdf.open(io.BytesIO(prepared())) as pdf:
        left, top = (float(pdf.Root.AcroForm.Fields[0].Rect[at]) for at in (0, 3))
    return left, top


def visible(box, page=2, style=None):
    """A signature with a face in a box of its own."""
    style = style or TextStampStyle(stamp_text="Ditandatangani secara elektronik", border_width=0)
    return signed(style=style, place=SigFieldSpec("TandaTanganLain", on_page=page, box=box))


def in_block():
    left, top = block()
    return (int(left) + 80, int(top) - 120, int(left) + 200, int(top) - 60)


def with_timestamp(pdf=None):
    stamping, own = authority().stamping_key()
    stamper = DummyTimeStamper(asn1(own), library_signer(stamping, own).signing_key, fixed_dt=NOW)
    return signed(pdf, stamper=stamper)


def certified(permission, pdf=None):
    return signed(pdf, certify=True, docmdp_permissions=MDPPerm(permission))


def resaved(pdf=None, change=lambda file: None, producer="Layanan TTE 2.1", **options):
    """Read and written anew by another program: other numbers, other packing, another producer."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf or prepared())) as file:
        change(file)
        if producer:
            file.docinfo["/Producer"] = producer
        file.save(target, **({"object_stream_mode": pikepdf.ObjectStreamMode.disable} | options))
    return target.getvalue()


def rewritten(change=lambda file: None, **options):
    return signed(resaved(change=change, **options))


def careful():
    """Saved anew by a service that leaves alone what the file says of itself."""
    container = authority().container(holder(), passphrase=PASSPHRASE)
    return sign(resaved(producer=""), open_key(container, PASSPHRASE), at=NOW, reason="Setuju", location="Ngawi")


def stamp_page(file, at, content, *, wrap=True, resources=None):
    """Draw behind what a page has, in a state of its own."""
    page = file.pages[at]
    if wrap:
        page.contents_add(Stream(file, b"q"), prepend=True)
        content = b"Q\n" + content
    page.contents_add(Stream(file, content))
    for kind, entries in (resources or {}).items():
        if kind not in page.obj.Resources:
            page.obj.Resources[kind] = Dictionary()
        for name, value in entries.items():
            page.obj.Resources[kind][name] = value


def qr(file):
    """A small picture as a service draws it."""
    picture = Stream(file, bytes([0, 255, 0, 255] * 4))
    for name, value in {
        "/Type": Name.XObject,
        "/Subtype": Name.Image,
        "/Width": 4,
        "/Height": 4,
        "/BitsPerComponent": 8,
        "/ColorSpace": Name.DeviceGray,
    }.items():
        picture[name] = value
    return file.make_indirect(picture)


def qr_at(x, y, size=40):
    """Draws the picture on every page."""

    def change(file):
        for at in range(len(file.pages)):
            drawn = f"q {size} 0 0 {size} {x} {y} cm /LayananQR Do Q".encode()
            stamp_page(file, at, drawn, resources={"/XObject": {"/LayananQR": qr(file)}})

    return change


def footer(file):
    """A sentence in the strip, as services print it."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    words = b"BT /LayananF 7 Tf 120 15 Td (Ditandatangani secara elektronik melalui layanan TTE) Tj ET"
    for at in range(len(file.pages)):
        stamp_page(file, at, b"q " + words + b" Q", resources={"/Font": {"/LayananF": font}})


def as_forms(file):
    """Each page becomes one form on a new page, as programs do that put pages into a file of their own."""
    for page in file.pages:
        form = Stream(file, b"\n".join(each.read_bytes() for each in parts_of(page)))
        form[Name.Type], form[Name.Subtype], form[Name.BBox] = Name.XObject, Name.Form, page.obj.MediaBox
        form[Name.Resources] = page.obj.Resources
        page.obj.Resources = Dictionary(XObject=Dictionary(TPL0=file.make_indirect(form)))
        page.obj.Contents = Stream(file, b"q 1 0 0 1 0 0 cm /TPL0 Do Q")
        for key_ in ("/Annots", "/StructParents", "/Tabs"):
            if key_ in page.obj:
                del page.obj[key_]
    for key_ in ("/StructTreeRoot", "/MarkInfo", "/AcroForm", "/Outlines", "/Names"):
        if key_ in file.Root:
            del file.Root[key_]


def parts_of(page):
    contents = page.obj.Contents
    return list(contents) if isinstance(contents, Array) else [contents]


def without_tags(file):
    for key_ in ("/StructTreeRoot", "/MarkInfo", "/Outlines"):
        if key_ in file.Root:
            del file.Root[key_]


def qr_in_block(file):
    left, top = block()
    drawn = f"q 40 0 0 40 {left + 120} {top - 120} cm /LayananQR Do Q".encode()
    stamp_page(file, 2, drawn, resources={"/XObject": {"/LayananQR": qr(file)}})


HONEST = {
    "an invisible field of its own": signed,
    "our own field": lambda: signed(field="TandaTangan", existing=True),
    "a face in the block": lambda: visible(in_block()),
    "a face in the strip": lambda: visible((90, 5, 300, 50), page=0),
    "certified, no changes": lambda: certified(1),
    "certified, forms": lambda: certified(2),
    "certified, remarks": lambda: certified(3),
    "a timestamp": with_timestamp,
    "proofs behind it": lambda: with_proofs(signed(), [authority().root]),
    "a timestamp and proofs": lambda: with_proofs(with_timestamp(), [authority().root]),
    "certified, with proofs": lambda: with_proofs(certified(1), [authority().root]),
    "a line end from transit": lambda: signed() + b"\r\n",
    "saved anew": rewritten,
    "saved anew with care": careful,
    "saved anew in object streams": lambda: rewritten(object_stream_mode=pikepdf.ObjectStreamMode.generate),
    "saved anew and linearised": lambda: rewritten(linearize=True),
    "saved anew unpacked": lambda: rewritten(
        compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized
    ),
    "saved anew, operators written anew": lambda: rewritten(normalize_content=True),
    "saved anew and certified": lambda: certified(2, resaved()),
    "saved anew, timestamp and proofs": lambda: with_proofs(with_timestamp(resaved()), [authority().root]),
    "a code in the strip of every page": lambda: rewritten(qr_at(100, 8)),
    "a sentence in the strip": lambda: rewritten(footer),
    "a code in the block": lambda: rewritten(qr_in_block),
    "without tags and bookmarks": lambda: rewritten(without_tags),
    "pages as forms of a new file": lambda: rewritten(as_forms),
}
