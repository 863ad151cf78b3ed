"""Write the tables of a cycle as a workbook."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from reports.cycle.faults import CycleFaults
from reports.cycle.read import find_survey
from reports.workbook.assembling import workbook_of


class Command(BaseCommand):
    help = "Menulis tabel-tabel satu siklus sebagai buku kerja Excel."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE", help="kode satuan kerja, misalnya 3521")
        parser.add_argument("period", metavar="PERIOD", help="misalnya 2025-S1")
        parser.add_argument("-o", "--output", dest="file", type=Path, metavar="FILE.xlsx", required=True)

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            options["file"].write_bytes(workbook_of(find_survey(options["code"], options["period"])))
        except CycleFaults as refused:
            self._refuse(*map(str, refused.faults))
        except OSError as error:
            self._refuse(f"berkas: tidak dapat ditulis: {options['file']} ({error.strerror})")
        self.stdout.write(str(options["file"]))

    def _refuse(self, *reasons: str) -> None:
        for reason in reasons:
            self.stderr.write(reason)
        sys.exit(1)
