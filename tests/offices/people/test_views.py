"""The pages of an office's people: whom they list and how, what they offer for whom, and what they never repeat."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.utils import timezone

from offices.models import Membership, Office, Role, User
from offices.people.roster import disable_person
from tests.conftest import make_user
from tests.journeys.routes import SECRET

pytestmark = pytest.mark.django_db
PEOPLE = "/satuan-kerja/3521/pengguna/"


def text(response):
    main = response.content.decode().partition("<main")[2]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def listed(client, query=""):
    return [person.username for person in client.get(f"{PEOPLE}{query}").context["list"].rows]


def page_of(client, user):
    return text(client.get(f"{PEOPLE}{user.pk}/"))


def test_who_can_log_in_comes_first_and_each_by_name(as_user, people, ngawi):
    User.objects.filter(pk=people.staff.pk).update(name="Zainal")
    make_user("lama", Role.STAFF, ngawi, "kul", is_active=False)
    make_user("kembar", Role.HEAD, ngawi, "kul")
    User.objects.filter(username__in=["lama", "kembar"]).update(name="Admin")
    assert listed(as_user(people.admin)) == ["admin", "kembar", "kasubbag", "sekretaris", "operator", "lama"]


def test_a_list_is_narrowed_by_role_unit_and_state_in_the_words_of_the_office(as_user, people, ngawi):
    Office.objects.filter(pk=ngawi.pk).update(head_called="Kasubbag")
    make_user("lama", Role.STAFF, ngawi, "tekhum", is_active=False)
    client = as_user(people.admin)
    units = {unit.key: unit.pk for unit in ngawi.units.all()}
    facets = {
        choice.name: [label for _key, label in choice.choices] for choice in client.get(PEOPLE).context["list"].choices
    }
    assert facets == {
        "peran": ["Operator", "Kasubbag", "Admin", "Sekretaris"],
        "unit": ["Subbag kul", "Subbag tekhum"],
        "status": ["Aktif", "Nonaktif"],
    }
    assert listed(client, "?peran=head") == ["kasubbag"]
    assert listed(client, f"?unit={units['kul']}") == ["kasubbag", "operator"]
    assert listed(client, f"?unit={units['tekhum']}&status=aktif") == []
    assert listed(client, "?status=nonaktif") == ["lama"]


def test_words_are_looked_for_in_name_user_name_and_post(as_user, people):
    User.objects.filter(pk=people.head.pk).update(name="Rina Contoh", job_title="Penata Kelola Pemilu")
    client = as_user(people.admin)
    for words in ("rina", "KASUBBAG", "kelola+penata", "rina+pemilu"):
        assert listed(client, f"?cari={words}") == ["kasubbag"]
    assert listed(client, "?cari=rina+operator") == []


def test_only_a_second_factor_is_called_one(as_user, people):
    RecoveryCodes.activate(people.staff)
    TOTP.activate(people.head, SECRET)
    rows = as_user(people.admin).get(PEOPLE).context["list"].rows
    assert {person.username: person.has_second_factor for person in rows} == {
        "admin": False, "kasubbag": True, "sekretaris": False, "operator": False,
    }  # fmt: skip


def test_roles_of_another_office_are_not_told(as_user, people, magetan):
    Membership.objects.create(user=people.staff, office=magetan, role=Role.SECRETARY)
    row = next(person for person in as_user(people.admin).get(PEOPLE).context["list"].rows if person == people.staff)
    assert [(role.office.code, role.role) for role in row.roles_here] == [("3521", "staff")]


@pytest.mark.parametrize(("others", "offered"), [(1, True), (2, False)])
def test_an_office_of_two_may_call_itself_small_and_then_says_since_when(as_user, province, others, offered):
    chief = make_user("kepala", Role.ADMIN, province)
    for number in range(others):
        make_user(f"lain-{number}", Role.SECRETARY, province)
    client = as_user(chief)
    address = "/satuan-kerja/35/pengguna/"
    assert ("Nyatakan satuan kerja kecil" in text(client.get(address))) is offered
    answer = client.post(f"{address}kecil/")
    assert answer.status_code == (302 if offered else 422)
    assert ("dinyatakan kecil sejak" in text(client.get(address))) is offered
    if offered:
        assert "Nyatakan satuan kerja kecil" not in text(client.get(address))
        assert "sudah dinyatakan kecil" in client.post(f"{address}kecil/").content.decode()


def test_offices_below_whose_telephones_are_lost_are_led_to_from_above_alone(as_user, people, province, ngawi):
    chief = make_user("kepala", Role.ADMIN, province)
    client = as_user(chief)
    assert {office.code for office in client.get("/satuan-kerja/35/pengguna/").context["below"]} == {"3521", "3520"}
    assert list(as_user(people.admin).get(PEOPLE).context["below"]) == []


WAYS = {
    "sound": ("Buat kata sandi sementara", {}),
    "temporary": ("Kata sandi sementara belum diganti", {"must_change_password": True, "in_days": 3}),
    "lapsed": ("tidak berlaku lagi sejak", {"must_change_password": True, "in_days": -1}),
    "disabled": ("Akun ini nonaktif", {"is_active": False}),
}


@pytest.mark.parametrize("state", WAYS)
def test_a_page_says_how_somebody_gets_in(as_user, people, state):
    words, changes = WAYS[state]
    days = changes.get("in_days")
    values = {name: value for name, value in changes.items() if name != "in_days"}
    if days:
        values["temporary_until"] = timezone.now() + timedelta(days=days)
    User.objects.filter(pk=people.staff.pk).update(**values)
    page = page_of(as_user(people.admin), people.staff)
    assert words in page
    assert ("Perbarui undangan" in page) is bool(days)
    assert ("Aktifkan" in page, "Nonaktifkan akun" in page) == (state == "disabled", state != "disabled")


def test_oneself_cannot_be_shut_out_and_who_belongs_elsewhere_is_left_alone(as_user, people, magetan):
    client = as_user(people.admin)
    own = page_of(client, people.admin)
    assert "hanya dapat dinonaktifkan oleh admin lain" in own and "Pindah atau pensiun" not in own
    Membership.objects.create(user=people.staff, office=magetan, role=Role.STAFF, unit=magetan.units.get(key="kul"))
    page = client.get(f"{PEOPLE}{people.staff.pk}/")
    assert "juga dipakai di luar satuan kerja Anda" in text(page) and "Akses akun" not in text(page)
    disabled = {name for name, field in page.context["form"].fields.items() if field.disabled}
    assert disabled == {"name", "employment", "nip", "job_title", "email"}


def test_a_lost_telephone_is_the_admins_to_help_with_unless_the_office_above_must(as_user, people):
    client = as_user(people.admin)
    assert "Ponsel hilang" not in page_of(client, people.staff)
    for user in (people.staff, people.secretary):
        TOTP.activate(user, SECRET)
    assert "Hapus verifikasi dua langkah" in page_of(client, people.staff)
    page = page_of(client, people.secretary)
    assert "satuan kerja di atasnya" in page and "Hapus verifikasi dua langkah agar" not in page


def test_a_password_is_in_the_answer_alone_which_leads_to_the_person(as_user, people):
    answer = as_user(people.admin).post(f"{PEOPLE}{people.staff.pk}/kata-sandi/")
    password = answer.context["password"]
    assert (answer.status_code, answer.headers["Location"]) == (201, f"{PEOPLE}{people.staff.pk}/")
    assert {"no-store", "private"} <= {part.strip() for part in answer.headers["Cache-Control"].split(",")}
    people.staff.refresh_from_db()
    assert people.staff.check_password(password) and people.staff.must_change_password
    assert password not in page_of(as_user(people.admin), people.staff)


def test_an_invitation_by_mail_shows_no_password_to_anybody(as_user, people, settings):
    settings.HAS_MAIL = True
    sent = {"username": "baru", "name": "Pegawai Baru", "employment": "pns", "office_roles": ["secretary"]}
    client = as_user(people.admin)
    refused = client.post(f"{PEOPLE}baru/", sent | {"by_mail": "on"})
    assert refused.status_code == 422 and "Isi alamat surel" in text(refused)
    answer = client.post(f"{PEOPLE}baru/", sent | {"by_mail": "on", "email": "baru@example.go.id"})
    made = User.objects.get(username="baru")
    assert (answer.status_code, answer.url) == (302, f"{PEOPLE}{made.pk}/")
    assert "Undangan untuk Pegawai Baru dikirim ke baru@example.go.id" in client.get(answer.url).content.decode()


def test_what_is_done_to_somebody_is_said_and_what_cannot_be_stays_on_the_page(as_user, people, ngawi):
    client = as_user(people.admin)
    address = f"{PEOPLE}{people.staff.pk}/"
    done = client.post(f"{address}nonaktifkan/", follow=True)
    assert "Operator dinonaktifkan; semua sesinya sudah berakhir." in text(done)
    refused = client.post(f"{address}nonaktifkan/")
    assert (refused.status_code, "sudah nonaktif" in text(refused)) == (422, True)
    assert "Operator dapat masuk kembali." in text(client.post(f"{address}aktifkan/", follow=True))
    refused = client.post(f"{address}dua-langkah/")
    assert refused.status_code == 422
    disable_person(ngawi, people.admin, people.staff)
    assert listed(client)[-1] == "operator"
