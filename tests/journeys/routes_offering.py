"""The addresses of an office's services, suggestions and earlier periods, one row each; routes.py takes them in."""

from hashlib import sha256

from django.utils import timezone

from followups.models import RecordedPeriod
from offices.models import Office
from offices.stored import keep_exactly
from surveys.models import AnswerRow, Instrument, ScoreBasis, Service, Suggestion, Survey
from surveys.periods import of_period
from tests.conftest import SCORES
from tests.journeys.row import PUBLIC, Row

OFFICE = "/satuan-kerja/3521/"
SERVICE = f"{OFFICE}layanan/{{service}}/"


def with_service(scene):
    scene.service = Service.objects.create(office=Office.objects.get(code="3521"), name="Pindah Memilih", position=1).pk


def results_of_a_service(scene):
    scores = {f"score_{scene.service}_{key}": "3,5" for key in SCORES}
    return scores | {f"respondents_{scene.service}": "9"}


EARLIER = f"{OFFICE}periode-sebelumnya/"


def with_earlier_period(scene):
    office = Office.objects.get(code="3521")
    row = RecordedPeriod(office=office, instrument=Instrument.objects.first(), **of_period("2024-S2"))
    row.report.name = keep_exactly("earlier/3521/contoh.pdf", b"%PDF-1.7")
    row.sha256, row.size = sha256(b"%PDF-1.7").hexdigest(), 8
    row.is_public = True
    row.save()
    scene.earlier = row.pk


SUGGESTIONS = "/skm/3521/2025-S1/saran/"


def with_suggestion(scene):
    survey = Survey.objects.get(office__code="3521", year=2025)
    scene.suggestion = Suggestion.objects.create(survey=survey, text="Tambah loket.", times=2).pk


KEPT = "/skm/3521/2025-S1/jawaban/"


def with_kept_answers(_scene):
    survey = Survey.objects.get(office__code="3521", **of_period("2025-S1"))
    form = survey.instrument.questionnaires.get(key="permenpanrb-14-2017")
    ScoreBasis.objects.create(
        survey=survey,
        kind="answers",
        questionnaire=form,
        mapping=form.mappings.get(),
        method="elements",
        taken_at=timezone.now(),
    )
    AnswerRow.objects.create(survey=survey, scores="343434343")
    AnswerRow.objects.create(survey=survey, scores="44443-234")


OFFERING = {
    "survey_answers": Row(KEPT, get="admin", post="admin", given=with_kept_answers),
    "survey_answers_file": Row(f"{KEPT}berkas/", get="admin", given=with_kept_answers),
    "suggestions": Row(SUGGESTIONS, given=with_suggestion),
    "suggestion": Row(
        f"{SUGGESTIONS}{{suggestion}}/", get=None, post="admin", given=with_suggestion, sent={"putusan": "rilis"}
    ),
    "survey_services": Row(
        "/skm/3521/2025-S1/layanan/",
        get="staff head admin secretary",
        post="admin",
        given=with_service,
        sent=results_of_a_service,
    ),
    "services": Row(f"{OFFICE}layanan/", post="admin", sent={"name": "Permohonan Informasi"}, wrong={"name": ""}),
    "service": Row(SERVICE, get="admin", post="admin", given=with_service, sent={"name": "Lain"}, wrong={"name": ""}),
    "service_move": Row(f"{SERVICE}pindah/", get=None, post="admin", given=with_service, sent={"arah": "naik"}),
    "service_use": Row(f"{SERVICE}pakai/", get=None, post="admin", given=with_service),
    "earlier_periods": Row(EARLIER, post="admin", sent={"year": 2024, "part": "S2"}, wrong={"year": "", "part": ""}),
    "earlier_period": Row(
        f"{EARLIER}{{earlier}}/",
        get="admin",
        post="admin",
        given=with_earlier_period,
        sent={"declared_index": "87,36"},
        wrong={"declared_index": "3"},
    ),
    "earlier_period_delete": Row(f"{EARLIER}{{earlier}}/hapus/", get=None, post="admin", given=with_earlier_period),
    "earlier_period_open": Row(f"{EARLIER}{{earlier}}/terbuka.pdf", get=PUBLIC, given=with_earlier_period),
    "earlier_period_file": Row(f"{EARLIER}{{earlier}}/laporan.pdf", given=with_earlier_period),
    "service_delete": Row(f"{SERVICE}hapus/", get=None, post="admin", given=with_service),
}
