"""The rows of the report's five tables. Pure; which figures prove a row is decided in annex.py."""

from followups.months import Month, months_between
from followups.progress import PRINTED_STATUS
from reports.cycle.model import CompletionData, Plan
from reports.document.chapters.annex import AnnexPlan, Place
from reports.document.facts import ElementFact, Facts, PlanFact
from reports.document.model import (
    PlanGroup,
    PlanRow,
    PlanTable,
    RealisationGroup,
    RealisationRow,
    ScoreRow,
    StrategyRow,
    UpkeepRow,
)
from reports.document.shapes import Proof, TableHead
from reports.words.language import date_text, decimal_text, month_text, months_text, paragraphs_of, short_month
from surveys.ikm import converted

LONGEST_PORTRAIT, LONGEST_LANDSCAPE = 6, 24
NOT_FILLED_IN = "(belum diisi)"
NONE = "–"


def score_rows(facts: Facts) -> tuple[ScoreRow, ...]:
    return tuple(
        ScoreRow(
            number=number,
            element=element.name,
            key=element.key,
            score=element.score,
            score_text=element.score_text or NONE,
            converted_text=_converted(element),
            grade=element.grade.letter if element.grade else NONE,
            category=str(element.grade or NONE),
        )
        for number, element in enumerate(facts.elements.values(), start=1)
    )


def _converted(element: ElementFact) -> str:
    """What a calculator shows for the printed score × 25."""
    return NONE if element.score is None else decimal_text(converted(element.score))


def plan_table(facts: Facts) -> PlanTable:
    followup = facts.source.cycle.followup
    window = months_between(followup.start, followup.end)
    in_columns = len(window) <= LONGEST_LANDSCAPE
    return PlanTable(
        head=TableHead(
            "Tabel 2.2",
            f"Rencana Tindak Lanjut per Unsur Prioritas SKM {_whose(facts)}",
            "tabel-2-2",
            unit_legend(facts, tuple(key for fact in facts.plans for key in _units_of(fact.plan))),
        ),
        months=tuple((short_month(month), month.year) for month in window) if in_columns else (),
        groups=tuple(
            PlanGroup(
                priority.number,
                priority.element.name,
                tuple(_plan_row(facts, fact, window if in_columns else ()) for fact in priority.plans),
            )
            for priority in facts.priorities
        ),
        columns=4 + (len(window) if in_columns else 1),
        landscape=LONGEST_PORTRAIT < len(window) <= LONGEST_LANDSCAPE,
    )


def _whose(facts: Facts) -> str:
    return f"{facts.source.cycle.office.short_name} {facts.period}"


def _plan_row(facts: Facts, fact: PlanFact, window: tuple[Month, ...]) -> PlanRow:
    plan = fact.plan
    measures = [("Indikator", plan.indicator), ("Target", plan.target)]
    return PlanRow(
        point=fact.point,
        programme=plan.programme,
        details=tuple(f"{name}: {text}" for name, text in measures if text),
        marks=tuple(month in plan.months for month in window),
        months=months_text(plan.months) or NONE,
        responsible=_responsible(facts, plan),
    )


def _responsible(facts: Facts, plan: Plan) -> tuple[str, ...]:
    units = facts.unit_names(plan.units)
    """Who answers for a plan; a unit that is alone coordinates nobody."""
    leads = (plan.lead,) if plan.lead and plan.units != (plan.lead,) else ()
    lead = tuple(f"Koordinator: {name}" for name in facts.unit_names(leads))
    return (*units, *lead) or (NONE,)


def _units_of(plan: Plan) -> tuple[str, ...]:
    return (*plan.units, *((plan.lead,) if plan.lead else ()))


def unit_legend(facts: Facts, keys: tuple[str, ...]) -> tuple[str, ...]:
    """What the short names of units that a table uses stand for, in the office's order."""
    return tuple(
        f"{unit.short_name}: {unit.name}"
        for unit in facts.source.cycle.office.units
        if unit.key in keys and unit.short_name != unit.name
    )


def realisation_head(facts: Facts) -> TableHead:
    return TableHead("Tabel 3.1", f"Realisasi Rencana Tindak Lanjut SKM {_whose(facts)}", "tabel-3-1")


