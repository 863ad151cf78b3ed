"""A passphrase as a file holds it: whatever editor of whatever system wrote the file."""

import codecs

_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UNREADABLE = "Berkas frasa sandi tidak dapat dibaca sebagai teks. Simpan ulang sebagai teks UTF-8 satu baris."
_EMPTY = "Berkas frasa sandi kosong. Isikan frasa sandi kunci pada baris pertamanya."


class UnreadablePassphrase(ValueError):
    """The file holds no line of text; the message says what to do, and nothing of what the file holds."""


def passphrase_in(content: bytes) -> str:
    """The first line: UTF-8 or UTF-16, with or without a byte order mark, whatever its line end.

    Raises UnreadablePassphrase.
    """
    try:
        text = content.decode("utf-16" if content.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadablePassphrase(_UNREADABLE) from None  # the cause would quote what it could not read
    line = text.replace("\r", "\n").partition("\n")[0]
    if "\0" in line:
        raise UnreadablePassphrase(_UNREADABLE)
    if not line:
        raise UnreadablePassphrase(_EMPTY)
    return line
