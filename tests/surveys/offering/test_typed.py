"""Results of services that are typed: the page, what is refused there, and what becomes of them when scores change."""

from decimal import Decimal

import pytest
from django.core.management import call_command

from offices.models import AuditEvent
from offices.sending.versions import opened_on
from reports.cycle.dump import dump_cycle
from reports.document.chapters.offering import MARK
from reports.document.gather import document_of
from surveys.basis import basis_of
from surveys.models import Lock, Service, ServiceResult, Survey
from surveys.offering.forms import values_of
from surveys.offering.results import OfService, service_results, write_service_results
from surveys.scoring import scale_of
from tests.conftest import SCORES
from tests.journeys.scene import fields_on
from tests.mass import sampled
from tests.surveys.offering.test_kinds import flat, sheet, take

PAGE, SURVEY = "/skm/3521/2025-S1/layanan/", "/skm/3521/2025-S1/"


@pytest.fixture
def services(survey):
    """Three services of an office whose survey has 100 respondents."""
    Survey.objects.filter(pk=survey.pk).update(respondents=100)
    survey.refresh_from_db()
    office = survey.office
    return [
        Service.objects.create(office=office, name=name, position=at) for at, name in enumerate(("KTP", "KK", "Akta"))
    ]


@pytest.fixture
def admin(people, services, as_user):
    return as_user(people.admin)


def typed(service, people, score):
    return {f"respondents_{service.pk}": people} | {f"score_{service.pk}_{key}": score for key in SCORES}


def sent(services, few="4"):
    ktp, kk, akta = services
    return typed(ktp, "40", "3,25") | typed(kk, "12", "3.5") | typed(akta, few, "2,00")


def counts(survey):
    return {name: result.respondents for name, result in service_results(survey).items()}


def events():
    return AuditEvent.objects.filter(action="survey.services")


def test_the_survey_leads_to_it_where_there_are_services(admin):
    assert f'href="{PAGE}"' in admin.get(SURVEY).content.decode()
    Service.objects.all().delete()
    assert f'href="{PAGE}"' not in admin.get(SURVEY).content.decode()
    assert "Belum ada jenis layanan" in admin.get(PAGE).content.decode()


def test_what_is_typed_is_kept_shown_printed_with_few_hidden_and_told(admin, survey, services, people):
    assert admin.post(PAGE, sent(services)).url == PAGE
    results = service_results(survey)
    assert results["KTP"] == OfService(40, dict.fromkeys(SCORES, Decimal("3.25")), is_typed=True)
    assert counts(survey) == {"KTP": 40, "KK": 12, "Akta": 4}
    page = flat(admin.get("/skm/3521/2025-S1/hasil/"))
    assert "Diketik per layanan." in page and "<td>40</td> <td>81,25</td> <td>B</td>" in page.replace(
        ' class="amount"', ""
    )
    table = document_of(survey).plans.services
    assert [(row.name, row.respondents) for row in table.rows] == [("KTP", "40"), ("KK", "12"), ("Akta", MARK)]
    event = events().get()
    assert (event.actor_id, event.before) == (people.admin.pk, {"services": {}})
    assert event.after["services"]["KK"]["respondents"] == 12
    trail = flat(admin.get("/riwayat/3521/"))
    assert "Mengetik hasil per layanan" in trail and "KTP" in trail


def test_the_same_again_is_no_event_and_what_is_emptied_is_gone(admin, survey, services):
    admin.post(PAGE, sent(services))
    admin.post(PAGE, sent(services))
    assert events().count() == 1
    admin.post(PAGE, dict.fromkeys(sent(services), ""))
    assert not ServiceResult.objects.exists()


