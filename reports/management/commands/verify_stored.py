"""Read every file that was prepared, signed or scanned and say whether it is still what it was: after a restore."""

import sys
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from django.core.files.storage import default_storage
from django.core.management.base import BaseCommand

from reports.models import FROZEN, Report, SigningWay
from reports.signing.verify import inspect

FILES = {"prepared": "berkas siap tanda tangan", "signed": "berkas bertanda tangan", "scan": "pindaian"}


class Command(BaseCommand):
    help = "Memeriksa bahwa semua berkas laporan masih ada, utuh, dan tanda tangannya sah."

    def handle(self, *_args: Any, **_options: Any) -> None:
        reports = Report.objects.filter(state__in=FROZEN).select_related("followup__survey__office")
        checked = faults = 0
        for report in reports.order_by("followup", "version"):
            for name, fault in _checked(report):
                checked, faults = checked + 1, faults + bool(fault)
                if fault:
                    self.stderr.write(f"{report}: {FILES[name]} {fault}")
        self.stdout.write(f"{checked} berkas diperiksa, {faults} bermasalah.")
        if faults:
            sys.exit(1)


def _checked(report: Report) -> Iterator[tuple[str, str]]:
    """Each file of a version with its fault, or nothing."""
    for name in FILES:
        digest = getattr(report, f"{name}_sha256")
        if digest:
            field = report.scan if name == "scan" else getattr(report, f"{name}_file")
            yield name, _fault(field.name or "", digest, signed=name == "signed" and report.way != SigningWay.BY_HAND)


def _fault(path: str, digest: str, *, signed: bool) -> str:
    try:
        with default_storage.open(path) as file:
            content = bytes(file.read())
    except (OSError, ValueError):
        return f"tidak ada di penyimpanan ({path})"
    if sha256(content).hexdigest() != digest:
        return f"berubah ({path})"
    return "" if not signed or inspect(content).holds else f"tanda tangannya tidak sah ({path})"
