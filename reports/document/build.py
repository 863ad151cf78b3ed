"""The report as data, one function per chapter, from a source of plain values.

Numbers of figures and tables exist only here; pages only in the renderer.
"""

from offices.nip import format_nip
from reports.document.block import SignatureBlock, seal_of
from reports.document.chapters.annex import AnnexPlan, annex_of
from reports.document.chapters.chart import chart_of
from reports.document.chapters.conclusion import points_of
from reports.document.chapters.tables import (
    plan_table,
    realisation_groups,
    realisation_head,
    score_rows,
    strategy_head,
    strategy_rows,
    upkeep_head,
    upkeep_rows,
)
from reports.document.facts import Facts, facts_of
from reports.document.model import (
    SCHEMA,
    Annex,
    Chapter,
    Conclusion,
    Plans,
    Preface,
    RealisationChapter,
    ReportDocument,
    Results,
)
from reports.document.sections import section
from reports.document.shapes import Entry, OfficeFace, Section, TableHead
from reports.document.source import Source
from reports.words.language import date_text, decimal_text, month_text
from reports.words.prose import Line, Run

TITLE = "Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM)"
SIGNATURE = "tanda-tangan"


def build(source: Source) -> ReportDocument:
    return build_from(facts_of(source))


def build_from(facts: Facts) -> ReportDocument:
    """The report of facts that somebody else asks, too."""
    source, plan = facts.source, annex_of(facts)
    plans, realisation, conclusion = _plans(facts), _realisation(facts, plan), _conclusion(facts)
    introduction = _introduction(facts)
    preface = _preface(facts)
    tables = _tables(plans, realisation, conclusion)
    return ReportDocument(
        schema=SCHEMA,
        office=_face(source),
        period=source.cycle.survey.period,
        period_label=facts.period,
        title=TITLE,
        is_example=any(figure.is_placeholder for figure in plan.annex.figures),
        signing=source.signing,
        preface=preface,
        contents=_contents(introduction, plans, realisation, plan.annex),
        tables=tables,
        figures=_figures(plan.annex),
        introduction=introduction,
        plans=plans,
        realisation=realisation,
        conclusion=conclusion,
        annex=plan.annex,
        grades=source.instrument.grades,
        element_names={element.key: element.name for element in source.instrument.elements},
        source=source.cycle,
        earlier=source.earlier,
    )


def _face(source: Source) -> OfficeFace:
    office = source.cycle.office
    contact = [("Telepon", office.phone), ("Surel", office.email), ("Situs web", office.website)]
    address = " ".join(filter(None, (office.address, office.postal_code)))
    return OfficeFace(
        code=office.code,
        name=office.name,
        short_name=office.short_name,
        paper=source.paper,
        logo=source.logo,
        cover_front=source.cover_front,
        cover_back=source.cover_back,
        contact=tuple((name, text) for name, text in contact if text),
        address=tuple(address.splitlines()),
        socials=tuple(f"{social.platform.capitalize()}: {social.label}" for social in office.socials),
    )


def _preface(facts: Facts) -> Preface:
    return Preface(section("kata_pengantar", facts), _signature(facts, "", _remark(facts.source)))


def _remark(source: Source) -> Line:
    if source.signing is None or source.signing.way == "by_hand":
        return ()
    return (
        Run("Laporan ini ditandatangani secara elektronik pada halaman "),
        Run("", page_of=SIGNATURE),
        Run("."),
    )


def _signature(facts: Facts, anchor: str, remark: Line = ()) -> SignatureBlock:
    signatory, signing = facts.source.cycle.signatory, facts.source.signing
    return SignatureBlock(
        place_and_date=_place_and_date(facts),
        title=f"{signatory.title.rstrip(', ')},",
        name=signatory.name,
        nip=f"NIP. {format_nip(signatory.nip)}" if signatory.nip else "",
        anchor=anchor,
        remark=remark,
        seal=seal_of(signing.way, signing.prepared_at, signing.url) if signing and anchor == SIGNATURE else None,
        ink=signing is not None and signing.way == "by_hand",
    )