@pytest.mark.parametrize(
    ("change", "value", "told"),
    sampled(
        [
            ("respondents", "", "Isi jumlah responden dan semua nilai unsur KTP, atau kosongkan"),
            ("waktu", "", "Isi jumlah responden dan semua nilai unsur KTP, atau kosongkan"),
            ("waktu", "4,5", "4,5"),
            ("respondents", "banyak", "banyak"),
            ("respondents", "0", "Paling sedikit 1 responden"),
            ("respondents", "85", "Responden semua layanan berjumlah 101, melebihi 100 responden survei."),
        ],
        every=3,
    ),
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(admin, services, change, value, told):
    pk = services[0].pk
    name = f"respondents_{pk}" if change == "respondents" else f"score_{pk}_{change}"
    response = admin.post(PAGE, sent(services) | {name: value})
    page = response.content.decode()
    assert response.status_code == 422 and told in page
    assert 'value="12"' in page and not ServiceResult.objects.exists()


def test_typed_results_stay_when_scores_are_typed_and_those_of_a_file_go(admin, survey, services):
    admin.post(PAGE, sent(services))
    opened = fields_on(admin.get(SURVEY).content.decode(), SURVEY)
    assert admin.post(SURVEY, opened | {"score_waktu": "3,1"}).status_code == 302
    assert counts(survey) == {"KTP": 40, "KK": 12, "Akta": 4}
    ServiceResult.objects.update(is_typed=False)
    opened = fields_on(admin.get(SURVEY).content.decode(), SURVEY)
    assert admin.post(SURVEY, opened | {"score_waktu": "3,2"}).status_code == 302
    assert counts(survey) == {}


def test_a_file_takes_their_place_only_where_it_names_services(admin, survey, services, people):
    admin.post(PAGE, sent(services))
    assert take(survey, people.admin, **{"": sheet([3] * 9)})
    assert counts(survey) == {"KTP": 40, "KK": 12, "Akta": 4}
    assert take(survey, people.admin, KTP=sheet([3] * 9, [4] * 9))
    assert service_results(survey)["KTP"].is_typed is False and counts(survey) == {"KTP": 2}


def test_what_is_typed_beside_the_scores_of_a_file_is_typed_after_a_cycle_file_too(
    admin, survey, services, people, tmp_path
):
    assert take(survey, people.admin, **{"": sheet([3] * 9)})
    Survey.objects.update(respondents=100)
    admin.post(PAGE, sent(services))
    for _again in range(2):
        dump_cycle(Survey.objects.get(), tmp_path / "cycle.zip")
        call_command("load_cycle", str(tmp_path / "cycle.zip"), replace=True)
    assert basis_of(Survey.objects.get()).kind == "answers"
    assert {name for name, result in service_results(Survey.objects.get()).items() if result.is_typed} == {
        "KTP",
        "KK",
        "Akta",
    }
    assert take(Survey.objects.get(), people.admin, **{"": sheet([4] * 9)})
    assert counts(survey) == {"KTP": 40, "KK": 12, "Akta": 4}


def test_a_row_of_a_file_that_lacks_an_element_does_not_hinder_another(admin, survey, services):
    elements = {element.key: element for element in survey.instrument.elements.all()}
    write_service_results(survey, {"Akta": OfService(6, {"waktu": Decimal(3)})}, elements)
    opened = fields_on(admin.get(PAGE).content.decode(), PAGE)
    assert admin.post(PAGE, opened | typed(services[0], "40", "3,25")).status_code == 302
    assert service_results(survey)["Akta"].scores == {"waktu": Decimal(3)}
    assert counts(survey) == {"KTP": 40, "Akta": 6}


def test_fewer_respondents_than_services_have_are_refused_on_the_survey(admin, survey, services):
    admin.post(PAGE, sent(services))
    opened = fields_on(admin.get(SURVEY).content.decode(), SURVEY)
    response = admin.post(SURVEY, opened | {"respondents": "55"})
    assert response.status_code == 422 and "berjumlah 56, melebihi 55 responden" in response.content.decode()
    assert admin.post(SURVEY, opened | {"respondents": "56"}).status_code == 302


def test_what_both_changed_is_asked(admin, survey, services):
    admin.post(PAGE, sent(services))
    opened = opened_on(values_of(service_results(survey), services, scale_of(survey.instrument)))
    ServiceResult.objects.filter(service=services[0]).update(respondents=41)
    response = admin.post(PAGE, sent(services) | {f"respondents_{services[0].pk}": "42"} | opened)
    assert response.status_code == 409 and f'name="pilihan-respondents_{services[0].pk}"' in response.content.decode()
    assert counts(survey)["KTP"] == 41


@pytest.mark.parametrize("who", ["staff", "head", "secretary"])
def test_others_of_the_office_read_it_and_change_nothing(services, people, as_user, who):
    client = as_user(getattr(people, who))
    assert "Simpan hasil per layanan" not in client.get(PAGE).content.decode()
    assert client.post(PAGE, sent(services)).status_code == 403
    assert as_user(people.supervisor).get(PAGE).status_code == 403


def test_a_frozen_cycle_keeps_them(admin, services):
    Survey.objects.update(lock=Lock.PREPARED)
    assert "Simpan hasil per layanan" not in admin.get(PAGE).content.decode()
    assert admin.post(PAGE, sent(services)).status_code == 403
    assert not ServiceResult.objects.exists()
