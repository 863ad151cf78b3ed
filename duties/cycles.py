"""What the cycles of offices are owed as a whole: photos to place, notes to settle, a report to sign, to hand on.

A constant number of queries, however many cycles there are. What single plans ask for is in plans.py.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Min
from django.urls import reverse

from duties.duty import CycleFace, Duty, Kind
from duties.hands import is_in_hands_of
from followups.due import months_late
from followups.models import EvidencePhoto, FollowUp, Publication, Published
from followups.months import Month
from followups.numbering import month_words
from followups.progress import target_base
from followups.publications.counting import unpublished
from offices.models import Office, User
from offices.permissions import Action, names_of
from offices.zones import today_of, zone_of
from reports.models import Handover, HandoverKind, ReaderNote, Report, ReportKind, State
from reports.paraf.parafs import waiting_for
from reports.words.language import join_list
from surveys.models import Lock, Survey

_CALLED = {
    Published.RESULTS: "hasil SKM",
    Published.FOLLOW_UP: "tindak lanjut",
    Published.REPORT: "laporan",
}
"""What is yet to be published, within a sentence."""


@dataclass(frozen=True, slots=True)
class OwnCycle:
    """A cycle of an office, and what day it is there."""

    followup: FollowUp
    today: date

    @property
    def survey(self) -> Survey:
        return self.followup.survey

    @property
    def office(self) -> Office:
        return self.survey.office

    @property
    def face(self) -> CycleFace:
        return CycleFace(self.office.short_name, self.office.code, self.survey.period, self.survey.period_label)

    @property
    def is_open(self) -> bool:
        return self.survey.lock == Lock.OPEN

    @property
    def is_signed(self) -> bool:
        return self.survey.lock == Lock.SIGNED

    @property
    def report_due(self) -> Month:
        """The month in which the report is to be made."""
        planned = self.followup.report_month
        return target_base(Month.of(planned) if planned else None, Month.of(self.followup.end))

    def day_of(self, moment: datetime) -> date:
        """On which day of the office something happened."""
        return moment.astimezone(zone_of(self.office)).date()

    def page(self, name: str, *more: object) -> str:
        return reverse(name, args=(self.office.code, self.survey.period, *more))

    def office_page(self, name: str) -> str:
        return reverse(name, args=(self.office.code,))


def cycles_of(offices: Iterable[Office]) -> tuple[OwnCycle, ...]:
    """Every cycle of these offices, those of the latest periods first; one query."""
    rows = FollowUp.objects.filter(survey__office__in=list(offices)).select_related("survey__office")
    found = [OwnCycle(row, today_of(row.survey.office)) for row in rows]
    return tuple(sorted(found, key=lambda cycle: cycle.survey.span.last_day, reverse=True))


def cycle_of(survey: Survey) -> OwnCycle:
    """The cycle of a survey that is at hand with its office."""
    followup = FollowUp.objects.get(survey=survey)
    followup.survey = survey
    return OwnCycle(followup, today_of(survey.office))


def cycle_duties(user: User, cycles: Iterable[OwnCycle]) -> Iterator[Duty]:
    """What these cycles are owed, whoever settles it; a constant number of queries."""
    known = tuple(cycles)
    rows = _Rows.of([cycle.followup.pk for cycle in known], user)
    for cycle in known:
        yield from _Desk(user, cycle, rows).duties()


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is read of cycles at once, by the id of their follow-up."""

    loose: Mapping[int, Mapping[str, Any]]
    notes: Mapping[int, list[ReaderNote]]
    reports: Mapping[int, Report]
    handed: Mapping[int, list[Handover]]
    parafs: frozenset[int]
    published: Mapping[int, list[Publication]]

    @classmethod
    def of(cls, followups: list[int], user: User) -> "_Rows":
        photos = EvidencePhoto.objects.filter(followup__in=followups, uses=None).order_by()
        loose = photos.values("followup").annotate(number=Count("pk"), since=Min("uploaded_at"))
        notes: dict[int, list[ReaderNote]] = {}
        for note in ReaderNote.objects.filter(followup__in=followups, done_at=None).select_related("written_by"):
            notes.setdefault(note.followup_id, []).append(note)
        states = (State.PREPARED, State.SIGNED)
        of_cycles = Report.objects.filter(followup__in=followups, kind=ReportKind.FOLLOW_UP, state__in=states)
        reports = of_cycles.defer("document", "findings")
        latest = {report.followup_id: report for report in reports.order_by("version")}
        handed = handed_of(latest.values())
        published: dict[int, list[Publication]] = {}
        for row in Publication.objects.filter(followup__in=followups):
            published.setdefault(row.followup_id, []).append(row)
        photos_loose = {row["followup"]: row for row in loose}
        return cls(photos_loose, notes, latest, handed, waiting_for(user, followups), published)


def handed_of(reports: Iterable[Report]) -> dict[int, list[Handover]]:
    """What became of each of these versions, by id, in the order in which it happened."""
    handed: dict[int, list[Handover]] = {}
    rows = Handover.objects.filter(report__in=[report.pk for report in reports])
    for row in rows.order_by("happened_on", "pk"):
        handed.setdefault(row.report_id, []).append(row)
    return handed


