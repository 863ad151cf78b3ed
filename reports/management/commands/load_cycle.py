"""Load a cycle file into the portal."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from reports.cycle.archive import open_package
from reports.cycle.faults import CycleFaults
from reports.cycle.load import load_cycle
from reports.cycle.parse import parse_cycle
from reports.cycle.read import known_instruments


class Command(BaseCommand):
    help = "Memuat satu berkas siklus (.json atau .zip), seluruhnya atau tidak sama sekali."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--placeholder-photos", action="store_true", help="gambar contoh untuk setiap foto yang tidak ada"
        )
        parser.add_argument(
            "--without-reports",
            action="store_true",
            help="lewati laporan bertanda tangan periode sebelumnya yang tidak ada",
        )
        parser.add_argument("--replace", action="store_true", help="gantikan siklus yang sudah ada")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            with open_package(options["file"]) as package:
                cycle = parse_cycle(package.text, known_instruments())
                survey = load_cycle(
                    cycle,
                    package.file,
                    replace=options["replace"],
                    placeholders=options["placeholder_photos"],
                    without_reports=options["without_reports"],
                )
        except CycleFaults as refused:
            for fault in refused.faults:
                self.stderr.write(str(fault))
            sys.exit(1)
        self.stdout.write(f"{survey.office.code} {survey.period}")
