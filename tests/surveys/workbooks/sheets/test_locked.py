"""A workbook behind a password is known by its outside; one that is only marked or protected is not locked."""

import io
import zipfile

import pytest

from surveys.workbooks.sheets.locked import (
    ENCRYPTED_XLSX,
    MANIFEST,
    MOST_OF_A_MANIFEST,
    OLE,
    SECTOR,
    STARTS_OF_XLS,
    is_locked_ole,
    is_locked_zip,
)

FILEPASS, WRITE_PROTECTED, OTHER = b"\x2f\x00", b"\x86\x00", b"\x42\x00"
BIFF8, BIFF5 = STARTS_OF_XLS


def record(kind, body=b""):
    return kind + len(body).to_bytes(2, "little") + body


def xls(*records, start=BIFF8, at=SECTOR):
    """An old workbook whose records begin at a byte; its first record is as long as it says."""
    length = int.from_bytes(start[2:4], "little")
    return OLE.ljust(at, b"\0") + start.ljust(4 + length, b"\0") + b"".join(records)


@pytest.mark.parametrize("start", STARTS_OF_XLS, ids=["biff8", "biff5"])
@pytest.mark.parametrize("at", [SECTOR, 7 * SECTOR])
def test_an_old_workbook_is_locked_where_a_password_comes_first(start, at):
    assert is_locked_ole(xls(record(FILEPASS, b"\0" * 6), start=start, at=at))
    assert not is_locked_ole(xls(record(OTHER, b"\0" * 6), start=start, at=at))


def test_behind_the_mark_that_it_is_not_to_be_written_a_password_still_counts():
    marked = record(WRITE_PROTECTED)
    assert is_locked_ole(xls(marked, record(FILEPASS)))
    assert is_locked_ole(xls(marked, marked, record(FILEPASS)))
    assert not is_locked_ole(xls(marked, record(OTHER), record(FILEPASS)))


def test_a_password_further_on_or_cut_off_is_none():
    assert not is_locked_ole(xls(record(OTHER, b"ab"), record(FILEPASS)))
    assert not is_locked_ole(xls())
    assert not is_locked_ole(xls()[:-3])


def test_the_first_record_begins_a_sector():
    """The same bytes within another stream are chance."""
    decoy = OLE.ljust(SECTOR + 9, b"\0") + BIFF8 + record(FILEPASS)
    assert not is_locked_ole(decoy)
    whole = decoy.ljust(3 * SECTOR, b"\0") + xls(record(FILEPASS))[SECTOR:]
    assert is_locked_ole(whole)


def test_a_new_workbook_in_an_old_shell_is_locked():
    assert is_locked_ole(OLE + b"\0" * 600 + ENCRYPTED_XLSX + b"\0" * 9)
    assert not is_locked_ole(OLE + b"\0" * 600 + b"EncryptedPackage")
    assert not is_locked_ole(b"")


def archive(manifest=None, **files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("content.xml", b"<office/>")
        for name, content in files.items():
            made.writestr(name, content)
        if manifest is not None:
            made.writestr(MANIFEST, manifest)
    return zipfile.ZipFile(io.BytesIO(target.getvalue()))


@pytest.mark.parametrize(
    ("manifest", "locked"),
    [
        (None, False),
        (b"<manifest/>", False),
        (b"<manifest><encryption-data/></manifest>", True),
        (b" " * MOST_OF_A_MANIFEST + b"encryption-data", False),
    ],
    ids=["none", "plain", "told", "beyond"],
)
def test_an_open_document_tells_in_its_manifest_how_it_is_locked(manifest, locked):
    assert is_locked_zip(archive(manifest)) is locked
    assert not is_locked_zip(archive(**{"content2.xml": b"encryption-data"}))


def test_an_archive_with_a_password_of_its_own_is_locked():
    opened = archive()
    opened.infolist()[0].flag_bits |= 1
    assert is_locked_zip(opened)
