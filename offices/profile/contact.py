"""What an office may be reached by: why a postal code, a site or a mail address cannot be one, in Indonesian. Pure."""

import re

from offices.fields import EMAIL, MAIL_FAULTS, POSTAL_CODE, WEBSITE, Field

_POSTAL_CODE = re.compile(r"[1-9]\d{4}", re.ASCII)
_SITE = re.compile(
    r"(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?",
    re.ASCII | re.IGNORECASE,
)
_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_MAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{{2,24}}", re.I | re.A)
_FITTING = {
    POSTAL_CODE: (_POSTAL_CODE, "Kode pos terdiri atas lima angka, misalnya 63211."),
    WEBSITE: (_SITE, "Tulis satu alamat situs tanpa spasi, misalnya kab-contoh.kpu.go.id."),
    EMAIL: (_MAIL, MAIL_FAULTS["invalid"]),
}
"""What fits a field, and what is said where it does not."""


def fault_of(field: Field, typed: str) -> str:
    """What is wrong with what was typed into one of these fields; nothing for an empty one."""
    pattern, told = _FITTING[field]
    return told if typed and not pattern.fullmatch(typed) else ""
