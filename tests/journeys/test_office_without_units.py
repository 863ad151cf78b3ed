"""An office that is not divided: from its first day to a report that can be signed, without a unit anywhere."""

import re

import pytest
from django.urls import reverse

from followups.models import ActionPlan, Completion, EvidenceGroup, EvidenceUse, FollowUp, Upkeep
from offices.creating import NewOffice, add_admin, create_office
from offices.models import Role
from reports.findings.answers import case_now, findings_now
from surveys.models import Survey
from tests.conftest import make_photo, make_user
from tests.journeys.scene import fields_on

pytestmark = pytest.mark.django_db

NINE = "\n".join(["3,40", "3,30", "3,10", "3,80", "3,50", "3,60", "3,70", "3,20", "3,45"])
CYCLE = "/skm/3500/2025-S1/"
SIGNATORY = {"signatory_name": "Sari Utami", "signatory_title": "Camat"}
OF_THE_OFFICE = ("office_units", "people", "person_new")
OF_THE_CYCLE = (
    "cycle_overview",
    "plan_table",
    "plan_new",
    "realisations",
    "evidence",
    "approvals",
    "priorities",
    "results",
    "papers",
    "publications",
    "upkeep",
    "report",
    "texts",
    "findings",
    "paraf",
    "signing",
)


@pytest.fixture
def kecamatan():
    return create_office(NewOffice("3500", "Kecamatan Ngawi", "Kecamatan Ngawi", "Ngawi", ""))


@pytest.fixture
def admin(kecamatan):
    user, _password = add_admin(kecamatan, "camat-admin", "Dewi Lestari")
    user.must_change_password, user.temporary_until = False, None
    user.save()
    return user


def words_of(response):
    return " ".join(re.sub(r"<[^>]+>|\u00ad", " ", response.content.decode()).split())


def planned(client):
    """A cycle with one plan for which the whole office answers, as the row that is offered in the table sends it."""
    client.post("/satuan-kerja/3500/siklus-baru/", {"year": "2025", "part": "S1"} | SIGNATORY)
    form = fields_on(client.get(CYCLE).content.decode(), CYCLE)
    client.post(CYCLE, form | {"pasted": NINE, "respondents": "120", "population": "600"})
    client.post(f"{CYCLE}prioritas/", {"chosen": ["waktu"], "seen": ""})
    table = client.get("/rtl/3500/2025-S1/").content.decode()
    row = fields_on(table, "/rtl/3500/2025-S1/baru/")
    assert client.post("/rtl/3500/2025-S1/baru/", row | {"programme": "Membuka loket kedua"}).status_code == 302
    return Survey.objects.get()


def test_the_whole_office_answers_unless_somebody_else_is_chosen(as_user, admin):
    planned(as_user(admin))
    plan = ActionPlan.objects.get()
    assert (plan.all_units, plan.lead) == (True, None)


def test_nothing_asks_for_a_unit_or_speaks_of_one_that_is_not_there(as_user, admin, kecamatan):
    client = as_user(admin)
    survey = planned(client)
    pages = ["/", *(reverse(name, args=["3500"]) for name in OF_THE_OFFICE)]
    pages += [reverse(name, args=["3500", "2025-S1"]) for name in OF_THE_CYCLE]
    for address in pages:
        page = client.get(address)
        assert page.status_code == 200, address
        assert not re.search("subbag", words_of(page), re.IGNORECASE), address
    assert "Koordinator" not in words_of(client.get("/rtl/3500/2025-S1/baru/"))
    assert "Seluruh satuan kerja" in words_of(client.get("/laporan/3500/2025-S1/"))
    found = findings_now(case_now(survey), FollowUp.objects.get().end)
    assert not [finding.message for finding in found if "unit" in finding.message]


def test_whoever_is_named_answers_instead_of_the_whole_office(as_user, admin):
    client = as_user(admin)
    planned(client)
    plan = ActionPlan.objects.get()
    page = f"/rtl/3500/2025-S1/{plan.pk}/ubah/"
    form = fields_on(client.get(page).content.decode(), page)
    assert "units" not in form and "lead" not in form
    assert client.post(page, form | {"others": "Kasi Pelayanan"}).status_code == 302
    plan.refresh_from_db()
    assert (plan.all_units, plan.others) == (False, "Kasi Pelayanan")
    report = words_of(client.get("/laporan/3500/2025-S1/"))
    assert "Kasi Pelayanan" in report and "Seluruh satuan kerja" not in report
    form = fields_on(client.get(page).content.decode(), page)
    client.post(page, form | {"others": ""})
    plan.refresh_from_db()
    assert (plan.all_units, plan.others) == (True, "")


def test_so_it_is_for_upkeep_and_for_what_is_left_open(as_user, admin):
    client = as_user(admin)
    planned(client)
    row = {"element": "biaya", "plan": "Menjaga", "di_tabel": "1"}
    client.post("/pemeliharaan/3500/2025-S1/baru/", row)
    client.post("/pemeliharaan/3500/2025-S1/baru/", row | {"others": "Kasi Umum"})
    assert list(Upkeep.objects.values_list("all_units", "others")) == [(True, ""), (False, "Kasi Umum")]
    plan = ActionPlan.objects.get()
    page = reverse("realisation", args=["3500", "2025-S1", plan.pk])
    form = fields_on(client.get(page).content.decode(), page)
    client.post(page, form | {"status": "in_progress"})
    assert not Completion.objects.exists()
    form = fields_on(client.get(page).content.decode(), page)
    client.post(page, form | {"status": "in_progress", "reason": "Anggaran", "strategy": "Mengajukan"})
    assert Completion.objects.get().all_units


def test_once_planned_neither_units_nor_operators_stay_to_be_added(as_user, admin, kecamatan):
    planned(as_user(admin))
    make_user("camat", Role.SECRETARY, kecamatan)
    done = {step.page: step.done for step in as_user(admin).get("/").context["home"].guide.steps}
    assert (done["office_units"], done["people"]) == (True, True)


def test_what_the_admin_realises_the_one_who_signs_approves(as_user, admin, kecamatan):
    planned(as_user(admin))
    plan = ActionPlan.objects.get()
    group = EvidenceGroup.objects.create(followup=FollowUp.objects.get(), plan=plan)
    EvidenceUse.objects.create(group=group, photo=make_photo(group.followup), position=1)
    page = reverse("realisation", args=["3500", "2025-S1", plan.pk])
    form = fields_on(as_user(admin).get(page).content.decode(), page)
    sent = as_user(admin).post(page, form | {"status": "done", "description": "Dibuka.", "months": ["2025-09"]})
    assert sent.status_code == 302, words_of(sent)
    camat = make_user("camat", Role.SECRETARY, kecamatan)
    assert "Membuka loket kedua" in words_of(as_user(camat).get(reverse("approvals", args=["3500", "2025-S1"])))
