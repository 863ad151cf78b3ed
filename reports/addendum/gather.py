"""Rows into a Laporan Penyelesaian RTL: the signed report as it was frozen, and what became of what it left open.

A number of queries that grows with how often plans went on, not with how many there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from followups.carrying.fates import fates_of, is_settled
from followups.models import ActionPlan, Completion, EvidenceGroup, EvidencePhoto, EvidenceUse, MonthKind, WebProof
from followups.months import Month
from followups.numbering import plan_labels
from followups.progress import progress_of
from followups.realising.completing import completers_of
from followups.realising.realisation import completion_of
from followups.realising.rows import months_of
from followups.responsible import others_of, responsible_words
from offices.appearance.chosen import appearance_of
from offices.declining import Declined
from offices.profile.saving import pictures_of
from offices.zones import today_of
from reports.addendum.build import build
from reports.addendum.model import AddendumDocument, AddendumSource, Completes, Fate, Owed
from reports.cycle.model import CompletionData, Evidence, Photo, Signatory, StoredPicture, WebPage
from reports.cycle.read import picture_of, read_office, web_page_of
from reports.document.build import face_of
from reports.document.chapters.conclusion import target_text
from reports.document.facts import plans_in
from reports.document.frozen import thaw
from reports.document.model import ReportDocument
from reports.document.source import Signing
from reports.models import Report, ReportKind, State
from reports.words.language import paragraphs_of
from surveys.models import Lock, Survey

PATH = "priority__followup__survey"
NOT_SIGNED = (
    "Laporan penyelesaian melengkapi laporan yang sudah ditandatangani dan masih berlaku. Periode ini belum memiliki "
    "laporan yang demikian, atau versi barunya sedang dibuka."
)
NOTHING_OWED = (
    "Tidak ada RTL dalam Tabel 4.1 laporan yang ditandatangani, sehingga tidak ada yang perlu diselesaikan kemudian."
)
NOTHING_SETTLED = (
    "Belum ada RTL dari Tabel 4.1 yang selesai sejak laporan ditandatangani. Isi realisasinya pada siklus berikutnya "
    "dan mintakan persetujuan; sesudah itu laporan penyelesaian dapat disiapkan."
)


def signed_report(survey: Survey) -> Report | None:
    """The report in force that may be completed: none while a new version of it is open."""
    if survey.lock != Lock.SIGNED:
        return None
    return Report.objects.filter(followup__survey=survey, kind=ReportKind.FOLLOW_UP, state=State.SIGNED).first()


def addendum_of(survey: Survey, signing: Signing | None = None) -> AddendumDocument:
    """What would be said now. Raises Declined where no report is in force or it left nothing open."""
    report = signed_report(survey)
    if report is None:
        raise Declined(NOT_SIGNED)
    signed = thaw(report.document)
    if not signed.conclusion.rows:
        raise Declined(NOTHING_OWED)
    office = survey.office
    face = face_of(read_office(office), appearance_of(office), pictures_of(office))
    return build(_source(survey, report, signed), face, survey.span, today_of(office), signing)


def settled_addendum_of(survey: Survey) -> AddendumDocument:
    """The same, and Declined where nothing is done since the report was signed: so it could not be prepared."""
    document = addendum_of(survey)
    check_settled(document)
    return document


def check_settled(document: AddendumDocument) -> None:
    """Raise Declined where nothing is done since the report was signed."""
    if not document.source.settled:
        raise Declined(NOTHING_SETTLED)


def _source(survey: Survey, report: Report, signed: ReportDocument) -> AddendumSource:
    signing = signed.signing
    if signing is None:
        raise Declined(NOT_SIGNED)
    plans = plans_in(signed.source.followup)
    places = [f"{fact.number} {fact.point}" for fact in plans if not fact.done and not fact.impossible]
    ids = {label: pk for pk, label in plan_labels(report.followup).items()}
    later = fates_of([ids[place] for place in places if place in ids])
    found = _Later.of(later.values())
    fates = tuple(found.fate(later[ids[place]]) if ids.get(place) in later else None for place in places)
    office = survey.office
    named = office if office.signatory_name else survey
    return AddendumSource(
        office=read_office(survey.office),
        signatory=Signatory(named.signatory_name, named.signatory_title, named.signatory_nip or None),
        completes=Completes(report.version, report.number, report.dated or signing.day, signing.code, signing.url),
        then=progress_of(fact.plan.realisation.status for fact in plans),
        impossible=sum(fact.impossible for fact in plans),
        owed=tuple(
            Owed(number, row.point, row.programme, row.strategy, row.target, row.responsible)
            for number, row in enumerate(signed.conclusion.rows, start=1)
        ),
        fates=fates,
        pictures=found.pictures,
    )


@dataclass(frozen=True, slots=True)
class _Later:
    """The plans of later cycles with all that is told of them. ``photos``, ``web_pages``: by the id of the plan."""

    plans: Mapping[int, ActionPlan]
    notes: Mapping[int, str]
    photos: Mapping[int, list[EvidencePhoto]]
    web_pages: Mapping[int, list[WebPage]]

    @classmethod
    def of(cls, plans: Iterable[ActionPlan]) -> Self:
        ids = [plan.pk for plan in plans]
        related = ("completion", "lead", f"{PATH}__office")
        rows = ActionPlan.objects.filter(pk__in=ids).select_related(*related)
        photos: dict[int, list[EvidencePhoto]] = defaultdict(list)
        uses = EvidenceUse.objects.filter(group__plan__in=ids).order_by("position")
        for use in uses.select_related("photo", "group"):
            photos[use.group.plan_id or 0].append(use.photo)
        pages: dict[int, list[WebPage]] = defaultdict(list)
        for proof in WebProof.objects.filter(group__plan__in=ids).select_related("group").order_by("pk"):
            pages[proof.group.plan_id or 0].append(web_page_of(proof))
        notes = EvidenceGroup.objects.filter(plan__in=ids).values_list("plan", "note")
        with_rest = rows.prefetch_related("months", "units", "completion__units")
        return cls({row.pk: row for row in with_rest}, dict(notes), photos, pages)

    def fate(self, last: ActionPlan) -> Fate:
        plan = self.plans[last.pk]
        owed = completion_of(plan)
        where = completers_of(plan)
        office = plan.priority.followup.survey.office
        responsible = responsible_words(where.all_units, where.units.all(), others_of(where), office)
        return Fate(
            period=plan.priority.followup.survey.period,
            status=plan.status,  # type: ignore[arg-type]
            approved=is_settled(plan),
            description=plan.description,
            months=months_of(plan, MonthKind.REALISED),
            completed_on=plan.completed_on,
            reason=owed.reason if owed else "",
            strategy=paragraphs_of(owed.strategy if owed else ""),
            target=_target(owed),
            responsible=responsible,
            evidence=Evidence(
                self.notes.get(plan.pk) or None,
                tuple(Photo(_file(photo), photo.caption or None, photo.taken_on) for photo in self.photos[plan.pk]),
                tuple(self.web_pages[plan.pk]),
            ),
        )

    @property
    def pictures(self) -> dict[str, StoredPicture]:
        return {_file(photo): picture_of(photo) for photos in self.photos.values() for photo in photos}


def _file(photo: EvidencePhoto) -> str:
    """A name that is its own though several cycles have a photo of that name."""
    return f"{photo.followup_id}/{photo.name}"


def _target(owed: Completion | None) -> str:
    """When it is to be completed, as Tabel 4.1 prints it; empty where nothing is said."""
    if owed is None or owed.latest is None:
        return ""
    earliest = Month.of(owed.earliest) if owed.earliest else None
    return target_text(CompletionData(None, None, earliest, Month.of(owed.latest), ()))
