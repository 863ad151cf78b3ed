import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory

from offices.permissions import Action, refusal
from skm_portal import errors


def page_of(response):
    return response.content.decode()


def test_a_wrong_role_reads_the_reason():
    response = errors.forbidden(RequestFactory().get("/"), PermissionDenied(refusal(Action.SIGN)))
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


def test_the_page_for_a_broken_server_needs_no_database(settings):
    assert "Kesalahan server" in page_of(errors.broken(RequestFactory().get("/")))
