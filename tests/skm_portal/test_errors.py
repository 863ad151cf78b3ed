"""Pages for what went wrong, and the way on from everywhere."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory

from offices.models import Membership, Office, Role
from offices.permissions import Action, refusal
from skm_portal import errors


def page_of(response):
    return response.content.decode()


def test_a_wrong_role_reads_the_reason():
    response = errors.forbidden(RequestFactory().get("/"), PermissionDenied(refusal(Action.SIGN, Office())))
    assert response.status_code == 403
    assert "Hanya Sekretaris yang dapat menandatangani laporan." in page_of(response)


@pytest.mark.parametrize(
    ("response", "status", "words"),
    [
        (errors.bad_request(None, ValueError()), 400, "tidak dapat diproses"),
        (errors.not_found(None, ValueError()), 404, "Halaman tidak ditemukan"),
        (errors.broken(None), 500, "Data yang sudah tersimpan tetap aman"),
    ],
)
def test_each_page_says_what_happened_and_leads_home(response, status, words):
    assert response.status_code == status
    assert words in page_of(response)
    assert 'href="/"' in page_of(response)


def test_an_expired_form_says_what_to_do(people):
    strict = Client(enforce_csrf_checks=True)
    response = strict.post("/akun/masuk/", {"login": "admin", "password": "x"})
    assert response.status_code == 403
    assert "Formulir kedaluwarsa" in page_of(response)


@pytest.mark.parametrize("address", ["/akun/keluar/", "/laporan/3521/2025-S1/tanda-tangan/siapkan/"])
def test_a_method_that_an_address_does_not_take_is_told_in_words(as_user, people, survey, address):
    response = as_user(people.admin).put(address)
    assert response.status_code == 405
    assert response.headers["Allow"]
    assert "hanya menerima formulir" in page_of(response)


def test_what_was_typed_stands_on_the_page_of_a_refusal(as_user, people, survey):
    text = "Teks panjang yang tidak boleh hilang begitu saja"
    response = as_user(people.staff).post("/skm/3521/2025-S1/prioritas/", {"rationale_biaya": text, "password": text})
    assert response.status_code == 403
    assert page_of(response).count(text) == 1


@pytest.mark.django_db
def test_a_form_beyond_all_size_is_told_its_limit(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 2**20
    response = client.post("/akun/masuk/", {"login": "a" * 2**21})
    assert response.status_code == 413
    assert "melebihi 1 MB" in page_of(response)


def test_the_page_for_a_broken_server_needs_no_database(settings):
    assert "Kesalahan server" in page_of(errors.broken(RequestFactory().get("/")))


@pytest.mark.parametrize("debug", [True, False])
def test_an_unknown_address_is_told_in_indonesian_and_a_missing_slash_is_added(client, people, settings, debug):
    settings.DEBUG = debug
    client.force_login(people.stranger)
    for address in ("/tidak-ada/", "/satuan-kerja/3521/"):
        response = client.get(address)
        assert response.status_code == 404
        assert "Halaman tidak ditemukan" in page_of(response)
    assert client.get("/skm").status_code == 301


def test_who_works_in_two_offices_is_led_to_both(as_user, people, magetan):
    Membership.objects.create(user=people.admin, office=magetan, role=Role.STAFF, unit=magetan.units.get(key="kul"))
    page = page_of(as_user(people.admin).get("/satuan-kerja/3520/"))
    navigation = page.partition('<nav aria-label="Utama">')[2].partition("</nav>")[0]
    told = dict(re.findall(r'href="/satuan-kerja/(\d+)/"([^>]*)>', navigation))
    assert {office: "aria-current" in current for office, current in told.items()} == {"3520": True, "3521": False}
    assert "KPU Kabupaten Magetan" in navigation


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("limit", "sent", "words"),
    [
        ("DATA_UPLOAD_MAX_NUMBER_FIELDS", {"a": "1", "b": "2", "c": "3"}, "Paling banyak 2 isian"),
        ("MOST_FILES_AT_ONCE", "files", "Paling banyak 2 berkas"),
        ("DATA_UPLOAD_MAX_NUMBER_FILES", "files", "Paling banyak 60 berkas"),
    ],
)
def test_too_much_at_once_names_the_limit_and_the_way_out(client, settings, limit, sent, words):
    if sent == "files":
        sent = {name: SimpleUploadedFile(f"{name}.jpg", b"x") for name in "abc"}
    settings.DEBUG = False
    setattr(settings, limit, 2)
    answer = client.post("/akun/masuk/", sent)
    assert (answer.status_code, words in page_of(answer), "bagian yang lebih kecil" in page_of(answer)) == (
        400,
        True,
        True,
    )
