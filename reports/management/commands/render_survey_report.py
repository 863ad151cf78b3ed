"""Write the unsigned survey report of a cycle as files: what render_report does for this kind."""

from argparse import ArgumentParser

from reports.management.commands import render_report


class Command(render_report.Command):
    help = "Menulis Laporan Survei Kepuasan Masyarakat yang belum ditandatangani sebagai PDF, HTML, atau konsep Word."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(kind="survey")