def realisation_groups(facts: Facts, annex: AnnexPlan) -> tuple[RealisationGroup, ...]:
    return tuple(
        RealisationGroup(
            priority.number,
            priority.element.name,
            tuple(_realisation_row(fact, annex) for fact in priority.plans),
        )
        for priority in facts.priorities
    )


def _realisation_row(fact: PlanFact, annex: AnnexPlan) -> RealisationRow:
    done = fact.plan.realisation
    return RealisationRow(
        point=fact.point,
        programme=fact.plan.programme,
        status=PRINTED_STATUS[done.status],
        status_key=done.status,
        details=_when_done(fact.plan),
        description=paragraphs_of(done.description or "") or (_blank_description(fact),),
        proofs=_proofs(annex, ("plan", fact.number, fact.point)),
        obstacle=paragraphs_of(done.obstacle or "") or (NONE,),
    )


def _blank_description(fact: PlanFact) -> str:
    return NOT_FILLED_IN if fact.done else NONE


def _when_done(plan: Plan) -> tuple[str, ...]:
    done = plan.realisation
    months = (f"Pelaksanaan: {months_text(done.months)}",) if done.months else ()
    day = (f"Selesai: {date_text(done.completed_on)}",) if done.completed_on else ()
    return (*months, *day)


def _proofs(annex: AnnexPlan, place: Place) -> tuple[Proof, ...]:
    return annex.proofs.get(place, ())


def upkeep_head(facts: Facts) -> TableHead | None:
    if not facts.upkeep:
        return None
    keys = tuple(key for item in facts.upkeep for key in item.data.units)
    which = "Unsur Bernilai Tinggi" if facts.upkeep_is_high else "Unsur Pelayanan"
    title = f"Realisasi Pemeliharaan {which} SKM {_whose(facts)}"
    return TableHead("Tabel 3.2", title, "tabel-3-2", unit_legend(facts, keys))


def upkeep_rows(facts: Facts, annex: AnnexPlan) -> tuple[UpkeepRow, ...]:
    return tuple(
        UpkeepRow(
            number=item.number,
            element=item.element.name,
            score_text=item.element.score_text or NONE,
            converted_text=_converted(item.element),
            category=str(item.element.grade or NONE),
            activity=paragraphs_of(item.data.activity or "") or (NOT_FILLED_IN,),
            proofs=_proofs(annex, ("upkeep", item.number, "")),
            responsible=facts.unit_names(item.data.units) or (NONE,),
        )
        for item in facts.upkeep
    )


def strategy_head(facts: Facts) -> TableHead | None:
    if not facts.owed:
        return None
    completions = [fact.plan.completion for fact in facts.owed]
    keys = tuple(key for completion in completions if completion for key in completion.units)
    title = f"Strategi Penyelesaian Rencana Tindak Lanjut SKM {_whose(facts)}"
    return TableHead("Tabel 4.1", title, "tabel-4-1", unit_legend(facts, keys))


def strategy_rows(facts: Facts) -> tuple[StrategyRow, ...]:
    return tuple(
        StrategyRow(
            number=number,
            programme=fact.plan.programme,
            strategy=_strategy(fact.plan.completion),
            target=target_text(fact.plan.completion, facts.report_base),
            responsible=_completion_units(facts, fact.plan.completion),
        )
        for number, fact in enumerate(facts.owed, start=1)
    )


def _strategy(completion: CompletionData | None) -> tuple[str, ...]:
    return paragraphs_of((completion.strategy if completion else "") or "") or (NOT_FILLED_IN,)


def _completion_units(facts: Facts, completion: CompletionData | None) -> tuple[str, ...]:
    return facts.unit_names(completion.units if completion else ()) or (NONE,)


def target_text(completion: CompletionData | None, base: Month) -> str:
    """``1–3 bulan (paling lambat April 2026)``, counted from the month of the report."""
    if completion is None or (completion.months_min is None and completion.months_max is None):
        return NOT_FILLED_IN
    shortest, longest = completion.months_min, completion.months_max
    if longest is None:
        return f"paling cepat {shortest} bulan (mulai {month_text(base.plus(shortest or 0))})"
    latest = f"(paling lambat {month_text(base.plus(longest))})"
    if shortest is None or shortest == longest:
        return f"{longest} bulan {latest}"
    return f"{shortest}–{longest} bulan {latest}"
