"""``manage.py expire_trail --before DATE [--delete]``: old events of the trail, by the owner of the database."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.declining import Declined
from offices.trail.expiry import expire, expiring


class Command(BaseCommand):
    help = (
        "Menghitung catatan Riwayat Perubahan sebelum suatu tanggal; dengan --delete menghapusnya. Pada PostgreSQL "
        "hanya dengan peran pemilik basis data."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--before", required=True, type=date.fromisoformat, metavar="YYYY-MM-DD")
        parser.add_argument(
            "--delete", action="store_true", help="benar-benar menghapus; tanpa ini tidak ada yang berubah"
        )

    def handle(self, *_args: Any, before: date, delete: bool, **_options: Any) -> None:
        try:
            count = expire(before) if delete else expiring(before).count()
        except Declined as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} catatan {'dihapus' if delete else 'akan dihapus; ulangi dengan --delete'}")
