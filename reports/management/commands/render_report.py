"""Write the unsigned report of a cycle as a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.declining import Declined
from reports.cycle.faults import CycleFaults
from reports.cycle.read import find_survey
from reports.kinds.documents import document_now
from reports.models import ReportKind
from reports.printing.export import write_html
from reports.printing.pdf import FileNotOursError, render_pdf
from reports.printing.soundness import refuse_unsound


class Command(BaseCommand):
    help = "Menulis laporan yang belum ditandatangani sebagai PDF, dan bila diminta sebagai HTML."
    requires_system_checks: list[str] = []  # they load every page of the portal, which a report does not need

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE")
        parser.add_argument("period", metavar="PERIOD")
        parser.add_argument("-o", "--output", metavar="FILE.pdf", required=True, type=Path)
        parser.add_argument("--kind", choices=ReportKind.values, default=ReportKind.FOLLOW_UP, help="jenis laporan")
        parser.add_argument("--html", metavar="FILE.html", type=Path)

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            document = document_now(find_survey(options["code"], options["period"]), ReportKind(options["kind"]))
            refuse_unsound(document)
            if options["html"]:
                write_html(document, options["html"])
            options["output"].write_bytes(render_pdf(document))
        except (CycleFaults, Declined, FileNotOursError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(options["output"]))
