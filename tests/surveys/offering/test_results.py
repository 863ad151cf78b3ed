"""What a survey found of each service: written and read again, held to the survey, told to the trail."""

from dataclasses import replace
from decimal import Decimal

import pytest

from offices.declining import Declined
from offices.models import AuditEvent
from surveys.ikm import Grade
from surveys.locking import CycleLockedError
from surveys.models import Element, Lock, Service, ServiceResult, Survey
from surveys.offering.kinds import (
    add_service,
    delete_service,
    forget_services,
    move_service,
    named_services,
    rename_service,
    use_service,
)
from surveys.offering.results import (
    OfService,
    save_service_results,
    service_results,
    too_many,
    typable_services,
    typed_results,
    whole_result,
    write_service_results,
)
from surveys.reading import Scale
from tests.conftest import SCORES, make_survey

GRADES = (Grade("A", "Baik", Decimal(75)), Grade("B", "Kurang", Decimal(25)))
SCALE = Scale((("waktu", "Waktu"), ("biaya", "Biaya")), GRADES)
KTP = OfService(40, {"waktu": Decimal("3.25"), "biaya": Decimal("4.00")})
KIA = OfService(12, {"waktu": Decimal("3.00")}, answers={"waktu": 11})


# --- values


@pytest.mark.parametrize(
    ("scores", "questions", "index"),
    [
        ({"waktu": "3", "biaya": "4"}, {}, "87.50"),
        ({"waktu": "3", "biaya": "4"}, {"waktu": 3, "biaya": 1}, "81.25"),
        ({"waktu": "3"}, {}, None),
        ({}, {}, None),
    ],
)
def test_a_service_has_an_index_once_every_element_has_a_score(scores, questions, index):
    found = OfService(10, {key: Decimal(score) for key, score in scores.items()})
    told = found.index_on(replace(SCALE, questions=questions))
    assert told == (None if index is None else Decimal(index))


@pytest.mark.parametrize(
    ("counts", "respondents", "fault"),
    [
        ([40, 12], 52, ""),
        ([40, 12], 51, "Responden semua layanan berjumlah 52, melebihi 51 responden survei. Periksa keduanya."),
        ([40, 12], None, ""),
        ([1], 0, "Responden semua layanan berjumlah 1, melebihi 0 responden survei. Periksa keduanya."),
        ([], 0, ""),
    ],
)
def test_services_have_no_more_respondents_than_the_survey(counts, respondents, fault):
    assert too_many({str(at): OfService(count, {}) for at, count in enumerate(counts)}, respondents) == fault


# --- rows


@pytest.fixture
def elements(survey):
    return {element.key: element for element in Element.objects.filter(instrument=survey.instrument)}


@pytest.fixture
def admin(people):
    return people.admin


def test_results_are_read_as_they_were_written_in_the_offices_order(survey, elements, ngawi, admin):
    for name in ("KIA", "KTP"):
        add_service(ngawi, admin, name)
    found = {"KTP": KTP, "KIA": KIA, "Akta": replace(KIA, respondents=0, scores={}, answers={}, is_typed=True)}
    write_service_results(survey, found, elements)
    read = service_results(survey)
    assert read == found
    assert list(read) == ["KIA", "KTP", "Akta"]
    assert typed_results(survey) == {"Akta": found["Akta"]}


def test_writing_replaces_what_was_there_of_this_survey_alone(survey, elements, ngawi):
    other = make_survey(ngawi, period="2025-S2")
    for each in (survey, other):
        write_service_results(each, {"KTP": KTP}, elements)
    write_service_results(survey, {"KIA": KIA}, elements)
    assert (service_results(survey), service_results(other)) == ({"KIA": KIA}, {"KTP": KTP})
    write_service_results(survey, {}, elements)
    assert (service_results(survey), service_results(other)) == ({}, {"KTP": KTP})


def test_the_whole_is_told_in_the_shape_of_one_service(survey):
    assert whole_result(survey) == OfService(0, {key: Decimal(score) for key, score in SCORES.items()})
    Survey.objects.update(respondents=110)
    survey.scores.filter(element__key="waktu").update(answers=108)
    whole = whole_result(Survey.objects.get(pk=survey.pk))
    assert (whole.respondents, whole.answers, len(whole.scores)) == (110, {"waktu": 108}, 9)


def test_results_may_be_typed_for_services_in_use_and_for_those_that_have_some(survey, elements, ngawi, admin, magetan):
    ktp, kia, akta = (add_service(ngawi, admin, name) for name in ("KTP", "KIA", "Akta"))
    add_service(magetan, admin, "Lain")
    for service in (kia, akta):
        use_service(ngawi, admin, service, in_use=False)
    write_service_results(survey, {"KIA": KIA}, elements)
    assert typable_services(survey) == [ktp, Service.objects.get(pk=kia.pk)]


