"""``manage.py create_office CODE [NAME] --admin USERNAME``: an office, if it is new, and an admin for it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from offices.account.invitations import lapse_day
from offices.creating import NewOffice, add_admin, create_office
from offices.declining import Declined
from offices.invisible import tidied
from offices.models import Office, office_with


class Command(BaseCommand):
    help = (
        "Mendaftarkan satuan kerja beserta admin pertamanya, atau menambah admin pada satuan kerja yang sudah ada. "
        "Kata sandi sementara dicetak satu kali."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", help="kode satuan kerja, misalnya 3521")
        parser.add_argument("name", nargs="?", default="", help="nama lengkap; hanya untuk satuan kerja baru")
        parser.add_argument("--short-name", default="", help="nama singkat")
        parser.add_argument("--place", default="", help="tempat penandatanganan")
        parser.add_argument("--parent", default="", help="kode satuan kerja di atasnya")
        parser.add_argument("--admin", required=True, help="nama pengguna admin")
        parser.add_argument("--admin-name", default="", help="nama lengkap admin")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                office = self._office(options)
                user, password = add_admin(office, options["admin"], options["admin_name"])
        except Declined as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{office.code} {office.name}")
        self.stdout.write(f"admin: {user.username}")
        self.stdout.write(f"kata sandi sementara: {password}")
        self.stdout.write(f"berlaku sampai: {lapse_day(user)}")

    def _office(self, options: dict[str, Any]) -> Office:
        """The office with that code, made from the other options if there is none yet."""
        code = options["code"]
        name = tidied(options["name"])
        known = office_with(code)
        if known and name:
            raise CommandError(
                f"Satuan kerja {known.code} sudah ada ({known.name}). Hilangkan namanya untuk menambah admin saja."
            )
        if known:
            return known
        if not name:
            raise CommandError(f"Satuan kerja {code} belum ada. Sebutkan nama lengkapnya untuk mendaftarkannya.")
        try:
            return create_office(NewOffice(code, name, options["short_name"], options["place"], options["parent"]))
        except Office.DoesNotExist:
            raise CommandError(f"Satuan kerja di atasnya ({options['parent']}) belum ada.") from None
