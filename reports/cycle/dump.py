"""A cycle out of the portal: its JSON, and a zip of it with its photos; the same cycle gives the same bytes."""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from django.core.files.storage import default_storage
from django.db import transaction

from followups.models import PRINTED_KINDS, Paper
from followups.months import Month
from followups.progress import target_base
from reports.cycle.archive import CYCLE_JSON
from reports.cycle.earlier import StoredReport, read_reports
from reports.cycle.faults import quoted, refusal
from reports.cycle.model import (
    FORMATS,
    CompletionData,
    Cycle,
    FieldworkData,
    Plan,
    StoredPicture,
    SurveyData,
    UpkeepData,
)
from reports.cycle.parse import SEMESTER_KEYS
from reports.cycle.parse_followup import COUNTED, LARGEST_MONTHS
from reports.cycle.parse_scores import InstrumentKeys
from reports.cycle.read import known_instruments, read_cycle, read_pictures
from surveys.fields import SOURCE_FIELDS, STATED_FIELDS
from surveys.models import Survey
from surveys.periods import PeriodKind

NEWER = (
    *(
        "basis",
        "services",
        "profile",
        "answers",
        "fieldwork",
        "earlier",
        "continues",
        "others",
        "web_pages",
        "publications",
    ),
    *(field.key for field in (*SOURCE_FIELDS, *STATED_FIELDS)),
)
"""What the first version of the format has no key for."""
LEFT_OUT = "TIDAK-IKUT.txt"
"""The file in which a dump tells what it lacks; nothing reads it."""
_LEFT_OUT = (
    "Gambar berikut dicetak dalam Laporan SKM, disimpan pada halaman Berkas, dan tidak ikut dalam berkas siklus ini. "
    "Unduh dari halaman itu, lalu simpan lagi di portal tujuan. Dalam kurung: sidik SHA-256."
)
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = 0o100644 << 16
_UNIX = 3


def cycle_json(cycle: Cycle, instruments: Mapping[str, InstrumentKeys]) -> str:
    """A cycle as the text of ``cycle.json``; keys stand in the order of docs/cycle-format.md.

    In the first version of the format while that can hold it, so that older portals can read it, too.
    """
    report = target_base(cycle.followup.report_month, cycle.followup.end)
    is_first = _fits_version_1(cycle, instruments, report)
    plain = _Plain(report if is_first else None)
    parts = plain.members(cycle)
    return json.dumps({"format": FORMATS[0 if is_first else 1]} | parts, ensure_ascii=False, indent=1) + "\n"


def _fits_version_1(cycle: Cycle, instruments: Mapping[str, InstrumentKeys], report: Month) -> bool:
    """Whether the period is a semester, all elements or none have scores, no target lies before the report's month.

    Nothing is said of a basis of the scores or of answers behind them, of services, of who answered, of plans that
    continue others, of posts and persons that answer, of web pages, of the source of the results, of how the survey
    was carried out, of publications or of earlier periods either.
    """
    scores = cycle.survey.scores
    plans = cycle.followup.plans
    completions = [plan.completion for plan in plans if plan.completion]
    named: tuple[Plan | CompletionData | UpkeepData, ...] = (*plans, *completions, *cycle.followup.upkeep)
    targets = [month for completion in completions for month in (completion.earliest, completion.latest) if month]
    counts = [report.months_to(month) for month in targets]
    whole = not scores or tuple(scores) == instruments[cycle.survey.instrument].elements
    is_semester = cycle.survey.span.kind == PeriodKind.SEMESTER
    served = cycle.office.services or cycle.survey.services or any(plan.services or plan.continues for plan in plans)
    cited = any(one.web_pages for one in cycle.evidence.values())
    plain = is_semester and not (
        any(row.others for row in named)
        or cycle.survey.basis
        or served
        or cited
        or cycle.survey.profile
        or cycle.survey.answers
        or cycle.survey.fieldwork != FieldworkData()
        or any(getattr(cycle.survey, field.key) for field in (*SOURCE_FIELDS, *STATED_FIELDS))
        or cycle.followup.publications
        or cycle.earlier
    )
    return plain and whole and all(0 <= count <= LARGEST_MONTHS for count in counts)


