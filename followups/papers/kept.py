"""The verbs for papers of a cycle: keep one, let one go, and make pictures of its pages.

Papers are no part of the report, so they come and go whatever state it is in: a receipt is given after it is signed.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet, Sum
from django.utils.formats import date_format

from followups.evidence.photo_fenced import normalise_fenced
from followups.evidence.uploads import StoredPhoto, stored_photo
from followups.models import FollowUp, Paper
from followups.papers.numbers import page_numbers
from followups.papers.pages import page_drawn, pages_in
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.stored import Unsound, keep_exactly, read
from surveys.locking import held_cycle

PLACE = "papers"
MOST = 60
MOST_BYTES = 200 * 2**20
LARGEST = 25 * 2**20
TOO_LARGE = "Berkas ini lebih dari 25 MB. Perkecil pindaiannya, lalu pilih lagi."
FULL = f"Satu siklus menyimpan paling banyak {MOST} berkas. Hapus dahulu yang tidak diperlukan."
NO_ROOM = "Berkas ini melebihi sisa tempat siklus ini (200 MB untuk semua berkas). Hapus dahulu yang tidak diperlukan."
THERE_ALREADY = "Berkas yang sama sudah disimpan sebagai {paper}."
GONE = "Berkas ini sudah dihapus. Periksa kembali daftarnya."
LOST = "Isi berkas ini {fault}, sehingga halamannya tidak dapat dibaca. Hapus berkas ini, lalu simpan ulang."


@dataclass(frozen=True, slots=True)
class Content:
    """What was sent, as it is kept: ``pages`` of a PDF, 0 for a picture."""

    data: bytes
    pages: int

    @property
    def ending(self) -> str:
        return "pdf" if self.pages else "jpg"


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a paper."""

    kind: str
    number: str
    dated_on: date | None


def content_of(data: bytes) -> Content:
    """The PDF as it came, or the picture without what it says of its maker; raises ``Declined``."""
    if len(data) > LARGEST:
        raise Declined(TOO_LARGE)
    if data.startswith(b"%PDF-"):
        return Content(data, pages_in(data))
    return Content(normalise_fenced(data).jpeg, 0)


def papers_of(followup: FollowUp) -> QuerySet[Paper]:
    return Paper.objects.filter(followup=followup)


def keep_paper(actor: User, followup: FollowUp, said: Described, content: Content) -> Paper:
    """Keep a paper beside its cycle; raises Declined where it is there or there is no room, NotKept by the storage."""
    with held_cycle(followup.survey) as survey:
        digest = sha256(content.data).hexdigest()
        papers = papers_of(followup)
        if same := papers.filter(sha256=digest).first():
            raise Declined(THERE_ALREADY.format(paper=same), "file")
        if papers.count() >= MOST:
            raise Declined(FULL, "file")
        if bytes_of(followup) + len(content.data) > MOST_BYTES:
            raise Declined(NO_ROOM, "file")
        name = f"{PLACE}/{survey.office.code}/{digest[:2]}/{digest}.{content.ending}"
        paper = Paper.objects.create(
            followup=followup,
            kind=said.kind,
            number=said.number,
            dated_on=said.dated_on,
            file=keep_exactly(name, content.data),
            sha256=digest,
            size=len(content.data),
            pages=content.pages,
            kept_by=actor,
        )
        record(actor, "paper.keep", paper, survey.office, after=_told(paper))
        return paper


def bytes_of(followup: FollowUp) -> int:
    """How much the papers of a cycle take."""
    return int(papers_of(followup).aggregate(all=Sum("size"))["all"] or 0)


def let_go(actor: User, paper: Paper) -> None:
    """Forget a paper; its file stays until files without a row are swept."""
    with held_cycle(paper.followup.survey) as survey:
        held = Paper.objects.filter(pk=paper.pk).first()
        if held is None:
            raise Declined(GONE)
        record(actor, "paper.delete", held, survey.office, before=_told(held))
        held.delete()


def pages_as_photos(paper: Paper, wanted: str) -> list[StoredPhoto]:
    """The pages that are meant (``1, 3-5``), or the picture itself, as stored photos that belong to nothing yet.

    It takes its time, so it is to be called before anything is held. Raises ``Declined``.
    """
    try:
        data = read(paper.file.name or "", paper.sha256)
    except Unsound as unsound:
        raise Declined(LOST.format(fault=unsound.fault)) from unsound
    if paper.is_picture:
        return [_photo(paper, data, 0)]
    return [_photo(paper, page_drawn(data, number), number) for number in page_numbers(wanted, paper.pages)]


def _photo(paper: Paper, picture: bytes, page: int) -> StoredPhoto:
    name = f"{paper.kind}-halaman-{page}.jpg" if page else f"{paper.kind}.jpg"
    code = paper.followup.survey.office.code
    return stored_photo(code, name, normalise_fenced(picture), caption=_caption(paper, page))


def _caption(paper: Paper, page: int) -> str:
    parts = [str(paper.get_kind_display())]
    parts += [f"nomor {paper.number}"] if paper.number else []
    parts += [f"tanggal {date_format(paper.dated_on, 'j F Y')}"] if paper.dated_on else []
    words = " ".join(parts)
    return f"{words}, halaman {page}" if paper.pages > 1 else words


def _told(paper: Paper) -> dict[str, Any]:
    """What is stored, as the trail tells it."""
    return {
        "paper": str(paper.get_kind_display()),
        "number": paper.number,
        "dated_on": paper.dated_on,
        "sha256": paper.sha256,
        "size": paper.size,
    }
