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


def postal_code_fault(typed: str) -> str:
    return "" if _POSTAL_CODE.fullmatch(typed) else "Kode pos terdiri atas lima angka, misalnya 63211."


def website_fault(typed: str) -> str:
    return "" if _SITE.fullmatch(typed) else "Tulis satu alamat situs tanpa spasi, misalnya kab-contoh.kpu.go.id."


def email_fault(typed: str) -> str:
    return "" if _MAIL.fullmatch(typed) else MAIL_FAULTS["invalid"]


FAULTS = {POSTAL_CODE: postal_code_fault, WEBSITE: website_fault, EMAIL: email_fault}


def fault_of(field: Field, typed: str) -> str:
    """What is wrong with what was typed into one of these fields; nothing for an empty one."""
    return FAULTS[field](typed) if typed else ""
