"""The report as data, from a source of plain values: every chapter, and the lists of what they hold. Pure.

Numbers of figures and tables exist only here; pages only in the renderer.
"""

from collections.abc import Mapping

from offices.appearance.values import Appearance
from reports.cycle.model import OfficeData
from reports.document.chapters.annex import annex_of
from reports.document.chapters.cells import whose
from reports.document.chapters.conclusion import conclusion_of
from reports.document.chapters.introduction import introduction_of
from reports.document.chapters.plans import plans_of
from reports.document.chapters.preface import preface_of
from reports.document.chapters.publications import publication_wishes, publications_of
from reports.document.chapters.realisation import realisation_of
from reports.document.chapters.summary import summary_of
from reports.document.contents import charts_of, contents_of, figures_of, tables_of
from reports.document.facts import Facts, facts_of
from reports.document.model import SCHEMA, ReportDocument
from reports.document.shapes import OfficeFace
from reports.document.source import Source
from reports.words.language import begun_large

TITLE = "Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM)"


def build(source: Source) -> ReportDocument:
    return build_from(facts_of(source))


def build_from(facts: Facts) -> ReportDocument:
    """The same of facts that the caller needs besides, as rules do."""
    source = facts.source
    evidence = annex_of(facts, publication_wishes(facts))
    annex = evidence.annex
    preface = preface_of(facts)
    summary = summary_of(facts)
    introduction = introduction_of(facts)
    plans = plans_of(facts)
    realisation = realisation_of(facts, evidence)
    conclusion = conclusion_of(facts)
    chapters = (introduction, plans, realisation, conclusion)
    charts = charts_of(plans.results.chart, realisation.evaluation.trend, whose(facts))
    return ReportDocument(
        schema=SCHEMA,
        office=face_of(source.cycle.office, source.appearance, source.office_pictures),
        period=source.cycle.survey.period,
        period_label=facts.period,
        title=TITLE,
        is_example=any(figure.is_placeholder for figure in annex.figures),
        signing=source.signing,
        preface=preface,
        contents=contents_of(preface, summary, chapters, annex, charts),
        tables=tables_of(chapters, whose(facts)),
        charts=charts,
        figures=figures_of(annex),
        summary=summary,
        introduction=introduction,
        plans=plans,
        realisation=realisation,
        conclusion=conclusion,
        annex=annex,
        publications=publications_of(facts, evidence),
        grades=source.instrument.grades,
        element_names={element.key: element.name for element in source.instrument.elements},
        source=source.cycle,
    )


def face_of(office: OfficeData, appearance: Appearance, pictures: Mapping[str, str]) -> OfficeFace:
    """The office as a report shows it; ``pictures``: where in the storage they lie, by the fields of OfficeFace."""
    contact = [("Telepon", office.phone), ("Surel", office.email), ("Situs web", office.website)]
    address = " ".join(filter(None, (office.address, office.postal_code)))
    return OfficeFace(
        code=office.code,
        name=office.name,
        short_name=office.short_name,
        appearance=appearance,
        logo=pictures.get("logo", ""),
        cover_front=pictures.get("cover_front", ""),
        cover_back=pictures.get("cover_back", ""),
        values_mark=pictures.get("values_mark", ""),
        branding_mark=pictures.get("branding_mark", ""),
        contact=tuple((name, text) for name, text in contact if text),
        address=tuple(address.splitlines()),
        socials=tuple(f"{begun_large(social.platform)}: {social.label}" for social in office.socials),
    )
