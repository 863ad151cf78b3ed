"""Confirm a signatory's key from the server, where nobody of the office can."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.models import Office
from reports.issuing.keys.confirming import confirm_at_console
from reports.models import SigningKey


class Command(BaseCommand):
    help = "Mengonfirmasi kunci tanda tangan seseorang, setelah sidik jarinya dicocokkan langsung dengan pemiliknya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE")
        parser.add_argument("username", metavar="NAMA_PENGGUNA")
        parser.add_argument("fingerprint", metavar="SHA256", help="sidik jari sertifikat, dibacakan oleh pemiliknya")

    def handle(self, *_args: Any, **options: Any) -> None:
        office = Office.objects.filter(code=options["code"]).first()
        held = SigningKey.objects.filter(user__username=options["username"], user__memberships__office=office)
        key = held.select_related("user").first() if office else None
        if office is None or key is None:
            raise CommandError("Satuan kerja atau kunci pengguna ini tidak ditemukan.")
        if options["fingerprint"].replace(":", "").replace(" ", "").lower() != key.fingerprint:
            raise CommandError("Sidik jari ini bukan milik kunci yang tersimpan.")
        confirm_at_console(key, office)
        self.stdout.write(f"Kunci {key.certificate['holder']} dikonfirmasi.")
