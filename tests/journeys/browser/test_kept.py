"""Nothing typed is lost: over an ended session, a stale token, a closed tab, and beside another writer."""

import pytest

from followups.models import ActionPlan, EvidencePhoto, Upkeep
from tests.conftest import PASSWORD, jpeg
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = pytest.mark.browser
NEW = "/pemeliharaan/3521/2025-S1/baru/"
TEXT = "Mengumumkan biaya layanan di setiap loket dan pada situs"
NO_DRAFTS = "() => !Object.keys(localStorage).some(key => key.startsWith('draf:'))"
FOCUSED = "document.activeElement.textContent"


def write(page, text=TEXT):
    page.get_by_label("Rencana pemeliharaan").fill(text)


def log_in(page, username="admin"):
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(lambda url: "/akun/masuk/" not in url)


@pytest.mark.prove
def test_a_session_that_ended_costs_nothing(walk, people, survey):
    def steps(page):
        sign_in(page, "admin", NEW)
        write(page)
        page.context.clear_cookies(name="sessionid")
        page.get_by_role("button", name="Simpan pemeliharaan").click()
        page.get_by_text("Isian Anda aman").wait_for()
        assert_sound(page, *BOTH)
        log_in(page)
        page.get_by_text("belum tersimpan,").wait_for()
        assert "belum tersimpan" in page.evaluate(FOCUSED)
        assert page.locator(".draft-offer").count() == 0
        assert_sound(page, *BOTH)
        page.get_by_role("button", name="Simpan isian itu").click()
        page.get_by_text("Pemeliharaan ditambahkan.").first.wait_for()
        page.wait_for_function(NO_DRAFTS)

    walk(steps, NARROW)
    assert Upkeep.objects.get().plan == TEXT


@pytest.mark.prove
def test_a_stale_token_is_renewed_by_one_press_and_a_closed_tab_costs_nothing(walk, people, survey):
    def steps(page):
        sign_in(page, "admin", NEW)
        write(page)
        page.close()
        page = page.context.new_page()
        page.goto(NEW)
        page.get_by_text("yang belum tersimpan").wait_for()
        assert page.title().startswith("Belum tersimpan: ")
        assert_sound(page, *BOTH)
        page.get_by_role("button", name="Kembalikan isian").click()
        other = page.context.new_page()
        other.goto("/akun/")
        other.locator("details.account summary").click()
        other.evaluate("document.querySelector('[data-log-out]').removeAttribute('data-log-out')")
        other.get_by_role("button", name="Keluar").click()
        other.wait_for_url("**/akun/masuk/")
        log_in(other)
        page.get_by_role("button", name="Simpan pemeliharaan").click()
        page.get_by_role("heading", name="Formulir kedaluwarsa").wait_for()
        assert_sound(page, *BOTH)
        page.get_by_role("button", name="Kirim sekali lagi").click()
        page.get_by_text("Pemeliharaan ditambahkan.").first.wait_for()
        page.wait_for_function(NO_DRAFTS)

    walk(steps, expected=("403 (Forbidden)",))
    assert Upkeep.objects.get().plan == TEXT


@pytest.mark.prove
def test_photos_go_up_after_logging_in_in_another_tab(walk, people, survey, own_media):
    plan = ActionPlan.objects.get(position=1)

    def choose(page, name):
        photo = {"name": name, "mimeType": "image/jpeg", "buffer": jpeg("navy" if name == "a.jpg" else "red")}
        page.locator("[data-upload] input[type=file]").first.set_input_files([photo])

    def steps(page):
        sign_in(page, "operator", f"/bukti-dukung/3521/2025-S1/rtl/{plan.pk}/")
        page.context.clear_cookies(name="sessionid")
        choose(page, "a.jpg")
        page.get_by_text("Foto ini tetap terpilih").wait_for()
        assert_sound(page)
        other = page.context.new_page()
        other.goto("/akun/masuk/")
        log_in(other, "operator")
        page.get_by_role("button", name="Coba lagi a.jpg").click()
        page.get_by_text("1 dari 1 foto tersimpan.").wait_for()
        choose(page, "b.jpg")
        page.get_by_text("2 dari 2 foto tersimpan.").wait_for()

    walk(steps, expected=("403 (Forbidden)",))
    assert EvidencePhoto.objects.count() == 3


@pytest.mark.prove
def test_two_writers_are_asked_only_about_what_both_changed_and_the_next_person_sees_no_draft(walk, people, survey):
    plan = ActionPlan.objects.get(position=1)
    address = f"/rtl/3521/2025-S1/{plan.pk}/ubah/"

    def steps(page):
        sign_in(page, "admin", address)
        other = page.context.new_page()
        other.goto(address)
        other.get_by_label("Program").first.fill("Versi pertama")
        other.get_by_label("Indikator").fill("Indikator orang lain")
        other.get_by_role("button", name="Simpan RTL").click()
        other.wait_for_url(lambda url: not url.endswith("/ubah/"))
        page.get_by_label("Program").first.fill("Versi kedua")
        page.get_by_label("Target").fill("Target saya")
        page.get_by_role("button", name="Simpan RTL").click()
        page.get_by_text("akun Anda sendiri di jendela lain").wait_for()
        assert page.title().startswith("Galat: ")
        assert page.locator(".versions").count() == 1
        assert_sound(page, *BOTH)
        page.get_by_label("Isian saya").check()
        page.get_by_role("button", name="Simpan pilihan").click()
        page.get_by_text("RTL tersimpan.").first.wait_for()
        page.goto(NEW)
        write(page)
        page.context.clear_cookies(name="sessionid")
        sign_in(page, "sekretaris")
        page.wait_for_function(NO_DRAFTS)

    walk(steps, expected=("409 (Conflict)",))
    plan.refresh_from_db()
    assert (plan.programme, plan.indicator, plan.target) == ("Versi kedua", "Indikator orang lain", "Target saya")
