"""Document numbers by an office's own pattern, such as ``{nomor}/{klasifikasi}-{jenis}/{kode}/{tahun}``. Pure."""

import re
from dataclasses import asdict, dataclass
from datetime import date

KIND = "LAP"
LONGEST = 100
_FIELD = re.compile(r"\{([^{}]*)\}")
_RUNNING = re.compile(r"[0-9A-Za-z][0-9A-Za-z.\-]{0,19}")


class NumberRefused(ValueError):  # noqa: N818 (nobody erred: the portal declines)
    """A number that cannot be made; the text says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class NumberParts:
    """What a pattern may ask for. ``nomor``: the running number of the register, as it is written there."""

    nomor: str
    klasifikasi: str
    kode: str
    tahun: str
    jenis: str = KIND


FIELDS = tuple(NumberParts.__dataclass_fields__)


def document_number(pattern: str, running: str, *, classification: str, unit_code: str, dated: date) -> str:
    """The number of a document; empty where the office has no pattern.

    Raises NumberRefused where the pattern asks for what is not known, or the running number is missing or odd.
    """
    if not pattern:
        return ""
    check_pattern(pattern, classification=classification, unit_code=unit_code)
    parts = NumberParts(running.strip(), classification.strip(), unit_code.strip(), str(dated.year))
    values = asdict(parts)
    if not _RUNNING.fullmatch(parts.nomor):
        raise NumberRefused("Nomor urut dokumen belum diisi atau memuat tanda lain. Isi seperti pada buku agenda: 123.")
    number = _FIELD.sub(lambda found: values[found[1]], pattern)
    if len(number) > LONGEST:
        raise NumberRefused(f"Nomor dokumen menjadi terlalu panjang: paling banyak {LONGEST} karakter.")
    return number


def check_pattern(pattern: str, *, classification: str, unit_code: str) -> None:
    """Raise NumberRefused for a pattern that cannot be used with what is known of the office."""
    asked = _FIELD.findall(pattern)
    unknown = [f"{{{name}}}" for name in asked if name not in FIELDS]
    if unknown or "{" in _FIELD.sub("", pattern) or "}" in _FIELD.sub("", pattern) or "nomor" not in asked:
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise NumberRefused(
            f"Pola nomor dokumen satuan kerja tidak dapat dipakai. Pola memuat {{nomor}} dan hanya isian ini: {known}."
        )
    values = {"klasifikasi": classification.strip(), "kode": unit_code.strip()}
    empty = [name for name, value in values.items() if name in asked and not value]
    if empty:
        words = {"klasifikasi": "kode klasifikasi", "kode": "kode satuan kerja pada nomor"}
        missing = " dan ".join(words[name] for name in empty)
        raise NumberRefused(f"Pola nomor dokumen memerlukan {missing}. Lengkapi pada profil satuan kerja.")
