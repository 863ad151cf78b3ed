"""Rules on a status that the words or days beside it contradict. Pure; how words are read is in words.py."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from followups.months import Month, months_between
from reports.document import fields as printed
from reports.document.facts import PlanFact
from reports.rules.case import Case
from reports.rules.days import survey_began
from reports.rules.faults import fault_of, place_of
from reports.rules.rule import Faults, rule
from reports.rules.truth.frames.followup.statuses_said import STATES
from reports.rules.truth.tokens.stems import content_of
from reports.rules.typed.missing import is_missing
from reports.rules.words import says_all, says_begun, says_done, says_not_done, sentences, word_set, words
from reports.words.answers import same_words
from reports.words.language import date_text, join_list, month_text

_RHYTHM = re.compile(
    r"\b(?:setiap|tiap|tiap-tiap|sekali dalam(?: satu)?) (bulan|triwulan|semester)\b(?! pertama| terakhir)"
)
_MONTHS_FOR_TWO = {"bulan": 2, "triwulan": 4, "semester": 7}
_ANOTHER = word_set("lama lain lainnya sebagian")
"""What makes another thing of what a plan is about: *alur lama belum diubah*."""
_NOT_YET = word_set("akan direncanakan rencananya diharapkan diupayakan")


@rule("S5", "warn", "RTL berstatus Sudah, deskripsinya berkata lain.", "running")
def done_says_otherwise(case: Case) -> Faults:
    for row in case.facts.done:
        description = row.plan.realisation.description or ""
        if denial := says_not_done(description, partial(_is_of, row)):
            yield fault_of(
                row,
                printed.DESCRIPTION,
                f"RTL berstatus Sudah (selesai), tetapi deskripsinya menyebut “{denial}”; sesuaikan status atau "
                "deskripsinya.",
                description,
            )


def _is_of(row: PlanFact, subject: Sequence[str]) -> bool:
    """Whether words before *belum* name nothing, or what this plan is about."""
    told = content_of(" ".join(subject))
    own = content_of(f"{row.name} {row.plan.indicator or ''} {row.plan.target or ''}")
    return not told or (bool(told & own) and not _ANOTHER & set(subject))


@rule("S8", "info", "RTL berstatus Sudah dengan “belum” dalam hambatannya.", "running")
def obstacle_says_not_yet(case: Case) -> Faults:
    for row in case.facts.done:
        obstacle = row.plan.realisation.obstacle or ""
        if "belum" in words(obstacle):
            yield fault_of(
                row,
                printed.OBSTACLE,
                "RTL berstatus Sudah, sedangkan hambatannya menyebut “belum”; pastikan keduanya tidak bertentangan.",
                obstacle,
            )


@rule("S9", "warn", "Hambatan “belum seluruh …”, deskripsi atau bukti “seluruh …”.", "running")
def all_and_not_all(case: Case) -> Faults:
    for row in case.facts.done:
        done = row.plan.realisation
        texts = (done.description or "", row.plan.evidence.note or "")
        not_all = says_all(done.obstacle or "", denied=True)
        both = sorted(not_all & frozenset().union(*(says_all(text) for text in texts)))
        if both:
            yield fault_of(
                row,
                printed.OBSTACLE,
                f"Hambatan menyebut belum seluruh {both[0]}, sedangkan deskripsi atau keterangan bukti menyebut "
                f"seluruh {both[0]}; selaraskan keduanya.",
                done.obstacle,
                *texts,
            )


@rule("T5", "warn", "Berulang menurut teks, tetapi tidak menurut bulannya.", "running")
def rhythm_without_room(case: Case) -> Faults:
    for row in case.facts.done:
        months = row.plan.realisation.months or row.plan.months
        span = len(months_between(min(months), max(months))) if months else 0
        for field, text in (
            (printed.DESCRIPTION, row.plan.realisation.description),
            (printed.NOTE, row.plan.evidence.note),
        ):
            unit = next((unit for unit in _rhythms(text or "") if months and span < _MONTHS_FOR_TWO[unit]), "")
            if unit:
                yield fault_of(
                    row,
                    field,
                    f"Teks menyebut setiap {unit}, padahal pelaksanaannya hanya {span} bulan; sesuaikan teks atau "
                    "bulan pelaksanaannya.",
                    text,
                    months,
                )


def _rhythms(text: str) -> Iterator[str]:
    """The units of time in which a text says that something recurs, but for what it only plans."""
    for sentence in sentences(text):
        if not _NOT_YET & set(sentence):
            yield from (match[1] for match in _RHYTHM.finditer(" ".join(sentence)))


@rule("K21", "warn", "Waktu pelaksanaan tidak mungkin atau tidak selaras.", "running", unless=("K63", "K67"))
def done_at_another_time(case: Case) -> Faults:
    began = survey_began(case)
    for row in case.facts.done:
        if message := _wrong_time(row, began):
            done = row.plan.realisation
            yield fault_of(row, printed.DONE_AT, message, done.months, done.completed_on, began)


def _wrong_time(row: PlanFact, began: date) -> str:
    months = row.plan.realisation.months
    day = row.plan.realisation.completed_on
    early = [month for month in months if month < Month.of(began)]
    if early or (day and day < began):
        when = date_text(day) if day and day < began else month_text(early[0])
        return f"Pelaksanaan {when} mendahului survei yang ditindaklanjuti; periksa waktunya."
    if day and months and not min(months) <= Month.of(day) <= max(months):
        when = join_list([month_text(month) for month in months])
        return f"Tanggal selesai {date_text(day)} berada di luar bulan pelaksanaan ({when}); selaraskan keduanya."
    return ""


@rule("K74", "info", "RTL berstatus Sudah tanpa tanggal selesai.", "running")
def done_without_a_day(case: Case) -> Faults:
    for row in case.facts.done:
        if row.plan.realisation.completed_on is None:
            yield fault_of(row, printed.DONE_AT, "RTL berstatus Sudah tanpa tanggal selesai; isi bila diketahui.")


@rule("K75", "info", "Beberapa RTL dengan deskripsi yang sama.", "running")
def told_alike(case: Case) -> Faults:
    first: dict[str, PlanFact] = {}
    for row in case.facts.done:
        description = row.plan.realisation.description
        if is_missing(description):
            continue
        before = first.setdefault(same_words(description or ""), row)
        if before is not row:
            yield fault_of(
                row,
                printed.DESCRIPTION,
                f"Deskripsi ini sama dengan deskripsi RTL {place_of(before).row}; sebutkan apa yang dilaksanakan bagi "
                "RTL ini.",
                description,
            )


@rule("K24", "warn", "RTL berstatus Belum, deskripsinya menyebut sudah.", "running")
def open_says_otherwise(case: Case) -> Faults:
    for row in case.facts.open:
        description = row.plan.realisation.description or ""
        status = row.plan.realisation.status
        if says_done(description, row.plan.programme):
            contradiction = f"RTL berstatus {STATES[status]}, tetapi deskripsinya menyebut sudah dilaksanakan"
        elif status == "not_started" and says_begun(description):
            contradiction = f"RTL berstatus {STATES[status]}, tetapi deskripsinya menyebut sudah berjalan"
        else:
            continue
        yield fault_of(
            row,
            printed.DESCRIPTION,
            f"{contradiction}; sesuaikan status atau deskripsinya.",
            description,
            status,
        )


@rule("K25", "warn", "RTL berstatus Belum dengan tanggal selesai.", "running")
def open_with_end(case: Case) -> Faults:
    for row in case.facts.open:
        day = row.plan.realisation.completed_on
        if day and row.plan.realisation.status != "not_started":
            yield fault_of(
                row,
                printed.DONE_AT,
                f"RTL berstatus Belum, tetapi bertanggal selesai {date_text(day)}; sesuaikan status atau tanggalnya.",
                day,
                row.plan.realisation.status,
            )
