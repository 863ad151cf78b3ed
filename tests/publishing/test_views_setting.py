"""The page on which an office opens itself: who may, what it says, what it gives away to be pasted elsewhere."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from offices.models import AuditEvent, Office
from publishing.data.tables import TABLES
from publishing.models import PublicFace

SETTING, CLOSED = "/satuan-kerja/3521/laman-publik/", "/satuan-kerja/3520/laman-publik/"


def embedded(page):
    """The code that somebody copies, as the browser gives it."""
    return unescape(re.search(r'<textarea[^>]*id="sematan"[^>]*>(.*?)</textarea>', page, re.DOTALL)[1])


class Tags(HTMLParser):
    """Every tag of a text with its attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


def test_an_open_page_tells_its_address_its_badge_and_its_tables(as_user, published, settings):
    settings.PUBLIC_URL = "https://skm.example.go.id"
    page = as_user(published.people.admin).get(SETTING).content.decode()
    assert "Terbuka untuk umum" in page
    assert "https://skm.example.go.id/publik/3521/" in page
    assert 'src="/publik/3521/lencana.svg"' in page
    for name, (title, _columns, _rows) in TABLES.items():
        assert title in page
        assert f'href="/publik/3521/data/{name}.csv"' in page
        assert f'href="/publik/3521/data/{name}.json"' in page


def test_a_closed_page_tells_no_address_that_would_not_be_found(as_user, published):
    page = as_user(published.people.stranger).get(CLOSED).content.decode()
    assert "Tertutup" in page
    assert "Buka laman publik" in page
    assert "/publik/3520/" not in page
    assert "sematan" not in page


def test_what_is_pasted_elsewhere_is_one_link_around_one_picture(as_user, published, settings):
    settings.PUBLIC_URL = "https://skm.example.go.id"
    code = embedded(as_user(published.people.admin).get(SETTING).content.decode())
    assert Tags(code).found == [
        ("a", {"href": "https://skm.example.go.id/publik/3521/"}),
        (
            "img",
            {
                "src": "https://skm.example.go.id/publik/3521/lencana.svg",
                "alt": "Indeks Kepuasan Masyarakat KPU Kabupaten Ngawi",
            },
        ),
    ]


@pytest.mark.parametrize("name", ['Dinas "Satu Pintu"', "Dinas <script>alert(1)</script>", "PTSP & Rekan", "Jum'at"])
def test_no_name_breaks_out_of_what_is_pasted_elsewhere(as_user, published, name):
    Office.objects.filter(pk=published.ngawi.pk).update(short_name=name)
    tags = Tags(embedded(as_user(published.people.admin).get(SETTING).content.decode())).found
    assert [tag for tag, _values in tags] == ["a", "img"]
    assert set(tags[1][1]) == {"src", "alt"}
    assert tags[1][1]["alt"] == f"Indeks Kepuasan Masyarakat {name}"


@pytest.mark.parametrize("who", ["staff", "head", "supervisor"])
def test_who_may_not_open_it_reads_how_it_stands_and_why_there_is_no_button(as_user, published, who):
    reader = as_user(getattr(published.people, who))
    page = reader.get(SETTING).content.decode()
    assert "Terbuka untuk umum" in page
    assert "Tutup laman publik" not in page
    assert 'name="buka"' not in page
    assert "menentukan apa yang terbuka untuk umum" in page
    assert reader.post(SETTING, {"buka": "0"}).status_code == 403
    assert PublicFace.objects.filter(office=published.ngawi).exists()


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_another_office_is_not_found(as_user, published, who):
    outsider = as_user(getattr(published.people, who))
    assert outsider.get(SETTING).status_code == 404
    assert outsider.post(SETTING, {"buka": "0"}).status_code == 404
    assert PublicFace.objects.filter(office=published.ngawi).exists()


def test_who_is_not_logged_in_is_led_to_the_door(client, published):
    for answer in (client.get(SETTING), client.post(SETTING, {"buka": "0"})):
        assert answer.status_code == 302
        assert "masuk" in answer.url
    assert PublicFace.objects.filter(office=published.ngawi).exists()


def test_each_change_is_one_event_and_the_same_again_is_none(as_user, published):
    admin = as_user(published.people.admin)
    for wish in ("1", "0", "0", "1", "1"):
        answer = admin.post(SETTING, {"buka": wish}, follow=True)
        assert ("Laman publik dibuka." if wish == "1" else "Laman publik ditutup.") in answer.content.decode()
    events = AuditEvent.objects.filter(action__startswith="public.").order_by("pk")
    assert [event.action for event in events] == ["public.close", "public.open"]
    assert {(event.actor_id, event.office_code) for event in events} == {(published.people.admin.pk, "3521")}
    assert PublicFace.objects.get(office=published.ngawi).opened_by == published.people.admin


def test_the_page_stays_when_who_opened_it_is_gone(client, published):
    published.people.admin.memberships.all().delete()
    PublicFace.objects.filter(office=published.ngawi).update(opened_by=None)
    assert client.get("/publik/3521/").status_code == 200


def test_it_says_before_anybody_opens_it_what_never_shows(as_user, published):
    page = " ".join(as_user(published.people.stranger).get(CLOSED).content.decode().split())
    assert "Draf, NIP, nama responden, dan foto yang tidak Anda pilih tidak pernah tampil." in page
