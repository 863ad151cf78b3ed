"""A level of PEKPPP that is soon out of reach: its last day is near and the report of what was done is not signed.

It costs no query: the day of the survey's report lies in the cycle.
"""

from collections.abc import Iterable, Iterator

from duties.cycles import OwnCycle
from duties.duty import Duty, Kind
from duties.hands import is_in_hands_of
from followups.months import Month
from offices.models import User
from offices.permissions import Action, names_of
from oversight.levels.reaching import months_after
from oversight.levels.schemes import SCHEMES, Measure, scheme_on
from oversight.levels.speed import Chance, chance_of
from reports.words.language import begun_large, date_text


def level_duties(user: User, cycles: Iterable[OwnCycle]) -> Iterator[Duty]:
    """Of cycles without a signed report whose next level is over within a month."""
    for cycle in cycles:
        if chance := _ending(cycle):
            yield _duty(user, cycle, chance)


def _ending(cycle: OwnCycle) -> Chance | None:
    """None where the plans themselves go on beyond the last day: then nobody meant to reach it."""
    reported, today = cycle.survey.report_date, cycle.today
    if cycle.is_signed or reported is None or reported > today:
        return None
    speed = [each for each in scheme_on(today, SCHEMES).indicators if each.measure is Measure.SPEED]
    chance = chance_of(reported, speed[0], today) if speed else None
    if chance is None or chance.until > months_after(today, 1):
        return None
    return chance if Month.of(chance.until) >= Month.of(cycle.followup.end) else None


def _duty(user: User, cycle: OwnCycle, chance: Chance) -> Duty:
    face = cycle.face
    what = f"tingkat {chance.level} kecepatan tindak lanjut hanya sampai {date_text(chance.until)}"
    return Duty(
        kind=Kind.LEVEL,
        cycle=face,
        place=cycle.office_page("pekppp"),
        turn=names_of(Action.PREPARE, cycle.office),
        subject=begun_large(what),
        sentence=f"{face.label}: {what}.",
        mine=is_in_hands_of(user, Action.PREPARE, cycle.office),
        told=f"{face.label} · bila seluruh RTL selesai dan laporannya ditandatangani",
    )
