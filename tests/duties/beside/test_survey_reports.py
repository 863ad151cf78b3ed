"""Home leads to the report of a survey: once its results are there, to be signed, handed on, and never twice."""

from datetime import date

import pytest

from duties.beside.survey_reports import survey_report_duties
from duties.cycles import cycles_of
from duties.duty import Kind
from duties.listing import listing_of
from followups.models import FollowUp, Paper
from reports.models import Handover, HandoverKind, Report, ReportKind, State
from surveys.models import ElementScore, Lock, Survey
from tests.reports.issued import make_report
from tests.reports.survey_report.made import fill

SURVEY = ReportKind.SURVEY
SIGNING = "/laporan/3521/2025-S1/survei/tanda-tangan/"
READY = "Hasil survei sudah lengkap: laporan SKM dapat disiapkan"


@pytest.fixture(autouse=True)
def _in_july(time_machine):
    time_machine.move_to("2025-07-20 09:00+07:00", tick=False)


@pytest.fixture
def whole(survey):
    return fill(survey)


def told(survey, user):
    return [(each.kind, each.subject) for each in survey_report_duties(user, cycles_of([survey.office])) if each.mine]


def change(survey, **values):
    Survey.objects.filter(pk=survey.pk).update(**values)


def report_in(survey, people, state, **more):
    return make_report(FollowUp.objects.get(survey=survey), people.secretary, state, kind=SURVEY, **more)


@pytest.mark.parametrize("who", ["admin", "secretary"])
def test_whole_results_lead_those_who_prepare_to_the_report(whole, people, who):
    (duty,) = survey_report_duties(getattr(people, who), cycles_of([whole.office]))
    assert (duty.kind, duty.subject, duty.place, duty.mine) == (Kind.PREPARE, READY, SIGNING, True)


@pytest.mark.parametrize("who", ["staff", "head", "supervisor"])
def test_nobody_else_is_asked_to_prepare_it(whole, people, who):
    assert told(whole, getattr(people, who)) == []


@pytest.mark.parametrize(
    "lacking",
    [
        {"end": date(2025, 7, 20)},
        {"end": None, "start": None},
        {"respondents": None, "population": None},
        {"report_date": date(2025, 7, 10)},
        {"report_number": "12/SKM/2025"},
        {"lock": Lock.PREPARED},
    ],
)
def test_it_is_not_asked_for_before_it_can_be_made_or_once_it_was_made_elsewhere(whole, people, lacking):
    change(whole, **lacking)
    assert told(whole, people.secretary) == []


def test_it_is_not_asked_for_while_an_element_has_no_score(whole, people):
    ElementScore.objects.filter(survey=whole).first().delete()
    assert told(whole, people.secretary) == []


def test_a_report_that_is_kept_as_a_paper_is_asked_for_no_more(whole, people):
    followup = FollowUp.objects.get(survey=whole)
    Paper.objects.create(followup=followup, kind="minutes", file="a.pdf", sha256="a" * 64, size=9, pages=1)
    assert told(whole, people.secretary) == [(Kind.PREPARE, READY)]
    Paper.objects.create(followup=followup, kind="survey_report", file="b.pdf", sha256="b" * 64, size=9, pages=1)
    assert told(whole, people.secretary) == []


@pytest.mark.parametrize(
    ("state", "kind", "subject"),
    [
        (State.DRAFT, Kind.PREPARE, "Laporan SKM versi 1 belum disiapkan untuk ditandatangani"),
        (State.PREPARED, Kind.SIGN, "Laporan SKM versi 1 siap ditandatangani"),
        (State.SIGNED, Kind.HAND_ON, "Laporan SKM belum disampaikan"),
        (State.WITHDRAWN, Kind.PREPARE, READY),
    ],
)
def test_each_step_is_told_once(whole, people, state, kind, subject):
    report_in(whole, people, state)
    assert told(whole, people.secretary) == [(kind, subject)]


def test_what_was_sent_waits_for_its_receipt_and_what_came_back_for_a_new_version(whole, people):
    report = report_in(whole, people, State.SIGNED)
    sent = {"party": "KPU Provinsi", "happened_on": date(2025, 7, 18), "recorded_by": people.admin}
    row = Handover.objects.create(report=report, kind=HandoverKind.SENT, expects_receipt=True, **sent)
    (duty,) = survey_report_duties(people.secretary, cycles_of([whole.office]))
    assert duty.subject == "Tanda terima laporan SKM dari KPU Provinsi belum disimpan"
    assert duty.place == f"/laporan/3521/2025-S1/penyampaian/{row.pk}/tanda-terima/"
    Handover.objects.create(report=report, kind=HandoverKind.RETURNED, note="Perbaiki Bab II.", **sent)
    (duty,) = survey_report_duties(people.secretary, cycles_of([whole.office]))
    assert (duty.kind, duty.quote) == (Kind.RETURNED, "Perbaiki Bab II.")


def test_with_both_reports_signed_each_has_its_own_line_and_none_twice(whole, people):
    report_in(whole, people, State.SIGNED, code="CODE-9")
    make_report(FollowUp.objects.get(survey=whole), people.secretary)
    change(whole, lock=Lock.SIGNED, results_lock=Lock.SIGNED)
    lines = [each.subject for each in listing_of(people.secretary, [whole.office]).duties]
    assert lines.count("Laporan SKM belum disampaikan") == lines.count("Laporan belum disampaikan") == 1
    assert len(set(lines)) == len(lines)


def test_home_shows_it_and_leads_there(whole, people, as_user):
    page = as_user(people.secretary).get("/").content.decode()
    assert page.count(READY) == 1 and f'href="{SIGNING}"' in page


def test_more_cycles_ask_no_more_of_the_database(whole, people, magetan, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        list(survey_report_duties(people.secretary, cycles_of([whole.office, magetan])))
    assert not Report.objects.exists()
