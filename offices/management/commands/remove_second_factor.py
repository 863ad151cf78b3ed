"""``manage.py remove_second_factor USERNAME``: the last way back for who lost the telephone and the recovery sheet."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.declining import Declined
from offices.models import User
from offices.people.factor_removal import remove_second_factor
from offices.usernames import normal_name


class Command(BaseCommand):
    help = (
        "Menghapus verifikasi dua langkah sebuah akun: semua sesinya berakhir, orangnya diberi tahu, dan kunci tanda "
        "tangannya tidak dapat dipakai sampai verifikasi dua langkah aktif lagi. Pastikan dahulu siapa yang meminta."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *_args: Any, username: str, **_options: Any) -> None:
        user = User.objects.filter(username=normal_name(username)).first()
        if user is None:
            raise CommandError("Nama pengguna itu tidak ada.")
        try:
            remove_second_factor(user)
        except Declined as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"verifikasi dua langkah {user.username} dihapus")
