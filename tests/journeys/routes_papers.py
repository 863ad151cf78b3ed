"""The addresses of a cycle's papers, one row each; routes.py takes them in."""

from hashlib import sha256

from followups.models import FollowUp, Paper
from offices.stored import keep_exactly
from tests.conftest import jpeg
from tests.followups.papers.papers import SHELF, pdf, sent
from tests.journeys.row import Row

OF_THE_OFFICE = "staff head admin secretary"


def with_paper(scene):
    followup = FollowUp.objects.get(survey__office__code="3521", survey__year=2025)
    content = pdf(2)
    paper = Paper(followup=followup, kind="minutes", number="7", size=len(content), pages=2)
    paper.sha256 = sha256(content).hexdigest()
    paper.file.name = keep_exactly("papers/3521/contoh.pdf", content)
    paper.save()
    scene.paper = paper.pk


def with_printed_paper(scene):
    followup = FollowUp.objects.get(survey__office__code="3521", survey__year=2025)
    content = jpeg("olive")
    paper = Paper(followup=followup, kind="questionnaire", size=len(content), width=80, height=60)
    paper.sha256 = scene.picture = sha256(content).hexdigest()
    paper.file.name = keep_exactly("papers/3521/kuesioner.jpg", content)
    paper.save()


PAPER = f"{SHELF}{{paper}}/"
PAPERS = {
    "papers": Row(
        SHELF,
        get=OF_THE_OFFICE,
        post="admin secretary",
        sent=lambda scene: {"kind": "minutes", "file": sent()},
        wrong={"kind": "surat"},
    ),
    "paper": Row(PAPER, get=OF_THE_OFFICE, given=with_paper),
    "paper_file": Row(f"{PAPER}unduh/", get=OF_THE_OFFICE, given=with_paper),
    "paper_picture": Row(f"{SHELF}gambar/{{picture}}/", given=with_printed_paper),
    "paper_delete": Row(f"{PAPER}hapus/", get=None, post="admin secretary", given=with_paper),
    "paper_pages": Row(
        f"{PAPER}halaman/",
        get=None,
        post="staff head admin",
        given=with_paper,
        sent=lambda scene: {"pages": "1", "to": f"rtl/{scene.plan}"},
        wrong={"pages": "9", "to": "belum-ditempatkan"},
    ),
}
