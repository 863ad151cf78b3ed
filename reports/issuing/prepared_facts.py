"""The few facts that signing asks of a version, told from its row: a change of the document's shape hinders nobody.

What is printed of them is in the file that was prepared, and is not read again.
"""

from dataclasses import dataclass

from offices.declining import Declined
from reports.document.legible import text_at, value_at
from reports.models import Report
from reports.signing.keys.certificate import Certificate, holder_matches

UNREADABLE = (
    "Data versi ini tidak lengkap, sehingga tidak dapat ditandatangani. Kembalikan menjadi draf, lalu siapkan lagi."
)


@dataclass(frozen=True, slots=True)
class PreparedFacts:
    """Who is printed as the signatory of what; ``demo``: every page says that the key is one for trying out."""

    signatory: str
    nip: str | None
    subject: str
    place: str
    demo: bool

    def names(self, certificate: Certificate) -> bool:
        """Whether the certificate's holder is the one under whose name the report is printed."""
        return holder_matches(certificate, self.signatory, self.nip)


def prepared_facts(report: Report) -> PreparedFacts:
    """The facts of a version that was prepared. Raises Declined where its row does not hold them."""
    document = report.document
    title = text_at(document, "title")
    period = text_at(document, "period_label")
    signatory = text_at(document, "source", "signatory", "name")
    place = text_at(document, "source", "office", "place")
    demo = value_at(document, "signing", "demo")
    if not (title and period and signatory and place and isinstance(demo, bool)):
        raise Declined(UNREADABLE)
    nip = text_at(document, "source", "signatory", "nip") or None
    return PreparedFacts(signatory, nip, f"{title} {period}", place, demo)
