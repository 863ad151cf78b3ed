"""Reminders: words with a link, for WhatsApp and as a QR code, that lead to the plan after log-in."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from duties.cycles import cycle_of
from duties.outward.reminders import MOST_IN_ONE, late_reminders
from followups.models import ActionPlan, Review, Status
from tests.conftest import PASSWORD, make_plan

pytestmark = pytest.mark.usefixtures("own_media")
LATE = "/bagikan/3521/2025-S1/"


@pytest.fixture(autouse=True)
def in_december(time_machine):
    time_machine.move_to("2025-12-10 09:00+07:00", tick=False)


@pytest.fixture
def plan(survey):
    """Of kul, late since November."""
    ActionPlan.objects.filter(position=1).update(
        status=Status.NOT_STARTED, review=Review.NONE, programme="Papan & <jadwal>"
    )
    return ActionPlan.objects.get(position=1)


def message(page):
    """What WhatsApp gets to write."""
    (address,) = re.findall(r'href="(https://wa\.me/[^"]+)"', page)
    return parse_qs(urlsplit(unescape(address)).query)["text"][0]


def test_one_plan_is_told_with_its_link(as_user, people, plan):
    page = as_user(people.staff).get(f"{LATE}rtl/{plan.pk}/").content.decode()
    address = f"http://127.0.0.1:8000/rtl/3521/2025-S1/{plan.pk}/"
    assert message(page) == (
        f"Mohon ditindaklanjuti: RTL “Papan & <jadwal>” (Semester I Tahun 2025).\nBuka di SKM Portal: {address}"
    )
    assert f'aria-label="Kode QR: {address}"' in page
    assert "<jadwal>" not in page


def test_the_link_opens_the_plan_after_log_in(people, plan):
    client = Client()
    path = f"/rtl/3521/2025-S1/{plan.pk}/"
    door = client.get(path)
    answer = client.post(door.url, {"login": "operator", "password": PASSWORD, "next": path})
    assert answer.url == path


def test_what_is_late_is_told_to_each_unit_that_answers(people, plan, survey):
    reminders = late_reminders(people.admin, cycle_of(survey))
    found = {each.title: each for each in reminders}
    assert set(found) == {"Subbag kul", survey.office.all_units_label}
    kul = found["Subbag kul"]
    assert kul.count == 1
    assert "1. Papan & <jadwal> (terlambat 2 bulan)\n" in kul.text
    assert kul.address.endswith(f"/rtl/3521/2025-S1/{plan.pk}/")


def test_a_unit_with_very_many_gets_the_latest_and_the_way_to_all(people, plan, survey):
    for position in range(10, 10 + MOST_IN_ONE):
        make_plan(plan.priority, position).units.add(survey.office.units.get(key="kul"))
    kul = next(each for each in late_reminders(people.admin, cycle_of(survey)) if each.title == "Subbag kul")
    assert kul.count == MOST_IN_ONE + 1
    assert kul.text.count("terlambat 2 bulan") == MOST_IN_ONE
    assert kul.text.endswith(f"Selebihnya: {kul.address}")
    assert kul.address == "http://127.0.0.1:8000/rtl/3521/2025-S1/realisasi/"
    assert len(kul.whatsapp) < 8000


def test_where_nothing_is_late_it_says_so(as_user, people, survey, time_machine):
    time_machine.move_to("2025-08-10 09:00+07:00", tick=False)
    page = as_user(people.admin).get(LATE).content.decode()
    assert "Tidak ada RTL yang terlambat" in page
    assert "wa.me" not in page


def test_it_costs_no_query_more_for_more_plans(as_user, people, plan, survey, django_assert_max_num_queries):
    for position in range(10, 20):
        make_plan(plan.priority, position).units.add(survey.office.units.get(key="kul"))
    client = as_user(people.admin)
    with django_assert_max_num_queries(34):
        client.get(LATE)


def test_a_stranger_shares_nothing(as_user, people, plan):
    client = as_user(people.stranger)
    assert [client.get(path).status_code for path in (LATE, f"{LATE}rtl/{plan.pk}/")] == [404, 404]
