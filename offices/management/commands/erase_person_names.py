"""``manage.py erase_person_names USERNAME|ID [--also TEXT]``: a person's names, out of the trail and the account."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.declining import Declined
from offices.invisible import tidied
from offices.models import User
from offices.trail.erasure import erase_names
from offices.usernames import normal_name


class Command(BaseCommand):
    help = (
        "Menghapus nama, nama pengguna, NIP, jabatan, dan surel seseorang dari Riwayat Perubahan dan dari akunnya, "
        "yang harus sudah nonaktif. Catatannya sendiri tetap ada. Tidak dapat dibatalkan."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("person", metavar="USERNAME|ID", help="nama pengguna, atau nomor akun dalam riwayat")
        parser.add_argument("--also", action="append", default=[], metavar="TEKS", help="penulisan lain nama orang itu")

    def handle(self, *_args: Any, person: str, also: list[str], **_options: Any) -> None:
        try:
            count = erase_names(number_of(tidied(person)), [tidied(spelling) for spelling in also])
        except Declined as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{count} nama dihapus")


def number_of(person: str) -> int:
    """A user name comes first, since it may consist of digits."""
    user = User.objects.filter(username=normal_name(person)).first()
    if user is None and not person.isdecimal():
        raise CommandError("Nama pengguna itu tidak ada.")
    return user.pk if user else int(person)
