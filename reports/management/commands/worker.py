"""``manage.py worker``: the worker, after it has freed what a killed one left behind."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from reports.work.jobs import reclaim_expired


class Command(BaseCommand):
    help = "Menjalankan pekerja latar: membebaskan pekerjaan yang terhenti, lalu mengerjakan antrean."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", action="store_true", help="Kerjakan antrean sampai habis, lalu berhenti.")
        parser.add_argument("--interval", type=float, default=1.0, help="Jeda antarpemeriksaan antrean (detik).")

    def handle(self, *_args: Any, batch: bool, interval: float, **options: Any) -> None:
        reclaim_expired()
        call_command(
            "db_worker",
            batch=batch,
            interval=interval,
            verbosity=options["verbosity"],
            reload=False,
            startup_delay=False,
        )
