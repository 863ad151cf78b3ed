"""Write the evidence pack of an office as a zip."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.core.management.base import BaseCommand

from offices.models import office_with
from offices.stored import Unsound
from oversight.pack.lists import LISTS, PEKPPP
from oversight.pack.packing import pack_of, zipped
from surveys.periods import FIRST_YEAR, LAST_YEAR


class Command(BaseCommand):
    help = (
        "Menulis paket bukti satu satuan kerja untuk satu tahun dan tahun sebelumnya sebagai berkas zip. Isinya milik "
        "satuan kerja: berkas siklus di dalamnya tidak untuk umum."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE", help="kode satuan kerja, misalnya 3521")
        parser.add_argument("year", metavar="YEAR", type=int, help="tahun penilaian, misalnya 2026")
        parser.add_argument("-o", dest="file", type=Path, metavar="FILE.zip", required=True)
        parser.add_argument("--list", dest="wanted", choices=LISTS, default=PEKPPP.key, help="daftar penerima")

    def handle(self, *_args: Any, **options: Any) -> None:
        year = options["year"]
        target = options["file"]
        office = office_with(options["code"])
        if office is None:
            self._refuse(f"satuan kerja: tidak ada yang berkode {options['code']}")
            return
        if not FIRST_YEAR <= year <= LAST_YEAR:
            self._refuse(f"tahun: harus antara {FIRST_YEAR} dan {LAST_YEAR}, bukan {year}")
        pack = pack_of(office, LISTS[options["wanted"]], year)
        try:
            with TemporaryDirectory(prefix=".paket-", dir=target.parent) as folder:
                made = Path(folder, target.name)
                with made.open("wb") as file:
                    file.writelines(zipped(pack))
                made.replace(target)
        except OSError as error:
            self._refuse(f"berkas: tidak dapat ditulis: {target} ({error.strerror})")
        except Unsound as unsound:
            self._refuse(f"berkas: {unsound}")
        self.stdout.write(f"{office.code} {year}: {len(pack.files)} berkas, {pack.lacking} belum ada")

    def _refuse(self, reason: str) -> None:
        self.stderr.write(reason)
        sys.exit(1)
