"""Two people at one form, on every form that two can open: what only one changed stays, what both changed is asked."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Barrier

import pytest
from django.db import connections
from django.http import QueryDict
from django.test import Client

from offices.sending.versions import differences, met, opened_on
from tests.conftest import just_confirmed, make_user
from tests.journeys.row import Row
from tests.journeys.scene import address_of, fields_on, make_scene
from tests.mass import sampled
from tests.offices.sending.small import SmallForm

CYCLE = "/{}/3521/2025-S1/"


@dataclass(frozen=True)
class Two:
    """A form, two of its fields, what each is set to, and the address at which it is read where that is another."""

    address: str
    mine: tuple[str, object, object]
    other: tuple[str, object] = ("", "")
    read: str = ""


FORMS = {
    "profile": Two("/satuan-kerja/3521/", ("name", "KPU Satu", "KPU Dua"), ("phone", "0351-1")),
    "unit": Two("/satuan-kerja/3521/unit/{unit}/", ("name", "Subbag Satu", "Subbag Dua"), ("short_name", "SatuDua")),
    "person": Two("/satuan-kerja/3521/pengguna/{person}/", ("name", "Nama Satu", "Nama Dua"), ("job_title", "Penata")),
    "survey": Two("/skm/3521/2025-S1/", ("respondents", "120", "130"), ("signatory_name", "Budi")),
    "priorities": Two(
        "/skm/3521/2025-S1/prioritas/",
        ("rationale_waktu", "Alasan satu", "Alasan dua"),
        ("chosen", ["waktu", "prosedur"]),
    ),
    "plan": Two("/rtl/3521/2025-S1/{spare}/ubah/", ("programme", "RTL satu", "RTL dua"), ("months", ["2025-08"])),
    "realisation": Two("/rtl/3521/2025-S1/{plan}/", ("description", "Satu", "Dua"), ("obstacle", "Hujan")),
    "upkeep": Two("/pemeliharaan/3521/2025-S1/{upkeep}/ubah/", ("plan", "Satu", "Dua"), ("activity", "Dipasang")),
    "photo": Two(
        "/bukti-dukung/3521/2025-S1/rtl/{plan}/foto/{photo}/",
        ("caption", "Satu", "Dua"),
        ("taken_on", "2025-10-01"),
    ),
    "note": Two(
        "/bukti-dukung/3521/2025-S1/rtl/{plan}/keterangan/",
        ("note", "Satu", "Dua"),
        read="/bukti-dukung/3521/2025-S1/rtl/{plan}/",
    ),
}
MERGED = [name for name, form in FORMS.items() if form.other[0]]


@pytest.fixture
def scene(people, survey):
    return make_scene(people, survey)


@pytest.fixture
def writers(scene, ngawi):
    """Two admins, each with a browser."""
    second = make_user("admin.dua", "admin", ngawi)
    clients = []
    for user in (scene.people.admin, second):
        client = Client()
        client.force_login(user)
        just_confirmed(client, user)
        clients.append(client)
    return clients


def opened(client, scene, form):
    """What the form would send as it was opened."""
    address = address_of(Row(form.address), scene)
    page = client.get(address_of(Row(form.read or form.address), scene)).content.decode()
    return address, fields_on(page, address)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sampled(MERGED, every=4))
def test_what_only_one_of_two_changed_is_kept(scene, writers, name):
    form = FORMS[name]
    address, first = opened(writers[0], scene, form)
    _address, second = opened(writers[1], scene, form)
    (field, value, _), (other, change) = form.mine, form.other
    assert writers[0].post(address, first | {field: value}).status_code == 302
    response = writers[1].post(address, second | {other: change}, follow=True)
    assert response.status_code == 200, name
    assert "ikut dipertahankan" in response.content.decode()
    _address, now = opened(writers[0], scene, form)
    assert now[field] == [value]
    shown = now[other] if isinstance(change, list) else now[other][0]
    assert shown in (change, "01-10-2025") or sorted(shown) == sorted(change)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sampled(FORMS, every=4))
def test_what_both_changed_is_asked_with_who_and_when_and_one_is_chosen(scene, writers, name):
    form = FORMS[name]
    address, first = opened(writers[0], scene, form)
    _address, second = opened(writers[1], scene, form)
    field, one, two = form.mine
    assert writers[0].post(address, first | {field: one}).status_code == 302
    response = writers[1].post(address, second | {field: two})
    page = response.content.decode()
    assert (response.status_code, "<title>Galat: " in page) == (409, True)
    assert "terakhir oleh Admin, " in page
    assert page.count(f'name="pilihan-{field}"') == page.count('type="radio"') == 2
    _address, now = opened(writers[0], scene, form)
    assert now[field] == [one], "Nothing acknowledged is overwritten."
    assert writers[1].post(address, fields_on(page, address) | {f"pilihan-{field}": "saya"}).status_code == 302
    _address, now = opened(writers[0], scene, form)
    assert now[field] == [two]


@pytest.mark.django_db
@pytest.mark.parametrize("name", sampled(FORMS, every=4))
def test_the_same_change_by_both_or_once_more_is_no_conflict(scene, writers, name):
    form = FORMS[name]
    address, first = opened(writers[0], scene, form)
    _address, second = opened(writers[1], scene, form)
    field, one, _two = form.mine
    for client, sent in ((writers[0], first), (writers[1], second), (writers[0], first)):
        assert client.post(address, sent | {field: one}).status_code == 302


@pytest.mark.prove
@pytest.mark.django_db
def test_a_text_that_was_saved_already_is_no_conflict(scene, writers):
    address = "/laporan/3521/2025-S1/teks/1.1/"
    sent = fields_on(writers[0].get(address).content.decode(), address) | {"text": "Teks kantor sendiri."}
    assert [client.post(address, sent).status_code for client in (*writers, writers[0])] == [302, 302, 302]
    response = writers[1].post(address, sent | {"text": "Teks lain sama sekali."})
    assert response.status_code == 409
    assert "terakhir oleh Admin, " in response.content.decode()


@pytest.mark.django_db
def test_the_accounts_of_a_profile_are_one_value(scene, writers):
    address = "/satuan-kerja/3521/"
    first, second = (fields_on(client.get(address).content.decode(), address) for client in writers)
    account = {"social-0-platform": "Instagram", "social-0-label": "kpungawi"}
    assert writers[0].post(address, first | account).status_code == 302
    assert writers[1].post(address, second | {"phone": "0351-1"}).status_code == 302
    page = writers[0].get(address).content.decode()
    assert 'value="kpungawi"' in page
    assert 'value="0351-1"' in page
    asked = writers[1].post(address, second | {"social-0-platform": "X", "social-0-label": "lain"})
    assert asked.status_code == 409
    assert "Instagram: kpungawi" in asked.content.decode()
    chosen = fields_on(asked.content.decode(), address) | {"pilihan-socials": "tersimpan"}
    assert writers[1].post(address, chosen).status_code == 302
    assert 'value="kpungawi"' in writers[0].get(address).content.decode()


@pytest.mark.prove
@pytest.mark.parametrize("name", ["plan", "realisation", "photo", "profile"])
def test_of_eight_at_once_none_is_overwritten(committed_db, people, survey, name):
    """Each changes the same field of the same version: one is saved, seven are asked."""
    scene, form, ready = make_scene(people, survey), FORMS[name], Barrier(8)
    client = Client()
    client.force_login(people.admin)
    address, sent = opened(client, scene, form)

    def write(number):
        browser = Client()
        browser.cookies = client.cookies.copy()
        ready.wait()
        try:
            return browser.post(address, sent | {form.mine[0]: f"Versi {number}"}).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as pool:
        answers = sorted(pool.map(write, range(8)))
    assert answers == [302] + [409] * 7


STORED = {"name": "Lama", "months": ["2", "1"], "day": None}


def sent(opening, **typed):
    data = QueryDict(mutable=True)
    for name, value in ({"name": "Lama", "months": ["1", "2"], "day": ""} | typed | opening).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


@pytest.mark.parametrize(
    ("typed", "stored", "saved", "asked"),
    [
        ({}, {"name": "Baru"}, "Baru", []),
        ({"name": "Milik saya"}, {}, "Milik saya", []),
        ({"name": "Baru"}, {"name": "Baru"}, "Baru", []),
        ({"name": "Milik saya"}, {"name": "Baru"}, "Milik saya", ["name"]),
        ({"name": "Milik saya"}, {"months": ["3"]}, "Milik saya", []),
        ({"day": "bukan"}, {"name": "Baru"}, "Baru", []),
        ({"day": "bukan"}, {"day": "2025-10-01"}, "Lama", ["day"]),
    ],
)
def test_each_field_by_itself(typed, stored, saved, asked):
    meeting = met(sent(opened_on(STORED), **typed), [SmallForm()], STORED | stored)
    assert meeting.data["name"] == saved
    assert [each.name for each in meeting.differences] == asked
    assert meeting.data["months"] == ["1", "2", *stored.get("months", [])][-1]


def test_a_choice_on_a_version_that_is_old_again_is_asked_again():
    opening = opened_on(STORED | {"name": "Kedua"})
    third = STORED | {"name": "Ketiga"}
    meeting = met(sent(opening, name="Milik saya", pilihan="tersimpan"), [SmallForm()], third)
    assert [(each.mine, each.stored) for each in meeting.differences] == [("Milik saya", "Ketiga")]


@pytest.mark.parametrize(("version", "asked"), [(None, 0), (3, 1)])
def test_without_a_revision_only_what_has_no_number_is_taken_as_it_is(version, asked):
    meeting = met(sent({}, name="Milik saya"), [SmallForm()], STORED, version)
    assert len(meeting.differences) == asked


def test_an_old_page_says_its_number_alone_and_is_asked_about_every_difference():
    meeting = met(sent({"revision": "2"}, name="Milik saya"), [SmallForm()], STORED | {"months": ["3"]}, 3)
    assert [each.name for each in meeting.differences] == ["name", "months"]
    assert met(sent({"revision": "3"}, name="Milik saya"), [SmallForm()], STORED, 3).data["name"] == "Milik saya"


def test_differences_are_told_in_words():
    fields = SmallForm().fields
    found = differences(fields, {"name": "a", "months": ["1"]}, {"name": "b", "months": ["1", "2"]})
    assert [(each.label, each.mine, each.stored) for each in found] == [
        ("Nama", "a", "b"),
        ("Bulan", "Januari", "Januari, Februari"),
    ]
