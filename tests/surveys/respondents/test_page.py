"""The page of the respondents' profile, as an admin and a reader meet it."""

import pytest
from django.db import IntegrityError, transaction

from offices.models import AuditEvent
from offices.sending.versions import opened_on
from surveys.models import Lock, ProfileCount, Survey
from surveys.profiles import MARGINS
from surveys.respondents.counts import profile_of, write_profile
from surveys.respondents.forms import values_of
from tests.journeys.scene import fields_on

pytestmark = pytest.mark.django_db

PAGE = "/skm/3521/2025-S1/responden/"
SENT = {"sex_male": "60", "sex_female": "50", "education_sma": "1", "disability_physical": "2"}
COUNTED = {"sex": {"male": 60, "female": 50}, "education": {"sma": 1}, "disability": {"physical": 2}}


@pytest.fixture
def asked(survey):
    """A survey with 110 respondents."""
    Survey.objects.filter(pk=survey.pk).update(respondents=110)
    survey.refresh_from_db()
    return survey


@pytest.fixture
def admin(people, asked, as_user):
    return as_user(people.admin)


def event():
    return AuditEvent.objects.get(action="survey.profile")


def test_the_survey_leads_to_it(admin):
    assert f'href="{PAGE}"' in admin.get("/skm/3521/2025-S1/").content.decode()


def test_every_class_has_its_number(admin):
    page = admin.get(PAGE).content.decode()
    for key, margin in MARGINS.items():
        assert f"<legend>{margin.label}</legend>" in page
        assert all(f'name="{key}_{name}"' in page for name in margin.classes)


def test_what_is_typed_is_kept_and_stands_in_the_trail(admin, asked, people):
    response = admin.post(PAGE, SENT)
    assert response.status_code == 302 and response.url == PAGE
    assert profile_of(asked) == COUNTED
    assert (event().actor_id, event().before) == (people.admin.pk, {})
    assert event().after["sex"] == {"Laki-laki": 60, "Perempuan": 50}
    assert 'value="60"' in admin.get(PAGE).content.decode()
    trail = admin.get("/riwayat/3521/").content.decode()
    assert "Mengubah profil responden" in trail and "Laki-laki" in trail


def test_the_same_again_is_no_event_and_nothing_typed_is_nothing_kept(admin, asked):
    admin.post(PAGE, SENT)
    admin.post(PAGE, SENT)
    assert AuditEvent.objects.filter(action="survey.profile").count() == 1
    admin.post(PAGE, dict.fromkeys(SENT, ""))
    assert profile_of(asked) == {} and not ProfileCount.objects.exists()


def test_more_people_than_respondents_are_refused_where_they_are_typed(admin, asked):
    response = admin.post(PAGE, SENT | {"sex_female": "51"})
    page = response.content.decode()
    assert response.status_code == 422 and profile_of(asked) == {}
    assert "Jenis kelamin: jumlahnya 111, melebihi 110 responden. Periksa keduanya." in page
    assert 'value="51"' in page


def test_fewer_respondents_than_were_counted_are_refused_on_the_survey(admin, asked):
    admin.post(PAGE, SENT)
    sent = fields_on(admin.get("/skm/3521/2025-S1/").content.decode(), "/skm/3521/2025-S1/")
    response = admin.post("/skm/3521/2025-S1/", sent | {"respondents": "109"})
    assert response.status_code == 422
    assert "Jenis kelamin: jumlahnya 110, melebihi 109 responden." in response.content.decode()
    asked.refresh_from_db()
    assert asked.respondents == 110
    assert admin.post("/skm/3521/2025-S1/", sent | {"respondents": "110"}).status_code == 302


def test_what_is_no_number_says_so(admin, asked):
    response = admin.post(PAGE, {"sex_male": "banyak"})
    assert response.status_code == 422 and "banyak" in response.content.decode() and profile_of(asked) == {}


def test_what_another_changed_meanwhile_is_kept_and_what_both_changed_is_asked(admin, asked):
    write_profile(asked, {"sex": {"male": 10, "female": 20}})
    opened = opened_on(values_of(profile_of(asked)))
    write_profile(asked, {"sex": {"male": 11, "female": 20}})
    mine = {"sex_male": "10", "sex_female": "25"}
    assert "ikut dipertahankan" in admin.post(PAGE, mine | opened, follow=True).content.decode()
    assert profile_of(asked) == {"sex": {"male": 11, "female": 25}}
    response = admin.post(PAGE, {"sex_male": "12", "sex_female": "20"} | opened)
    assert response.status_code == 409 and 'name="pilihan-sex_male"' in response.content.decode()
    assert profile_of(asked) == {"sex": {"male": 11, "female": 25}}


@pytest.mark.parametrize("who", ["staff", "head", "secretary"])
def test_others_read_it_and_change_nothing(people, asked, as_user, who):
    write_profile(asked, COUNTED)
    client = as_user(getattr(people, who))
    page = client.get(PAGE).content.decode()
    assert 'value="60"' in page and "Simpan profil responden" not in page
    assert client.post(PAGE, SENT | {"sex_male": "1"}).status_code == 403
    assert profile_of(asked) == COUNTED


def test_who_watches_over_the_office_does_not_see_its_small_counts(people, asked, as_user):
    write_profile(asked, COUNTED)
    client = as_user(people.supervisor)
    refused = client.get(PAGE)
    assert refused.status_code == 403 and 'value="60"' not in refused.content.decode()
    assert client.post(PAGE, SENT | {"sex_male": "1"}).status_code == 403
    assert profile_of(asked) == COUNTED


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_a_frozen_cycle_keeps_its_profile(admin, asked, lock):
    Survey.objects.update(lock=lock)
    assert "Simpan profil responden" not in admin.get(PAGE).content.decode()
    assert admin.post(PAGE, SENT).status_code == 403
    assert profile_of(asked) == {}


@pytest.mark.each_database
@pytest.mark.parametrize(
    "row",
    [
        {"margin": "sex", "category": "physical", "count": 1},
        {"margin": "colour", "category": "male", "count": 1},
        {"margin": "sex", "category": "male", "count": 0},
    ],
    ids=["class of another margin", "no margin", "nobody"],
)
def test_the_database_knows_the_classes(survey, row):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileCount.objects.create(survey=survey, **row)


@pytest.mark.each_database
def test_a_class_is_counted_once(survey):
    ProfileCount.objects.create(survey=survey, margin="sex", category="male", count=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileCount.objects.create(survey=survey, margin="sex", category="male", count=2)
