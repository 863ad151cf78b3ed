"""The form of a web page that is proof: its address in printable letters, its caption in one line, its day."""

from datetime import date

import pytest
from time_machine import travel

from followups.evidence.web.forms import WebProofForm
from followups.web_addresses import LONGEST
from tests.cases import in_one_test

NEWS = {"address": "https://kpu.go.id/berita", "caption": "Berita loket", "opened_on": "3-3-2026"}


@pytest.fixture(autouse=True)
def _march():
    with travel("2026-03-04T05:00Z", tick=False):
        yield


def said(**changes):
    form = WebProofForm(NEWS | changes)
    assert form.is_valid(), form.errors
    return form.cleaned_data


@in_one_test(
    ("typed", "kept"),
    [
        ("  https://kpu.go.id/berita \n", "https://kpu.go.id/berita"),
        ("HTTPS://kpu.go.id/Berita", "https://kpu.go.id/Berita"),
        ("https://kpu.go.id/kafé", "https://kpu.go.id/kaf%C3%A9"),
        ("http://kpu.go.id", "http://kpu.go.id"),
    ],
)
def test_an_address_is_kept_as_it_is_printed(typed, kept):
    assert said(address=typed)["address"] == kept


@in_one_test(
    ("typed", "words"),
    [
        ("", "Isi alamat laman yang menjadi bukti."),
        ("kpu.go.id", "Alamat harus diawali https:// atau http://, misalnya https://kpu.go.id/berita."),
        ("https://kpu.go.id/a b", "Alamat tidak boleh memuat spasi. Salin alamatnya dari bilah alamat peramban."),
        (
            "https://kpu.go.id/" + "a" * (LONGEST - 17),
            "Alamat ini 401 karakter, paling panjang 400. Buang bagian sesudah tanda tanya.",
        ),
        (
            "https://kpu.go.id/" + "é" * 64,
            "Alamat ini 402 karakter, paling panjang 400. Buang bagian sesudah tanda tanya.",
        ),
        (
            "https://admin@kpu.go.id/",
            "Alamat tidak boleh memuat nama pengguna atau kata sandi. Hapus bagian sebelum tanda @.",
        ),
    ],
)
def test_what_is_wrong_with_an_address_is_said_at_it(typed, words):
    assert WebProofForm(NEWS | {"address": typed}).errors == {"address": [words]}


@in_one_test(
    ("typed", "kept"),
    [
        (" Berita \t loket\r\nbaru ", "Berita loket baru"),
        ("x" * 300, "x" * 300),
    ],
)
def test_a_caption_is_one_paragraph(typed, kept):
    assert said(caption=typed)["caption"] == kept


def test_a_caption_that_is_missing_or_too_long_is_said_at_it():
    for typed, words in ((" \n", "Isi judul laman atau apa yang tampak di sana."), ("x" * 301, "300")):
        errors = WebProofForm(NEWS | {"caption": typed}).errors
        assert list(errors) == ["caption"]
        assert words in str(errors["caption"])


@in_one_test("typed", ["3-3-2026", "03/03/2026", "3 Maret 2026", "2026-03-03"])
def test_a_day_is_read_as_people_write_it(typed):
    assert said(opened_on=typed)["opened_on"] == date(2026, 3, 3)


def test_today_may_be_the_day_and_tomorrow_not():
    assert said(opened_on="4-3-2026")["opened_on"] == date(2026, 3, 4)
    assert list(WebProofForm(NEWS | {"opened_on": "5-3-2026"}).errors) == ["opened_on"]


def test_each_form_of_a_page_has_ids_of_its_own():
    assert WebProofForm()["address"].id_for_label == "laman-address"
    assert WebProofForm(part="rtl-3")["caption"].id_for_label == "rtl-3-caption"
