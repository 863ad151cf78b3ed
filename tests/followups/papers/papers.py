"""Papers as people send them, drawn for the tests."""

from io import BytesIO

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile

SHELF = "/skm/3521/2025-S1/berkas-siklus/"
A4 = (595, 842)


def pdf(pages=3, size=A4, **options):
    """So many pages, each with a bar of another length, so that no two are the same picture."""
    file = pikepdf.Pdf.new()
    for number in range(1, pages + 1):
        page = file.add_blank_page(page_size=size)
        page.Contents = file.make_stream(f"0 0 0 rg 40 40 {number * 40} 200 re f".encode())
    out = BytesIO()
    file.save(out, deterministic_id="encryption" not in options, **options)
    return out.getvalue()


def locked_pdf():
    return pdf(encryption=pikepdf.Encryption(owner="pemilik", user="rahasia"))


def sent(content=None, name="notulen.pdf"):
    return SimpleUploadedFile(name, pdf() if content is None else content)


def keep(client, content=None, **said):
    """What the form of the shelf sends."""
    return client.post(
        SHELF, {"kind": "minutes", "number": "12/2025", "dated_on": "3-7-2025", "file": sent(content)} | said
    )
