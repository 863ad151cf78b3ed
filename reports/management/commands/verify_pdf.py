"""Say what a PDF file is to this portal, and what its signatures are worth, as the public page does.

Exit status 0 if it is valid, else 1: which it is stands in verdict_table.py.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localtime

from reports.signing.keys.certificate import certificates_in
from reports.signing.trust import trusted_roots
from reports.signing.verify import MOST_BYTES, WORDS_ADDED, SignatureFacts
from reports.verification.files import Comparison, compare
from reports.verification.verdict import Reason
from reports.words.language import date_text


class Command(BaseCommand):
    help = "Memeriksa tanda tangan elektronik pada satu berkas PDF."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FILE.pdf", type=Path)
        parser.add_argument("--trust", metavar="CERT.pem", type=Path, help="otoritas tepercaya, ganti SIGNING_TRUST")
        parser.add_argument("--json", action="store_true", help="tulis sebagai JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        content = _content(options["file"])
        found = compare(content, self._roots(options["trust"]))
        if options["json"]:
            self.stdout.write(json.dumps(verdict(found), ensure_ascii=False, indent=1))
        else:
            self.stdout.write("\n".join(lines(found)))
        if found.ruling.status:
            sys.exit(found.ruling.status)

    def _roots(self, file: Path | None) -> tuple[bytes, ...]:
        if file is None:
            return trusted_roots()
        try:
            content = file.read_bytes()
            certificates_in(content)
        except (OSError, ValueError) as error:
            raise CommandError(f"{file} bukan berkas sertifikat PEM atau DER yang dapat dibaca.") from error
        return (content,)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"Berkas {file} tidak ada atau tidak dapat dibaca.") from error


def verdict(found: Comparison) -> dict[str, Any]:
    """The answer as JSON says it. ``signer`` and ``signed_at`` are those of the first signature."""
    first = found.signatures[0] if found.signatures else None
    return {
        "valid": found.is_valid,
        "intact": found.is_intact,
        "trusted": found.case.trusted,
        "signer": first.signer if first else None,
        "signed_at": first.signed_at.isoformat() if first and first.signed_at else None,
        "known": found.case.is_known,
        "standing": found.case.stands or None,
        "reason": found.ruling.reason or None,
        "code": found.standing.facts.code if found.standing and found.standing.facts else None,
        "headline": found.ruling.headline,
        "error": found.remark,
        "signatures": [_row(facts) for facts in found.signatures],
    }


def _row(facts: SignatureFacts) -> dict[str, Any]:
    names = ("signer", "issuer", "intact", "covers_whole_file", "trusted", "demo", "not_valid_at_signing")
    moments = {
        name: moment.isoformat() if (moment := getattr(facts, name)) else None
        for name in ("signed_at", "timestamped_at")
    }
    return {name: getattr(facts, name) for name in names} | moments | {"changed_after": facts.changed_after.value}


def lines(found: Comparison) -> Iterator[str]:
    """The answer for people: what the public page says, and each signature."""
    yield f"Hasil: {_head(found)}. {found.ruling.headline}."
    yield found.ruling.sentence
    yield from (line for line in (found.remark, found.certificate.text if found.certificate else "") if line)
    yield f"Dikeluarkan portal ini: {'ya' if found.case.is_known else 'tidak dikenal'}"
    if found.standing:
        yield f"Keadaan laporannya: {found.standing.ruling.headline}"
    for number, facts in enumerate(found.signatures, 1):
        yield f"Tanda tangan {number}: {facts.signer or 'tidak terbaca'}, {_moment(facts.signed_at)}"
        yield from (f"  {remark}" for remark in _remarks(facts) if remark)


def _head(found: Comparison) -> str:
    if found.is_valid:
        return "SAH"
    uncheckable = found.ruling.reason in (Reason.UNCHECKABLE, Reason.INCOMPLETE)
    return "TIDAK DAPAT DICEK" if uncheckable else "TIDAK SAH"


def _remarks(facts: SignatureFacts) -> Iterator[str]:
    trust = "tepercaya" if facts.trusted else "tidak tepercaya"
    yield f"Penerbit sertifikat: {facts.issuer or 'tidak terbaca'} ({trust})"
    yield "Bagian yang ditandatangani utuh." if facts.intact else "Bagian yang ditandatangani TIDAK utuh."
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
