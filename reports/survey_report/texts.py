"""What a Laporan Survei Kepuasan Masyarakat says, part by part, for who compares two versions of it. Pure."""

from collections.abc import Iterator

from reports.document.shapes import SectionText
from reports.survey_report.model import SurveyReportDocument


def texts_of(document: SurveyReportDocument) -> tuple[SectionText, ...]:
    """In the order of the report."""
    return tuple(_texts(document))


def says_the_same(one: SurveyReportDocument, other: SurveyReportDocument) -> bool:
    """Whether two versions say the same, but for number, date and signature."""
    return texts_of(one) == texts_of(other)


def _texts(document: SurveyReportDocument) -> Iterator[SectionText]:
    for section in document.sections:
        yield SectionText(section.key, section.heading or "Kesimpulan", section.text)
    collection, found, analysis = document.collection, document.found, document.analysis
    work = "\n".join(f"{row.name}: {row.when} ({row.workdays} hari kerja)" for row in collection.work)
    yield SectionText("tabel-2-1", "Tabel 2.1", work)
    yield SectionText("tabel-2-2", "Tabel 2.2", "\n".join(f"{name}: {number}" for name, number in collection.sample))
    people = "\n".join(f"{each.name}: {row.label} {row.count}" for each in found.characteristics for row in each.rows)
    yield SectionText("tabel-3-1", "Tabel 3.1", people)
    scores = "\n".join(f"{row.element}: {row.score_text} ({row.category})" for row in found.results.rows)
    yield SectionText("tabel-3-2", "Tabel 3.2", f"{scores}\nIKM {found.results.index_text}")
    plans = (row for group in analysis.plans.groups for row in group.rows)
    planned = "\n".join(f"{row.programme}: {row.months} ({', '.join(row.responsible)})" for row in plans)
    yield SectionText("tabel-4-1", "Tabel 4.1", planned)
    for entry, texts in zip(document.annexes.entries, document.annexes.texts, strict=True):
        yield SectionText(entry.anchor, f"{entry.label} {entry.title}", "\n".join(texts))
    followed = "\n".join(f"{row.programme}: {row.status}. {' '.join(row.told)}" for row in document.annexes.followed)
    yield SectionText("tabel-l-4", "Tabel L.4", followed)
    signatory = document.source.signatory
    yield SectionText("penanda-tangan", "Penanda tangan", f"{signatory.name}\n{signatory.title}")
