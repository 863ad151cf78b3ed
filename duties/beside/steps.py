"""What a report beside the follow-up report asks for, from its preparation until its receipt is there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self

from duties.cycles import OwnCycle, handed_of
from duties.duty import Duty, Kind
from duties.hands import is_in_hands_of
from offices.models import User
from offices.permissions import Action, names_of
from reports.models import Handover, HandoverKind, Report, ReportKind, State
from reports.paraf.parafs import waiting_for

CALLED = {ReportKind.SURVEY: "laporan SKM", ReportKind.ADDENDUM: "laporan penyelesaian"}
"""What home calls each, within a sentence."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The reports of one kind as they lie before one person; ``reports``: the last of each cycle, by its follow-up.

    ``unread``: those that wait for this person's paraf.
    """

    user: User
    kind: ReportKind
    reports: Mapping[int, Report]
    handed: Mapping[int, list[Handover]]
    unread: frozenset[int]

    @classmethod
    def of(cls, user: User, kind: ReportKind, followups: Iterable[int]) -> Self:
        """A constant number of queries."""
        standing = Report.objects.filter(kind=kind, followup__in=list(followups))
        rows = standing.exclude(state__in=(State.SUPERSEDED, State.WITHDRAWN)).defer("document", "findings")
        last = {report.followup_id: report for report in rows.order_by("version")}
        prepared = [pk for pk, report in last.items() if report.state == State.PREPARED]
        return cls(
            user,
            kind,
            last,
            handed_of(report for report in last.values() if report.state == State.SIGNED),
            waiting_for(user, prepared, kind) if prepared else frozenset(),
        )

    def steps(self, cycle: OwnCycle) -> Iterator[Duty]:
        """What the report of a cycle waits for, where there is one."""
        report = self.reports.get(cycle.followup.pk)
        name = CALLED[self.kind]
        if report is None:
            return
        if report.state == State.DRAFT:
            what = f"{name} versi {report.version} belum disiapkan untuk ditandatangani"
            yield self.duty(cycle, Kind.PREPARE, Action.PREPARE, what)
        elif report.state == State.PREPARED:
            what = f"{name} versi {report.version} siap ditandatangani"
            yield self.duty(cycle, Kind.SIGN, Action.SIGN, what)
            if report.followup_id in self.unread:
                yield self.duty(cycle, Kind.PARAF, Action.PARAF, f"{name} menunggu paraf", "paraf")
        elif report.state == State.SIGNED:
            yield from self._to_hand_on(cycle, self.handed.get(report.pk, []))

    def _to_hand_on(self, cycle: OwnCycle, rows: list[Handover]) -> Iterator[Duty]:
        """Publishing it as well is told by the log of publications, or is the office's choice."""
        name = CALLED[self.kind]
        if rows and rows[-1].kind == HandoverKind.RETURNED:
            back = rows[-1]
            what = f"{name} dikembalikan oleh {back.party}"
            duty = self.duty(cycle, Kind.RETURNED, Action.REISSUE, what)
            yield replace(duty, quote=back.note, since=back.happened_on)
            return
        if HandoverKind.SENT not in {row.kind for row in rows}:
            yield self.duty(cycle, Kind.HAND_ON, Action.HAND_ON, f"{name} belum disampaikan")
        for row in rows:
            if row.awaits_receipt:
                what = f"tanda terima {name} dari {row.party} belum disimpan"
                duty = self.duty(cycle, Kind.RECEIPT, Action.HAND_ON, what)
                yield replace(duty, place=cycle.page("handover_receipt", row.pk), since=row.happened_on)

    def duty(self, cycle: OwnCycle, kind: Kind, action: Action, what: str, page: str = "signing") -> Duty:
        face = cycle.face
        return Duty(
            kind=kind,
            cycle=face,
            place=cycle.page(page, self.kind),
            turn=names_of(action, cycle.office),
            subject=f"{what[0].upper()}{what[1:]}",
            sentence=f"{face.label}: {what}.",
            mine=is_in_hands_of(self.user, action, cycle.office),
            told=face.label,
        )
