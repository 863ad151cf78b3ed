"""``manage.py sweep_files``: what takes room in the storage and belongs to nothing; with ``--delete`` it goes."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from skm_portal.tidying.sweeping import delete, unused_files

DAYS = 30


class Command(BaseCommand):
    help = "Menampilkan berkas foto dan laporan yang tidak dipakai lagi; dengan --delete berkas itu dihapus."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--delete", action="store_true", help="Hapus; tanpa ini hanya ditampilkan.")
        parser.add_argument("--days", type=int, default=DAYS, help=f"Hanya yang lebih tua dari ini (baku {DAYS} hari).")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["days"] < 1:
            raise CommandError("Paling sedikit 1 hari: berkas yang sedang dibuat belum dipakai apa pun.")
        found, room = 0, 0
        for file in unused_files(timezone.now() - timedelta(days=options["days"])):
            if not options["delete"] or delete(file):
                found, room = found + 1, room + file.size
                self.stdout.write(file.name)
        done = "dihapus" if options["delete"] else "tidak dipakai; tambahkan --delete untuk menghapusnya"
        self.stdout.write(f"{found} berkas, {room / 2**20:.1f} MB {done}.".replace(".", ",", 1))
