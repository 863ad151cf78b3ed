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
from followups.models import PRINTED_KINDS, FollowUp, Paper
from followups.papers.numbers import page_numbers
from followups.papers.pages import page_drawn, pages_in
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.stored import Unsound, keep_exactly, read
from surveys.locking import CycleLockedError, held_cycle, results_reason
from surveys.models import Lock, Survey

PLACE = "papers"
MOST = 60
MOST_BYTES = 200 * 2**20
LARGEST = 25 * 2**20
TOO_LARGE = "Berkas ini lebih dari 25 MB. Perkecil pindaiannya, lalu pilih lagi."
FULL = f"Satu siklus menyimpan paling banyak {MOST} berkas. Hapus dahulu yang tidak diperlukan."
NO_ROOM = "Berkas ini melebihi sisa tempat siklus ini (200 MB untuk semua berkas). Hapus dahulu yang tidak diperlukan."
THERE_ALREADY = "Berkas yang sama sudah disimpan sebagai {paper}."
MOST_PRINTED = 6
TOO_LONG = (
    "PDF ini berisi {pages} halaman, sedangkan yang dicetak paling banyak 6 halaman. Simpan halaman yang perlu saja."
)
GONE = "Berkas ini sudah dihapus. Periksa kembali daftarnya."
LOST = "Isi berkas ini {fault}, sehingga halamannya tidak dapat dibaca. Hapus berkas ini, lalu simpan ulang."


@dataclass(frozen=True, slots=True)
class Content:
    """What was sent, as it is kept: ``pages`` of a PDF; 0 for a picture, whose sides are in pixels."""

    data: bytes
    pages: int
    width: int = 0
    height: int = 0

    @property
    def ending(self) -> str:
        return "pdf" if self.pages else "jpg"


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a paper."""

    kind: str
    number: str
    dated_on: date | None
    caption: str = ""


def content_of(data: bytes) -> Content:
    """The PDF as it came, or the picture without what it says of its maker; raises ``Declined``."""
    if len(data) > LARGEST:
        raise Declined(TOO_LARGE)
    if data.startswith(b"%PDF-"):
        return Content(data, pages_in(data))
    return _picture(data)


def _picture(data: bytes) -> Content:
    photo = normalise_fenced(data)
    return Content(photo.jpeg, 0, photo.width, photo.height)


def as_pictures(content: Content) -> tuple[Content, ...]:
    """A picture as it is, of a PDF each page as one, to be printed; raises ``Declined`` where it has too many."""
    if not content.pages:
        return (content,)
    if content.pages > MOST_PRINTED:
        raise Declined(TOO_LONG.format(pages=content.pages), "file")
    return tuple(_picture(page_drawn(content.data, number)) for number in range(1, content.pages + 1))


def papers_of(followup: FollowUp) -> QuerySet[Paper]:
    return Paper.objects.filter(followup=followup)


def keep_paper(actor: User, followup: FollowUp, said: Described, content: Content) -> Paper:
    """Keep a paper beside its cycle; of a PDF that is printed each page as a picture, the first of which is returned.

    Raises Declined where it is there or there is no room, CycleLockedError where a survey report that prints it is
    prepared or signed, NotKept by the storage.
    """
    contents = as_pictures(content) if said.kind in PRINTED_KINDS else (content,)
    with held_cycle(followup.survey) as survey:
        refuse_printed(survey, said.kind)
        papers = [_keep(actor, followup, said, each) for each in contents]
        return papers[0]


def refuse_printed(survey: Survey, kind: str) -> None:
    """Raise CycleLockedError where papers of this kind are printed in a report that is prepared or signed."""
    if kind in PRINTED_KINDS and survey.results_lock != Lock.OPEN:
        raise CycleLockedError(results_reason(survey))


def _keep(actor: User, followup: FollowUp, said: Described, content: Content) -> Paper:
    digest = sha256(content.data).hexdigest()
    office = followup.survey.office
    papers = papers_of(followup)
    if same := papers.filter(sha256=digest).first():
        raise Declined(THERE_ALREADY.format(paper=same), "file")
    if papers.count() >= MOST:
        raise Declined(FULL, "file")
    if bytes_of(followup) + len(content.data) > MOST_BYTES:
        raise Declined(NO_ROOM, "file")
    is_printed = said.kind in PRINTED_KINDS
    name = f"{PLACE}/{office.code}/{digest[:2]}/{digest}.{content.ending}"
    paper = Paper.objects.create(
        followup=followup,
        kind=said.kind,
        number=said.number,
        dated_on=said.dated_on,
        caption=said.caption if is_printed else "",
        file=keep_exactly(name, content.data),
        sha256=digest,
        size=len(content.data),
        pages=content.pages,
        width=content.width if is_printed else 0,
        height=content.height if is_printed else 0,
        kept_by=actor,
    )
    record(actor, "paper.keep", paper, office, after=_told(paper))
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
        refuse_printed(survey, held.kind)
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
    parts = [str(paper.get_kind_display())]
    parts += [f"nomor {paper.number}"] if paper.number else []
    parts += [f"tanggal {date_format(paper.dated_on, 'j F Y')}"] if paper.dated_on else []
    words = " ".join(parts)
    return stored_photo(
        code, name, normalise_fenced(picture), caption=f"{words}, halaman {page}" if paper.pages > 1 else words
    )


def _told(paper: Paper) -> dict[str, Any]:
    """What is stored, as the trail tells it."""
    return {
        "paper": str(paper.get_kind_display()),
        "number": paper.number,
        "dated_on": paper.dated_on,
        "sha256": paper.sha256,
        "size": paper.size,
    }
