"""Survey reports for tests: of plain values, and of rows that lack nothing."""

from datetime import date
from decimal import Decimal

from followups.progress import Progress
from reports.cycle.model import FieldworkData, PriorityData
from reports.document.facts import facts_of, plans_in
from reports.survey_report.build import build
from reports.survey_report.source import Followed, Question, SurveyReportSource, Work
from surveys.fieldwork.keeping import NOTHING, write_fieldwork
from surveys.models import Survey
from surveys.respondents.counts import write_profile
from tests.make_cycle import make_cycle, make_followup, make_photos, make_plan, make_source, make_survey

PROFILE = {"sex": {"male": 60, "female": 50}, "age": {"under-17": 3, "17-25": 60, "26-34": 47}}
FIELDWORK = FieldworkData(team="Sari Utami\nBudi", manner="Kuesioner daring", places="Loket", processing_days=0)
WORK = (
    Work("Persiapan", date(2025, 5, 19), date(2025, 5, 23), 5),
    Work("Pengumpulan data", date(2025, 6, 2), date(2025, 6, 30), 18),
    Work("Pengolahan data dan analisis hasil", date(2025, 7, 1), date(2025, 7, 1), 1),
    Work("Penyusunan dan pelaporan hasil", None, None, None),
)
QUESTIONS = (
    Question("Bagaimana kesesuaian persyaratan?", ("Tidak sesuai", "Kurang sesuai", "Sesuai"), Decimal("3.27"), 110),
    Question("Bagaimana kemudahan prosedur?", ("Tidak mudah", "Kurang mudah", "Mudah"), None, None),
)


def whole_survey(**changes):
    return make_survey(**({"profile": PROFILE, "fieldwork": FIELDWORK} | changes))


def before(photos=3):
    """The follow-up of the half-year before, one of its two plans done, with photos."""
    cycle = make_cycle(
        survey=make_survey(period="2024-S2"),
        followup=make_followup(
            [
                priority_of(
                    make_plan("Menata loket", photos=make_photos(photos)), make_plan("Melatih petugas", "in_progress")
                )
            ],
            (),
        ),
    )
    pictures = make_source(cycle).pictures
    label = "Semester II Tahun 2024"
    return Followed("2024-S2", label, "", Progress(2, 1), plans_in(cycle.followup), pictures)


def priority_of(*plans):
    return PriorityData("waktu", None, plans)


def survey_report(cycle=None, *, followed=None, source=None, **changes):
    """The document; ``changes``: of SurveyReportSource."""
    facts = facts_of(source or make_source(cycle or make_cycle(survey=whole_survey())))
    values = {
        "facts": facts,
        "work": WORK,
        "questionnaire": "Kuesioner PermenPANRB 14/2017",
        "questions": QUESTIONS,
        "suggestions": (),
        "unprinted": 0,
        "before": followed,
        "shown": {},
        "pictures": {},
    }
    return build(SurveyReportSource(**(values | changes)))


def fill(survey):
    """Give a survey of rows all that its report asks for."""
    survey.start, survey.end = date(2025, 6, 2), date(2025, 6, 30)
    survey.respondents, survey.population, survey.declared_index = 110, 150, None
    survey.save()
    days = {f"{name}_start": date(2025, 7, 1) for name in ("preparation", "processing", "reporting")}
    write_fieldwork(survey, NOTHING | days | {"team": "Sari Utami", "manner": "Daring", "places": "Loket"})
    write_profile(survey, {"sex": {"male": 60, "female": 50}})
    return Survey.objects.get(pk=survey.pk)
