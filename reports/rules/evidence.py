"""Rules on proof: of which time it is, whether it proved something before, whether it explains one thing. Pure."""

from collections.abc import Iterator

from reports.cycle.model import Evidence, Photo
from reports.rules.case import Case
from reports.rules.days import last_day, survey_began
from reports.rules.rows import LocatedUpkeep, Row
from reports.rules.rule import Faults, Rule
from reports.rules.words import same_words
from reports.words.language import date_text, join_list, number_runs


def _groups(case: Case) -> Iterator[tuple[Row | LocatedUpkeep, Evidence, tuple[int, ...]]]:
    """Each group of the annex: its row, its evidence, the numbers of its figures in the order of its photos."""
    numbers: dict[str, int] = {}
    for row, evidence in _evidence(case):
        yield row, evidence, tuple(numbers.setdefault(photo.file, len(numbers) + 1) for photo in evidence.photos)


def _evidence(case: Case) -> Iterator[tuple[Row | LocatedUpkeep, Evidence]]:
    yield from ((row, row.plan.evidence) for row in case.plans)
    yield from ((row, row.item.evidence) for row in case.upkeep)


def _figures(numbers: list[int]) -> str:
    return f"Gambar {join_list(number_runs(numbers))}"


def of_another_time(case: Case) -> Faults:
    began, last = survey_began(case), last_day(case)
    for row, evidence, numbers in _groups(case):
        dated = [(photo, n) for photo, n in zip(evidence.photos, numbers, strict=True) if photo.taken_on]
        early = [(photo, n) for photo, n in dated if photo.taken_on and photo.taken_on < began]
        late = [(photo, n) for photo, n in dated if last and photo.taken_on and photo.taken_on > last]
        for found, told in ((early, f"sebelum survei ({date_text(began)})"), (late, "sesudah laporan")):
            if found:
                yield row.fault(
                    row.proven("Foto"),
                    f"{_figures([n for _photo, n in found])} bertanggal {told}; periksa tanggalnya atau ganti fotonya.",
                    *(_dated(photo) for photo, _n in found),
                )


def _dated(photo: Photo) -> tuple[str, object]:
    return photo.file, photo.taken_on


def shown_before(case: Case) -> Faults:
    digests = {figure.number: figure.picture.sha256 for figure in case.document.annex.figures}
    for earlier in case.earlier:
        for row, _evidence_of, numbers in _groups(case):
            again = [number for number in numbers if digests.get(number) in earlier.photos]
            if again:
                yield row.fault(
                    row.proven("Foto"),
                    f"{_figures(again)} sudah menjadi bukti pada {earlier.label}; ganti dengan foto dari periode ini.",
                    earlier.period,
                    *(digests[number] for number in again),
                )


def one_note_for_several(case: Case) -> Faults:
    first: dict[str, Row | LocatedUpkeep] = {}
    for row, evidence, _numbers in _groups(case):
        note = same_words(evidence.note or "")
        if note and note in first:
            yield row.fault(
                row.proven("Keterangan"),
                f"Keterangan ini sama dengan keterangan bukti dukung {_name(first[note])}; jelaskan apa yang "
                "diperlihatkan foto-foto ini sendiri.",
                evidence.note,
            )
        elif note:
            first[note] = row


def _name(row: Row | LocatedUpkeep) -> str:
    return f"RTL {row.point}" if isinstance(row, Row) else f"Tabel 3.2 nomor {row.number}"


RULES = (
    Rule("K22", "warn", "Foto dari waktu sebelum survei atau sesudah laporan.", of_another_time, "running"),
    Rule("K23", "warn", "Foto yang sudah menjadi bukti pada periode sebelumnya.", shown_before, "running"),
    Rule("K26", "warn", "Satu keterangan dipakai untuk beberapa kelompok bukti.", one_note_for_several, "running"),
)
