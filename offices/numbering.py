"""Document numbers by an office's own pattern, such as ``{nomor}/{klasifikasi}-{jenis}/{kode}/{tahun}``. Pure."""

import re
from dataclasses import asdict, dataclass
from datetime import date

from offices.declining import Declined

KIND = "LAP"
LONGEST = 100
_FIELD = re.compile(r"\{([^{}]*)\}")
_RUNNING = re.compile(r"[0-9A-Za-z][0-9A-Za-z.\-]{0,19}")


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

    Raises Declined where the pattern asks for what is not known, or the running number is missing or odd.
    """
    if not pattern:
        return ""
    check_pattern(pattern, classification=classification, unit_code=unit_code)
    parts = NumberParts(running.strip(), classification.strip(), unit_code.strip(), str(dated.year))
    values = asdict(parts)
    if not _RUNNING.fullmatch(parts.nomor):
        raise Declined("Nomor urut dokumen belum diisi atau memuat tanda lain. Isi seperti pada buku agenda: 123.")
    number = _FIELD.sub(lambda found: values[found[1]], pattern)
    if len(number) > LONGEST:
        raise Declined(f"Nomor dokumen menjadi terlalu panjang: paling banyak {LONGEST} karakter.")
    return number


def check_pattern(pattern: str, *, classification: str, unit_code: str) -> None:
    """Raise Declined for a pattern that cannot be used with what is known of the office."""
    asked = _FIELD.findall(pattern)
    unknown = [f"{{{name}}}" for name in asked if name not in FIELDS]
    if unknown or "{" in _FIELD.sub("", pattern) or "}" in _FIELD.sub("", pattern) or "nomor" not in asked:
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise Declined(
            f"Pola nomor dokumen satuan kerja tidak dapat dipakai. Pola memuat {{nomor}} dan hanya isian ini: {known}."
        )
    values = {"klasifikasi": classification.strip(), "kode": unit_code.strip()}
    empty = [name for name, value in values.items() if name in asked and not value]
    if empty:
        words = {"klasifikasi": "kode klasifikasi", "kode": "kode satuan kerja pada nomor"}
        missing = " dan ".join(words[name] for name in empty)
        raise Declined(f"Pola nomor dokumen memerlukan {missing}. Lengkapi pada profil satuan kerja.")
