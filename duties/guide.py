"""What is next to do in an office, from nothing to a complete draft: steps from plain facts. Pure.

Where the facts come from is in standing.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an office and its latest cycle are, as counts.

    ``people``: those who work for a unit; ``colleagues``: all but admins, where there are no units.
    ``unexplained``: open plans without a reason or, where one is owed, a strategy; ``unproven``: done ones
    without proof or description; ``photos``: all of the cycle; ``loose``: those that were not put anywhere yet;
    ``own_texts``: sections that the office wrote itself.
    """

    profile_gaps: tuple[str, ...] = ()
    units: int = 0
    people: int = 0
    colleagues: int = 0
    has_cycle: bool = False
    elements: int = 9
    scores: int = 0
    priorities: int = 0
    planless: int = 0
    plans: int = 0
    unscheduled: int = 0
    unassigned: int = 0
    upkeep: int = 0
    unexplained: int = 0
    unproven: int = 0
    photos: int = 0
    loose: int = 0
    own_texts: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do. ``page``: a URL name that takes the office's code and, ``of_cycle``, the period.

    ``optional``: good to do, but a draft is complete without it.
    """

    title: str
    detail: str
    page: str
    done: bool
    of_cycle: bool = True
    optional: bool = False


def steps_of(at: Standing) -> tuple[Step, ...]:
    """Every step in its order; those of a cycle only once there is one."""
    return (*_office_steps(at), *(_cycle_steps(at) if at.has_cycle else ()))


def next_step(steps: tuple[Step, ...]) -> Step | None:
    """The first step that is not done and cannot be left out."""
    return next((step for step in steps if not step.done and not step.optional), None)


def _office_steps(at: Standing) -> Iterator[Step]:
    gaps = at.profile_gaps
    detail = f"Belum diisi: {', '.join(gaps)}." if gaps else "Nama, alamat, dan penanda tangan sudah ada."
    yield Step("Lengkapi profil satuan kerja", detail, "office_profile", not gaps, of_cycle=False)
    detail = "Unit bertanggung jawab atas RTL-nya. Satuan kerja yang tidak terbagi tidak memerlukannya."
    if at.units:
        detail = f"{at.units} unit terdaftar."
    yield Step("Tambahkan unit", detail, "office_units", at.units > 0 or at.plans > 0, of_cycle=False, optional=True)
    detail = "Buat akun bagi rekan yang mengisi realisasi, menyetujui, atau menandatangani."
    has_people = (at.people if at.units else at.colleagues) > 0
    yield Step("Tambahkan pengguna", detail, "people", has_people, of_cycle=False, optional=True)
    detail = "Satu siklus untuk setiap survei: hasil, rencana, realisasi, dan laporannya."
    yield Step("Buat siklus", detail, "survey_new", at.has_cycle, of_cycle=False)


def _cycle_steps(at: Standing) -> Iterator[Step]:
    detail = f"{at.scores} dari {at.elements} unsur sudah bernilai."
    yield Step("Masukkan nilai survei", detail, "survey", 0 < at.elements <= at.scores)
    detail = f"{at.priorities} unsur prioritas dipilih." if at.priorities else "Pilih unsur yang akan diperbaiki."
    yield Step("Pilih unsur prioritas", detail, "priorities", at.priorities > 0)
    yield Step("Susun RTL", _planning(at), "plan_table", at.plans > 0 and not at.planless)
    yield Step(
        "Tetapkan jadwal dan penanggung jawab",
        _listed(
            at,
            "Semua RTL terjadwal dan mempunyai penanggung jawab.",
            (at.unscheduled, "RTL tanpa bulan"),
            (at.unassigned, "RTL tanpa penanggung jawab"),
        ),
        "plan_table",
        at.plans > 0 and not (at.unscheduled or at.unassigned),
    )
    detail = "Catat apa yang menjaga unsur bernilai tinggi." if not at.upkeep else f"{at.upkeep} unsur dipelihara."
    yield Step("Isi pemeliharaan", detail, "upkeep", at.upkeep > 0, optional=True)
    yield Step(
        "Catat realisasi setiap RTL",
        _listed(
            at,
            "Setiap RTL sudah terbukti atau dijelaskan.",
            (at.unproven, "RTL Sudah tanpa bukti atau deskripsi"),
            (at.unexplained, "RTL belum selesai dan belum diberi alasan serta strategi"),
        ),
        "realisations",
        at.plans > 0 and not (at.unproven or at.unexplained),
    )
    yield Step("Unggah dan tempatkan foto", _photos(at), "evidence", at.photos > at.loose == 0, optional=True)
    detail = "Teks baku mengikuti data. Sesuaikan bila perlu."
    if at.own_texts:
        detail = f"{at.own_texts} bagian ditulis sendiri, yang lain memakai teks baku."
    yield Step("Sesuaikan teks laporan", detail, "texts", at.own_texts > 0, optional=True)


def _planning(at: Standing) -> str:
    if at.planless:
        return f"{at.planless} unsur prioritas belum mempunyai RTL."
    return f"{at.plans} RTL tersusun." if at.plans else "Tulis program atau kegiatan untuk setiap unsur prioritas."


def _photos(at: Standing) -> str:
    if at.loose:
        return f"{at.loose} foto belum ditempatkan."
    return f"{at.photos} foto sudah pada tempatnya." if at.photos else "Foto yang belum jelas tempatnya boleh menunggu."


def _listed(at: Standing, nothing: str, *counts: tuple[int, str]) -> str:
    """``2 RTL tanpa bulan, 1 RTL tanpa unit.``, or what is said where all counts are nought."""
    if not at.plans:
        return "Sesudah RTL disusun."
    found = [f"{number} {what}" for number, what in counts if number]
    return f"{', '.join(found)}." if found else nothing
