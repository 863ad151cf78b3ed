"""Every list can be searched and filtered by its address: plans, evidence, people, cycles, each with the same words."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, Priority
from surveys.models import Element
from tests.conftest import make_plan, make_survey

REALISATION, EVIDENCE = "/rtl/3521/2025-S1/realisasi/", "/bukti-dukung/3521/2025-S1/"
PEOPLE, CYCLES = "/satuan-kerja/3521/pengguna/", "/skm/"


@pytest.fixture
def admin(as_user, people, survey):
    first = Priority.objects.get()
    second = Priority.objects.create(
        followup=first.followup, element=Element.objects.get(instrument=survey.instrument, key="biaya"), position=2
    )
    plan = make_plan(second, 1)
    plan.units.add(survey.office.units.get(key="rendatin"))
    ActionPlan.objects.filter(pk=plan.pk).update(programme="Mencetak daftar biaya")
    make_survey(survey.office, "2024-S1")
    return as_user(people.admin)


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def keys(page, name):
    """What can be chosen of a filter: its words to their keys."""
    select = re.search(rf'<select[^>]*name="{name}">(.*?)</select>', page, re.DOTALL)[1]
    return {word.strip(): key for key, word in re.findall(r'<option value="([^"]+)"[^>]*>([^<]+)<', select)}


def told(client, address, **query):
    return re.search(r"(\d+ dari \d+|\d+) (?:RTL|tempat|pengguna|siklus)", words(client.get(address, query)))[1]


def test_plans_by_words_element_unit_and_status(admin):
    page = admin.get(REALISATION).content.decode()
    assert told(admin, REALISATION) == "3"
    assert told(admin, REALISATION, cari="DAFTAR mencetak") == "1 dari 3"
    assert told(admin, REALISATION, unsur=keys(page, "unsur")["Biaya/Tarif"]) == "1 dari 3"
    assert told(admin, REALISATION, unit=keys(page, "unit")["Subbag rendatin"]) == "2 dari 3"
    assert told(admin, REALISATION, status=keys(page, "status")["Sudah"]) == "1 dari 3"
    none = admin.get(REALISATION, {"cari": "entah <b>"})
    assert "Tidak ada RTL yang sesuai dengan saringan ini." in words(none)
    assert 'value="entah &lt;b&gt;"' in none.content.decode()
    assert "Tampilkan semua" in words(none)
    assert "Belum ada RTL" not in words(none)
    assert "Waktu Penyelesaian" not in re.findall(r"<h2[^>]*>([^<]+)<", none.content.decode())


def test_evidence_by_what_lacks_photos_and_by_unit(admin):
    page = admin.get(EVIDENCE).content.decode()
    assert told(admin, EVIDENCE) == "3"
    assert told(admin, EVIDENCE, status=keys(page, "status")["Belum ada bukti"]) == "2 dari 3"
    assert told(admin, EVIDENCE, unit=keys(page, "unit")["Subbag rendatin"], cari="mencetak") == "1 dari 3"
    part = admin.get(
        EVIDENCE,
        headers={"HX-Request": "true", "HX-Current-URL": f"http://testserver{EVIDENCE}?status=tanpa-foto"},
    )
    assert re.findall(r'<span class="place-label">([^<]+)', part.content.decode()) == ["RTL 1 b", "RTL 2 a"]


def test_people_by_name_role_and_state(admin, people):
    people.staff.is_active = False
    people.staff.save()
    page = admin.get(PEOPLE).content.decode()
    assert told(admin, PEOPLE) == "4"
    assert told(admin, PEOPLE, cari="kasub") == "1 dari 4"
    assert told(admin, PEOPLE, peran=keys(page, "peran")["Sekretaris"]) == "1 dari 4"
    assert told(admin, PEOPLE, status=keys(page, "status")["Nonaktif"]) == "1 dari 4"


def test_cycles_by_year_and_words(admin):
    page = admin.get(CYCLES).content.decode()
    assert told(admin, CYCLES) == "2"
    assert told(admin, CYCLES, tahun=keys(page, "tahun")["2024"]) == "1 dari 2"
    assert told(admin, CYCLES, cari="semester i tahun 2025") == "1 dari 2"


@pytest.mark.parametrize("address", [f"{REALISATION}?status=not_started&cari=program", f"{EVIDENCE}?status=tanpa-foto"])
def test_a_narrowed_list_costs_the_same_however_long(admin, address):
    admin.get(address)
    with CaptureQueriesContext(connection) as few:
        admin.get(address)
    priority = ActionPlan.objects.first().priority
    for place in range(3, 30):
        make_plan(priority, place).units.set(priority.followup.survey.office.units.all())
    with CaptureQueriesContext(connection) as many:
        admin.get(address)
    assert len(many) == len(few) <= 34


@pytest.mark.parametrize("address", [REALISATION, EVIDENCE])
def test_a_filter_by_unit_costs_the_same_with_many_rows_of_all_units(admin, ngawi, address, django_assert_num_queries):
    asked = {"unit": ngawi.units.first().pk}
    admin.get(address, asked)
    with CaptureQueriesContext(connection) as few:
        admin.get(address, asked)
    for position in range(3, 9):
        plan = make_plan(Priority.objects.first(), position)
        ActionPlan.objects.filter(pk=plan.pk).update(all_units=True)
    with django_assert_num_queries(len(few)):
        admin.get(address, asked)