def dump_cycle(survey: Survey, path: Path) -> None:
    """Write the cycle, its photos and the signed reports of earlier periods as a zip.

    An older file of that name stays until the new one is whole.

    Raises CycleFaults if the file of one is lost or damaged, OSError if the zip cannot be written.
    """
    cycle, pictures, reports = _at_one_moment(survey)
    left = left_out(survey)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".cycle-", suffix=".zip")
    try:
        with os.fdopen(handle, "wb") as file, ZipFile(file, "w", ZIP_STORED) as archive:
            archive.writestr(_entry(CYCLE_JSON), cycle_json(cycle, known_instruments()))
            _write_files(archive, "foto", pictures)
            _write_files(archive, "laporan periode sebelumnya", reports)
            if left and LEFT_OUT not in pictures:
                archive.writestr(_entry(LEFT_OUT), left)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


@transaction.atomic
def _at_one_moment(survey: Survey) -> tuple[Cycle, dict[str, StoredPicture], dict[str, StoredReport]]:
    """The cycle under its lock, so that no change falls between two of the queries."""
    locked = Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    return read_cycle(locked), read_pictures(locked), read_reports(locked.office)


def left_out(survey: Survey) -> str:
    """What the survey report prints and does not travel: pictures kept beside a cycle; empty where there are none."""
    papers = Paper.objects.filter(followup__survey=survey, kind__in=PRINTED_KINDS).order_by("pk")
    lines = [
        f"- {paper.get_kind_display()}: {paper.caption or 'tanpa keterangan'} ({paper.sha256})" for paper in papers
    ]
    return "\n".join((_LEFT_OUT, "", *lines, "")) if lines else ""


def _write_files(archive: ZipFile, kind: str, files: Mapping[str, StoredPicture] | Mapping[str, StoredReport]) -> None:
    for name in sorted(files):
        archive.writestr(_entry(name), _stored_bytes(name, kind, files[name]))


def _stored_bytes(name: str, kind: str, stored: StoredPicture | StoredReport) -> bytes:
    """The bytes as they were stored, or a refusal: a copy must not pass on damage silently."""
    try:
        with default_storage.open(stored.path) as file:
            data = bytes(file.read())
    except FileNotFoundError:
        raise refusal(quoted(name), f"berkas {kind} hilang dari penyimpanan") from None
    if hashlib.sha256(data).hexdigest() != stored.sha256:
        raise refusal(quoted(name), f"berkas {kind} dalam penyimpanan rusak")
    return data


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _NO_TIME)
    entry.external_attr, entry.create_system = _PLAIN_FILE, _UNIX
    return entry


@dataclass(frozen=True, slots=True)
class _Plain:
    """Values as JSON has them; ``report`` is the month from which targets are counted, None where they are months."""

    report: Month | None

    def of(self, value: object) -> object:
        """A dataclass as an object with its fields in their order, a set as a list."""
        match value:
            case Month() | date() | Decimal():
                return str(value)
            case dict():
                return {key: self.of(inner) for key, inner in value.items()}
            case tuple():
                return [self.of(inner) for inner in value]
            case CompletionData():
                return self._completion(value)
            case SurveyData():
                return self._survey(value)
        return self.members(value) if is_dataclass(value) else value

    def members(self, value: Any) -> dict[str, object]:
        unknown = NEWER if self.report else ()
        return {field.name: self.of(getattr(value, field.name)) for field in fields(value) if field.name not in unknown}

    def _survey(self, survey: SurveyData) -> dict[str, object]:
        plain = self.members(survey)
        if not self.report:
            return plain
        semester = dict(zip(SEMESTER_KEYS, (survey.span.year, survey.span.number), strict=True))
        return {"instrument": plain.pop("instrument")} | semester | {k: v for k, v in plain.items() if k != "period"}

    def _completion(self, completion: CompletionData) -> dict[str, object]:
        months = {"earliest": completion.earliest, "latest": completion.latest}
        counted = {COUNTED[key]: self._count(month) for key, month in months.items()}
        written = {} if self.report else {key: self.of(month) for key, month in months.items()}
        newer = {} if self.report else {"others": self.of(completion.others)}
        texts = {"reason": completion.reason, "strategy": completion.strategy}
        return texts | counted | {"units": self.of(completion.units)} | newer | written

    def _count(self, month: Month | None) -> int | None:
        return self.report.months_to(month) if self.report and month else None
