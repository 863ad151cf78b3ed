"""Write the unsigned report of a cycle as files."""

from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.declining import Declined
from reports.cycle.faults import CycleFaults
from reports.cycle.read import find_survey
from reports.kinds.documents import OF_CONSOLE, Document, document_now
from reports.printing.export import write_html
from reports.printing.pdf import FileNotOursError, write_pdf
from reports.printing.soundness import refuse_unsound


class Command(BaseCommand):
    help = "Menulis laporan yang belum ditandatangani sebagai PDF, HTML, atau konsep Word."
    requires_system_checks: list[str] = []  # they load every page of the portal, which a report does not need

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE")
        parser.add_argument("period", metavar="PERIOD")
        parser.add_argument("-o", "--output", metavar="FILE.pdf", type=Path)
        parser.add_argument("--kind", choices=OF_CONSOLE, default="followup", help="jenis laporan")
        parser.add_argument("--html", metavar="FILE.html", type=Path)
        parser.add_argument("--docx", metavar="FILE.docx", type=Path, help="konsep untuk disunting di Word")

    def handle(self, *_args: Any, **options: Any) -> None:
        wanted = {name: options[name] for name in _WRITERS if options[name]}
        if not wanted:
            raise CommandError("Sebutkan berkas yang ditulis: -o FILE.pdf, --html FILE.html, atau --docx FILE.docx.")
        try:
            document = document_now(find_survey(options["code"], options["period"]), OF_CONSOLE[options["kind"]])
            refuse_unsound(document)
            for name, path in wanted.items():
                _WRITERS[name](document, path)
        except (CycleFaults, Declined, FileNotOursError, OSError) as error:
            raise CommandError(str(error)) from error
        for path in wanted.values():
            self.stdout.write(str(path))


def write_docx(document: Document, path: Path) -> None:
    from reports.word.writing import word_bytes  # imports that a PDF does not need

    path.write_bytes(word_bytes(document))


_WRITERS: dict[str, Callable[[Document, Path], object]] = {
    "html": write_html,
    "docx": write_docx,
    "output": write_pdf,
}
"""What writes the file that an option names."""
