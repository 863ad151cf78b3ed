"""The user guide as anybody meets it: its contents, a chapter, a search, and Bantuan on the pages of the portal."""

import pytest
from django.urls import get_resolver, reverse

from skm_portal.manual.chapters import chapters
from skm_portal.manual.places import PLACES, explanation_of
from surveys.templatetags.cycle_frame import PLACES as CYCLE_PLACES

pytestmark = pytest.mark.django_db


def page_of(client, address, **headers):
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_anybody_reads_the_contents(client):
    page = page_of(client, "/panduan/")
    for chapter in chapters():
        assert f'<a href="/panduan/{chapter.slug}/">{chapter.title}</a>' in page
    assert "Keluar" not in page


@pytest.mark.parametrize("chapter", chapters(), ids=lambda chapter: chapter.slug)
def test_a_chapter_is_whole(client, chapter):
    page = page_of(client, f"/panduan/{chapter.slug}/")
    for section in chapter.sections:
        assert f'id="{section.anchor}">' in page
        assert section.body in page


def test_what_is_searched_is_found_with_a_link_to_it(client):
    page = page_of(client, "/panduan/?cari=lembar+pemulihan")
    assert "bagian memuat “lembar pemulihan”" in page
    assert 'href="/panduan/umum/#ponsel-hilang"' in page


def test_what_is_nowhere_is_said_to_be_so_as_it_was_typed(client):
    page = page_of(client, "/panduan/?cari=<b>zzz")
    assert "Tidak ada bagian yang memuat “&lt;b&gt;zzz”" in page


@pytest.mark.parametrize(
    "address", ["/panduan/tidak-ada/", "/panduan/gambar/tidak-ada.png", "/panduan/gambar/make.png"]
)
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_a_picture_may_be_kept_by_browsers(client):
    answer = client.get("/panduan/gambar/masuk.png")
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    assert answer["Content-Type"] == "image/png"
    assert "max-age" in answer["Cache-Control"]


def test_help_stands_beside_the_page_where_a_script_asks_and_is_a_page_otherwise(client):
    address = "/panduan/halaman/realisation/"
    inside = page_of(client, address, hx_request="true")
    assert "<h2>Mengisi realisasi</h2>" in inside
    assert "<html" not in inside
    answer = client.get(address)
    assert answer["Location"] == "/panduan/operator/#mengisi-realisasi"
    assert "HX-Request" in answer["Vary"]


def test_a_page_without_a_section_is_explained_by_the_beginning(client):
    assert client.get("/panduan/halaman/apa-saja/")["Location"].startswith("/panduan/umum/#")


def test_every_page_of_the_table_exists_and_so_does_its_section():
    known = {key for key in get_resolver().reverse_dict if isinstance(key, str)}
    assert set(PLACES) - known == set()
    for page, (slug, anchor) in PLACES.items():
        chapter, section = explanation_of(page)
        assert (chapter.slug, section.anchor) == (slug, anchor)


def test_every_page_of_a_cycle_is_explained():
    assert {tab.name for place in CYCLE_PLACES for tab in place.tabs} - set(PLACES) == set()


def test_every_page_leads_to_its_own_help(client, people):
    client.force_login(people.admin)
    page = page_of(client, reverse("people", args=["3521"]))
    assert 'href="/panduan/halaman/people/"' in page
    assert 'data-hx-get="/panduan/halaman/people/"' in page
