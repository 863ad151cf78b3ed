"""Print what the consistency rules find in a cycle's report; exit 1 if anything blocks its signature.

``--ledger`` prints what its texts mention, and what the data say of each; it always exits 0.
"""

import json
import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.zones import today_of
from reports.cycle.faults import CycleFaults
from reports.cycle.read import find_survey
from reports.findings.answers import case_now, findings_now, judged_by, of_survey
from reports.findings.ledger import ledger_as_json, ledger_as_text
from reports.survey_report.gather import survey_report_of
from reports.survey_report.places import as_survey_report


class Command(BaseCommand):
    help = "Memeriksa laporan satu periode dan menyebut setiap catatan kelengkapan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE")
        parser.add_argument("period", metavar="PERIOD")
        parser.add_argument("--kind", choices=("followup", "survey"), default="followup", help="jenis laporan")
        parser.add_argument("--at-signing", action="store_true", help="periksa seperti saat laporan disiapkan")
        parser.add_argument("--ledger", action="store_true", help="sebut setiap angka, tanggal, dan nama dalam teks")
        parser.add_argument("--json", action="store_true", help="tulis sebagai JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            survey = find_survey(options["code"], options["period"])
        except CycleFaults as error:
            raise CommandError(str(error)) from error
        case = case_now(survey)
        if options["kind"] == "survey":
            case = as_survey_report(case)
        if options["ledger"]:
            self.stdout.write(ledger_as_json(case.reading) if options["json"] else ledger_as_text(case.reading))
            return
        findings = findings_now(case, today_of(survey.office), at_signing=options["at_signing"])
        lacking: tuple[str, ...] = ()
        if options["kind"] == "survey":
            findings = tuple(item.finding for item in of_survey(judged_by((), findings)))
            lacking = survey_report_of(survey).lacking
        if options["json"]:
            rows = [
                {"id": "", "severity": "block", "place": name, "message": "Masih harus dilengkapi."} for name in lacking
            ]
            rows += [
                {"id": f.id, "severity": f.severity, "place": str(f.place), "message": f.message} for f in findings
            ]
            self.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1))
        else:
            for name in lacking:
                self.stdout.write(f"block Laporan SKM: lengkapi {name}.")
            for finding in findings:
                self.stdout.write(f"{finding.id} {finding.severity} {finding.place}: {finding.message}")
        if lacking or any(finding.severity == "block" for finding in findings):
            sys.exit(1)
