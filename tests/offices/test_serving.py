"""What leaves the portal as a file: whole, once where it is known already, kept by nobody on the way."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.db.models.fields.files import FieldFile, FileField
from django.http import Http404
from django.test import RequestFactory

from offices.serving import file_to_keep, serve_bytes, serve_stored
from tests.cases import in_one_test

PNG = "image/png"


def asked(known=None):
    return RequestFactory().get("/", headers={"If-None-Match": known} if known else {})


def stored(name="logo.png", content=b"gambar"):
    """A stored file as a row names it, in a storage of its own."""
    place = InMemoryStorage()
    if content is not None:
        place.save(name, ContentFile(content))
    return FieldFile(None, FileField(storage=place), name)


def body(response):
    return b"".join(response.streaming_content) if response.streaming else response.content


def headers(response):
    return {name: response.headers.get(name) for name in ("ETag", "Cache-Control", "X-Content-Type-Options")}


MARKED = {"ETag": '"abc"', "Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"}


def test_a_stored_file_comes_whole_with_its_mark():
    response = serve_stored(asked(), stored(), etag="abc", content_type=PNG)
    assert (response.status_code, body(response), response.headers["Content-Type"]) == (200, b"gambar", PNG)
    assert headers(response) == MARKED


@in_one_test(
    ("known", "status"),
    [
        ('"abc"', 304),
        ('W/"lain", "abc"', 304),
        ("*", 200),
        ('"ab"', 200),
        ("abc", 200),
        ('W/"abc"', 200),
        ('rusak,,"', 200),
    ],
)
def test_only_who_names_the_very_mark_gets_no_body(known, status):
    read = []

    def content():
        read.append(True)
        return b"isi"

    for response in (
        serve_stored(asked(known), stored(), etag="abc", content_type=PNG),
        serve_bytes(asked(known), content, etag="abc", content_type=PNG),
    ):
        assert (response.status_code, bool(body(response))) == (status, status == 200)
        assert headers(response) == MARKED
    assert bool(read) == (status == 200)


def test_a_file_that_is_gone_is_not_there_unless_it_is_known_already():
    with pytest.raises(Http404):
        serve_stored(asked(), stored(content=None), etag="abc", content_type=PNG)
    assert serve_stored(asked('"abc"'), stored(content=None), etag="abc", content_type=PNG).status_code == 304


@in_one_test(
    ("name", "told"),
    [
        ("laporan.pdf", 'attachment; filename="laporan.pdf"'),
        ('a"b\\c.pdf', 'attachment; filename="a\\"b\\\\c.pdf"'),
        ("Jawa–Timur.pdf", "attachment; filename*=utf-8''Jawa%E2%80%93Timur.pdf"),
        ("dua\r\nbaris.pdf", "attachment; filename*=utf-8''dua%0D%0Abaris.pdf"),
    ],
)
def test_a_file_to_keep_is_saved_under_its_name_and_cannot_say_more_than_that(name, told):
    response = file_to_keep(b"isi", name, "application/pdf")
    assert (response.content, response.headers["Content-Type"]) == (b"isi", "application/pdf")
    assert response.headers["Content-Disposition"] == told
    assert response.headers["Cache-Control"] == "private, no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
