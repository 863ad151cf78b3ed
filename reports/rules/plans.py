"""Rules on what is promised: who answers for it, how it is measured, whether it is late or named twice. Pure."""

from followups.fields import INDICATOR, TARGET
from followups.months import Month
from followups.progress import is_late
from reports.cycle.model import ALL_UNITS
from reports.document import fields as printed
from reports.document.facts import PlanFact
from reports.rules.case import Case
from reports.rules.days import report_base
from reports.rules.faults import fault_of, place_of
from reports.rules.rule import Faults, rule
from reports.rules.typed.missing import is_missing
from reports.words.answers import same_words
from reports.words.language import month_text


@rule("M11", "info", "Seluruh unit menjadi penanggung jawab.", "running")
def everybody(case: Case) -> Faults:
    if not case.cycle.office.units:
        return
    for row in case.facts.plans:
        if row.plan.units == ALL_UNITS:
            yield fault_of(
                row,
                printed.PLAN_UNITS,
                "Penanggung jawab RTL ini seluruh unit; sebutkan unit yang benar-benar melaksanakannya.",
            )
    for row in case.facts.owed:
        if row.plan.completion and row.plan.completion.units == ALL_UNITS:
            yield fault_of(
                row,
                printed.COMPLETION_UNITS,
                "Penanggung jawab penyelesaian ini seluruh unit; sebutkan unit yang akan menyelesaikannya.",
            )


@rule("M14", "info", "RTL yang menjadi tanggung jawab beberapa unit tanpa koordinator.", "running")
def nobody_leads(case: Case) -> Faults:
    for row in case.facts.plans:
        shared = (row.plan.units == ALL_UNITS and case.cycle.office.units) or len(row.plan.units) > 1
        if shared and row.plan.lead is None:
            yield fault_of(
                row,
                printed.LEAD,
                "RTL ini menjadi tanggung jawab beberapa unit tanpa koordinator; pilih satu unit sebagai koordinator.",
                row.plan.units,
            )


@rule("S14", "info", "RTL tanpa indikator atau target.", "running")
def not_measurable(case: Case) -> Faults:
    for row in case.facts.plans:
        for field in (INDICATOR, TARGET):
            if is_missing(getattr(row.plan, field.key)):
                message = "Indikator atau target RTL belum diisi; isi agar hasilnya dapat diukur."
                yield fault_of(row, printed.DETAILS[field], message)


@rule("T3", "info", "RTL melewati bulan rencananya.", "running", unless=("K08", "K09", "K10"))
def overdue(case: Case) -> Faults:
    """Of a plan with reason, strategy and target nothing is left to be said: it cannot be mended any more."""
    base = report_base(case)
    now = min(base, Month.of(case.today)) if case.today else base
    for row in case.facts.open:
        completion = row.plan.completion
        stands = completion and completion.latest and not any(map(is_missing, (completion.reason, completion.strategy)))
        if not stands and is_late(row.plan.realisation.status, row.plan.months, now):
            last = max(row.plan.months)
            yield fault_of(
                row,
                printed.PLAN_MONTHS,
                f"RTL direncanakan paling lambat {month_text(last)} dan belum selesai pada {month_text(now)}; "
                "perbarui statusnya, atau isi alasan, strategi, dan target penyelesaiannya.",
                last,
                base,
            )


@rule("K19", "warn", "Strategi atau pemeliharaan tanpa penanggung jawab.", "reporting")
def nobody_completes(case: Case) -> Faults:
    for row in case.facts.owed:
        completion = row.plan.completion
        if completion and not is_missing(completion.strategy) and not case.facts.responsible(completion):
            yield fault_of(row, printed.COMPLETION_UNITS, "Strategi belum mempunyai penanggung jawab; pilih dahulu.")
    for item in case.facts.upkeep:
        if not case.facts.responsible(item.data):
            yield fault_of(item, printed.UPKEEP_UNITS, "Pemeliharaan belum mempunyai penanggung jawab; pilih dahulu.")


@rule("K71", "warn", "Koordinator yang bukan penanggung jawab.")
def led_from_outside(case: Case) -> Faults:
    short = {unit.key: unit.short_name for unit in case.cycle.office.units}
    for row in case.facts.plans:
        lead = row.plan.lead
        if lead and row.plan.units and row.plan.units != ALL_UNITS and lead not in row.plan.units:
            yield fault_of(
                row,
                printed.LEAD,
                f"Koordinator RTL ini {short.get(lead, lead)}, yang tidak termasuk penanggung jawabnya; pilih salah "
                "satu penanggung jawab, atau jelaskan.",
                lead,
                row.plan.units,
            )


@rule("K27", "warn", "Dua RTL bernama sama.")
def named_twice(case: Case) -> Faults:
    first: dict[str, PlanFact] = {}
    for row in case.facts.plans:
        name = same_words(row.plan.programme)
        if name and name in first:
            yield fault_of(
                row,
                printed.PROGRAMME,
                f"RTL ini bernama sama dengan RTL {place_of(first[name]).row}; bedakan namanya atau gabungkan "
                "keduanya.",
                first[name].element,
            )
        else:
            first[name] = row
