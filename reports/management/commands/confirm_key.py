"""Confirm a signatory's key from the server, where nobody of the office can."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.invisible import tidied
from offices.models import Office, office_with
from reports.issuing.keys.confirming import AnyKey, confirm_at_console
from reports.models import OutsideCertificate, SigningKey


class Command(BaseCommand):
    help = "Mengonfirmasi kunci tanda tangan seseorang, setelah sidik jarinya dicocokkan langsung dengan pemiliknya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE")
        parser.add_argument("username", metavar="NAMA_PENGGUNA")
        parser.add_argument("fingerprint", metavar="SHA256", help="sidik jari sertifikat, dibacakan oleh pemiliknya")

    def handle(self, *_args: Any, **options: Any) -> None:
        office = office_with(options["code"])
        keys = self._keys_of(options["username"], office) if office else []
        if office is None or not keys:
            raise CommandError("Satuan kerja atau kunci pengguna ini tidak ditemukan.")
        typed = tidied(options["fingerprint"]).replace(":", "").replace(" ", "").lower()
        key = next((each for each in keys if each.fingerprint == typed), None)
        if key is None:
            raise CommandError("Sidik jari ini bukan milik kunci yang tersimpan.")
        confirm_at_console(key, office)
        self.stdout.write(f"Kunci {key.certificate['holder']} dikonfirmasi.")

    def _keys_of(self, username: str, office: Office) -> list[AnyKey]:
        """The key that lies in the portal, and the certificates that came from outside and wait."""
        people = {"user__username": username, "user__memberships__office": office}
        inside = SigningKey.objects.filter(**people).select_related("user").distinct()
        outside = OutsideCertificate.objects.filter(office=office, **people).select_related("user").distinct()
        return [*inside, *outside]
