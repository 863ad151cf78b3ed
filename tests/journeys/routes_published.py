"""The addresses of what is published, one row each; routes.py takes them in."""

from datetime import date

from followups.models import EvidencePhoto
from publishing.copies.making import copyable
from publishing.models import PublicFace, PublicOriginal, ReleasedPhoto
from publishing.sheets.making import request_forms
from publishing.sheets.offered import sheet_named
from publishing.sheets.printing import Design
from reports.document.frozen import freeze
from reports.issuing.keeping import digest_of_bytes, store
from reports.models import JobState, ReleasedCopy, Report
from reports.work.leases import claim, finish
from surveys.models import Survey
from tests.journeys.row import EVERYONE, PUBLIC, Row, with_signed_report
from tests.publishing.results import document_with
from tests.reports.issued import CODE

LOG = "/skm/3521/2025-S1/publikasi/"


def with_closed_survey(_scene):
    Survey.objects.filter(office__code="3521").update(start=date(2025, 1, 1), end=date(2025, 6, 30), respondents=110)


def with_made_sheet(scene):
    with_closed_survey(scene)
    survey = Survey.objects.get(office__code="3521", year=2025)
    sheet = sheet_named(survey, "hasil")
    made = request_forms(survey, scene.people.admin, "hasil", Design.OFFICIAL, sheet)
    for form, job in made.jobs:
        if job.state == JobState.QUEUED:  # of two rows that want it the other may have it
            finish(claim(job.pk), b"lembar", form.shape.ending)


def with_proof(scene):
    scene.proof = EvidencePhoto.objects.exclude(uses=None).filter(is_placeholder=False).first().pk


def with_signed_photo(scene):
    """A signed report, in which a photo of the cycle stands; it is told."""
    with_signed_report(scene)
    photo = EvidencePhoto.objects.exclude(uses=None).filter(is_placeholder=False).first()
    Report.objects.filter(code=CODE).update(document=freeze(document_with(photo)))
    scene.seen = copyable(Survey.objects.get(office__code="3521", year=2025)).inputs
    return photo


def with_public_page(scene):
    """The page is open, and the photo of the signed report released."""
    photo = with_signed_photo(scene)
    PublicFace.objects.create(office=photo.office, opened_by=scene.people.admin)
    ReleasedPhoto.objects.create(photo=photo, sha256=photo.sha256, released_by=scene.people.admin)
    scene.released = photo.sha256


def with_copy(scene):
    with_signed_photo(scene)
    wanted = copyable(Survey.objects.get(office__code="3521", year=2025))
    stored = store(wanted.report, "salinan", b"%PDF-1.7 salinan")
    kept = {"file": stored, "sha256": digest_of_bytes(b"%PDF-1.7 salinan")}
    ReleasedCopy.objects.get_or_create(report=wanted.report, inputs=wanted.inputs, defaults=kept)


def with_public_report(scene):
    with_public_page(scene)
    report = Report.objects.get(code=CODE)
    PublicOriginal.objects.get_or_create(report=report)
    scene.original = report.signed_sha256


OPEN = "/publik/3521/"
PUBLISHED = {
    "publication_sheets": Row(f"{LOG}lembar/", get=EVERYONE),
    "publication_sheet_forms": Row(f"{LOG}lembar/hasil/resmi/", get=EVERYONE, post=EVERYONE, given=with_closed_survey),
    "publication_sheet": Row(f"{LOG}lembar/hasil/resmi/persegi/", get=EVERYONE, given=with_made_sheet),
    "released_copy": Row(
        f"{LOG}salinan/",
        get=EVERYONE,
        post="admin secretary",
        given=with_signed_photo,
        sent=lambda scene: {"aksi": "asli-buka", "dilihat": scene.seen},
        wrong={"aksi": "apa saja"},
    ),
    "released_copy_file": Row(f"{LOG}salinan/berkas/", get=EVERYONE, given=with_copy),
    "public_photos": Row(
        f"{LOG}foto/",
        get="admin secretary",
        post="admin secretary",
        given=with_proof,
        sent=lambda scene: {"foto": [scene.proof]},
        wrong={"foto": ["999999"]},
    ),
    "public_setting": Row("/satuan-kerja/3521/laman-publik/", get=EVERYONE, post="admin secretary", sent={"buka": "1"}),
    "public_page": Row(OPEN, get=PUBLIC, given=with_public_page),
    "public_badge": Row(f"{OPEN}lencana.svg", get=PUBLIC, given=with_public_page),
    "public_logo": Row(f"{OPEN}logo", get=PUBLIC, given=with_public_page),
    "public_photo": Row(f"{OPEN}foto/{{released}}.jpg", get=PUBLIC, given=with_public_page),
    "public_report": Row(f"{OPEN}laporan/{{original}}.pdf", get=PUBLIC, given=with_public_report),
    "open_metadata": Row(f"{OPEN}metadata/", get=PUBLIC, given=with_public_page),
    "open_data": Row(f"{OPEN}data/indeks.csv", get=PUBLIC, given=with_public_page),
    "open_data_below": Row("/publik/35/bawahan/indeks.json", get=PUBLIC, given=with_public_page),
}
