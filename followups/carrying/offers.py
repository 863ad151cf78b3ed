"""What a cycle may take from the last one: open plans, priorities that stayed low, upkeep, the signatory.

Texts are the report's (reports/editing/takeover.py).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from followups.carrying.continuing import OPEN, plans_to_carry, promise_anew
from followups.fields import REASON, STRATEGY
from followups.models import ActionPlan, FollowUp, Upkeep
from followups.months import Month
from followups.numbering import month_words, plan_labels
from followups.planning.rows import Standing, standings_of
from followups.realising.realisation import completion_of
from followups.responsible import others_of, responsible_words
from offices.models import Unit
from offices.zones import today_of
from surveys.fetching import earlier_surveys
from surveys.models import Lock, Survey

UNKNOWN_ELEMENT = "Unsur ini tidak ada dalam instrumen periode ini."


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be taken: ``facts`` (label, text) say what is written then.

    ``obstacle``: why it cannot be taken, or not again. ``proposed``: whether it is ticked at first.
    ``replaces``: whether it takes the place of something that was written here.
    """

    key: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    note: str = ""
    obstacle: str = ""
    proposed: bool = True
    replaces: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """``origin``: the last cycle. Keys are ``rtl-ID``, ``unsur-KEY``, ``pemeliharaan-ID`` and ``penanda-tangan``."""

    origin: Survey
    plans: tuple[Offer, ...]
    priorities: tuple[Offer, ...]
    upkeep: tuple[Offer, ...]
    signatory: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class _Both:
    """The cycle that takes and the one from which it takes."""

    here: FollowUp
    origin: FollowUp
    standings: dict[str, Standing]
    units: dict[int, Unit]

    def plans(self) -> Iterator[Offer]:
        rows = plans_to_carry(ActionPlan.objects.filter(priority__followup=self.origin))
        labels = plan_labels(self.origin)
        for plan in rows:
            if plan.status in OPEN or hasattr(plan, "continued_by"):
                yield self._plan(plan, labels[plan.pk])

    def _plan(self, plan: ActionPlan, label: str) -> Offer:
        promise = promise_anew(plan, self.here)
        owed = completion_of(plan)
        named = [self.units[pk] for pk in promise.units]
        responsible = responsible_words(promise.all_units, named, promise.others, self.here.survey.office)
        facts = {
            "Unsur": plan.priority.element.name,
            "Status periode lalu": plan.get_status_display(),
            REASON.label: owed.reason if owed else "",
            STRATEGY.label: owed.strategy if owed else "",
            "Tenggat": month_words(Month.of(owed.latest)) if owed and owed.latest else "",
            "Direncanakan": ", ".join(map(month_words, promise.months)) or "bulan dipilih kemudian",
            "Penanggung jawab": ", ".join(responsible) or "dipilih kemudian",
        }
        obstacle = "" if plan.priority.element.key in self.standings else UNKNOWN_ELEMENT
        return Offer(
            key=f"rtl-{plan.pk}",
            title=f"{label}. {plan.programme}",
            facts=tuple((name, text) for name, text in facts.items() if text),
            note="Masa tindak lanjutnya masih berjalan." if self._is_running() else "",
            obstacle="Sudah dibawa." if hasattr(plan, "continued_by") else obstacle,
            proposed=not self._is_running(),
        )

    def _is_running(self) -> bool:
        survey = self.origin.survey
        return survey.lock == Lock.OPEN and Month.of(self.origin.end) >= Month.of(today_of(survey.office))

    def priorities(self) -> Iterator[Offer]:
        """Those that are still among the lowest, as far as this period has scores; else whatever was one."""
        present = set(self.here.priorities.values_list("element__key", flat=True))
        for row in self.origin.priorities.select_related("element"):
            key = row.element.key
            standing = self.standings.get(key)
            is_scored = standing is not None and bool(standing.rank)
            if standing and is_scored and not standing.proposed:
                continue
            yield Offer(
                key=f"unsur-{key}",
                title=row.element.name,
                note=standing.rank if standing and is_scored else "Nilai periode ini belum ada.",
                obstacle="Sudah menjadi unsur prioritas." if key in present else "" if standing else UNKNOWN_ELEMENT,
                proposed=is_scored,
            )

    def upkeep(self) -> Iterator[Offer]:
        """One is there already where it says the same, or where its element has as much of it as it had."""
        present = list(self.here.upkeep.select_related("element"))
        number_here = Counter(row.element.key for row in present)
        rows = list(self.origin.upkeep.select_related("element").prefetch_related("units"))
        number_there = Counter(row.element.key for row in rows)
        said = {(row.element.key, row.plan) for row in present}
        for row in rows:
            key = row.element.key
            is_there = (key, row.plan) in said or number_here[key] >= number_there[key]
            yield Offer(
                key=f"pemeliharaan-{row.pk}",
                title=row.element.name,
                facts=self._care(row),
                obstacle="Sudah ada." if is_there else "" if key in self.standings else UNKNOWN_ELEMENT,
            )

    def _care(self, row: Upkeep) -> tuple[tuple[str, str], ...]:
        responsible = responsible_words(row.all_units, row.units.all(), others_of(row), self.here.survey.office)
        facts = (("Rencana", row.plan), ("Penanggung jawab", ", ".join(responsible)))
        return tuple((name, text) for name, text in facts if text)

    def signatory(self) -> Iterator[Offer]:
        then, now = self.origin.survey, self.here.survey
        if (then.signatory_name, then.signatory_title) != (now.signatory_name, now.signatory_title):
            is_named = bool(now.signatory_name)
            facts = (("Jabatan", then.signatory_title), ("Menggantikan", now.signatory_name))
            yield Offer(
                key="penanda-tangan",
                title=then.signatory_name,
                facts=tuple((name, text) for name, text in facts if text),
                proposed=not is_named,
                replaces=is_named,
            )


def offers_of(survey: Survey) -> Offers | None:
    """What the last cycle offers to this one; None where there was none before."""
    origin = FollowUp.objects.filter(survey=earlier_surveys(survey).first()).select_related("survey__office").first()
    if origin is None:
        return None
    here = FollowUp.objects.get(survey=survey)
    here.survey = survey
    units = {unit.pk: unit for unit in survey.office.units.all()}
    both = _Both(here, origin, {row.key: row for row in standings_of(survey)}, units)
    return Offers(
        origin=origin.survey,
        plans=tuple(both.plans()),
        priorities=tuple(both.priorities()),
        upkeep=tuple(both.upkeep()),
        signatory=tuple(both.signatory()),
    )
