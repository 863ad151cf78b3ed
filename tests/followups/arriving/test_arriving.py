"""The page on which shared photos wait: which places it offers to whom; and the worker and manifest behind it."""

import re
from io import BytesIO

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext
from PIL import Image

from followups.arriving.offered import offered_to
from followups.models import ActionPlan, FollowUp
from surveys.models import Lock, Survey
from tests.conftest import make_plan, make_survey

PAGE = "/bagikan/"


def offered(person):
    return [(one.survey.period, [place.label for place in one.places]) for one in offered_to(person)]


def test_an_admin_chooses_among_all_plans_and_the_tray_an_operator_among_those_of_the_unit(people, survey):
    [(period, labels)] = offered(people.admin)
    assert period == "2025-S1"
    assert labels == [f"RTL 1 {letter}" for letter in "ab"[: ActionPlan.objects.count()]] + ["Belum ditempatkan"]
    [(_period, own)] = offered(people.staff)
    assert 0 < len(own) < len(labels)
    assert "Belum ditempatkan" not in own
    assert offered(people.secretary) == offered(people.supervisor) == offered(people.nobody) == []


def test_a_locked_cycle_is_not_offered_and_the_latest_comes_first(people, ngawi, survey):
    later = make_survey(ngawi, "2025-S2")
    FollowUp.objects.get_or_create(survey=later)
    assert [period for period, _labels in offered(people.admin)] == ["2025-S2", "2025-S1"]
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.PREPARED)
    assert [period for period, _labels in offered(people.admin)] == ["2025-S2"]


def test_each_place_leads_to_its_page_which_takes_the_photos_only_then(as_user, people, survey):
    client = as_user(people.admin)
    page = client.get(PAGE).content.decode()
    places = re.findall(r'href="(/bukti-dukung/[^"?]+)\?dibagikan=1"', page)
    assert len(places) == ActionPlan.objects.count() + 1
    assert "nomor telepon, serta NIK" in page
    assert "shared-photos.js" in client.get(f"{places[0]}?dibagikan=1").content.decode()
    assert "shared-photos.js" not in client.get(places[0]).content.decode()


def test_plans_and_cycles_add_no_query(as_user, people, ngawi, survey):
    client = as_user(people.admin)
    client.get(PAGE)

    def count():
        with CaptureQueriesContext(connection) as queries:
            client.get(PAGE)
        return len(queries)

    before = count()
    make_plan(ActionPlan.objects.first().priority, 9)
    FollowUp.objects.get_or_create(survey=make_survey(ngawi, "2025-S2"))
    assert count() == before <= 34


def test_who_has_no_place_and_whose_phone_is_full_are_told_so(as_user, people, survey):
    assert "Belum ada tempat" in as_user(people.secretary).get(PAGE).content.decode()
    assert "tidak dapat ditampung di ponsel ini" in as_user(people.staff).get(f"{PAGE}?penuh=1").content.decode()


def test_who_is_logged_out_comes_back_after_the_log_in_and_a_post_past_the_worker_changes_nothing(client, db):
    assert client.get(PAGE).headers["Location"] == "/akun/masuk/?next=/bagikan/"
    assert client.post(PAGE, {"photos": BytesIO(b"foto")}).status_code in (302, 405)


def test_the_worker_sees_nothing_but_what_is_shared(client, db):
    answer = client.get("/bagikan/pekerja.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "Service-Worker-Allowed" not in answer.headers
    assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]


def test_the_manifest_names_what_a_phone_may_share_and_icons_of_their_size(client, db):
    answer = client.get("/aplikasi.webmanifest")
    told = answer.json()
    assert answer.headers["Content-Type"] == "application/manifest+json"
    target = told["share_target"]
    assert (target["action"], target["method"], target["enctype"]) == (PAGE, "POST", "multipart/form-data")
    assert [field["name"] for field in target["params"]["files"]] == ["photos"]
    assert {icon["purpose"] for icon in told["icons"]} == {"any", "maskable"}
    for icon in told["icons"]:
        with Image.open(finders.find(icon["src"].removeprefix("/static/"))) as drawn:
            assert f"{drawn.width}x{drawn.height}" == icon["sizes"]
    assert 'rel="manifest" href="/aplikasi.webmanifest"' in client.get("/akun/masuk/").content.decode()


@pytest.mark.parametrize("corner", [(0, 0), (511, 511)])
def test_an_icon_that_a_phone_cuts_has_no_bare_corner_and_the_others_have(corner):
    with Image.open(finders.find("img/mark-full-512.png")) as full:
        assert full.convert("RGBA").getpixel(corner) == (14, 81, 88, 255)
    with Image.open(finders.find("img/mark-512.png")) as round_one:
        assert round_one.convert("RGBA").getpixel(corner)[3] == 0
