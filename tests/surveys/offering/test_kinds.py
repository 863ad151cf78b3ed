"""An office keeps its services, and what the public said of each is told beside the whole."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from followups.models import ActionPlan
from offices.declining import Declined
from offices.models import AuditEvent
from surveys.models import Service, ServiceResult, ServiceScore
from surveys.offering.kinds import delete_service, use_service
from surveys.offering.results import service_results
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.taking import read_files, take_scores
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES

pytestmark = pytest.mark.django_db

PAGE = "/satuan-kerja/3521/layanan/"


@pytest.fixture
def admin(as_user, people):
    return as_user(people.admin)


@pytest.fixture
def ktp(ngawi):
    return Service.objects.create(office=ngawi, name="KTP", position=1)


def names():
    return [service.name for service in Service.objects.all()]


def flat(response):
    return " ".join(response.content.decode().replace(' class="amount"', "").split())


def test_services_are_added_at_the_end(admin, ngawi):
    for name in ("KTP", "Kartu   Keluarga"):
        assert admin.post(PAGE, {"name": name}).status_code == 302
    assert names() == ["KTP", "Kartu Keluarga"]
    page = flat(admin.get(PAGE))
    assert page.index("KTP") < page.index("Kartu Keluarga")


@pytest.mark.parametrize("name", ["KTP", "ktp", " K\u200bTP "])
def test_a_name_stands_once(admin, ktp, name):
    response = admin.post(PAGE, {"name": name})
    assert response.status_code == 422
    assert "sudah ada" in response.content.decode()
    assert names() == ["KTP"]


def test_a_service_is_renamed_moved_retired_and_restored(admin, ngawi, ktp):
    other = Service.objects.create(office=ngawi, name="KK", position=2)
    admin.post(f"{PAGE}{ktp.pk}/", {"name": "KTP elektronik"})
    admin.post(f"{PAGE}{other.pk}/pindah/", {"arah": "naik"})
    assert names() == ["KK", "KTP elektronik"]
    admin.post(f"{PAGE}{ktp.pk}/pakai/")
    assert "Tidak dipakai" in flat(admin.get(PAGE))
    admin.post(f"{PAGE}{ktp.pk}/pakai/", {"pakai": "ya"})
    assert list(Service.objects.values_list("in_use", flat=True)) == [True, True]
    told = list(AuditEvent.objects.values_list("action", flat=True))
    assert sorted(told) == ["service.move", "service.rename", "service.restore", "service.retire"]


def test_the_form_of_two_admins_asks_what_both_changed(admin, ktp):
    opened = admin.get(f"{PAGE}{ktp.pk}/").context["form"]
    sent = {"name": "Milik saya", "revision": opened["revision"].value(), "asal": opened["asal"].value()}
    Service.objects.update(name="Milik orang lain")
    response = admin.post(f"{PAGE}{ktp.pk}/", sent)
    assert response.status_code == 409
    assert "Milik orang lain" in response.content.decode()
    assert names() == ["Milik orang lain"]


def test_what_is_not_named_is_deleted(admin, ktp):
    assert admin.post(f"{PAGE}{ktp.pk}/hapus/").status_code == 302
    assert names() == []


@pytest.mark.parametrize("late", [lambda *who: use_service(*who, in_use=False), delete_service])
def test_what_was_deleted_meanwhile_is_said_and_written_nowhere(people, ngawi, ktp, late):
    opened = Service.objects.get()
    delete_service(ngawi, people.admin, ktp)
    with pytest.raises(Declined, match="Jenis layanan ini sudah dihapus"):
        late(ngawi, people.admin, opened)
    assert [event.action for event in AuditEvent.objects.all()] == ["service.delete"]


def test_what_a_survey_or_a_plan_names_stays(admin, survey, ktp):
    ServiceResult.objects.create(survey=survey, service=ktp, respondents=4)
    plan = ActionPlan.objects.first()
    plan.services.add(ktp)
    for gone, user in (
        (lambda: None, "hasil per layanan"),
        (ServiceResult.objects.all().delete, "rencana tindak lanjut"),
    ):
        gone()
        response = admin.post(f"{PAGE}{ktp.pk}/hapus/")
        assert response.status_code == 422
        assert user in response.content.decode()
    plan.services.clear()
    assert admin.post(f"{PAGE}{ktp.pk}/hapus/").status_code == 302


def test_others_read_the_list_and_change_nothing(as_user, people, ktp):
    staff = as_user(people.staff)
    page = flat(staff.get(PAGE))
    assert "KTP" in page and "Tambah layanan" not in page
    assert staff.post(PAGE, {"name": "KK"}).status_code == 403
    assert as_user(people.stranger).get(PAGE).status_code == 404


@pytest.mark.each_database
def test_the_database_keeps_scores_in_their_scale_and_names_once(survey, ktp, ngawi):
    result = ServiceResult.objects.create(survey=survey, service=ktp, respondents=4)
    element = survey.instrument.elements.first()
    for wrong in (
        lambda: ServiceScore.objects.create(result=result, element=element, score=Decimal("4.01")),
        lambda: ServiceResult.objects.create(survey=survey, service=ktp, respondents=4),
        lambda: Service.objects.create(office=ngawi, name="KTP", position=3),
        lambda: Service.objects.create(office=ngawi, name="", position=3),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong()


# --- from files


def sheet(*answers):
    return separated([["No", *NAMES], *([number, *row] for number, row in enumerate(answers, start=1))])


def take(survey, actor, cost="", **files):
    sent = [ScoreFile(f"{name}.csv", content, name) for name, content in files.items()]
    found = read_files(survey, sent, Wanted(answers={"biaya": cost} if cost else {}))
    assert not found["faults"] and not found["asks"]
    return take_scores(survey, actor, found, sent)


def test_a_file_for_each_service_leaves_the_results_of_each(admin, people, survey, ktp):
    one, two = [3] * 9, [4] * 9
    assert take(survey, people.admin, ktp=sheet(one, one, two), KK=sheet(two))
    assert names() == ["KTP", "KK"]  # known by its name in any case
    results = service_results(survey)
    assert {name: result.respondents for name, result in results.items()} == {"KTP": 3, "KK": 1}
    assert results["KTP"].scores["waktu"] == Decimal("3.333333")
    assert results["KK"].scores["waktu"] == 4
    assert survey.scores.get(element__key="waktu").score == Decimal("3.5")
    page = flat(admin.get("/skm/3521/2025-S1/"))
    assert "Hasil per layanan" in page
    assert "Tidak dicetak</span> </th> <td>3</td> <td>83,33</td> <td>B</td>" in page
    assert '<th scope="row">KTP</th> <td>3,33</td>' in page


def test_a_column_of_services_does_the_same_and_a_new_file_replaces_it(people, survey):
    rows = [["No", "Jenis Layanan", *NAMES], [1, "KTP", *[3] * 9], [2, "KK", *[4] * 9], [3, "KTP", *[4] * 9]]
    files = [ScoreFile("a.csv", separated(rows))]
    found = read_files(survey, files, Wanted())
    assert take_scores(survey, people.admin, found, files)
    assert not take_scores(survey, people.admin, found, files)
    assert {name: r.scores["biaya"] for name, r in service_results(survey).items()} == {"KTP": Decimal("3.5"), "KK": 4}
    assert take(survey, people.admin, **{"": sheet([3] * 9)})
    assert service_results(survey) == {}
    event = AuditEvent.objects.filter(action="survey.import").latest("pk")
    assert event.before["services"] == {"KTP": 2, "KK": 1}


def test_services_that_only_a_replaced_file_named_go_with_it(admin, people, survey, ktp):
    admin.post(PAGE, {"name": "Pindah"})
    one = [3] * 9
    assert take(
        survey, people.admin, KTP=sheet(one), Akta=sheet(one, one), Pindah=sheet([2] * 9), KK=sheet(one, one, one)
    )
    plan = ActionPlan.objects.first()
    plan.services.add(Service.objects.get(name="KK"))
    assert take(survey, people.admin, KTP=sheet(one, one))
    assert sorted(names()) == ["KK", "KTP", "Pindah"]
    assert AuditEvent.objects.get(action="service.delete").before == {"name": "Akta"}


def test_who_is_not_of_the_office_reads_no_result_of_few(as_user, people, survey):
    many = [[3] * 9] * 7
    take(survey, people.admin, KTP=sheet(*many, *many), KK=sheet(*many), Akta=sheet([4] * 9))
    in_table_and_bars = 4
    for page, hidden in (("/skm/3521/2025-S1/", 2), ("/skm/3521/2025-S1/hasil/", in_table_and_bars)):
        own = flat(as_user(people.staff).get(page))
        assert own.count("Tidak dicetak") == 2 and "<td>100,00</td>" in own
        other = flat(as_user(people.supervisor).get(page))
        assert other.count(">disembunyikan</td>") == hidden and "<td>14</td> <td>75,00</td>" in other
        assert "100,00" not in other and "Tidak dicetak" not in other
        assert "kurang dari 5 jawaban disembunyikan" in own and "kurang dari 5 jawaban disembunyikan" in other


def test_one_service_is_no_table(admin, people, survey):
    take(survey, people.admin, KTP=sheet([3] * 9, [4] * 9))
    assert "Hasil per layanan" not in flat(admin.get("/skm/3521/2025-S1/"))


def test_an_element_that_nobody_answered_of_a_service_has_no_score(admin, people, survey):
    blank = ["" if name == NAMES[3] else 3 for name in NAMES]
    take(survey, people.admin, "kosong", KTP=sheet([3] * 9, [4] * 9, [4] * 9), KK=sheet(blank))
    results = service_results(survey)
    assert set(results["KTP"].scores) - set(results["KK"].scores) == {"biaya"}
    assert "<td>–</td> <td>–</td>" in flat(admin.get("/skm/3521/2025-S1/"))


def test_a_free_service_counts_its_blank_costs_as_free(people, survey):
    blank = ["" if name == NAMES[3] else 3 for name in NAMES]
    take(survey, people.admin, "gratis", KTP=sheet([3] * 9, [4] * 9, blank), KK=sheet(blank))
    results = service_results(survey)
    assert (results["KTP"].scores["biaya"], results["KK"].scores["biaya"]) == (Decimal("3.666667"), 4)


# --- plans


PLANS = "/rtl/3521/2025-S1/"


def test_a_plan_may_name_the_services_that_it_serves(admin, survey, ngawi, ktp):
    gone = Service.objects.create(office=ngawi, name="Lama", position=2, in_use=False)
    page = flat(admin.get(f"{PLANS}baru/"))
    assert "KTP" in page and "Lama" not in page
    priority = ActionPlan.objects.first().priority
    sent = {"priority": priority.pk, "programme": "Menata loket", "units": ["*"], "services": [ktp.pk]}
    assert admin.post(f"{PLANS}baru/", sent).status_code == 302
    plan = ActionPlan.objects.get(programme="Menata loket")
    assert list(plan.services.all()) == [ktp]
    assert AuditEvent.objects.latest("pk").after["services"] == ["KTP"]
    refused = admin.post(f"{PLANS}baru/", sent | {"services": [gone.pk]})
    assert refused.status_code == 422
    plan.services.add(gone)
    assert "Lama" in flat(admin.get(f"{PLANS}{plan.pk}/ubah/"))  # what it names already stays offered
    assert "Layanan: KTP dan Lama" in flat(admin.get("/laporan/3521/2025-S1/"))


def test_without_services_nothing_is_asked(admin, survey):
    assert "Layanan yang dilayani" not in flat(admin.get(f"{PLANS}baru/"))
