"""``manage.py lock_second_factors``: whether FIELD_KEY opens every stored secret; ``--anew`` takes the newest key."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from offices.account.secrets import UnknownKeyError, locked_anew


class Command(BaseCommand):
    help = "Tell whether FIELD_KEY opens every stored secret of a second factor; --anew locks them by the newest key."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anew", action="store_true", help="lock every secret by the first key of FIELD_KEY")

    @transaction.atomic
    def handle(self, *_args: Any, **options: Any) -> None:
        rows = list(Authenticator.objects.select_for_update())
        try:
            for row in rows:
                row.data = locked_anew(row.data)
        except UnknownKeyError as fault:
            raise CommandError("FIELD_KEY tidak membuka rahasia langkah kedua yang tersimpan.") from fault
        if options["anew"]:
            Authenticator.objects.bulk_update(rows, ["data"])
        self.stdout.write(f"{len(rows)} rahasia dapat dibuka.")
