"""Cycles of very different shapes, by name: what every text, table and rule has to bear."""

from datetime import date
from decimal import Decimal

from followups.months import Month
from reports.cycle.model import Photo, PriorityData, Realisation
from tests.make_cycle import (
    ELEMENT_KEYS,
    NGAWI_SCORES,
    make_completion,
    make_cycle,
    make_followup,
    make_large_cycle,
    make_office,
    make_photos,
    make_plan,
    make_survey,
    make_upkeep,
)

SHARED = Photo("photos/bersama.jpg", "Rapat bersama", date(2025, 10, 3))


def of(element, *plans, rationale=None):
    return PriorityData(element, rationale, plans)


def young():
    """Nothing is known yet but the office and the period."""
    return make_cycle(
        office=make_office(parent=None),
        survey=make_survey(
            scores={}, start=None, end=None, respondents=None, population=None, report_date=None, declared_index=None
        ),
        followup=make_followup((), (), report_month=None),
    )


def bare():
    """Scores and priorities, but of plans nothing more than their names."""
    nothing = {
        "indicator": None,
        "target": None,
        "months": (),
        "units": (),
        "lead": None,
        "realisation": Realisation(),
        "completion": None,
    }
    plans = (make_plan("Menata antrean", **nothing), make_plan("Melatih petugas", **nothing))
    return make_cycle(
        followup=make_followup((of("waktu", *plans), of("produk")), (make_upkeep(plan=None, activity=None, units=()),))
    )


def mixed():
    """Done, in progress, not begun and impossible plans, one with a shared photo, inner commas."""
    return make_cycle(
        survey=make_survey(declared_index=Decimal("87.36"), respondents=None),
        followup=make_followup(
            (
                of(
                    "prosedur",
                    make_plan("Menyusun alur, formulir, dan petunjuk", photos=(*make_photos(2, "alur"), SHARED)),
                    make_plan("Menata antrean.", "in_progress"),
                    make_plan("Menambah loket", "impossible", completion=make_completion(strategy=None)),
                    rationale="Alur belum dipahami pengguna layanan.\n\nAntrean sering panjang.",
                ),
                of(
                    "waktu",
                    make_plan("Melatih petugas", photos=(SHARED,)),
                    make_plan("Menetapkan jadwal", "not_started", units=("*",), lead=None),
                ),
            ),
            (make_upkeep(photos=make_photos(1, "biaya")), make_upkeep("sarana", plan=None)),
        ),
        narrative={"1.3": "Tujuan kami **sendiri** untuk {{ periode }}."},
    )


def all_done():
    return make_cycle(followup=make_followup((of("waktu", make_plan("Satu"), make_plan("Dua")), of("biaya"))))


def none_done():
    return make_cycle(
        survey=make_survey(population=None),
        followup=make_followup((of("waktu", make_plan("Satu", "not_started"), make_plan("Dua", "in_progress")),), ()),
    )


def all_impossible():
    plans = (make_plan("Satu", "impossible", completion=None), make_plan("Dua", "impossible", completion=None))
    return make_cycle(followup=make_followup((of("waktu", *plans),)))


def one_open():
    return make_cycle(
        survey=make_survey(scores=dict.fromkeys(ELEMENT_KEYS, Decimal("3.50")), end=None),
        followup=make_followup((of("prosedur", make_plan("Menata antrean", "in_progress")),)),
    )


def ties():
    tied = {"prosedur": "3.10", "pengaduan": "3.10", "biaya": "4.00", "sarana": "4.00"}
    scores = NGAWI_SCORES | {key: Decimal(score) for key, score in tied.items()}
    priorities = [of(key, make_plan(f"Memperbaiki {key}")) for key in ("prosedur", "pengaduan")]
    return make_cycle(survey=make_survey(scores=scores), followup=make_followup(priorities))


def all_nine():
    states = ("done", "not_started", "in_progress")
    plans = [make_plan(f"Rencana {place + 1}", states[place % 3]) for place in range(9)]
    return make_cycle(followup=make_followup([of(key, plan) for key, plan in zip(ELEMENT_KEYS, plans, strict=True)]))


def long_window():
    return make_cycle(followup=make_followup(start=Month(2025, 7), end=Month(2026, 6)))


def large():
    return make_large_cycle(priorities=9, plans=60, photos=40)


SHAPES = {
    shape.__name__: shape
    for shape in (
        young,
        bare,
        mixed,
        all_done,
        none_done,
        all_impossible,
        one_open,
        ties,
        all_nine,
        long_window,
        large,
    )
}
