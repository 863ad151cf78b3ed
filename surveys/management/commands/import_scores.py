"""Read the scores of a survey from files of any usual layout; without --apply only say what was found."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from offices.declining import Declined
from offices.invisible import tidied
from offices.models import office_with
from surveys.locking import CycleLockedError
from surveys.models import Survey
from surveys.periods import of_period
from surveys.profiles import MARGINS, told
from surveys.workbooks.inquiry import KEEP, SUGGESTIONS, Found, ScoreFile, Wanted
from surveys.workbooks.taking import read_files, take_scores

REFUSED, ASKED = 1, 3
INNER = {
    "stored",
    "of_services",
    "answers_of_services",
    "errors",
    "index_error",
    "questions",
    "kept",
    "profile",
    "words",
    "settled",
    "how",
    "usual",
    "open_to_choice",
    "unused",
    "suggestions",
    "written",
    "written_in",
}
"""What is only for who takes the scores, and for pages."""


class Command(BaseCommand):
    help = "Membaca nilai survei dari berkas (xlsx, xls, ods, csv); --apply menyimpannya."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code", metavar="CODE")
        parser.add_argument("period", metavar="PERIOD")
        parser.add_argument("files", metavar="[LAYANAN=]BERKAS", nargs="*")
        parser.add_argument(
            "--answer", metavar="KUNCI=JAWABAN", action="append", default=[], help="jawaban atas pertanyaan"
        )
        parser.add_argument("--form", default="", help="kunci kuesioner")
        parser.add_argument("--mapping", default="", help="kunci pemetaan pertanyaan ke unsur")
        parser.add_argument("--method", default="", help="cara menghitung IKM: elements atau questions")
        parser.add_argument(
            "--keep-answers", action="store_true", help="simpan juga jawaban setiap responden: nilai dan layanan saja"
        )
        parser.add_argument("--apply", action="store_true", help="simpan nilai yang ditemukan")
        parser.add_argument("--json", action="store_true", help="tulis sebagai JSON")

    def handle(self, *_args: Any, **options: Any) -> None:
        found = self._found(options)
        if options["json"]:
            shown = {key: value for key, value in found.items() if key not in INNER}
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1))
        else:
            self._tell(found)
        if found["faults"]:
            sys.exit(REFUSED)
        if found["asks"]:
            sys.exit(ASKED)

    def _found(self, options: dict[str, Any]) -> dict[str, Any]:
        """What was read and, if wished, taken; what hinders either stands among its faults."""
        refused = Found().as_json()
        try:
            survey = self._survey(options["code"], options["period"])
            if not options["files"]:
                raise CommandError("Sebutkan paling sedikit satu berkas.")
            files = [_file(text) for text in options["files"]]
            wanted = Wanted(
                form=options["form"],
                mapping=options["mapping"],
                method=options["method"],
                answers=_answers(options["answer"]),
                population=survey.population,
                keeps=options["keep_answers"],
            )
        except CommandError as error:
            return refused | {"faults": [{"place": "", "message": str(error)}]}
        found = read_files(survey, files, wanted)
        if found["unused"] and not found["faults"] and not found["asks"]:
            found["notes"].append(f"Jawaban yang tidak ditanyakan dan tidak dipakai: {', '.join(found['unused'])}.")
        if (kept := survey.answer_rows.count()) and not options["keep_answers"] and not found["faults"]:
            found["notes"].append(
                f"Jawaban {kept} responden yang disimpan sekarang dihapus bersama nilai yang digantinya; "
                "--keep-answers menyimpan jawaban dari berkas ini."
            )
        if options["apply"] and not found["faults"] and not found["asks"]:
            try:
                changed = take_scores(survey, None, found, files)
            except (CycleLockedError, Declined) as error:
                found["faults"].append({"place": "", "message": str(error)})
            else:
                found["notes"].append("Nilai disimpan." if changed else "Nilai sudah sama; tidak ada yang diubah.")
        return found

    @staticmethod
    def _survey(code: str, period: str) -> Survey:
        try:
            cycles = Survey.objects.select_related("office", "instrument")
            return cycles.get(office=office_with(code), **of_period(tidied(period).upper()))
        except (Survey.DoesNotExist, ValueError):
            raise CommandError(f"Survei {code} {period} tidak ada. Mulai siklusnya terlebih dahulu.") from None

    def _tell(self, found: dict[str, Any]) -> None:
        for fault in found["faults"]:
            self.stderr.write(": ".join(text for text in (fault["place"], fault["message"]) if text))
        for ask in found["asks"]:
            self.stdout.write(f"{ask['question']} --answer {ask['id']}={'|'.join(ask['choices'])}")
        for key, score in found["scores"].items():
            count = f" ({found['counts'][key]} jawaban)" if key in found["counts"] else ""
            self.stdout.write(f"{key}: {score.replace('.', ',')}{count}")
        if found["index"]:
            self.stdout.write(f"IKM {found['index'].replace('.', ',')}, mutu {found['grade']}")
        for key, counts in told(found["profile"]).items():
            self.stdout.write(f"{MARGINS[key].label}: {', '.join(f'{name} {count}' for name, count in counts.items())}")
        if found["dropped"]:
            self.stdout.write(f"Tidak disimpan: {', '.join(found['dropped'])}")
        for note in found["notes"]:
            self.stdout.write(note)
        if found["written"] and found["suggestions"] is None:
            self.stdout.write(f"--answer {SUGGESTIONS}={KEEP} menyimpan saran itu, tanpa kaitan dengan penulisnya.")


def _file(text: str) -> ScoreFile:
    """``BERKAS`` or ``LAYANAN=BERKAS``; a path that exists is taken as it is."""
    service, _, path = text.partition("=")
    service = " ".join(tidied(service).split())
    if Path(text).is_file() or not path:
        service, path = "", text
    try:
        return ScoreFile(Path(path).name, Path(path).read_bytes(), service)
    except OSError:
        raise CommandError(f"Berkas {path} tidak dapat dibaca.") from None


def _answers(pairs: list[str]) -> dict[str, str]:
    """By the id of what was asked, each answered once."""
    answers: dict[str, str] = {}
    for pair in pairs:
        key, sign, value = pair.partition("=")
        if not sign:
            raise CommandError(f"--answer {pair}: tulis sebagai KUNCI=JAWABAN.")
        if answers.setdefault(key, value) != value:
            raise CommandError(f"--answer {key} diberikan dua kali dengan jawaban yang berbeda.")
    return answers
