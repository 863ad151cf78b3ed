"""What forms are sent, on its way in: through the pages themselves."""

import pytest
from django import forms
from django.urls import get_resolver

from followups.models import ActionPlan
from offices.models import User
from skm_portal.typed import is_secret
from tests.conftest import PASSWORD
from tests.mass import sampled

UNITS = "/satuan-kerja/3521/unit/"
TWICE = "Unit lain yang masih aktif sudah memakai nama ini."


def add_unit(client, name, short_name):
    return client.post(UNITS, {"name": name, "short_name": short_name})


@pytest.mark.parametrize(
    ("typed", "stored"),
    sampled(
        [
            ("Menambah\u200b loket", "Menambah loket"),
            ("\ufeffMenambah\u00a0loket\u2060", "Menambah loket"),
            ("\u202dMenambah\u202c lo\u00adket", "Menambah loket"),
            ("\u2066Menambah\u2069\x07 loket\ufffe", "Menambah loket"),
            ("Menambah loket\u200e\r\nkedua", "Menambah loket\nkedua"),
        ],
        every=3,
    ),
)
def test_a_plan_is_stored_as_one_sees_it(as_user, people, survey, typed, stored):
    plan = ActionPlan.objects.first()
    sent = {"programme": typed, "revision": plan.revision}
    response = as_user(people.admin).post(f"/rtl/3521/2025-S1/{plan.pk}/ubah/", sent)
    assert response.status_code == 302
    plan.refresh_from_db()
    assert plan.programme == stored


def test_a_line_end_counts_once_as_the_browser_counts_it(as_user, people, survey):
    """Twenty lines of a hundred characters less one each: exactly the 2,000 that the field takes."""
    client, text = as_user(people.secretary), "\r\n".join(["a" * 99] * 19 + ["a" * 100])
    for note, status in ((text, 302), (f"{text}b", 422)):
        response = client.post("/laporan/3521/2025-S1/catatan/", {"part": "bab-2", "text": note})
        assert response.status_code == status
    assert "2000" in response.content.decode().replace(".", "")


def test_a_text_of_nothing_that_is_seen_is_no_text(as_user, people, survey):
    plan = ActionPlan.objects.first()
    sent = {"programme": "\u200b\u00a0\ufeff", "revision": plan.revision}
    response = as_user(people.admin).post(f"/rtl/3521/2025-S1/{plan.pk}/ubah/", sent)
    assert response.status_code == 422
    assert "Tulis dahulu program atau kegiatannya." in response.content.decode()


def test_what_sounds_a_bell_is_no_text_either(as_user, people, survey):
    plan = ActionPlan.objects.first()
    sent = {"programme": "\x07", "revision": plan.revision}
    assert as_user(people.admin).post(f"/rtl/3521/2025-S1/{plan.pk}/ubah/", sent).status_code == 422


@pytest.mark.parametrize(
    "again",
    [
        *("Subbagian Hukum dan SDM\u200b", "Subbagian\u00a0Hukum dan SDM", "subbagian hukum  dan sdm"),
        *("SUBBAGIAN HUKUM DAN SDM", "Sub\u00adbagian Hukum dan SDM", "\u200fSubbagian Hukum dan SDM"),
    ],
)
def test_a_unit_that_looks_like_another_is_that_one(as_user, people, ngawi, again):
    client = as_user(people.admin)
    add_unit(client, "Subbagian Hukum dan SDM", "Subbag SDM")
    response = add_unit(client, again, "Subbag Lain")
    assert response.status_code == 422
    assert TWICE in response.content.decode()


def test_letters_beyond_ascii_have_case_too(as_user, people, ngawi):
    client = as_user(people.admin)
    add_unit(client, "Subbagian Élite", "Élite")
    assert TWICE in add_unit(client, "SUBBAGIAN ÉLITE", "Lain").content.decode()


def test_a_stored_name_with_such_a_character_is_noticed_as_well(as_user, people, ngawi):
    ngawi.units.filter(key="kul").update(name="Subbagian\u200b KUL")
    assert TWICE in add_unit(as_user(people.admin), "Subbagian KUL", "Lain").content.decode()


def test_a_user_name_is_the_same_with_them(client, people):
    response = client.post("/akun/masuk/", {"login": "\ufeffADMIN\u200b", "password": PASSWORD})
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(people.admin.pk)


def test_a_new_person_gets_no_second_account_by_them(as_user, people, ngawi):
    sent = {"username": "Ad\u200bmin", "name": "Budi", "employment": "other", "office_roles": ["secretary"]}
    response = as_user(people.admin).post("/satuan-kerja/3521/pengguna/baru/", sent)
    assert "Nama pengguna ini tidak tersedia." in response.content.decode()
    assert User.objects.filter(username="admin").count() == 1


@pytest.mark.parametrize("mark", ["\u200b", "\u00a0", "\u00ad", "\ufeff"])
def test_a_password_keeps_every_character(client, people, mark):
    people.admin.set_password(f"rahasia{mark}sekali-7")
    people.admin.save()
    assert client.post("/akun/masuk/", {"login": "admin", "password": "rahasiasekali-7"}).status_code != 302
    assert client.post("/akun/masuk/", {"login": "admin", "password": f"rahasia{mark}sekali-7"}).status_code == 302


def test_a_query_is_cleaned_like_a_form(as_user, people, survey):
    page = as_user(people.admin).get("/skm/3521/2025-S1/hitung/", {"score_waktu": "\u202d3,27\u202c"})
    assert page.status_code == 200
    assert "3,27" in page.content.decode()


def test_every_field_for_a_secret_is_known_by_its_name():
    assert get_resolver().url_patterns
    found = {name for form in _below(forms.Form) for name, field in form.base_fields.items() if _hides(field)}
    assert found >= {"password", "password1", "oldpassword", "passphrase"}
    assert [name for name in found if not is_secret(name)] == []


def _below(kind):
    return {one for below in kind.__subclasses__() for one in (below, *_below(below))}


def _hides(field):
    return isinstance(field.widget, forms.PasswordInput)
