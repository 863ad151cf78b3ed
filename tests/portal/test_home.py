from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, Status
from surveys.models import ElementScore, Lock
from tests.conftest import make_office, make_plan, make_survey


def test_who_sees_one_cycle_arrives_at_its_report(as_user, people, survey):
    assert as_user(people.staff).get("/").url == "/laporan/3521/2025-S1/"


def test_who_sees_several_arrives_at_the_list(as_user, people, survey, ngawi):
    make_survey(ngawi, semester=2)
    assert as_user(people.admin).get("/").url == "/skm/"


def test_a_card_says_state_index_grade_and_how_the_plans_stand(as_user, people, survey):
    page = as_user(people.admin).get("/skm/").content.decode()
    for words in ("Semester I Tahun 2025", "Draf", "87,36", "Mutu B (Baik)", "1 dari 2 RTL sudah dilaksanakan"):
        assert words in page
    assert "1 Sudah" in page
    assert "1 Belum dimulai" in page
    assert 'x="50" width="50"' in page


def test_the_state_of_a_cycle_is_a_word(as_user, people, survey):
    survey.lock = Lock.SIGNED
    survey.save()
    assert "Ditandatangani" in as_user(people.admin).get("/skm/").content.decode()


def test_a_young_cycle_says_what_is_missing(as_user, people, survey):
    ElementScore.objects.all().delete()
    ActionPlan.objects.filter(status=Status.NOT_STARTED).delete()
    page = as_user(people.admin).get("/skm/").content.decode()
    assert "Nilai survei belum ada." in page


def test_only_offices_below_are_listed_for_a_supervisor(as_user, people, survey, magetan, ngawi):
    make_survey(magetan)
    page = as_user(people.supervisor).get("/skm/").content.decode()
    assert "Kabupaten Ngawi" in page
    assert "Kabupaten Magetan" in page
    page = as_user(people.admin).get("/skm/").content.decode()
    assert "Kabupaten Magetan" not in page


def test_without_a_cycle_the_page_says_whom_to_ask(as_user, people):
    assert "Belum ada siklus" in as_user(people.admin).get("/skm/").content.decode()
    page = as_user(people.nobody).get("/skm/").content.decode()
    assert "belum memiliki peran" in page


def test_the_list_costs_the_same_with_many_cycles_and_plans(
    as_user, people, survey, province, django_assert_num_queries
):
    client = as_user(people.supervisor)
    client.get("/skm/")
    with CaptureQueriesContext(connection) as few:
        client.get("/skm/")
    for number in range(5):
        other = make_survey(make_office(f"37{number:02}", f"Kota {number}", province))
        for position in range(3, 9):
            make_plan(ActionPlan.objects.filter(priority__followup__survey=other).first().priority, position)
    with django_assert_num_queries(len(few)):
        client.get("/skm/")


def test_the_menu_names_the_person_and_the_roles(as_user, people, survey):
    page = " ".join(as_user(people.staff).get("/skm/").content.decode().split())
    assert "Operator, Subbag kul, KPU Kabupaten Ngawi" in page
