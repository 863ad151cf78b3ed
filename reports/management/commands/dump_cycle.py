"""Write a cycle of the portal as a cycle file."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from reports.cycle.dump import dump_cycle
from reports.cycle.faults import CycleFaults
from reports.cycle.read import find_survey


class Command(BaseCommand):
    help = (
        "Menulis satu siklus beserta fotonya sebagai berkas zip. Berkas ini milik satuan kerja dan tidak untuk "
        "dipublikasikan: hasil layanan dengan sedikit responden, yang disembunyikan dalam laporan, ada di dalamnya."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE", help="kode satuan kerja, misalnya 3521")
        parser.add_argument("period", metavar="PERIOD", help="misalnya 2025-S1")
        parser.add_argument("-o", dest="file", type=Path, metavar="FILE.zip", required=True)

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            survey = find_survey(options["code"], options["period"])
            dump_cycle(survey, options["file"])
        except CycleFaults as refused:
            self._refuse(*map(str, refused.faults))
        except OSError as error:
            self._refuse(f"berkas: tidak dapat ditulis: {options['file']} ({error.strerror})")
        self.stdout.write(f"{survey.office.code} {survey.period}")

    def _refuse(self, *reasons: str) -> None:
        for reason in reasons:
            self.stderr.write(reason)
        sys.exit(1)
