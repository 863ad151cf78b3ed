"""Workbooks behind a password, as Excel and LibreOffice write them: refused with a sentence that says what to do.

What would be encrypted is noise here; that it is, a file says on its outside.
"""

import io
import random
import struct
import zipfile

import xlwt
from xlwt.CompoundDoc import XlsDoc

from tests.surveys.workbooks.corpus.case import Case, block, dated, refused
from tests.surveys.workbooks.files import ods
from tests.surveys.workbooks.layouts import NAMES
from tests.surveys.workbooks.ole import ole

BOF = 20
"""Bytes of the first record of an xls."""
FILEPASS = struct.pack("<HHHHH48x", 0x2F, 54, 1, 1, 1)
WRITE_PROTECTED = struct.pack("<HH", 0x86, 0)
KEY = (
    '<manifest:encryption-data manifest:checksum-type="SHA1/1K">'
    '<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/>'
    "</manifest:encryption-data>"
)


def cases():
    files = {
        "kata-sandi.xlsx": locked_xlsx(),
        "kata-sandi.ods": locked_ods(),
        "kata-sandi-zip.ods": ods_in_a_locked_archive(),
        "kata-sandi.xls": locked_xls(FILEPASS),
        "kata-sandi-hanya-baca.xls": locked_xls(WRITE_PROTECTED + FILEPASS),
    }
    for name, content in files.items():
        told = ["dilindungi kata sandi. Simpan tanpa kata sandi, lalu unggah lagi."]
        yield Case(name.replace(".", "-"), {name: content}, refused(name, told=told))


def table():
    return [["No", *NAMES], *[[at, *row] for at, row in enumerate(block(61, missing=0), 1)]]


def noise(size):
    return random.Random(size).randbytes(size)


def locked_xlsx():
    how = (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption><keyData saltSize="16"/></encryption>'
    )
    return ole({"EncryptionInfo": struct.pack("<HHI", 4, 4, 0x40) + how, "EncryptedPackage": noise(9000)})


def locked_ods():
    """Its parts are noise, and the manifest tells by which algorithm."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ods("Data", table()))) as source, zipfile.ZipFile(out, "w") as archive:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "META-INF/manifest.xml":
                content = content.replace(b'"text/xml"/>', f'"text/xml">{KEY}</manifest:file-entry>'.encode())
            elif entry.filename.endswith(".xml"):
                content = noise(2000)
            archive.writestr(entry.filename, content)
    return dated(out.getvalue())


def ods_in_a_locked_archive():
    """The parts of the archive itself are marked as encrypted, in their own heads and in its list."""
    content = bytearray(dated(ods("Data", table())))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at != -1:
            content[at + flags] |= 1
            at = content.find(signature, at + 1)
    return bytes(content)


def locked_xls(records):
    """With the record that it is encrypted, and noise in all that come after it."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    for at, row in enumerate(table()):
        for column, value in enumerate(row):
            sheet.write(at, column, value)
    data = book.get_biff_data()
    out = io.BytesIO()
    XlsDoc().save(out, data[:BOF] + records + b"".join(_hidden(data, BOF)))
    return out.getvalue()


def _hidden(data, at):
    """Kind and size of a record stay readable."""
    while at + 4 <= len(data):
        size = int.from_bytes(data[at + 2 : at + 4], "little")
        yield data[at : at + 4] + noise(size)
        at += 4 + size