@dataclass(frozen=True, slots=True)
class _Desk:
    """One cycle as it lies before one person."""

    user: User
    cycle: OwnCycle
    rows: _Rows

    def duties(self) -> Iterator[Duty]:
        report = self.rows.reports.get(self.cycle.followup.pk)
        yield from self._notes()
        yield from self._paraf()
        if self.cycle.is_open:
            yield from self._loose_photos()
            yield from self._due_report()
            yield from self._to_publish(())
        elif report and report.state == State.PREPARED:
            yield self._to_sign(report)
        elif report:
            yield from self._to_hand_on(report)

    def _loose_photos(self) -> Iterator[Duty]:
        row = self.rows.loose.get(self.cycle.followup.pk)
        if row:
            what = f"{row['number']} foto belum ditempatkan"
            since = self.cycle.day_of(row["since"])
            yield self._duty(Kind.LOOSE, Action.EDIT_EVIDENCE, "evidence", what, since=since)

    def _notes(self) -> Iterator[Duty]:
        for note in self.rows.notes.get(self.cycle.followup.pk, []):
            if note.written_by_id != self.user.pk:
                yield self._duty(
                    Kind.NOTE,
                    Action.EDIT_TEXTS,
                    "reader_notes",
                    note.get_part_display(),
                    of=(note.kind,),
                    anchor=f"catatan-{note.pk}",
                    told=str(note.written_by),
                    quote=note.text,
                    since=self.cycle.day_of(note.written_at),
                )

    def _due_report(self) -> Iterator[Duty]:
        due = self.cycle.report_due
        today = Month.of(self.cycle.today)
        if due <= today:
            late = months_late((due,), today)
            kind = Kind.LATE if late else Kind.DUE
            told = f"Direncanakan {month_words(due)}"
            yield self._duty(
                kind, Action.PREPARE, "signing", "Laporan belum disiapkan", told=told, late=late, since=due.first_day
            )

    def _paraf(self) -> Iterator[Duty]:
        """Of a head, once it is time for the report."""
        followup = self.cycle.followup.pk
        is_time = self.cycle.report_due <= Month.of(self.cycle.today) or self.cycle.survey.lock == Lock.PREPARED
        if followup in self.rows.parafs and is_time and not self.cycle.is_signed:
            since = self.cycle.report_due.first_day
            yield self._duty(Kind.PARAF, Action.PARAF, "paraf", "Draf laporan menunggu paraf", since=since)

    def _to_sign(self, report: Report) -> Duty:
        what = f"Laporan versi {report.version} siap ditandatangani"
        since = self.cycle.day_of(report.prepared_at) if report.prepared_at else None
        return self._duty(Kind.SIGN, Action.SIGN, "signing", what, since=since)

    def _to_hand_on(self, report: Report) -> Iterator[Duty]:
        """What became of the version in force; one that came back wants a new version before anything else."""
        since = self.cycle.day_of(report.signed_at) if report.signed_at else None
        rows = self.rows.handed.get(report.pk, [])
        if rows and rows[-1].kind == HandoverKind.RETURNED:
            back = rows[-1]
            what = f"Laporan dikembalikan oleh {back.party}"
            yield self._duty(Kind.RETURNED, Action.REISSUE, "signing", what, since=back.happened_on, quote=back.note)
            return
        told = f"Versi {report.version}"
        kinds = {row.kind for row in rows}
        if HandoverKind.SENT not in kinds:
            yield self._duty(
                Kind.HAND_ON, Action.HAND_ON, "signing", "Laporan belum disampaikan", told=told, since=since
            )
        for row in rows:
            if row.awaits_receipt:
                what = f"Tanda terima dari {row.party} belum disimpan"
                yield self._duty(
                    Kind.RECEIPT,
                    Action.HAND_ON,
                    "handover_receipt",
                    what,
                    of=(row.pk,),
                    told=told,
                    since=row.happened_on,
                )
        if HandoverKind.PUBLISHED not in kinds:
            yield from self._to_publish((Published.FOLLOW_UP, Published.REPORT), told=told, since=since)

    def _to_publish(self, signed: tuple[Published, ...], **more: Any) -> Iterator[Duty]:
        """What is ``signed`` with the follow-up's report; the results are with that of the survey, on its date."""
        survey = self.cycle.survey
        of_survey = survey.report_date
        is_due = of_survey is not None and of_survey <= self.cycle.today and not survey.report_url
        waiting = {*signed, Published.RESULTS} if is_due else {*signed}
        left = [what for what in unpublished(self.rows.published.get(self.cycle.followup.pk, [])) if what in waiting]
        if left:
            words = join_list([_CALLED[what] for what in left])
            what = f"{words[0].upper()}{words[1:]} belum dipublikasikan"
            yield self._duty(
                Kind.PUBLISH, Action.NOTE_PUBLICATION, "publications", what, **({"since": of_survey} | more)
            )

    def _duty(
        self,
        kind: Kind,
        action: Action,
        page: str,
        what: str,
        *,
        told: str = "",
        anchor: str = "",
        of: tuple[object, ...] = (),
        **more: Any,
    ) -> Duty:
        """``of``: what the address of the page takes beside its cycle."""
        face = self.cycle.face
        place = self.cycle.page(page, *of)
        return Duty(
            kind=kind,
            cycle=face,
            place=f"{place}#{anchor}" if anchor else place,
            turn=names_of(action, self.cycle.office),
            subject=what,
            sentence=f"{face.label}: {what[0].lower()}{what[1:]}.",
            mine=is_in_hands_of(self.user, action, self.cycle.office),
            told=f"{face.label} · {told}" if told else face.label,
            **more,
        )


def last_signed(cycles: Iterable[OwnCycle]) -> Iterator[OwnCycle]:
    """The signed cycles after which none of their office is signed: several where periods of two kinds meet."""
    signed = [cycle for cycle in cycles if cycle.is_signed]
    latest: dict[int, date] = {}
    for cycle in signed:
        first_day = cycle.survey.span.first_day
        latest[cycle.office.pk] = max(first_day, latest.get(cycle.office.pk, first_day))
    for cycle in signed:
        if cycle.survey.span.last_day >= latest[cycle.office.pk]:
            yield cycle
