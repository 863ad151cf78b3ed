"""Say what the signatures of a PDF file are worth, and whether it is one that this portal issued; exit 1 if not valid.

Valid: each signature is intact and nothing but proofs came after it, or the file is byte for byte an issued one.
"""

import hashlib
import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.timezone import localtime

from reports.language import date_text
from reports.models import Report
from reports.signing.certificate import certificates_in
from reports.signing.verify import MOST_BYTES, WORDS_ADDED, Inspection, SignatureFacts, inspect
from reports.trust import trusted_roots


class Command(BaseCommand):
    help = "Memeriksa tanda tangan elektronik pada satu berkas PDF."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.pdf", type=Path)
        parser.add_argument("--trust", metavar="CERT.pem", type=Path, help="otoritas tepercaya, ganti SIGNING_TRUST")
        parser.add_argument("--json", action="store_true", help="tulis sebagai JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        content = _content(options["file"])
        found = inspect(content, _roots(options["trust"]))
        told = verdict(found, known=is_known(hashlib.sha256(content).hexdigest()))
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(lines(found, told)))
        if not told["valid"]:
            sys.exit(1)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"Berkas {file} tidak ada atau tidak dapat dibaca.") from error


def _roots(file: Path | None) -> tuple[bytes, ...]:
    if file is None:
        return trusted_roots()
    try:
        content = file.read_bytes()
        certificates_in(content)
    except (OSError, ValueError) as error:
        raise CommandError(f"{file} bukan berkas sertifikat PEM atau DER yang dapat dibaca.") from error
    return (content,)


def is_known(sha256: str) -> bool:
    """Whether these bytes are a version that this portal issued; without a database nothing is known."""
    try:
        return Report.objects.filter(signed_sha256=sha256).exists()
    except DatabaseError:
        return False


def verdict(found: Inspection, *, known: bool) -> dict[str, Any]:
    """The answer as JSON says it. ``signer`` and ``signed_at`` are those of the first signature."""
    intact = bool(found.signatures) and all(facts.intact for facts in found.signatures)
    first = found.signatures[0] if found.signatures else None
    return {
        "valid": found.holds or (known and intact),
        "intact": intact,
        "trusted": bool(found.signatures) and all(facts.trusted for facts in found.signatures),
        "signer": first.signer if first else None,
        "signed_at": first.signed_at.isoformat() if first and first.signed_at else None,
        "known": known,
        "error": found.error,
        "signatures": [_row(facts) for facts in found.signatures],
    }


def _row(facts: SignatureFacts) -> dict[str, Any]:
    names = ("signer", "issuer", "intact", "covers_whole_file", "trusted", "demo", "not_valid_at_signing")
    moments = {name: _iso(getattr(facts, name)) for name in ("signed_at", "timestamped_at")}
    return {name: getattr(facts, name) for name in names} | moments | {"changed_after": facts.changed_after.value}


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def lines(found: Inspection, told: dict[str, Any]) -> Iterator[str]:
    """The answer for people."""
    yield f"Hasil: {_result(found, told)}"
    yield f"Dikeluarkan portal ini: {'ya' if told['known'] else 'tidak dikenal'}"
    for number, facts in enumerate(found.signatures, 1):
        yield f"Tanda tangan {number}: {facts.signer or 'tidak terbaca'}, {_moment(facts.signed_at)}"
        yield from (f"  {remark}" for remark in _remarks(facts) if remark)


def _result(found: Inspection, told: dict[str, Any]) -> str:
    if found.error:
        return f"TIDAK SAH. {found.error}"
    if not found.signatures:
        return "TIDAK SAH. Berkas ini tidak memuat tanda tangan elektronik."
    if told["valid"]:
        return "SAH. Tanda tangan utuh dan isinya tidak diubah sesudah ditandatangani."
    return "TIDAK SAH. Berkas diubah atau ditambahi sesudah ditandatangani."


def _remarks(facts: SignatureFacts) -> Iterator[str]:
    trust = "tepercaya" if facts.trusted else "tidak tepercaya"
    yield f"Penerbit sertifikat: {facts.issuer or 'tidak terbaca'} ({trust})"
    yield "Isi yang ditandatangani utuh." if facts.intact else "Isi yang ditandatangani TIDAK utuh."
    if facts.timestamped_at:
        yield f"Penanda waktu: {_moment(facts.timestamped_at)}"
    yield WORDS_ADDED[facts.changed_after]
    if facts.not_valid_at_signing:
        yield "Sertifikat tidak berlaku pada saat penandatanganan."
    if facts.demo:
        yield "CONTOH – BUKAN DOKUMEN RESMI: kunci contoh."


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return "waktu tidak disebutkan"
    local = localtime(moment)
    return f"{date_text(local.date())} pukul {local:%H.%M} {local:%Z}"
