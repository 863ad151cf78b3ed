"""`/healthz` and `/readyz`, as a load balancer sees them: anonymous, one word per part, no reasons."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def test_healthz_needs_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_readyz_names_database_and_storage(client):
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"database": "ok", "storage": "ok"})


def test_readyz_says_503_when_files_have_no_place(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "file" / "media"
    (tmp_path / "file").touch()
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"database": "ok", "storage": "unavailable"})


def test_readyz_says_503_when_the_database_does_not_answer(client):
    def fail(*_arguments):
        raise connection.Database.OperationalError("gone: password=geheim")

    with connection.execute_wrapper(fail):
        response = client.get("/readyz")
    assert (response.status_code, response.json()["database"]) == (503, "unavailable")
    assert "geheim" not in response.text


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_they_are_not_redirected_and_not_kept(client, settings, path):
    settings.SECURE_SSL_REDIRECT = True
    response = client.get(path)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert client.post(path).status_code == 405
    assert client.get("/akun/login/").status_code == 301
