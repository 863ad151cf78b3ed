"""The Laporan Survei Kepuasan Masyarakat from a source of plain values. Pure."""

from collections.abc import Iterator, Sequence

from reports.document.build import face_of
from reports.document.chapters.annex import annex_from
from reports.document.chapters.cells import whose
from reports.document.contents import Chapter, charts_of, figures_of, tables_of
from reports.document.shapes import Entry
from reports.survey_report.chapters.analysis import analysis_of
from reports.survey_report.chapters.annexes import Annexes, annexes_of, wishes_of
from reports.survey_report.chapters.closing import closing_of
from reports.survey_report.chapters.collection import collection_of
from reports.survey_report.chapters.introduction import opening_of
from reports.survey_report.chapters.results import found_of
from reports.survey_report.model import SCHEMA, Issuer, SurveyReportDocument
from reports.survey_report.source import SurveyReportSource
from surveys import fields

TITLE = "Laporan Survei Kepuasan Masyarakat (SKM)"


def build(source: SurveyReportSource) -> SurveyReportDocument:
    facts = source.facts
    given = facts.source
    cycle = facts.cycle
    pictures = dict(source.pictures) | (dict(source.before.pictures) if source.before else {})
    evidence = annex_from(wishes_of(source), pictures)
    opening = opening_of(facts)
    collection = collection_of(source)
    found = found_of(facts)
    analysis = analysis_of(source)
    closing = closing_of(facts)
    annexes = annexes_of(source, evidence)
    chapters: tuple[Chapter, ...] = (opening, collection, found, analysis, closing)
    charts = charts_of(found.results.chart, analysis.trend, whose(facts))
    figures = figures_of(evidence.annex)
    return SurveyReportDocument(
        schema=SCHEMA,
        office=face_of(cycle.office, given.appearance, given.office_pictures),
        period=cycle.survey.period,
        period_label=facts.period,
        title=TITLE,
        is_example=any(figure.is_placeholder for figure in evidence.annex.figures),
        signing=given.signing,
        lacking=(*_lacking(source), *_unknown(chapters)),
        contents=tuple(_contents(chapters, annexes, charts, figures)),
        tables=(*tables_of(chapters, whose(facts)), *(Entry(h.label, h.title, h.anchor, 1) for h in annexes.tables)),
        charts=charts,
        figures=figures,
        opening=opening,
        collection=collection,
        found=found,
        analysis=analysis,
        closing=closing,
        annexes=annexes,
        annex=evidence.annex,
        source=Issuer(
            cycle.office,
            cycle.signatory,
            source.before.period if source.before else "",
            tuple(picture.sha256 for picture in source.pictures.values()),
        ),
    )


def _contents(
    chapters: Sequence[Chapter], annexes: Annexes, charts: Sequence[Entry], figures: Sequence[Entry]
) -> Iterator[Entry]:
    yield Entry("", "DAFTAR ISI", "daftar-isi", 1)
    yield Entry("", "DAFTAR TABEL", "daftar-tabel", 1)
    if charts:
        yield Entry("", "DAFTAR GRAFIK", "daftar-grafik", 1)
    if figures:
        yield Entry("", "DAFTAR GAMBAR", "daftar-gambar", 1)
    for chapter in chapters:
        yield chapter.entry
        yield from (Entry(part.number, part.title, part.anchor, 2) for part in chapter.sections if part.number)
    yield from (Entry("", f"{each.label} {each.title}", each.anchor, 1) for each in annexes.entries)


def _unknown(chapters: Sequence[Chapter]) -> Iterator[str]:
    """Placeholders that stand for nothing, in what the office worded itself."""
    for section in (section for chapter in chapters for section in chapter.sections):
        for name in section.unknown_placeholders:
            yield f"isian {{{{ {name} }}}} yang tidak dikenal pada {section.heading or 'Bab V'}"


def _lacking(source: SurveyReportSource) -> Iterator[str]:
    """By the labels of their fields."""
    survey = source.facts.cycle.survey
    asked = {
        fields.SCORES: source.facts.index,
        fields.RESPONDENTS: survey.respondents,
        fields.POPULATION: survey.population,
        fields.START: survey.start,
        fields.END: survey.end,
        fields.TEAM: survey.fieldwork.team,
        fields.MANNER: survey.fieldwork.manner,
        fields.PLACES: survey.fieldwork.places,
    }
    yield from (field.label for field, value in asked.items() if value in (None, ""))
    if not survey.profile:
        yield "Profil responden"
    yield from (f"Waktu {work.name.lower()}" for work in source.work if work.workdays is None)
