"""``manage.py check_health``: one line for each trouble; 0 for none, 1 to look at soon, 2 for what stops people."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from skm_portal.watching.troubles import troubles


class Command(BaseCommand):
    help = "Memeriksa portal untuk cron: satu baris setiap gangguan; kode keluar 0 sehat, 1 perhatian, 2 genting."
    requires_system_checks: Any = ()  # what they find is among the troubles

    def handle(self, *_args: Any, **options: Any) -> None:
        found = list(troubles())
        for trouble in found:
            self.stdout.write(f"{'GENTING' if trouble.is_grave else 'PERHATIAN'}: {trouble.told}")
        if not found and options["verbosity"] > 1:
            self.stdout.write("Tidak ada gangguan.")
        if found:
            sys.exit(2 if any(trouble.is_grave for trouble in found) else 1)
