"""What a Laporan Penyelesaian RTL says, part by part, for who compares two versions of it. Pure."""

from collections.abc import Iterator

from reports.addendum.model import AddendumDocument
from reports.document.shapes import SectionText


def texts_of(document: AddendumDocument) -> tuple[SectionText, ...]:
    """In the order of the report; a row of a table is known by its number in Tabel 2."""
    return tuple(_texts(document))


def _texts(document: AddendumDocument) -> Iterator[SectionText]:
    yield SectionText("pembuka", "Pembuka", "\n".join(document.opening))
    standings = (f"{row.when}: {row.done} dari {row.total} RTL ({row.share})" for row in document.standings)
    yield SectionText("tabel-1", "Tabel 1", "\n".join(standings))
    for row in document.rows:
        heading = f"Tabel 2 nomor {row.number}: {row.programme}"
        yield SectionText(f"tabel-2-{row.number}", heading, "\n".join((row.status, *row.told, *row.details)))
    for left in document.left:
        said = (*left.reason, *left.strategy, left.target, ", ".join(left.responsible))
        yield SectionText(f"tabel-3-{left.number}", f"Tabel 3 nomor {left.number}: {left.programme}", "\n".join(said))
    yield SectionText("penutup", "Penutup", "\n".join(document.closing))
    signatory = document.source.signatory
    yield SectionText("penanda-tangan", "Penanda tangan", f"{signatory.name}\n{signatory.title}")
    yield SectionText("lampiran", "Lampiran", "\n".join(_proofs(document)))


def _proofs(document: AddendumDocument) -> Iterator[str]:
    for group in document.annex.groups:
        yield group.heading
        yield from group.note
        yield from (f"Gambar {figure.number}: {figure.caption}" for figure in group.figures)
        yield from (f"{page.caption} ({page.address}). {page.opened}." for page in group.web_pages)
