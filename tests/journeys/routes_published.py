"""The addresses of what is published, one row each; routes.py takes them in."""

from datetime import date

from followups.models import EvidencePhoto
from surveys.models import Survey
from tests.journeys.row import EVERYONE, Row

LOG = "/skm/3521/2025-S1/publikasi/"


def with_closed_survey(_scene):
    Survey.objects.filter(office__code="3521").update(start=date(2025, 1, 1), end=date(2025, 6, 30), respondents=110)


def with_proof(scene):
    scene.proof = EvidencePhoto.objects.exclude(uses=None).filter(is_placeholder=False).first().pk


PUBLISHED = {
    "publication_sheets": Row(f"{LOG}lembar/", get=EVERYONE),
    "publication_sheet": Row(f"{LOG}lembar/hasil/resmi/persegi/", get=EVERYONE, given=with_closed_survey),
    "public_photos": Row(
        f"{LOG}foto/",
        get="admin secretary",
        post="admin secretary",
        given=with_proof,
        sent=lambda scene: {"foto": [scene.proof]},
        wrong={"foto": ["999999"]},
    ),
}
