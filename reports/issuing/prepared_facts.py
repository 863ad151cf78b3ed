"""The few facts that signing asks of a version, told from its row: a change of the document's shape hinders nobody.

What is printed of them is in the file that was prepared, and is not read again.
"""

from dataclasses import dataclass

from offices.declining import Declined
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
    try:
        source = report.document["source"]
        return PreparedFacts(
            signatory=source["signatory"]["name"],
            nip=source["signatory"]["nip"],
            subject=f"{report.document['title']} {report.document['period_label']}",
            place=source["office"]["place"],
            demo=report.document["signing"]["demo"],
        )
    except (KeyError, TypeError) as error:
        raise Declined(UNREADABLE) from error
