"""What is typed survives a step back, although no browser keeps the pages; and nothing of it survives its purpose."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP

from followups.models import ActionPlan
from offices.models import Unit
from tests.conftest import PASSWORD
from tests.journeys.browser.steps import sign_in, sign_in_by_hand
from tests.journeys.routes import SECRET, code_now
from tests.mass import sampled

pytestmark = pytest.mark.browser
UNITS, PROFILE, NEW = "/satuan-kerja/3521/unit/", "/satuan-kerja/3521/", "/satuan-kerja/3521/pengguna/baru/"
NAME = "Subbagian yang sedang diketik"
KEPT = "JSON.stringify(Object.entries(sessionStorage).filter(([key]) => key.startsWith('ketikan')))"


def without_the_browsers_memory(page):
    """Over HTTP the browser itself puts back what was typed into a page that it may not keep."""
    page.evaluate("document.querySelectorAll('main form').forEach(form => { form.autocomplete = 'off' })")


def leave_and_come_back(page):
    without_the_browsers_memory(page)
    page.get_by_role("navigation", name="Utama").get_by_role("link", name="Siklus").click()
    page.wait_for_url("**/skm/")
    page.go_back()
    page.wait_for_url(lambda url: not url.endswith("/skm/"))


def test_typed_text_is_there_after_a_step_back_and_after_a_reload(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", UNITS)
        page.get_by_label("Nama lengkap unit").fill(NAME)
        leave_and_come_back(page)
        assert page.get_by_label("Nama lengkap unit").input_value() == NAME
        without_the_browsers_memory(page)
        page.reload()
        assert page.get_by_label("Nama lengkap unit").input_value() == NAME
        page.get_by_label("Nama lengkap unit").fill("")
        leave_and_come_back(page)
        assert page.get_by_label("Nama lengkap unit").input_value() == ""

    walk(steps)


@pytest.mark.prove
def test_choices_come_back_too(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", NEW)
        page.get_by_label("Sekretaris").check()
        page.get_by_label("Status kepegawaian").select_option("other")
        leave_and_come_back(page)
        assert page.get_by_label("Sekretaris").is_checked()
        assert page.get_by_label("Status kepegawaian").input_value() == "other"

    walk(steps)


@pytest.mark.prove
def test_what_is_typed_and_taken_back_is_not_kept(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", PROFILE)
        page.get_by_label("Nama singkat").fill("Sedang diketik")
        assert "Sedang diketik" in page.evaluate(KEPT)
        page.get_by_label("Nama singkat").fill("KPU Kabupaten Ngawi")
        return page.evaluate(KEPT)

    assert walk(steps) == "[]"


@pytest.mark.prove
def test_what_was_saved_is_forgotten(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", f"{UNITS}?dari=beranda")
        page.get_by_label("Nama lengkap unit").fill(NAME)
        page.get_by_label("Nama singkat").fill("Subbag")
        assert NAME in page.evaluate(KEPT)
        without_the_browsers_memory(page)
        page.get_by_role("button", name="Tambah unit").click()
        page.get_by_role("listitem").filter(has_text=NAME).wait_for()
        assert NAME not in page.evaluate(KEPT)
        page.go_back()
        page.wait_for_url("**?dari=beranda")
        assert page.get_by_label("Nama lengkap unit").input_value() == ""

    walk(steps)
    assert Unit.objects.filter(name=NAME).count() == 1


@pytest.mark.prove
def test_what_made_something_behind_a_question_is_forgotten(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", NEW)
        page.get_by_label("Nama pengguna").fill("orang.baru")
        page.get_by_label("Nama lengkap").fill("Orang Baru")
        page.get_by_label("Sekretaris").check()
        page.get_by_label("Status kepegawaian").select_option("other")
        page.get_by_role("button", name="Tambah pengguna").click()
        page.get_by_label("Kata sandi akun Anda").fill(PASSWORD)
        page.get_by_role("button", name="Konfirmasi dan lanjutkan").click()
        page.get_by_role("heading", name="Kata sandi sementara untuk Orang Baru").wait_for()
        return page.evaluate(KEPT)

    assert walk(steps) == "[]"


@pytest.mark.prove
def test_what_was_refused_is_kept_on_the_page_and_sent_once_mended(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", UNITS)
        page.get_by_label("Nama lengkap unit").fill(NAME)
        page.get_by_role("button", name="Tambah unit").click()
        page.locator('[aria-invalid="true"]').first.wait_for()
        assert page.get_by_label("Nama lengkap unit").input_value() == NAME
        page.get_by_label("Nama singkat").fill("Subbag")
        page.get_by_role("button", name="Tambah unit").click()
        page.get_by_role("listitem").filter(has_text=NAME).wait_for()
        return page.evaluate(KEPT)

    assert walk(steps) == "[]"


@pytest.mark.parametrize(
    ("address", "secrets"),
    sampled([("/akun/kata-sandi/", 3), ("/akun/dua-langkah/aktifkan/", 1), ("/akun/kunci/", 1)]),
)
def test_nothing_of_a_password_or_a_passphrase_is_ever_kept(walk, people, address, secrets):
    if address == "/akun/kunci/":
        TOTP.activate(people.secretary, SECRET)

    def steps(page):
        sign_in(page, "sekretaris", code=code_now(SECRET) if address == "/akun/kunci/" else "")
        page.goto(address)
        fields = page.locator("main input[type=password]")
        assert fields.count() >= secrets
        for field in fields.all():
            field.fill("rahasia-sekali-7!")
        return page.evaluate(KEPT)

    assert walk(steps) == "[]"


@pytest.mark.prove
def test_codes_of_a_telephone_are_not_kept(walk, people):
    def steps(page):
        sign_in(page, "admin")
        page.goto("/akun/dua-langkah/aktifkan/")
        page.get_by_label("Kata sandi akun Anda").fill(PASSWORD)
        page.get_by_role("button", name="Konfirmasi").click()
        page.locator("input[name=code]").fill("123456")
        return page.evaluate(KEPT)

    assert walk(steps) == "[]"


@pytest.mark.prove
def test_logging_out_clears_it(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", UNITS)
        page.get_by_label("Nama lengkap unit").fill(NAME)
        page.locator("details.account summary").click()
        page.get_by_role("button", name="Keluar").click()
        page.wait_for_url(lambda url: "/akun/" in url)
        assert NAME not in page.evaluate(KEPT)

    walk(steps)


def test_after_a_session_that_ended_another_person_never_gets_it(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", UNITS)
        page.get_by_label("Nama lengkap unit").fill(NAME)
        page.context.clear_cookies()
        sign_in_by_hand(page, "sekretaris", UNITS)
        assert NAME not in page.evaluate(KEPT)
        page.reload()
        assert NAME not in page.content()

    walk(steps)


@pytest.mark.prove
def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unseen(walk, people, survey):
    plan = ActionPlan.objects.order_by("position").first()
    address = f"/rtl/3521/2025-S1/{plan.pk}/ubah/"

    def save(page, name):
        page.get_by_label("Program").first.fill(name)
        page.get_by_role("button", name="Simpan RTL").click()

    def steps(page):
        sign_in(page, "admin", address)
        page.get_by_label("Program").first.fill("Milik saya")
        other = page.context.new_page()
        other.goto(address)
        save(other, "Milik orang lain")
        other.wait_for_url(lambda url: not url.endswith("/ubah/"))
        leave_and_come_back(page)
        assert page.get_by_label("Program").first.input_value() == "Milik saya"
        page.get_by_role("button", name="Simpan RTL").click()
        page.get_by_role("button", name="Simpan pilihan").wait_for()

    walk(steps, expected=("409 (Conflict)",))
    plan.refresh_from_db()
    assert plan.programme == "Milik orang lain"
