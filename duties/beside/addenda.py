"""Whose turn the Laporan Penyelesaian RTL is, once all that a signed report left open is done."""

from collections.abc import Iterable, Iterator

from duties.beside.steps import Beside
from duties.cycles import OwnCycle, last_signed
from duties.duty import Duty, Kind
from followups.carrying.continuing import OPEN
from followups.carrying.fates import fates_of, is_settled
from followups.models import ActionPlan
from offices.models import User
from offices.permissions import Action
from reports.models import ReportKind

_READY = "semua RTL dari Tabel 4.1 sudah selesai: laporan penyelesaian dapat disiapkan"


def addendum_duties(user: User, cycles: Iterable[OwnCycle]) -> Iterator[Duty]:
    """Of the signed cycles after which none is signed. A few queries, however many plans and cycles there are."""
    signed = {cycle.followup.pk: cycle for cycle in last_signed(cycles)}
    if not signed:
        return
    beside = Beside.of(user, ReportKind.ADDENDUM, signed)
    settled = _settled(signed.keys() - beside.reports.keys())
    for pk, cycle in signed.items():
        if pk in settled:
            yield beside.duty(cycle, Kind.PREPARE, Action.PREPARE, _READY)
        yield from beside.steps(cycle)


def _settled(followups: Iterable[int]) -> frozenset[int]:
    """Those of these follow-ups (ids) that left something open, all of which is done since."""
    left = ActionPlan.objects.filter(priority__followup__in=list(followups), status__in=OPEN).order_by()
    owner = dict(left.values_list("pk", "priority__followup"))
    fates = fates_of(owner.keys())
    unsettled = {owner[pk] for pk in owner if pk not in fates or not is_settled(fates[pk])}
    return frozenset(owner.values()) - unsettled
