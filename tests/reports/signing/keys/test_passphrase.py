"""Passphrase files as editors write them."""

import codecs

import pytest

from reports.signing.keys.passphrase import UnreadablePassphrase, passphrase_in

SECRET = "frasa sandi é 4711 "
NO_TEXT = [
    SECRET.encode("utf-16-le"),
    SECRET.encode("latin-1"),
    b"\xff\xfe\x00",
    b"rahasia\x00",
    codecs.BOM_UTF16_LE + b"\x00\xd8",
]


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\r", "\r\nbaris kedua\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_first_line_is_read_whoever_wrote_it(encoding, ending):
    assert passphrase_in((SECRET + ending).encode(encoding)) == SECRET


def test_the_other_order_of_bytes_is_read():
    assert passphrase_in(codecs.BOM_UTF16_BE + (SECRET + "\r\n").encode("utf-16-be")) == SECRET


@pytest.mark.parametrize("content", NO_TEXT)
def test_what_is_no_text_is_named_and_nothing_of_it_told(content):
    with pytest.raises(UnreadablePassphrase, match="Simpan ulang sebagai teks UTF-8") as refused:
        passphrase_in(content)
    assert refused.value.__cause__ is None


@pytest.mark.parametrize("content", [b"", b"\n", b"\r\n", codecs.BOM_UTF8, codecs.BOM_UTF8 + b"\r\nrahasia"])
def test_an_empty_first_line_is_named(content):
    with pytest.raises(UnreadablePassphrase, match="kosong"):
        passphrase_in(content)