# --- the verb


def test_what_is_typed_is_told_with_every_number_and_the_same_again_is_no_event(survey, admin):
    save_service_results(survey, admin, {"KTP": KTP})
    event = AuditEvent.objects.get(action="survey.services")
    assert event.before == {"services": {}}
    assert set(event.after["services"]["KTP"]) == {"respondents", "waktu", "biaya"}
    assert event.after["services"]["KTP"]["respondents"] == 40
    assert service_results(survey) == {"KTP": replace(KTP, is_typed=True)}
    save_service_results(survey, admin, {"KTP": replace(KTP, scores={"waktu": Decimal("3.250"), "biaya": Decimal(4)})})
    assert AuditEvent.objects.filter(action="survey.services").count() == 1
    save_service_results(survey, admin, {"KTP": replace(KTP, respondents=41)})
    assert AuditEvent.objects.filter(action="survey.services").count() == 2


def test_more_respondents_than_the_survey_are_refused_and_nothing_is_written(survey, admin):
    Survey.objects.update(respondents=51)
    with pytest.raises(Declined, match="berjumlah 52, melebihi 51"):
        save_service_results(survey, admin, {"KTP": KTP, "KIA": KIA})
    assert not ServiceResult.objects.exists() and not Service.objects.exists()
    Survey.objects.update(respondents=52)
    save_service_results(survey, admin, {"KTP": KTP, "KIA": KIA})
    assert ServiceResult.objects.count() == 2


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_a_locked_cycle_takes_no_results(survey, admin, lock):
    Survey.objects.update(lock=lock)
    with pytest.raises(CycleLockedError):
        save_service_results(survey, admin, {"KTP": KTP})
    assert not ServiceResult.objects.exists()


# --- services by name


def test_names_that_look_alike_are_one_service_and_new_ones_stand_at_the_end(ngawi, admin, magetan):
    ktp = add_service(ngawi, admin, "Kartu Keluarga")
    elsewhere = add_service(magetan, admin, "Akta")
    found = named_services(ngawi, ["kartu  keluarga", "Akta", "AKTA"])
    assert found["kartu  keluarga"] == ktp
    assert found["Akta"] == found["AKTA"] != elsewhere
    assert [(row.name, row.position) for row in Service.objects.filter(office=ngawi)] == [
        ("Kartu Keluarga", 1),
        ("Akta", 2),
    ]


def test_only_what_came_from_a_file_and_is_named_nowhere_is_forgotten(survey, elements, ngawi, admin, magetan):
    named_services(ngawi, ["Dari berkas", "Bernilai"])
    named_services(magetan, ["Dari berkas"])
    add_service(ngawi, admin, "Dari admin")
    write_service_results(survey, {"Bernilai": KIA}, elements)
    forget_services(ngawi, admin, ["Dari berkas", "Bernilai", "Dari admin", "Tidak ada"])
    assert set(Service.objects.filter(office=ngawi).values_list("name", flat=True)) == {"Bernilai", "Dari admin"}
    assert Service.objects.filter(office=magetan).count() == 1
    (event,) = AuditEvent.objects.filter(action="service.delete")
    assert event.before == {"name": "Dari berkas"}


def test_each_change_of_a_service_is_told_by_its_own_word(ngawi, admin):
    ktp, kia = (add_service(ngawi, admin, name) for name in ("KTP", "KIA"))
    rename_service(ngawi, admin, ktp, "KTP elektronik")
    move_service(ngawi, admin, ktp, "down")
    use_service(ngawi, admin, kia, in_use=False)
    use_service(ngawi, admin, kia, in_use=True)
    delete_service(ngawi, admin, kia)
    told = [(event.action, event.before, event.after) for event in AuditEvent.objects.order_by("pk")][2:]
    assert told == [
        ("service.rename", {"name": "KTP"}, {"name": "KTP elektronik"}),
        ("service.move", {"position": 1}, {"position": 2}),
        ("service.retire", {"in_use": True}, {"in_use": False}),
        ("service.restore", {"in_use": False}, {"in_use": True}),
        ("service.delete", {"name": "KIA"}, None),
    ]
    for late in (lambda: use_service(ngawi, admin, kia, in_use=False), lambda: delete_service(ngawi, admin, kia)):
        with pytest.raises(Declined, match="sudah dihapus"):
            late()
