"""A form beyond a limit gets a page in words, where Django would show its own, and what was typed stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

TEXT = "Keterangan yang sudah diketik panjang."
PAGE = "/bukti-dukung/3521/2025-S1/belum-ditempatkan/unggah/"
UNREADABLE = b"--x\r\nContent-Disposition: form-data"


@pytest.fixture
def strict(people):
    """A browser that holds no token, as the limits are told before it is asked for."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.admin)
    return client


def files(count):
    return [SimpleUploadedFile(f"{number}.jpg", b"x") for number in range(count)]


@pytest.mark.parametrize("debug", [True, False])
def test_sixty_one_photos_without_script_are_told_the_limit_and_the_text_stays(strict, survey, settings, debug):
    settings.DEBUG = debug
    response = strict.post(PAGE, {"photos": files(61), "note": TEXT})
    page = response.content.decode()
    assert (response.status_code, "Paling banyak 60 berkas" in page, TEXT in page) == (400, True, True)
    assert "Kembali pada peramban" in page
    assert strict.post(PAGE, {"photos": files(60)}).status_code == 403


@pytest.mark.parametrize(
    ("limit", "value", "status", "words"),
    [
        ("DATA_UPLOAD_MAX_NUMBER_FILES", 1, 400, "Paling banyak 60 berkas"),
        ("DATA_UPLOAD_MAX_NUMBER_FIELDS", 1, 400, "Paling banyak 1 isian"),
        ("DATA_UPLOAD_MAX_MEMORY_SIZE", 1, 413, "Ringkaskan"),
    ],
)
def test_every_limit_is_told_in_words_where_faults_are_shown(strict, survey, settings, limit, value, status, words):
    settings.DEBUG = True
    setattr(settings, limit, value)
    response = strict.post(PAGE, {"photos": files(2), "note": TEXT, "caption": TEXT})
    page = response.content.decode()
    assert (response.status_code, words in page, "Traceback" in page) == (status, True, False)


def test_a_form_that_ends_in_the_middle_is_told_in_words(strict, survey, settings):
    settings.DEBUG = True
    response = strict.generic("POST", PAGE, UNREADABLE, content_type="multipart/form-data")
    assert (response.status_code, "tidak dapat dibaca" in response.content.decode()) == (400, True)
