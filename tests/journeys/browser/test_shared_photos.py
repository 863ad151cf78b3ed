"""Photos that another app shares: taken by the worker, kept while one logs in, uploaded where one says."""

import pytest
from playwright.sync_api import expect

from followups.models import ActionPlan, EvidenceUse
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.browser.test_upload import finished, photo

pytestmark = pytest.mark.browser
READY = "navigator.serviceWorker.getRegistration('/bagikan/').then((one) => Boolean(one && one.active))"
SHARE = """() => {
  const form = document.createElement("form");
  Object.assign(form, {method: "post", enctype: "multipart/form-data", action: "/bagikan/"});
  form.innerHTML = '<input type="file" name="photos" id="bagikan" multiple>';
  document.body.append(form);
}"""
KEPT = "caches.open('foto-dibagikan').then((cache) => cache.keys()).then((keys) => keys.length)"


def share(page, *files):
    """What a phone does: a POST of a form without our token; it leads to the page, or to the log-in before it."""
    page.goto("/akun/masuk/?next=/panduan/")
    page.evaluate(SHARE)
    page.locator("#bagikan").set_input_files(list(files))
    page.evaluate("document.getElementById('bagikan').form.submit()")
    page.wait_for_url(lambda url: url.endswith("/bagikan/"))


def test_shared_photos_wait_for_the_log_in_and_arrive_where_one_says(walk, people, survey):
    def steps(page):
        sign_in(page, "operator")
        page.wait_for_function(READY)
        page.context.clear_cookies()
        share(page, photo("satu.jpg", "red"), photo("dua.jpg", "blue"))
        assert "/akun/masuk/" in page.url
        sign_in(page, "operator", "/bagikan/")
        expect(page.get_by_text("2 foto menunggu. Pilih RTL yang dibuktikannya.")).to_be_visible()
        expect(page.get_by_text("dua.jpg")).to_be_visible()
        assert_sound(page, *BOTH)
        page.get_by_role("link", name="Program 1").click()
        finished(page)
        expect(page.get_by_text("2 dari 2 foto tersimpan.")).to_be_visible()
        page.wait_for_function(f"{KEPT}.then((kept) => kept === 0)")

    walk(steps, NARROW)
    plan = ActionPlan.objects.get(position=1)
    uses = EvidenceUse.objects.filter(group__plan=plan).select_related("photo")
    assert [use.photo.name for use in uses] == ["loket.jpg", "photos/satu.jpg", "photos/dua.jpg"]


@pytest.mark.prove
def test_what_is_not_wanted_is_thrown_away_and_a_log_out_throws_it_away_too(walk, people, survey):
    def steps(page):
        sign_in(page, "admin")
        page.wait_for_function(READY)
        share(page, photo("satu.jpg", "red"))
        expect(page.get_by_text("1 foto menunggu.")).to_be_visible()
        page.get_by_role("button", name="Buang semua").click()
        expect(page.get_by_text("Tidak ada foto yang menunggu.")).to_be_visible()
        share(page, photo("satu.jpg", "red"))
        page.goto("/")
        page.get_by_label("Akun Admin").click()
        page.get_by_role("button", name="Keluar").click()
        page.wait_for_url("**/akun/masuk/**")
        return page.evaluate(KEPT)

    assert walk(steps) == 0


@pytest.mark.prove
def test_no_link_of_another_site_sends_them_and_nobody_else_finds_them(walk, people, survey):
    plan = ActionPlan.objects.get(position=1)
    place = f"/bukti-dukung/3521/2025-S1/rtl/{plan.pk}/?dibagikan=1"

    def steps(page):
        sign_in(page, "operator")
        page.wait_for_function(READY)
        share(page, photo("satu.jpg", "red"))
        page.goto(place)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(KEPT) == 1
        page.context.clear_cookies()
        sign_in(page, "kasubbag", "/bagikan/")
        expect(page.get_by_text("Tidak ada foto yang menunggu.")).to_be_visible()
        return page.evaluate(KEPT)

    assert walk(steps) == 0
    assert not EvidenceUse.objects.filter(group__plan=plan, photo__name__endswith="satu.jpg").exists()
