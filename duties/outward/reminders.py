"""A reminder for those who read no mail: words with a link, to be sent by WhatsApp or shown as a QR code.

It tells of a plan its name and how late it is; who opens the link logs in first and then stands before the plan.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings

from duties.cycles import OwnCycle
from duties.duty import Duty, Kind
from duties.plans import plan_work
from followups.models import ActionPlan
from followups.qr import Code, code_of
from followups.responsible import others_of, responsible_words
from offices.models import User

MOST_IN_ONE = 15
"""Plans in one message: an address may not be of any length."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """``title``: whose it is or what it is about; ``count``: of how many plans it tells."""

    title: str
    text: str
    address: str
    count: int = 1

    @property
    def whatsapp(self) -> str:
        """Opens WhatsApp with the words; to whom they go is chosen there. The portal fetches nothing."""
        return f"https://wa.me/?text={quote(self.text)}"

    @property
    def code(self) -> Code:
        return code_of(self.address)


def reminder_of(plan: ActionPlan, cycle: OwnCycle) -> Reminder:
    """For one plan."""
    address = _address(cycle, plan.pk)
    text = f"Mohon ditindaklanjuti: RTL “{plan.programme}” ({cycle.face.label}).\nBuka di SKM Portal: {address}"
    return Reminder(plan.programme, text, address)


def late_reminders(user: User, cycle: OwnCycle) -> tuple[Reminder, ...]:
    """For each unit that is late, of all its plans that are; one that several answer for is told to each."""
    late = {duty.plan: duty for duty in plan_work(user, (cycle,)).duties if duty.kind is Kind.LATE}
    plans = ActionPlan.objects.filter(pk__in=late).select_related("lead").prefetch_related("units")
    by_unit: dict[str, list[Duty]] = {}
    for plan in plans:
        for unit in _answering(plan, cycle):
            by_unit.setdefault(unit, []).append(late[plan.pk])
    return tuple(_of_unit(unit, duties, cycle) for unit, duties in sorted(by_unit.items()))


def _answering(plan: ActionPlan, cycle: OwnCycle) -> Iterable[str]:
    if plan.lead:
        return [plan.lead.short_name]
    named = responsible_words(plan.all_units, plan.units.all(), others_of(plan), cycle.office)
    return named or ["Belum ada penanggung jawab"]


def _of_unit(unit: str, duties: list[Duty], cycle: OwnCycle) -> Reminder:
    told = sorted(duties, key=lambda duty: -duty.late)[:MOST_IN_ONE]
    lines = [f"{unit}: {len(duties)} RTL terlambat ({cycle.face.label})."]
    for number, duty in enumerate(told, start=1):
        lines.append(f"{number}. {duty.subject} (terlambat {duty.late} bulan)\n{_address(cycle, duty.plan)}")
    everything = f"{settings.PUBLIC_URL}{cycle.page('realisations')}"
    if len(duties) > len(told):
        lines.append(f"Selebihnya: {everything}")
    address = _address(cycle, duties[0].plan) if len(duties) == 1 else everything
    return Reminder(unit, "\n".join(lines), address, len(duties))


def _address(cycle: OwnCycle, plan: int) -> str:
    return f"{settings.PUBLIC_URL}{cycle.page('realisation', plan)}"
