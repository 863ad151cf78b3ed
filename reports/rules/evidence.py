"""Rules on proof: of which time it is, whether it proved something before, whether it explains one thing. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from reports.cycle.model import Photo
from reports.document import fields as printed
from reports.document.facts import PlanFact
from reports.rules.case import Case
from reports.rules.days import last_day, survey_began
from reports.rules.faults import Proven, evidence_of, fault_of, place_of
from reports.rules.rule import Faults, rule
from reports.rules.words import same_words
from reports.words.language import date_text, join_list, number_runs


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
    numbers: dict[str, int] = {}
    for fact in case.proven:
        photos = evidence_of(fact).photos
        yield _Group(fact, tuple((numbers.setdefault(photo.file, len(numbers) + 1), photo) for photo in photos))


def _figures(numbers: list[int]) -> str:
    return f"Gambar {join_list(number_runs(numbers))}"


@rule("K22", "warn", "Foto dari waktu sebelum survei atau sesudah laporan.", "running")
def of_another_time(case: Case) -> Faults:
    began = survey_began(case)
    last = last_day(case)
    for group in _groups(case):
        dated = [(number, photo.file, photo.taken_on) for number, photo in group.photos if photo.taken_on]
        wrong = {
            f"sebelum survei ({date_text(began)})": [each for each in dated if each[2] < began],
            "sesudah laporan": [each for each in dated if last and each[2] > last],
        }
        for when, photos in wrong.items():
            if photos:
                yield fault_of(
                    group.fact,
                    printed.PHOTOS,
                    f"{_figures([number for number, _file, _day in photos])} bertanggal {when}; periksa tanggalnya "
                    "atau ganti fotonya.",
                    *((file, day) for _number, file, day in photos),
                )


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
