"""``manage.py load_instrument FILE``: another instrument, or questionnaires for one that is there."""

from argparse import ArgumentParser
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.declining import Declined
from surveys.instrument.document import InstrumentFault, read_document
from surveys.instrument.loading import load_document
from surveys.instrument.rows import known_elements


class Command(BaseCommand):
    help = "Memuat instrumen survei beserta kuesionernya dari berkas skm-instrument/1 (docs/instruments.md)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="BERKAS", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            content = path.read_bytes()
        except OSError:
            raise CommandError(f"Berkas {path} tidak dapat dibaca.") from None
        try:
            loaded = load_document(read_document(content, known_elements()), sha256(content).hexdigest())
        except (InstrumentFault, Declined) as error:
            raise CommandError(str(error)) from None
        if not loaded:
            self.stdout.write("Isi berkas ini sudah ada; tidak ada yang diubah.")
        if loaded.instrument:
            self.stdout.write(f"Instrumen {loaded.instrument} dimuat.")
        for key in loaded.forms:
            self.stdout.write(f"Kuesioner {key} dimuat.")
