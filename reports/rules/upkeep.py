"""Rules on what keeps a high element high: that it is high, was planned, and is proven. Pure."""

from decimal import Decimal

from reports.document import fields as printed
from reports.rules.case import Case
from reports.rules.faults import fault_of
from reports.rules.rule import Faults, rule
from reports.rules.typed.missing import is_missing


@rule("S13", "warn", "Pemeliharaan yang direalisasikan tanpa rencana.", "reporting")
def upkeep_without_plan(case: Case) -> Faults:
    for row in case.facts.upkeep:
        if not is_missing(row.data.activity) and is_missing(row.data.plan):
            yield fault_of(
                row,
                printed.UPKEEP_PLAN,
                "Pemeliharaan ini direalisasikan tanpa rencana pada bagian 2.4; isi rencananya.",
            )


@rule("K30", "warn", "Pemeliharaan yang direalisasikan tanpa bukti dukung.", "reporting")
def upkeep_without_proof(case: Case) -> Faults:
    for row in case.facts.upkeep:
        if not is_missing(row.data.activity) and not row.data.evidence.proves:
            yield fault_of(
                row,
                printed.UPKEEP_PROOF,
                "Pemeliharaan ini direalisasikan tanpa bukti dukung; tambahkan sedikitnya satu foto atau laman web.",
            )


@rule("K31", "warn", "Pemeliharaan untuk unsur yang tidak bernilai tinggi.")
def upkeep_of_weak_element(case: Case) -> Faults:
    scores = case.cycle.survey.scores
    chosen = {priority.element for priority in case.cycle.followup.priorities}
    mean = sum(scores.values(), Decimal(0)) / len(scores) if scores else Decimal(0)
    for row in case.facts.upkeep:
        key = row.element.key
        score = scores.get(row.element.key)
        name = case.element_names[key]
        if key in chosen:
            state = f"{name} adalah unsur prioritas"
        elif score is not None and score < mean:
            state = f"{name} bernilai {case.score_texts[key]}, di bawah rata-rata semua unsur"
        else:
            continue
        yield fault_of(
            row,
            printed.UPKEEP_ELEMENT,
            f"{state}, bukan unsur bernilai tinggi; pilih unsur lain.",
            score,
            key in chosen,
        )
