"""Who has to log in first comes back to the page on which the form stood, with what was typed; to any page of ours."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from followups.models import ActionPlan, Upkeep
from offices.models import KeptForm
from offices.sending.key import FIELD
from tests.conftest import PASSWORD
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, fields_on, make_scene
from tests.mass import sampled

pytestmark = pytest.mark.django_db
NEW = "/pemeliharaan/3521/2025-S1/baru/"
SURVEY = "/skm/3521/2025-S1/"
CARE = {"element": "biaya", "plan": "Menjaga agar biaya layanan diumumkan\ndi setiap loket", "units": ["*"]}
OF_ALLAUTH = ("account_", "mfa_")
FORMS = [n for n, row in ROUTES.items() if row.post and "anonymous" not in row.post and not n.startswith(OF_ALLAUTH)]


def way_of(response):
    """What the address of the log-in carries."""
    assert response.status_code == 302, response.status_code
    target = urlsplit(response.url)
    assert target.path == "/akun/masuk/"
    return {name: values[0] for name, values in parse_qs(target.query).items()}


def typed(client, address, **more):
    """What the form at an address would send, laid over by what is typed."""
    return fields_on(client.get(address).content.decode(), address) | more


def log_in(client, user, address):
    return client.post("/akun/masuk/", {"login": user.username, "password": PASSWORD, "next": address})


def kept_on(page):
    """Names and values of the form that offers what was kept."""
    part = page.partition("kept-form")[2].partition("</section>")[0].partition("</form>")[0]
    pairs = re.findall(r'<input type="hidden"\s+name="([^"]*)"\s+value="([^"]*)"', part)
    return {name: unescape(value) for name, value in pairs if name != "csrfmiddlewaretoken"}, part


@pytest.fixture
def expired(as_user, people, survey):
    """The admin, whose session ended while an upkeep was typed."""
    client = as_user(people.admin)
    sent = typed(client, NEW, **CARE)
    client.cookies.clear()
    return client, sent


@pytest.mark.parametrize("name", sampled(FORMS, every=24))
def test_a_form_sent_by_nobody_leads_to_a_page_that_can_be_opened(people, survey, name):
    scene, row = make_scene(people, survey), ROUTES[name]
    if row.given:
        row.given(scene)
    response = Client().post(address_of(row, scene), {})
    client = Client()
    client.force_login(getattr(scene.people, row.owner))
    found = client.get(way_of(response)["next"], follow=True)
    assert found.status_code == 200


def test_the_page_is_the_one_that_the_browser_names(client, survey):
    plan = ActionPlan.objects.first().pk
    response = client.post(
        f"/rtl/3521/2025-S1/{plan}/pindah/", {}, headers={"referer": "http://testserver/rtl/3521/2025-S1/?a=1"}
    )
    assert way_of(response)["next"] == "/rtl/3521/2025-S1/?a=1"


@pytest.mark.parametrize("told", ["https://contoh.example/rtl/", "//contoh.example/x", "javascript:alert(1)", "x", ""])
def test_another_site_is_never_led_to(client, survey, told):
    response = client.post("/laporan/3521/2025-S1/tanda-tangan/siapkan/", {}, headers={"referer": told})
    assert way_of(response)["next"] == "/laporan/3521/2025-S1/tanda-tangan/"


def test_a_page_at_an_address_that_only_takes_forms_leads_above_it(client, survey):
    told = "http://testserver/laporan/3521/2025-S1/tanda-tangan/kembalikan/"
    response = client.post("/laporan/3521/2025-S1/tanda-tangan/kembalikan/", {}, headers={"referer": told})
    assert way_of(response)["next"] == "/laporan/3521/2025-S1/tanda-tangan/"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/beranda/kesiapan/3521/2025-S1/", "/"),
        ("/skm/3521/2025-S1/hitung/?score_biaya=4", "/skm/3521/2025-S1/"),
        ("/pemeriksaan/3521/2025-S1/halaman/plan_table/", "/pemeriksaan/3521/2025-S1/"),
    ],
)
def test_a_part_of_a_page_leads_to_its_page(client, survey, address, page):
    asked = {"HX-Request": "true"}
    assert way_of(client.get(address, headers=asked))["next"] == page
    current = asked | {"HX-Current-URL": "http://testserver/skm/3521/2025-S1/prioritas/"}
    assert way_of(client.get(address, headers=current))["next"] == "/skm/3521/2025-S1/prioritas/"


def test_a_page_leads_to_itself(client, survey):
    assert way_of(client.get("/skm/?halaman=2"))["next"] == "/skm/?halaman=2"


def test_what_was_typed_is_kept_told_and_offered(expired, people):
    client, sent = expired
    response = client.post(NEW, sent)
    assert way_of(response) == {"next": NEW, "isian": "tersimpan"}
    assert "Isian Anda aman" in client.get(response.url).content.decode()
    assert log_in(client, people.admin, NEW).url == NEW
    fields, part = kept_on(client.get(NEW).content.decode())
    assert CARE["plan"].split("\n")[1] in unescape(part)
    assert ("Penanggung jawab", "Seluruh Subbagian") in changes_on(client, NEW)
    assert fields["plan"] == CARE["plan"]
    saved = client.post(NEW, fields)
    assert saved.status_code == 302
    assert Upkeep.objects.get().plan == CARE["plan"]
    assert not KeptForm.objects.exists()
    assert "kept-form" not in client.get(NEW).content.decode()


def test_nobody_else_is_offered_it(expired, people):
    client, sent = expired
    client.post(NEW, sent)
    log_in(client, people.secretary, NEW)
    for address in ("/pemeliharaan/3521/2025-S1/", NEW):
        assert "kept-form" not in client.get(address).content.decode()
    assert KeptForm.objects.get().user == people.admin


@pytest.mark.parametrize("key", ["", "x", "a" * 5000, "WzEsImEiXQ:1abc:def"])
def test_without_a_key_of_ours_nothing_is_kept(expired, key):
    client, sent = expired
    assert "isian" not in way_of(client.post(NEW, sent | {FIELD: key}))
    assert not KeptForm.objects.exists()


def test_it_is_thrown_away_on_demand_and_at_log_out(expired, people):
    client, sent = expired
    client.post(NEW, sent)
    log_in(client, people.admin, NEW)
    number = KeptForm.objects.get().pk
    client.post(f"/akun/isian/{number}/buang/", headers={"referer": f"http://testserver{NEW}"})
    assert not KeptForm.objects.exists()
    client.cookies.clear()
    client.post(NEW, sent)
    log_in(client, people.admin, NEW)
    client.post("/akun/keluar/")
    assert not KeptForm.objects.exists()


def test_nobody_throws_away_what_is_another_person_s(expired, people):
    client, sent = expired
    client.post(NEW, sent)
    number = KeptForm.objects.get().pk
    client.force_login(people.secretary)
    client.post(f"/akun/isian/{number}/buang/")
    assert KeptForm.objects.exists()


def test_secrets_are_never_kept(as_user, people):
    client = as_user(people.admin)
    sent = typed(client, "/akun/kata-sandi/", oldpassword=PASSWORD, password1="rahasia-sekali-7!", password2="x")
    client.cookies.clear()
    assert "isian" not in way_of(client.post("/akun/kata-sandi/", sent))
    assert not KeptForm.objects.exists()


def test_a_saved_form_is_told_to_the_browser_by_its_key_and_a_refused_one_is_not(as_user, people, survey):
    client = as_user(people.admin)
    refused = client.post(NEW, typed(client, NEW, element="bukan"))
    assert (refused.status_code, "tersimpan" in refused.cookies) == (422, False)
    sent = typed(client, NEW, **CARE)
    saved = client.post(NEW, sent)
    assert saved.cookies["tersimpan"].value == sent[FIELD][0]


def test_a_preview_saves_nothing_and_says_so(as_user, people, survey):
    client, address = as_user(people.admin), "/laporan/3521/2025-S1/teks/1.1/"
    sent = typed(client, address, text="Teks yang dicoba saja.")
    for headers in ({}, {"HX-Request": "true"}):
        assert "tersimpan" not in client.post(f"{address}pratinjau/", sent, headers=headers).cookies


@pytest.fixture
def at_the_survey(as_user, people, survey):
    """The admin, back from the log-in on the page of the survey, with respondents that were typed too late."""
    client = as_user(people.admin)
    sent = typed(client, SURVEY, respondents="77")
    client.cookies.clear()
    client.post(SURVEY, sent)
    log_in(client, people.admin, SURVEY)
    return client, sent


def changes_on(client, address):
    """Labels and values that the banner shows."""
    part = client.get(address).content.decode().partition("kept-form")[2].partition("</details>")[0]
    pairs = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", part, re.DOTALL)
    return [(" ".join(label.split()), " ".join(re.sub(r"<[^>]+>", "", value).split())) for label, value in pairs]


def test_the_banner_shows_exactly_what_differs_from_what_is_stored(at_the_survey):
    client, _sent = at_the_survey
    assert changes_on(client, SURVEY) == [("Jumlah responden", "77")]


def test_the_banner_leaves_the_focus_to_the_summary_of_a_refused_form(at_the_survey):
    client, sent = at_the_survey
    refused = client.post(SURVEY, sent | {"respondents": "banyak", FIELD: ""})
    page = refused.content.decode()
    assert (refused.status_code, "kept-form" in page, page.count("autofocus")) == (422, True, 1)
    assert "Belum tersimpan." in page.partition("autofocus")[2][:800]


@pytest.mark.prove
def test_the_banner_goes_once_the_same_thing_was_saved(at_the_survey):
    client, _sent = at_the_survey
    assert client.post(SURVEY, typed(client, SURVEY, respondents="78")).status_code == 302
    assert not KeptForm.objects.exists()
    assert "kept-form" not in client.get(SURVEY).content.decode()


def test_another_new_thing_leaves_what_was_kept(expired, people):
    client, sent = expired
    client.post(NEW, sent)
    log_in(client, people.admin, NEW)
    another = sent | {"plan": "Yang lain", FIELD: typed(client, SURVEY)[FIELD]}
    assert client.post(NEW, another).status_code == 302
    assert KeptForm.objects.exists()


def test_what_is_stored_already_is_not_offered(at_the_survey, survey):
    client, _sent = at_the_survey
    survey.respondents = 77
    survey.save()
    assert "kept-form" not in client.get(SURVEY).content.decode()


def test_nobody_chosen_is_no_change_where_nobody_is_stored(expired, people):
    client, sent = expired
    client.post(NEW, {name: value for name, value in sent.items() if name != "units"})
    log_in(client, people.admin, NEW)
    assert [label for label, _value in changes_on(client, NEW)] == ["Unsur", "Rencana pemeliharaan"]
