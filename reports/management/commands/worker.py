"""``manage.py worker``: does what waits in the queue, until it is asked to end."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from reports.work.loop import work, work_off


class Command(BaseCommand):
    help = "Menjalankan pekerja latar: membebaskan pekerjaan yang terhenti, lalu mengerjakan antrean."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--batch", action="store_true", help="Kerjakan antrean sampai habis, lalu berhenti.")
        parser.add_argument("--interval", type=float, default=1.0, help="Jeda antarpemeriksaan antrean (detik).")

    def handle(self, *_args: Any, batch: bool, interval: float, **_options: Any) -> None:
        if batch:
            work_off()
        else:
            work(max(interval, 0.05))
