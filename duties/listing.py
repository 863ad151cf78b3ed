"""A person's duties: everything that waits for them in the offices where they work, the most urgent first.

Home shows it, and so may a letter or a calendar. What keeps a report from its signature asks for a whole report of
each cycle, and is told apart (refusals.py).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from duties.beside.addenda import addendum_duties
from duties.beside.survey_reports import survey_report_duties
from duties.cycles import OwnCycle, cycle_duties, cycles_of
from duties.duty import CycleFace, Duty, DutyGroup, Kind, groups_of, in_order
from duties.hands import is_in_hands_of
from duties.plans import plan_work, promise_duties
from followups.models import ActionPlan
from followups.months import Month
from followups.realising.second_person import left_to_nobody
from offices.models import Membership, Office, Role, User, role_name
from offices.permissions import Action, names_of
from oversight.levels.speed import ending_chance
from reports.issuing.keys.confirming import Waiting, keys_for
from reports.words.language import begun_large, date_text


@dataclass(frozen=True, slots=True)
class Listing:
    """What waits for one person; ``done``: those of their plans that ask for nothing any more.

    ``cycles``: all of their offices, the latest first.
    """

    cycles: tuple[OwnCycle, ...]
    duties: tuple[Duty, ...]
    done: tuple[ActionPlan, ...]

    @property
    def groups(self) -> tuple[DutyGroup, ...]:
        return groups_of(self.duties)


def listing_of(user: User, offices: Iterable[Office], keys_in: Iterable[Office] = ()) -> Listing:
    """The list of who works in ``offices``; ``keys_in``: where keys wait that this person might confirm."""
    cycles = cycles_of(offices)
    work = plan_work(user, cycles)
    keys = (_key(waiting) for waiting in keys_for(user, keys_in))
    duties = (
        *work.duties,
        *promise_duties(user, cycles),
        *survey_report_duties(user, cycles),
        *addendum_duties(user, cycles),
        *cycle_duties(user, cycles),
        *_ending_levels(user, cycles),
        *_people_wanted(user, cycles),
        *_next_cycles(user, cycles),
        *keys,
    )
    return Listing(cycles, in_order(duty for duty in duties if duty.mine), work.done)


def _people_wanted(user: User, cycles: Iterable[OwnCycle]) -> Iterator[Duty]:
    """Whom an office lacks to bring a cycle to its end; two queries where this person manages people."""
    managed = [cycle for cycle in cycles if not cycle.is_signed]
    managed = [cycle for cycle in managed if is_in_hands_of(user, Action.MANAGE_PEOPLE, cycle.office)]
    if not managed:
        return
    pending = left_to_nobody(ActionPlan.objects.filter(priority__followup__in=[c.followup.pk for c in managed]))
    alone = Counter(pending.order_by().values_list("priority__followup", flat=True))
    signers = Membership.objects.filter(role=Role.SECRETARY, user__is_active=True)
    signed_for = set(signers.filter(office__in=[c.office.pk for c in managed]).values_list("office", flat=True))
    for cycle in managed:
        waiting = alone[cycle.followup.pk]
        is_unsigned = cycle.office.pk not in signed_for and cycle.report_due <= Month.of(cycle.today)
        if waiting or is_unsigned:
            yield _person_wanted(cycle, waiting, is_unsigned)


def _person_wanted(cycle: OwnCycle, waiting: int, is_unsigned: bool) -> Duty:
    office = cycle.office
    why = ["belum ada yang dapat menandatangani"] if is_unsigned else []
    why += [f"belum ada orang lain yang dapat menyetujui {waiting} RTL"] if waiting else []
    return Duty(
        kind=Kind.PEOPLE,
        cycle=cycle.face,
        place=cycle.office_page("people"),
        turn=names_of(Action.MANAGE_PEOPLE, office),
        subject=f"Tambahkan {role_name(Role.SECRETARY, office)}" if is_unsigned else "Tambahkan orang kedua",
        sentence=f"Di {office.short_name} {' dan '.join(why)}.",
        told=f"{cycle.survey.period_label} · {', '.join(why)}",
    )


def _next_cycles(user: User, cycles: Iterable[OwnCycle]) -> Iterator[Duty]:
    """The cycle that follows the latest of each office, once its period has begun."""
    latest: dict[int, OwnCycle] = {}
    for cycle in cycles:
        latest.setdefault(cycle.office.pk, cycle)
    for cycle in latest.values():
        period = cycle.survey.span.next
        if period.first_day <= cycle.today:
            face = CycleFace(cycle.office.short_name, cycle.office.code, period.code, period.label)
            yield Duty(
                kind=Kind.NEXT,
                cycle=face,
                place=reverse("survey_new", args=(cycle.office.code,)),
                turn=names_of(Action.EDIT_SURVEY, cycle.office),
                subject=f"Buat siklus {period.label}",
                sentence=f"Siklus {period.label} belum dibuat.",
                mine=is_in_hands_of(user, Action.EDIT_SURVEY, cycle.office),
                since=period.first_day,
                told=cycle.office.short_name,
            )


def _ending_levels(user: User, cycles: Iterable[OwnCycle]) -> Iterator[Duty]:
    """A level of PEKPPP that is soon out of reach, as the report of what was done is not signed. It costs no query."""
    for cycle in cycles:
        reported = cycle.survey.report_date
        if cycle.is_signed or reported is None or reported > cycle.today:
            continue
        if chance := ending_chance(reported, Month.of(cycle.followup.end), cycle.today):
            label = cycle.survey.period_label
            what = f"tingkat {chance.level} kecepatan tindak lanjut hanya sampai {date_text(chance.until)}"
            yield Duty(
                kind=Kind.LEVEL,
                cycle=cycle.face,
                place=cycle.office_page("pekppp"),
                turn=names_of(Action.PREPARE, cycle.office),
                subject=begun_large(what),
                sentence=f"{label}: {what}.",
                mine=is_in_hands_of(user, Action.PREPARE, cycle.office),
                told=f"{label} · bila seluruh RTL selesai dan laporannya ditandatangani",
            )


def _key(waiting: Waiting) -> Duty:
    holder = waiting.key.user.name
    uploaded: date = waiting.key.uploaded_at.date()
    office = waiting.office
    return Duty(
        kind=Kind.KEY,
        cycle=CycleFace(office.short_name, office.code, "", ""),
        place=reverse("keys_waiting", args=(office.code,)),
        turn=", ".join(person.name for person in waiting.confirmers),
        subject=holder,
        sentence=f"Kunci tanda tangan {holder} menunggu konfirmasi.",
        since=uploaded,
        told=office.short_name,
    )