def _place_and_date(facts: Facts) -> str:
    signing, month = facts.source.signing, facts.source.cycle.followup.report_month
    place = facts.source.cycle.office.place
    if signing:
        return f"{place}, {date_text(signing.dated)}"
    return f"{place}, {month_text(month)}" if month else place


def _introduction(facts: Facts) -> Chapter:
    return Chapter("bab-1", tuple(section(key, facts) for key in ("1.1", "1.2", "1.3", "1.4")))


def _plans(facts: Facts) -> Plans:
    return Plans(
        anchor="bab-2",
        results=_results(facts),
        priorities=section("2.2", facts),
        plans=section("2.3", facts),
        table=plan_table(facts),
        upkeep=section("2.4", facts),
    )


def _results(facts: Facts) -> Results:
    office, index = facts.source.cycle.office.short_name, facts.index
    return Results(
        section=section("2.1", facts),
        head=TableHead("Tabel 2.1", f"Hasil SKM {office} {facts.period}", "tabel-2-1"),
        rows=score_rows(facts),
        index=index,
        index_text=decimal_text(index.printed) if index else "",
        grade_text=str(index.grade) if index else "",
        recomputed=decimal_text(index.computed) if index and index.differs else "",
        chart=chart_of(facts),
    )


def _realisation(facts: Facts, annex: AnnexPlan) -> RealisationChapter:
    return RealisationChapter(
        anchor="bab-3",
        introduction=section("3", facts),
        priorities=section("3.1", facts),
        head=realisation_head(facts),
        groups=realisation_groups(facts, annex),
        upkeep=section("3.2", facts),
        upkeep_head=upkeep_head(facts),
        upkeep_rows=upkeep_rows(facts, annex),
        evaluation=section("3.3", facts),
    )


def _conclusion(facts: Facts) -> Conclusion:
    return Conclusion(
        anchor="bab-4",
        opening=section("4", facts),
        points=points_of(facts),
        head=strategy_head(facts),
        rows=strategy_rows(facts),
        closing=section("4.penutup", facts),
        signature=_signature(facts, SIGNATURE),
    )


def _contents(introduction: Chapter, plans: Plans, realisation: RealisationChapter, annex: Annex) -> tuple[Entry, ...]:
    lists = [Entry("", "DAFTAR ISI", "daftar-isi"), Entry("", "DAFTAR TABEL", "daftar-tabel")]
    if annex.figures:
        lists.append(Entry("", "DAFTAR GAMBAR", "daftar-gambar"))
    chapters: list[tuple[Entry, tuple[Section, ...]]] = [
        (Entry("BAB I", "PENDAHULUAN", "bab-1"), introduction.sections),
        (
            Entry("BAB II", "DESKRIPSI RENCANA TINDAK LANJUT", "bab-2"),
            (plans.results.section, plans.priorities, plans.plans, plans.upkeep),
        ),
        (
            Entry("BAB III", "REALISASI RENCANA TINDAK LANJUT", "bab-3"),
            (realisation.priorities, realisation.upkeep, realisation.evaluation),
        ),
        (Entry("BAB IV", "KESIMPULAN", "bab-4"), ()),
    ]
    entries = [Entry("", "KATA PENGANTAR", "bagian-kata_pengantar"), *lists]
    for chapter, sections in chapters:
        entries.append(chapter)
        entries.extend(Entry(part.number, part.title, part.anchor, 2) for part in sections)
    return (*entries, Entry("", "LAMPIRAN", annex.anchor))


def _tables(plans: Plans, realisation: RealisationChapter, conclusion: Conclusion) -> tuple[Entry, ...]:
    heads = (plans.results.head, plans.table.head, realisation.head, realisation.upkeep_head, conclusion.head)
    return tuple(Entry(head.label, head.title, head.anchor) for head in heads if head)


def _figures(annex: Annex) -> tuple[Entry, ...]:
    return tuple(Entry(f"Gambar {f.number}", f.caption, f.anchor) for f in annex.figures)
