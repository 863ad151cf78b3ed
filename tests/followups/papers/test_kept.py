"""The verbs for papers: within limits, each once in its cycle, told in the trail, and pages of them as photos."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.files.storage import default_storage

from followups.models import FollowUp, Paper
from followups.papers import kept
from followups.papers.kept import (
    Described,
    bytes_of,
    content_of,
    keep_paper,
    let_go,
    pages_as_photos,
    papers_of,
)
from offices.declining import Declined
from offices.models import AuditEvent
from surveys.models import Lock, Survey
from tests.conftest import jpeg, make_survey
from tests.followups.papers.papers import locked_pdf, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]
MINUTES = Described("minutes", "12/2025", date(2025, 7, 3))


@pytest.fixture
def keep(people, followup):
    """``keep(content, said)``: what an admin keeps beside the cycle."""
    return lambda data=None, said=MINUTES, at=followup: keep_paper(people.admin, at, said, content_of(data or pdf()))


@pytest.mark.parametrize(
    ("data", "told"), [(pdf(1), ("pdf", 1)), (pdf(3), ("pdf", 3)), (jpeg(), ("jpg", 0))], ids=["one", "three", "jpeg"]
)
def test_a_paper_is_a_file_with_pages_or_a_picture(data, told):
    content = content_of(data)
    assert (content.ending, content.pages) == told


@pytest.mark.parametrize(
    "data", [b"", b"halo", b"%PDF-1.7 rusak", locked_pdf()], ids=["none", "text", "torn", "locked"]
)
def test_what_cannot_be_read_is_none(data):
    with pytest.raises(Declined):
        content_of(data)


def test_one_that_is_kept_lies_under_its_digest_and_is_told(keep, people, followup):
    paper = keep()
    assert paper.file.name == f"papers/3521/{paper.sha256[:2]}/{paper.sha256}.pdf"
    assert default_storage.open(paper.file.name).read() == pdf()
    assert (paper.kept_by, paper.size, bytes_of(followup)) == (people.admin, len(pdf()), len(pdf()))
    event = AuditEvent.objects.get()
    assert (event.action, event.after["paper"], event.after["number"]) == ("paper.keep", "Notulen", "12/2025")


def test_the_same_file_is_kept_once_in_a_cycle_and_again_in_another(keep, followup, magetan):
    keep()
    with pytest.raises(Declined, match=r"sudah disimpan sebagai Notulen 12/2025\."):
        keep(said=Described("receipt", "", None))
    other = FollowUp.objects.get(survey=make_survey(magetan))
    keep(at=other)
    assert (papers_of(followup).count(), papers_of(other).count()) == (1, 1)


@pytest.mark.parametrize(
    ("limit", "value", "told"),
    [("MOST", 1, "paling banyak"), ("MOST_BYTES", len(pdf()) + 1, "melebihi sisa tempat")],
)
def test_a_cycle_keeps_so_many_and_so_much(keep, followup, monkeypatch, limit, value, told):
    monkeypatch.setattr(kept, limit, value)
    keep()
    with pytest.raises(Declined, match=told):
        keep(pdf(2))
    assert papers_of(followup).count() == 1


def test_what_is_larger_than_one_may_be_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(kept, "LARGEST", len(pdf()))
    assert content_of(pdf()).pages == 3
    with pytest.raises(Declined, match="lebih dari 25 MB"):
        content_of(pdf() + b" ")


@pytest.mark.parametrize("lock", Lock)
def test_papers_come_and_go_whatever_state_the_report_is_in(keep, people, followup, lock):
    Survey.objects.update(lock=lock)
    paper = keep()
    let_go(people.admin, paper)
    assert not papers_of(followup).exists()
    assert default_storage.exists(paper.file.name)
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["paper.keep", "paper.delete"]


def test_what_somebody_let_go_already_is_told(keep, people):
    paper = keep()
    let_go(people.admin, paper)
    with pytest.raises(Declined, match="sudah dihapus"):
        let_go(people.admin, paper)
    assert AuditEvent.objects.filter(action="paper.delete").count() == 1


@pytest.mark.parametrize(
    ("said", "pages", "captions"),
    [
        (
            MINUTES,
            3,
            [
                "Notulen nomor 12/2025 tanggal 3 Juli 2025, halaman 1",
                "Notulen nomor 12/2025 tanggal 3 Juli 2025, halaman 3",
            ],
        ),
        (replace(MINUTES, number="", dated_on=None), 3, ["Notulen, halaman 1", "Notulen, halaman 3"]),
    ],
)
def test_pages_become_photos_that_say_where_they_are_from(keep, said, pages, captions):
    photos = pages_as_photos(keep(pdf(pages), said), "1, 3")
    assert [photo.caption for photo in photos] == captions
    assert len({photo.sha256 for photo in photos}) == 2


def test_of_one_page_or_a_picture_no_page_is_named(keep):
    assert [photo.caption for photo in pages_as_photos(keep(pdf(1)), "1")] == [
        "Notulen nomor 12/2025 tanggal 3 Juli 2025"
    ]
    picture = keep(jpeg(), Described("attendance", "", None))
    assert [photo.caption for photo in pages_as_photos(picture, "")] == ["Daftar hadir"]


@pytest.mark.parametrize("wanted", ["", "0", "4", "1-9", "x"])
def test_pages_that_there_are_not_are_refused(keep, wanted):
    with pytest.raises(Declined):
        pages_as_photos(keep(), wanted)


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_paper_whose_file_is_not_what_it_was_is_not_read(keep, harm):
    paper = keep()
    if harm == "gone":
        default_storage.delete(paper.file.name)
    else:
        with default_storage.open(paper.file.name, "wb") as file:
            file.write(pdf(2))
    with pytest.raises(Declined, match="Hapus berkas ini, lalu simpan ulang"):
        pages_as_photos(Paper.objects.get(), "1")
