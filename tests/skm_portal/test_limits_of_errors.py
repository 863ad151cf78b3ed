"""Which page an error gets: a limit says how much is allowed, a full disk says so, and a large form is left unread."""

import errno

import pytest
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import IntegrityError, OperationalError
from django.test import RequestFactory

from skm_portal.errors import bad_request, broken, is_left_unread, not_found
from tests.cases import in_one_test


def page_of(response):
    return response.content.decode()


def broken_by(error):
    """The page while this error is handled, as Django asks for it."""
    try:
        raise error
    except Exception:
        return broken(RequestFactory().get("/"))


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (RequestDataTooBig(), 413, "10 MB"),
        (TooManyFilesSent(), 400, "30 berkas"),
        (TooManyFieldsSent(), 400, "2000 isian"),
        (ValueError("rahasia"), 400, "tidak dapat dibaca oleh server"),
    ],
)
def test_a_limit_is_told_with_what_is_allowed(settings, error, status, words):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
    settings.MOST_FILES_AT_ONCE = 30
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
    response = bad_request(None, error)
    assert (response.status_code, words in page_of(response)) == (status, True)
    assert ("halaman sebelumnya" in page_of(response)) == (type(error) is not ValueError)
    assert "rahasia" not in page_of(response)


@in_one_test(
    ("error", "status"),
    [
        (OSError(errno.ENOSPC, "x"), 503),
        (OSError(errno.EDQUOT, "x"), 503),
        (OSError(errno.EFBIG, "x"), 503),
        (OSError(errno.EROFS, "x"), 503),
        (OSError(errno.EIO, "x"), 500),
        (OSError(errno.EACCES, "x"), 500),
        (OperationalError("database or disk is full"), 503),
        (OperationalError("attempt to write a readonly database"), 503),
        (OperationalError("disk I/O error"), 503),
        (OperationalError("could not extend file: No space left on device"), 503),
        (OperationalError("database is locked"), 500),
        (IntegrityError("disk is full"), 500),
        (ValueError("disk is full"), 500),
    ],
)
def test_a_disk_that_takes_nothing_more_is_told_apart_from_a_fault(error, status):
    response = broken_by(error)
    assert response.status_code == status
    assert ("penuh" in page_of(response)) == (status == 503)


def test_without_an_error_it_is_a_fault():
    assert broken(RequestFactory().get("/")).status_code == 500


def test_a_page_of_errors_does_not_repeat_an_address_as_markup():
    response = not_found(RequestFactory().get("/<script>alert(1)</script>/"), ValueError())
    assert response.status_code == 404
    assert "<script>alert" not in page_of(response)


class Exempt:
    csrf_exempt = True


@pytest.mark.parametrize(
    ("view", "length", "left"),
    [
        (Exempt, "11", True),
        (Exempt, "10", False),
        (Exempt, "0", False),
        (Exempt, "", False),
        (Exempt, "banyak", True),
        (Exempt, "-1", True),
        (object, "11", False),
        (object, "banyak", False),
    ],
)
def test_only_a_view_for_anyone_decides_itself_what_it_reads_of_a_large_form(settings, view, length, left):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    request = RequestFactory().post("/")
    request.META["CONTENT_LENGTH"] = length
    assert is_left_unread(request, view) is left
