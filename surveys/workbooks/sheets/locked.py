"""Whether a workbook is locked with a password, told from its outside: what it holds cannot be read."""

import zipfile

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_XLSX = "EncryptedPackage".encode("utf-16-le")
"""The stream of an OLE file that holds an encrypted xlsx ([MS-OFFCRYPTO] 2.3)."""
STARTS_OF_XLS = (b"\x09\x08\x10\x00\x00\x06\x05\x00", b"\x09\x08\x08\x00\x00\x05\x05\x00")
"""The first record of a workbook, BOF, in BIFF8 and BIFF5; in an OLE file it begins a sector."""
WRITE_PROTECTED = 0x86
ENCRYPTED = 0x2F
"""The record FILEPASS; it comes first or behind the one that a file is not to be written ([MS-XLS] 2.1.7.20.3)."""
SECTOR = 512
MANIFEST = "META-INF/manifest.xml"
MOST_OF_A_MANIFEST = 2**20


def is_locked_ole(content: bytes) -> bool:
    """An xlsx behind a password, or an xls whose records are encrypted."""
    return ENCRYPTED_XLSX in content or any(_is_locked_xls(content, start) for start in STARTS_OF_XLS)


def _is_locked_xls(content: bytes, start: bytes) -> bool:
    at = content.find(start)
    while at % SECTOR and at != -1:
        at = content.find(start, at + 1)
    if at == -1:
        return False
    kind = WRITE_PROTECTED
    while kind == WRITE_PROTECTED:
        at += 4 + int.from_bytes(content[at + 2 : at + 4], "little")
        kind = int.from_bytes(content[at : at + 2], "little")
    return kind == ENCRYPTED


def is_locked_zip(archive: zipfile.ZipFile) -> bool:
    """An ods whose manifest tells how its parts are encrypted, or an archive with a password of its own."""
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        return True
    if MANIFEST not in archive.namelist():
        return False
    with archive.open(MANIFEST) as manifest:
        return b"encryption-data" in manifest.read(MOST_OF_A_MANIFEST)
