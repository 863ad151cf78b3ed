"""Where the results of 2.1 come from: the SKM report, the services that were asked about, who discussed it. Pure."""

from dataclasses import dataclass

from reports.document.facts import Facts
from reports.words.language import begun_large, date_text, paragraphs_of


@dataclass(frozen=True, slots=True)
class OriginRow:
    """What is told under a name, line by line; ``address`` is a web page that it leads to, else empty."""

    name: str
    lines: tuple[str, ...]
    address: str


def origin_of(facts: Facts) -> tuple[OriginRow, ...]:
    """What is known of it; nothing where that is the day of the report alone, which the text tells."""
    survey = facts.cycle.survey
    named = facts.source.survey_report
    if not any((named, survey.report_number, survey.report_url, survey.covered, survey.forums)):
        return ()
    number = f"nomor {survey.report_number}" if survey.report_number else ""
    day = f"tanggal {date_text(survey.report_date)}" if survey.report_date else ""
    report = begun_large(named.words if named else ", ".join(filter(None, (number, day))))
    told = tuple(filter(None, (report, named.file_words if named else "")))
    rows = (
        OriginRow("Laporan SKM", told, ""),
        OriginRow("Alamat laporan", (survey.report_url,) if survey.report_url else (), survey.report_url),
        OriginRow("Layanan yang disurvei", paragraphs_of(survey.covered), ""),
        OriginRow("Forum pembahasan", paragraphs_of(survey.forums), ""),
    )
    return tuple(row for row in rows if row.lines)
