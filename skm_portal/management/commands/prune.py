"""``manage.py prune``: everything that only takes room goes, by one call of a timer; ``--dry-run`` counts it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from skm_portal.management.commands.sweep_files import DAYS
from skm_portal.tidying.pruning import prune


class Command(BaseCommand):
    help = "Menghapus sesi, formulir, hitungan, tembolok, draf, lembar publikasi, dan berkas yang sudah lewat waktunya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Hanya menghitung; tidak ada yang dihapus.")
        parser.add_argument(
            "--days",
            type=int,
            default=DAYS,
            help=f"draf dan berkas yang lebih tua dari ini (baku {DAYS} hari).",
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["days"] < 1:
            raise CommandError("Paling sedikit 1 hari: berkas yang sedang dibuat belum dipakai apa pun.")
        for pruned in prune(timezone.now(), options["days"], for_real=not options["dry_run"]):
            self.stdout.write(f"{pruned.count} {pruned.what}")
        self.stdout.write("Tidak ada yang dihapus." if options["dry_run"] else "Selesai.")
