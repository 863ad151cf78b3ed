"""Cycles such as offices of all kinds have, drawn from a seed: honest, whole, of every shape."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from followups.months import Month, months_between
from reports.cycle.model import ALL_UNITS, CompletionData, Evidence, Photo, PriorityData, Realisation, UnitData, tidy
from surveys.ikm import ranked
from surveys.periods import MONTHS
from tests.make_cycle import (
    ELEMENT_KEYS,
    make_cycle,
    make_followup,
    make_office,
    make_plan,
    make_survey,
    make_upkeep,
)

OFFICES = (
    ("Komisi Pemilihan Umum Kabupaten Contoh", "KPU Kabupaten Contoh", "kab-contoh.kpu.go.id"),
    ("Dinas Kependudukan dan Pencatatan Sipil Kota Contoh", "Dukcapil Kota Contoh", "dukcapil.contoh.go.id"),
    ("Unit Pelaksana Teknis Puskesmas Contoh", "Puskesmas Contoh", "puskesmas.contoh.go.id"),
    ("Kecamatan Contoh Utara", "Kecamatan Contoh Utara", "kecamatan.contoh.go.id"),
    ("Pemerintah Desa Contoh", "Desa Contoh", "contoh.desa.id"),
)
UNITS = ("Subbagian Umum", "Seksi Pelayanan", "Tata Usaha", "Bidang Data dan Informasi")
PROGRAMMES = (
    "Menata antrean loket",
    "Menyusun standar waktu penyelesaian",
    "Menyederhanakan formulir permohonan",
    "Membuka layanan konsultasi daring",
    "Melatih petugas loket",
    "Memasang papan informasi persyaratan",
    "Menyediakan ruang tunggu ramah anak",
    "Memantau tahapan penyelesaian permohonan",
    "Memperbarui laman layanan",
    "Menyediakan kotak saran",
    "Menambah loket pada jam sibuk",
    "Menyiapkan buku panduan",
)
DONE = (
    "Dilaksanakan mulai {month} dan diikuti {n} petugas.",
    "Papan dipasang di loket dan diumumkan pada laman resmi.",
    "Petugas mendampingi pemohon yang belum memiliki akun.",
    "Kegiatan telah selesai dilaksanakan pada {month} {year}.",
    "Layanan dibuka 24 jam melalui WhatsApp dan dijaga {n} orang bergantian.",
    "Sebelum {month} pemohon menunggu di luar; kini tersedia {n} kursi.",
    "Tim menyusun draf, membahasnya bersama kepala seksi, lalu menetapkannya pada {month}.",
    "Setiap tahapan dijelaskan dengan gambar guna memudahkan pemohon.",
    "Formulir diringkas dari empat halaman menjadi satu halaman.",
    "100% petugas hadir dalam pelatihan pada awal bulan {month}.",
)
RUNNING = (
    None,
    "Rapat koordinasi telah dilaksanakan pada {month}.",
    "Draf telah disusun dan menunggu pembahasan.",
    "Pengadaan sedang berlangsung.",
    "Penyelesaian dilanjutkan setelah anggaran tersedia.",
)
TOLD = {"done": DONE, "in_progress": RUNNING}
OBSTACLES = (
    None,
    "Jumlah petugas terbatas.",
    "Sebagian pengguna layanan masih perlu didampingi.",
    "Jaringan internet kurang stabil.",
    "Belum ada ruang penyimpanan.",
)
NO_OBSTACLE = ("Tidak ada.", "Nihil", "-")
"""Of what is done alone: beside the reason of what is open it would contradict."""
REASONS = ("Anggaran baru tersedia pada tahun berikutnya.", "Menunggu kesepakatan dengan instansi lain.")
STRATEGIES = ("Mengusulkan anggaran dan menetapkan jadwal.", "Menunjuk pelaksana dan memantau setiap bulan.")
CARES = (("Menjaga layanan tanpa pungutan.", "Pengumuman bebas biaya dipasang."), ("Merawat ruang.", "Ruang dirawat."))


def random_cycle(seed):
    """An honest cycle; the same seed gives the same."""
    draw = Random(seed)
    office = _office(draw)
    keys = tuple(unit.key for unit in office.units)
    year, semester = draw.randint(2023, 2027), draw.choice((1, 2))
    start = Month(year, 7) if semester == 1 else Month(year + 1, 1)
    window = months_between(start, start.plus(draw.randint(1, 7)))
    scores = _scores(draw)
    chosen = [key for key, _rank in ranked(scores)][: draw.randint(1, 9)]
    names = draw.sample(PROGRAMMES, draw.randint(len(chosen), len(PROGRAMMES)))
    shares = [names[place :: len(chosen)] for place in range(len(chosen))]
    plans = [[_plan(draw, name, keys, window) for name in share] for share in shares]
    high = [key for key in ELEMENT_KEYS if key not in chosen and scores[key] >= sum(scores.values()) / 9]
    return make_cycle(
        office=office,
        survey=_survey(draw, year, semester, scores),
        followup=make_followup(
            [PriorityData(key, None, tuple(rows)) for key, rows in zip(chosen, plans, strict=True)],
            [_care(draw, key, keys, start) for key in high[: draw.randint(0, 2)]],
            start=window[0],
            end=window[-1],
            report_month=draw.choice((None, window[-1].plus(1), window[-1].plus(3))),
        ),
    )


def _office(draw):
    name, short, site = draw.choice(OFFICES)
    units = draw.sample(UNITS, draw.randint(1, 4))
    return make_office(
        name=name,
        short_name=short,
        website=site,
        units=tuple(UnitData(f"u{n}", unit, unit) for n, unit in enumerate(units)),
    )


def _scores(draw):
    places = draw.choice((2, 2, 4, 6))
    low = draw.choice((1.0, 2.4, 3.0))
    return {key: tidy(Decimal(str(round(draw.uniform(low, 4), places)))) for key in ELEMENT_KEYS}


def _survey(draw, year, semester, scores):
    first = date(year, 6 * semester - 5, 1) + timedelta(days=draw.randint(0, 100))
    last = first + timedelta(days=draw.randint(1, 40))
    return make_survey(
        period=f"{year}-S{semester}",
        start=first,
        end=last,
        report_date=last + timedelta(days=draw.randint(0, 60)),
        respondents=draw.choice((None, draw.randint(30, 900))),
        population=draw.choice((None, draw.randint(900, 9000))),
        scores=scores,
    )


def _words(draw, pool, month):
    text = draw.choice(pool)
    return text and text.format(month=MONTHS[month.number - 1], n=draw.randint(2, 40), year=month.year)


def _plan(draw, name, keys, window):
    status = draw.choice(("done", "done", "done", "in_progress", "not_started", "impossible"))
    months = tuple(sorted(draw.sample(window, draw.randint(1, len(window)))))
    done = status == "done"
    units = draw.choice((ALL_UNITS, keys[:1], keys))
    plan = make_plan(name, status, months=months, units=units, lead=draw.choice((None, keys[0])))
    realisation = Realisation(
        status=status,
        description=_words(draw, TOLD.get(status, (None,)), months[0]),
        obstacle=draw.choice((*OBSTACLES, *NO_OBSTACLE) if done else OBSTACLES),
        months=months if done else (),
        completed_on=months[-1].first_day + timedelta(days=draw.randint(0, 27)) if done else None,
    )
    completion = None
    if not done:
        strategy = None if status == "impossible" else draw.choice(STRATEGIES)
        soon = months[-1].plus(12)
        completion = CompletionData(
            draw.choice(REASONS), strategy, soon, soon.plus(draw.randint(1, 12)), draw.choice((ALL_UNITS, keys[:1]))
        )
    evidence = _evidence(draw, name, months[0]) if done else Evidence()
    return replace(plan, realisation=realisation, completion=completion, evidence=evidence)


def _evidence(draw, name, month):
    day = month.first_day + timedelta(days=draw.randint(0, 27))
    photos = (
        Photo(f"photos/{name}-{n}.jpg", draw.choice((None, f"Kegiatan {name}")), day) for n in range(draw.randint(1, 4))
    )
    return Evidence(draw.choice((None, f"{name}: foto kegiatan.")), tuple(photos))


def _care(draw, key, keys, month):
    plan, activity = draw.choice(CARES)
    return replace(
        make_upkeep(key, units=keys[:1]), plan=plan, activity=activity, evidence=_evidence(draw, f"jaga-{key}", month)
    )
