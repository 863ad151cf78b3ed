"""Prepare and sign a cycle's report with a local certificate, at the server's console."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from time import sleep
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.views.decorators.debug import sensitive_variables

from offices.declining import Declined
from offices.invisible import tidied
from offices.zones import today_of
from reports.cycle.faults import CycleFaults
from reports.cycle.read import find_survey
from reports.findings.answers import answer, case_now, hindrances, judged
from reports.issuing import Hindered, Will, Wish, prepare, return_to_draft, sign_with
from reports.issuing.console import console_user
from reports.issuing.keeping import read
from reports.issuing.page import job_of
from reports.issuing.readiness import check_can_sign
from reports.issuing.signing_here import check_key_allowed, opened
from reports.kinds.documents import OF_CONSOLE
from reports.models import JobState, Report, ReportKind, State
from reports.signing.keys.certificate import holder_matches
from reports.signing.keys.opening import LocalKey, certificate_of
from reports.signing.keys.passphrase import UnreadablePassphrase, passphrase_in
from reports.work.jobs import reclaim_expired, run_job
from surveys.locking import CycleLockedError
from surveys.models import Survey

DECLARED = Will(agreed=True, other_holder=True)
"""Whoever types the command with key and passphrase declares what the page would ask for."""


class Command(BaseCommand):
    help = "Menyiapkan dan menandatangani laporan satu periode dengan sertifikat lokal (PKCS#12)."
    requires_system_checks: list[str] = []  # they load every page of the portal, which a signature does not need

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE")
        parser.add_argument("period", metavar="PERIOD")
        parser.add_argument("--p12", metavar="FILE", required=True, type=Path, help="kunci penanda tangan")
        parser.add_argument("--passphrase-file", metavar="FILE", required=True, type=Path, help="berisi frasa sandinya")
        parser.add_argument(
            "--fingerprint", metavar="SHA256", default="", help="yang mana, bila berkas memuat beberapa"
        )
        parser.add_argument("-o", "--output", metavar="FILE.pdf", required=True, type=Path)
        parser.add_argument("--answer-warnings", metavar="ALASAN", help="satu alasan bagi semua catatan yang perlu")
        parser.add_argument("--early", action="store_true", help="siapkan juga sebelum masa tindak lanjut berakhir")
        parser.add_argument("--kind", choices=OF_CONSOLE, default="followup", help="jenis laporan")
        parser.add_argument("--number", metavar="NOMOR", default="", help="nomor urut, bila ada pola nomor dokumen")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            check_can_sign()
            survey = find_survey(options["code"], options["period"])
            key = self._key_in(options["p12"], options["passphrase_file"], options["fingerprint"])
            check_key_allowed(certificate_of(key))
            reason = options["answer_warnings"] or ""
            kind = OF_CONSOLE[options["kind"]]
            if kind == ReportKind.FOLLOW_UP:
                explain(survey, reason)
            self._warn_of_name(survey, key)
            wish = Wish(
                "here",
                today_of(survey.office),
                tidied(options["number"]),
                demo=certificate_of(key).is_demo,
                reason=reason,
                early=options["early"],
            )
            report = self._signed(survey, key, wish, kind)
            options["output"].write_bytes(read(report.signed_file, report.signed_sha256))
        except Hindered as hindered:
            for finding in hindered.findings:
                self.stderr.write(f"{finding.id} {finding.severity} {finding.place}: {finding.message}")
            sys.exit(1)
        except OSError as error:
            raise CommandError(f"Berkas {error.filename} tidak dapat dibaca atau ditulis.") from error
        except (CycleFaults, CycleLockedError, Declined, UnreadablePassphrase) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(options["output"]))

    def _warn_of_name(self, survey: Survey, key: LocalKey) -> None:
        certificate = certificate_of(key)
        if not holder_matches(certificate, survey.signatory_name, survey.signatory_nip):
            self.stderr.write(
                f"Perhatian: sertifikat atas nama {certificate.holder}, penanda tangan laporan {survey.signatory_name}."
            )

    @sensitive_variables("passphrase")
    def _key_in(self, container: Path, passphrase_file: Path, fingerprint: str) -> LocalKey:
        """The key of a file, opened by the first line of another."""
        passphrase = passphrase_in(passphrase_file.read_bytes())
        return opened(container.read_bytes(), passphrase, tidied(fingerprint).replace(":", "").replace(" ", "").lower())

    def _signed(self, survey: Survey, key: LocalKey, wish: Wish, kind: ReportKind) -> Report:
        """Prepare, make the file in this process, sign it; what fails half-way goes back to draft."""
        user = console_user()
        report = prepare(survey, user, wish, kind)
        try:
            _make(report)
            return sign_with(report, user, key, DECLARED)
        except Exception as failure:
            told = str(failure) if isinstance(failure, Declined) else type(failure).__name__
            return_to_draft(report, user, f"Penandatanganan di konsol tidak berhasil: {told}")
            raise


def explain(survey: Survey, reason: str) -> None:
    """Give a reason to every unanswered warning, if one was given; raises Hindered for what then still stands."""
    found = judged(survey, case_now(survey), at_signing=True)
    if reason and not any(item.finding.severity == "block" for item in found):
        subjects = {finding.subject for finding in hindrances(found)}
        if subjects:
            answer(survey, console_user(), subjects, reason)
        found = judged(survey, case_now(survey), at_signing=True)
    if standing := hindrances(found):
        raise Hindered(standing)


def _make(report: Report) -> None:
    """The worker's part, here and now."""
    job = job_of(report)
    if job is None:
        raise Declined("Pekerjaan pembuatan berkas tidak ditemukan.")
    while job.state in (JobState.QUEUED, JobState.RUNNING):
        reclaim_expired()
        run_job(job.pk)
        job.refresh_from_db()
        if job.state == JobState.RUNNING:  # a worker was faster; wait for it
            sleep(0.5)
    report.refresh_from_db()
    if report.state != State.PREPARED:
        raise Declined(job.error or "Berkas tidak selesai dibuat. Coba lagi.")
