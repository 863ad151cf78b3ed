"""Rules on proof: of which time it is, whether it proved something before, whether it explains one thing. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from followups.months import Month
from reports.cycle.model import Photo
from reports.document import fields as printed
from reports.document.facts import PlanFact
from reports.rules.case import Case
from reports.rules.days import survey_began
from reports.rules.faults import Proven, evidence_of, fault_of, place_of
from reports.rules.rule import Faults, rule
from reports.words.answers import points_at_photos, same_words
from reports.words.language import date_text, join_list, month_text, number_runs

A_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class _Group:
    """A group of the annex: whose proof it is, and each photo with the number of its figure."""

    fact: Proven
    photos: tuple[tuple[int, Photo], ...]


@rule("K62", "block", "Berkas foto hilang atau rusak di penyimpanan.")
def damaged(case: Case) -> Faults:
    for group in _groups(case):
        for fault in dict.fromkeys(case.damaged.values()):
            photos = [(number, photo.file) for number, photo in group.photos if case.damaged.get(photo.file) == fault]
            if photos:
                yield fault_of(
                    group.fact,
                    printed.PHOTOS,
                    f"Berkas {_figures([number for number, _file in photos])} {fault}; unggah foto yang sama sekali "
                    "lagi di sini untuk memulihkannya, atau hapus fotonya.",
                    *(file for _number, file in photos),
                )


def _groups(case: Case) -> Iterator[_Group]:
    for fact in case.proven:
        yield _Group(fact, tuple((case.figure_numbers[photo.file], photo) for photo in evidence_of(fact).photos))


def _figures(numbers: list[int]) -> str:
    return f"Gambar {join_list(number_runs(numbers))}"


@rule("K22", "warn", "Foto dari waktu lain daripada yang dibuktikannya.", "running", unless=("K21", "K63", "K67"))
def of_another_time(case: Case) -> Faults:
    began = survey_began(case)
    for group in _groups(case):
        wrong: dict[str, list[tuple[int, Photo]]] = {}
        for number, photo in group.photos:
            if photo.taken_on and (when := _beside_the_plan(group.fact, photo.taken_on, began)):
                wrong.setdefault(when, []).append((number, photo))
        for when, photos in wrong.items():
            days = sorted({photo.taken_on for _number, photo in photos if photo.taken_on})
            yield fault_of(
                group.fact,
                printed.PHOTOS,
                f"{_figures([number for number, _photo in photos])} bertanggal "
                f"{join_list([date_text(day) for day in days])}, {when}; periksa tanggalnya, ganti fotonya, atau "
                "jelaskan.",
                *((photo.file, photo.taken_on) for _number, photo in photos),
            )


def _beside_the_plan(fact: Proven, day: date, surveyed: date) -> str:
    """Why a photo of this day cannot show what was done after the survey; nothing if it can."""
    if day < surveyed:
        return f"sebelum survei ({date_text(surveyed)})"
    if not isinstance(fact, PlanFact):
        return ""
    done = fact.plan.realisation
    ended = [Month.of(done.completed_on)] if done.completed_on else []
    planned = fact.plan.months if fact.done else ()  # what is open may have begun earlier than was planned
    months = [*(done.months or planned), *ended]
    if months and Month.of(day) < min(months):
        return f"sebelum RTL dilaksanakan ({month_text(min(months))})"
    if not (fact.done and (done.completed_on or done.months)):
        return ""
    end = done.completed_on or max(done.months).plus(1).first_day - timedelta(days=1)
    return f"lebih dari sebulan sesudah RTL selesai ({date_text(end)})" if day > end + A_MONTH else ""


@rule("K23", "warn", "Foto yang sudah menjadi bukti pada periode sebelumnya.", "running")
def shown_before(case: Case) -> Faults:
    digests = {figure.number: figure.picture.sha256 for figure in case.document.annex.figures}
    for earlier in case.earlier:
        for group in _groups(case):
            again = [number for number, _photo in group.photos if digests.get(number) in earlier.photos]
            if again:
                yield fault_of(
                    group.fact,
                    printed.PHOTOS,
                    f"{_figures(again)} sudah menjadi bukti pada {earlier.label}; ganti dengan foto dari periode ini.",
                    earlier.period,
                    *(digests[number] for number in again),
                )


@rule("K73", "info", "Satu foto menjadi satu-satunya bukti beberapa RTL.", "running")
def one_photo_for_several(case: Case) -> Faults:
    shown: dict[str, list[PlanFact]] = {}
    for row in case.facts.done:
        if len(row.plan.evidence.photos) == 1 and not row.plan.evidence.web_pages:
            shown.setdefault(row.plan.evidence.photos[0].file, []).append(row)
    for file, rows in shown.items():
        if len(rows) > 1:
            yield fault_of(
                rows[0],
                printed.PLAN_PROOF,
                f"{_figures([case.figure_numbers[file]])} menjadi satu-satunya bukti "
                f"{join_list([_name(row) for row in rows])}; tambahkan foto yang memperlihatkan masing-masing.",
                file,
                *(row.plan.programme for row in rows),
            )


@rule("K78", "warn", "Teks menunjuk foto yang tidak ada di sampingnya.", "running")
def points_at_no_photo(case: Case) -> Faults:
    for fact in case.proven:
        evidence = evidence_of(fact)
        done = fact.plan.realisation.description if isinstance(fact, PlanFact) else fact.data.activity
        told = printed.DESCRIPTION if isinstance(fact, PlanFact) else printed.UPKEEP_ACTIVITY
        for field, text in ((told, done), (printed.NOTE, evidence.note)):
            if not evidence.photos and (words := points_at_photos(text or "")):
                yield fault_of(
                    fact,
                    field,
                    f"Teks menyebut “{words}”, padahal belum ada foto; unggah fotonya atau ubah teksnya.",
                    text,
                )


@rule("K26", "warn", "Satu keterangan dipakai untuk beberapa kelompok bukti.", "running")
def one_note_for_several(case: Case) -> Faults:
    first: dict[str, Proven] = {}
    for row in case.proven:
        note = same_words(evidence_of(row).note or "")
        if note and note in first:
            yield fault_of(
                row,
                printed.NOTE,
                f"Keterangan ini sama dengan keterangan bukti dukung {_name(first[note])}; jelaskan apa yang "
                "diperlihatkan foto-foto ini sendiri.",
                evidence_of(row).note,
            )
        elif note:
            first[note] = row


def _name(fact: Proven) -> str:
    row = place_of(fact).row
    return f"RTL {row}" if isinstance(fact, PlanFact) else f"Tabel 3.2 nomor {row}"
