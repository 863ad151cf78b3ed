"""``manage.py move_person USERNAME CODE --role ROLE[:UNIT] …``: somebody whom another office employs from now on."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.account.invitations import lapse_day
from offices.declining import Declined
from offices.invisible import tidied
from offices.models import Office, Role, Unit, User, office_with
from offices.people.roster import Grant, move_person


class Command(BaseCommand):
    help = (
        "Memindahkan akun ke satuan kerja lain: peran lama dilepas, peran baru diberikan, semua sesi dan verifikasi "
        "dua langkah berakhir. Kata sandi sementara dicetak satu kali."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("code", help="kode satuan kerja tujuan")
        parser.add_argument(
            "--role",
            action="append",
            required=True,
            metavar="PERAN[:UNIT]",
            help=f"{', '.join(Role.values)}; staff dan head disertai kunci unit, misalnya staff:kul",
        )

    def handle(self, *_args: Any, username: str, code: str, role: list[str], **_options: Any) -> None:
        office = office_with(code)
        user = User.objects.filter(username=username).first()
        if office is None or user is None:
            raise CommandError("Satuan kerja atau nama pengguna itu tidak ada.")
        try:
            password = move_person(user, office, frozenset(self._grant(office, text) for text in role))
        except Declined as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{user.username} -> {office.code} {office.name}")
        self.stdout.write(f"kata sandi sementara: {password}")
        self.stdout.write(f"berlaku sampai: {lapse_day(user)}")

    def _grant(self, office: Office, text: str) -> Grant:
        """``admin`` or ``staff:kul``."""
        role, _, key = tidied(text).partition(":")
        if role not in Role.values:
            raise CommandError(f"Peran {role} tidak dikenal. Yang ada: {', '.join(Role.values)}.")
        unit = Unit.objects.filter(office=office, key=key).first() if key else None
        if key and unit is None:
            raise CommandError(f"Unit {key} tidak ada di {office.code}.")
        return Grant(role, unit.pk if unit else None)
