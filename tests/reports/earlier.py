"""The period before that of the scene: a cycle of the same office with texts of its own."""

from followups.models import FollowUp
from offices.models import Office
from reports.models import Narrative
from surveys.models import Survey
from tests.conftest import make_survey

TEXTS = {"1.1": "SKM Semester II Tahun 2024 memperoleh IKM {{ ikm }}.", "1.3": "Tujuan kami sendiri."}


def make_earlier(texts=TEXTS, code="3521"):
    """Semester II 2024, with these own texts."""
    survey = make_survey(Office.objects.get(code=code), period="2025-S2")
    Survey.objects.filter(pk=survey.pk).update(year=2024)
    followup = FollowUp.objects.get(survey=survey)
    Narrative.objects.bulk_create(Narrative(followup=followup, section=key, text=text) for key, text in texts.items())
    return survey


def with_earlier_texts(_scene):
    make_earlier()
