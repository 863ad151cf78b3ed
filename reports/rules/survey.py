"""Rules on the results of the survey: the index, its grade, what lies on an edge. Pure."""

from reports.document import ReportDocument
from reports.finding import Fault, Found, Place, Rule
from reports.language import decimal_text
from reports.rules.rows import PLAN_CHAPTER


def index_unexplained(document: ReportDocument) -> Found:
    index = document.plans.results.index
    if index and index.declared is not None and not index.declared_is_explained:
        yield Fault(
            Place(PLAN_CHAPTER, "Tabel 2.1", "", "IKM"),
            f"IKM yang dipublikasikan, {decimal_text(index.declared)}, tidak dapat diperoleh dari nilai unsur "
            f"({decimal_text(index.envelope.lowest)}–{decimal_text(index.envelope.highest)}), sehingga yang dicetak "
            f"adalah {decimal_text(index.computed)}; periksa nilai unsur atau IKM yang dipublikasikan.",
            (index.declared, index.envelope.lowest, index.envelope.highest),
        )


RULES = (
    Rule("N3", "warn", "IKM yang dipublikasikan berada di luar rentang pembulatan nilai unsur.", index_unexplained),
)
