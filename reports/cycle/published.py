"""Where results and follow-up were published, as the log of a cycle in the portal tells cycle files and reports."""

from followups.models import Publication
from reports.cycle.model import PublicationData, StoredPicture
from surveys.models import Survey

PROOFS = "publikasi/"
"""The folder of proofs in a zip that the portal writes."""


def read_publications(survey: Survey) -> tuple[tuple[PublicationData, ...], dict[str, StoredPicture]]:
    """The log, and what is stored of each photo that it names. A PDF is no picture: it proves here and stays here."""
    rows = list(Publication.objects.filter(followup__survey=survey).order_by("published_on", "pk"))
    pictures = {_name_of(row): _picture_of(row) for row in rows if _is_drawn(row)}
    return tuple(
        PublicationData(
            what=row.what,
            medium=row.medium,
            place=row.place,
            address=row.address,
            published_on=row.published_on,
            proof=_name_of(row) if _is_drawn(row) else None,
        )
        for row in rows
    ), pictures


def _is_drawn(row: Publication) -> bool:
    """Whether its proof can be a figure: it is a photo, of which the portal knows how large it is."""
    return row.proof_is_picture and row.width > 0 and row.height > 0


def _name_of(row: Publication) -> str:
    return f"{PROOFS}{row.sha256}.jpg"


def _picture_of(row: Publication) -> StoredPicture:
    return StoredPicture(row.proof.name or "", row.sha256, row.width, row.height, row.size, is_placeholder=False)
