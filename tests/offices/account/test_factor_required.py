"""Who must have a second factor is led to it, keeps at work meanwhile, and cannot do what it protects."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP

from offices.account.second_factor import is_missing, reasons
from offices.models import AuditEvent, Membership, Role, User
from tests.conftest import just_confirmed, make_user
from tests.journeys.routes import NEW_PERSON, SECRET
from tests.journeys.scene import fields_on

NEEDED = "/akun/dua-langkah/wajib/"
NEW = "/satuan-kerja/3521/pengguna/baru/"


@pytest.fixture
def both(people, magetan):
    """Admin of two offices."""
    Membership.objects.create(user=people.admin, office=magetan, role=Role.ADMIN)
    return people.admin


def again(user):
    return User.objects.get(pk=user.pk)


def text(response):
    return response.content.decode()


def test_most_people_need_none(people):
    for user in vars(people).values():
        assert (reasons(user), is_missing(user)) == ([], False)


def test_managing_several_offices_needs_one_and_reading_them_does_not(people, both, magetan):
    assert "lebih dari satu satuan kerja" in reasons(again(both))[0]
    Membership.objects.create(user=people.staff, office=magetan, role=Role.STAFF, unit=magetan.units.first())
    assert reasons(again(people.staff)) == []


def test_a_supervisor_who_manages_needs_one_and_who_only_reads_does_not(people, province):
    assert reasons(people.supervisor) == []
    Membership.objects.create(user=people.supervisor, office=province, role=Role.ADMIN)
    assert "memantau" in reasons(again(people.supervisor))[0]


def test_an_office_requires_it_of_more_roles_in_its_profile(as_user, people, ngawi):
    client = as_user(people.admin)
    sent = fields_on(text(client.get("/satuan-kerja/3521/")), "/satuan-kerja/3521/")
    client.post("/satuan-kerja/3521/", sent | {"second_factor_roles": ["staff", "secretary"]})
    assert reasons(again(people.staff)) == ["KPU Kabupaten Ngawi mewajibkannya untuk peran Operator."]
    assert (reasons(again(people.head)), reasons(again(people.stranger))) == ([], [])
    event = AuditEvent.objects.get(action="office.change")
    assert event.after["second_factor_roles"] == ["staff", "secretary"]
    sent = fields_on(text(client.get("/satuan-kerja/3521/")), "/satuan-kerja/3521/")
    assert sorted(sent["second_factor_roles"]) == ["secretary", "staff"]


def test_an_unknown_role_is_refused(as_user, people, ngawi):
    client = as_user(people.admin)
    sent = fields_on(text(client.get("/satuan-kerja/3521/")), "/satuan-kerja/3521/")
    assert client.post("/satuan-kerja/3521/", sent | {"second_factor_roles": ["raja"]}).status_code == 422


def test_one_is_led_there_once_with_the_reason_and_a_way_on(as_user, both):
    client = as_user(both)
    led = client.get("/skm/?q=a", follow=True)
    assert led.redirect_chain == [(f"{NEEDED}?next=%2Fskm%2F%3Fq%3Da", 302)]
    assert "lebih dari satu satuan kerja" in text(led)
    assert 'href="/skm/?q=a"' in text(led)
    page = client.get("/skm/")
    assert page.status_code == 200
    assert "wajib memakai verifikasi dua langkah" in text(page)


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {"Sec-Fetch-Dest": "image"}])
def test_parts_of_pages_and_pictures_are_left_alone(as_user, both, headers):
    assert as_user(both).get("/skm/", headers=headers).status_code == 200


def test_a_form_that_was_begun_before_is_not_lost(as_user, both, people):
    """What needs no second factor is saved; what does is asked with everything that was typed."""
    client = as_user(both)
    sent = fields_on(text(client.get("/satuan-kerja/3521/", headers={"HX-Request": "true"})), "/satuan-kerja/3521/")
    assert client.post("/satuan-kerja/3521/", sent | {"place": "Ngawi Kota"}).status_code == 302
    asked = client.post(NEW, NEW_PERSON)
    assert asked.status_code == 422
    assert "Aktifkan dahulu verifikasi dua langkah" in text(asked)
    carried = fields_on(text(asked), NEW)
    assert carried["name"] == ["Orang Baru"]
    assert not User.objects.filter(username="orang.baru").exists()
    TOTP.activate(both, SECRET)
    assert client.post(NEW, carried).status_code == 201


def test_who_has_one_is_not_led(as_user, both):
    TOTP.activate(both, SECRET)
    page = as_user(both).get("/skm/")
    assert (page.status_code, "wajib memakai" in text(page)) == (200, False)
    assert "sudah aktif" in text(as_user(both).get(NEEDED))


def test_after_setting_it_up_the_sheet_leads_back_to_where_one_wanted_to_go(as_user, both):
    client = as_user(both)
    client.get("/skm/", follow=True)
    TOTP.activate(both, SECRET)
    client.post("/akun/dua-langkah/kode-cadangan/buat/")
    sheet = text(client.get("/akun/dua-langkah/kode-cadangan/"))
    assert 'href="/skm/"' in sheet.partition("Cetak lembar ini")[2]


def test_the_page_leads_to_no_other_site(as_user, both):
    page = text(as_user(both).get(f"{NEEDED}?next=https://jahat.example/"))
    assert "jahat.example" not in page


def test_demonstration_accounts_are_not_asked_where_they_exist(settings, magetan, ngawi):
    user = make_user("contoh", Role.ADMIN, ngawi, is_demo=True)
    Membership.objects.create(user=user, office=magetan, role=Role.ADMIN)
    assert is_missing(again(user))
    settings.DEBUG = True
    assert not is_missing(again(user))


def test_the_recovery_sheet_is_shown_once_and_can_be_printed(client, people):
    client.force_login(people.secretary)
    just_confirmed(client, people.secretary)
    TOTP.activate(people.secretary, SECRET)
    client.post("/akun/dua-langkah/kode-cadangan/buat/")
    first, second = (text(client.get("/akun/dua-langkah/kode-cadangan/")) for _time in range(2))
    assert (first.count("<li>"), "data-print" in first, "Sekretaris (sekretaris)" in first) == (10, True, True)
    assert (second.count("<li>"), "hanya ditampilkan sekali" in second) == (0, True)
