"""The signed report of three pages that is forged, and what a forger finds in it; one with each kind of xref."""

import io
import re
from dataclasses import dataclass

import pikepdf

from reports.printing.pdf import pdf_of
from reports.signing.field import add_field
from reports.signing.keys.opening import open_key
from reports.signing.sign import sign
from tests.reports.signing.authority import NIP, NOW, PASSPHRASE

PAGE = """<!DOCTYPE html><html lang="id"><title>Laporan tiga halaman</title>
<style>@page { size: A5; margin: 15mm } section { break-after: page }</style><body>
<section><h1>Laporan Tindak Lanjut</h1><p>Nilai IKM 88,31 dengan mutu B.</p>
<p><a href="#tanda-tangan">Tanda tangan</a> dan <a href="https://contoh.go.id/">laman kantor</a></p></section>
<section><h2>Rencana</h2><table><tr><th>Unsur</th><th>Nilai</th></tr><tr><td>Waktu</td><td>3,12</td></tr></table></section>
<h2>Kesimpulan</h2><p>Anggaran <em>Rp1.000.000</em> disetujui.</p>
<div id="tanda-tangan"><p>Ngawi, 9 Januari 2026</p><p>Sri Contoh</p></div></body></html>"""


@dataclass(frozen=True)
class Original:
    """Numbers of the objects that matter, the signature's gap, and a stranger who may sign."""

    pdf: bytes
    table: bool
    root: int
    info: int
    xmp: int
    form: int
    field: int
    signature: int
    pages: tuple[int, ...]
    contents: tuple[int, ...]
    fonts: tuple[int, ...]
    gap: tuple[int, int]
    size: int
    start: int
    stranger: tuple
    stamper: tuple
    authority: object


def original_of(authority, *, table):
    """The report signed by the portal, its cross-references in a table or in streams."""
    plain = pdf_of(PAGE, {})
    if table:
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(plain)) as file:
            file.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable, fix_metadata_version=False)
        plain = target.getvalue()
    key = open_key(authority.container(number=NIP), PASSPHRASE, at=NOW)
    signed = sign(add_field(plain), key, at=NOW, reason="Menyetujui isi laporan", location="Ngawi")
    return described(signed, authority, table=table)


def described(pdf, authority, *, table):
    with pikepdf.open(io.BytesIO(pdf)) as file:
        form = file.Root.AcroForm
        pages = [page.obj for page in file.pages]
        found = {
            "root": file.Root.objgen[0],
            "info": file.trailer.Info.objgen[0],
            "xmp": file.Root.Metadata.objgen[0],
            "form": form.objgen[0],
            "field": form.Fields[0].objgen[0],
            "signature": form.Fields[0].V.objgen[0],
            "pages": tuple(page.objgen[0] for page in pages),
            "contents": tuple(page.Contents.objgen[0] for page in pages),
            "fonts": tuple(sorted({font.objgen[0] for page in pages for font in page.Resources.Font.values()})),
            "size": int(file.trailer.Size),
        }
    first, length, again, _rest = map(int, re.findall(rb"/ByteRange \[(\d+) (\d+) (\d+) (\d+)", pdf)[-1])
    start = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    return Original(
        pdf=pdf,
        table=table,
        gap=(first + length, again),
        start=start,
        stranger=authority.issue("Budi Contoh"),
        stamper=authority.stamping_key(),
        authority=authority,
        **found,
    )
