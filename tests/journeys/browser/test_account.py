"""The account in a real browser: the question before what matters, by keyboard; the notice; the ways of the factor."""

import pytest

from offices.models import Membership, NoticeKind, Role, User
from offices.notices.telling import notify
from tests.conftest import PASSWORD
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, set_second_factor, sign_in
from tests.mass import sampled

pytestmark = pytest.mark.browser
NEW = "/satuan-kerja/3521/pengguna/baru/"


def fill_in_person(page):
    page.goto(NEW)
    page.get_by_label("Nama pengguna").fill("orang.baru")
    page.get_by_label("Nama lengkap").fill("Orang Baru")
    page.get_by_label("Sekretaris").check()
    page.get_by_label("Status kepegawaian").select_option("other")
    page.get_by_role("button", name="Tambah pengguna").click()


@pytest.mark.parametrize("java_script", sampled([True, False]))
def test_the_question_is_answered_by_keyboard_and_nothing_typed_is_lost(walk, people, java_script):
    def steps(page):
        sign_in(page, "admin")
        fill_in_person(page)
        page.get_by_role("heading", name="Pastikan ini Anda").wait_for()
        if java_script:
            assert_sound(page, *BOTH)
        page.get_by_label("Kata sandi akun Anda").fill("salah")
        page.get_by_label("Kata sandi akun Anda").press("Enter")
        page.get_by_text("Kata sandi salah. Coba sekali lagi.").wait_for()
        page.get_by_label("Kata sandi akun Anda").fill(PASSWORD)
        page.get_by_label("Kata sandi akun Anda").press("Enter")
        page.get_by_role("heading", name="Kata sandi sementara untuk Orang Baru").wait_for()

    walk(steps, NARROW, java_script_enabled=java_script)
    assert User.objects.get(username="orang.baru").memberships.get().role == Role.SECRETARY


@pytest.mark.prove
def test_a_notice_goes_when_it_is_understood_and_leaves_the_page_as_it_is(walk, people, ngawi):
    notify(people.admin, NoticeKind.ENABLED, people.secretary)

    def steps(page):
        sign_in(page, "admin")
        page.goto("/satuan-kerja/3521/")
        assert_sound(page, *BOTH)
        page.get_by_label("Nama singkat").fill("Nama yang sedang diketik")
        page.get_by_role("button", name="Saya mengerti").press("Enter")
        page.get_by_text("diaktifkan kembali").wait_for(state="detached")
        assert page.get_by_label("Nama singkat").input_value() == "Nama yang sedang diketik"
        page.goto("/akun/")
        page.get_by_text("diaktifkan kembali").wait_for()
        assert_sound(page, *BOTH)

    walk(steps, NARROW)


@pytest.mark.prove
def test_who_must_have_a_second_factor_is_led_sets_it_up_and_comes_back(walk, people, magetan):
    Membership.objects.create(user=people.admin, office=magetan, role=Role.ADMIN)

    def steps(page):
        sign_in(page, "admin", "/skm/")
        page.get_by_role("link", name="Aktifkan sekarang").wait_for()
        assert_sound(page, *BOTH)
        page.get_by_role("link", name="Lanjutkan dahulu").click()
        fill_in_person(page)
        page.get_by_role("heading", name="Aktifkan dahulu verifikasi dua langkah").wait_for()
        assert_sound(page, *BOTH)
        other = page.context.new_page()
        set_second_factor(other)
        assert_sound(other, *BOTH)
        other.get_by_role("link", name="Sudah saya simpan").click()
        page.get_by_role("button", name="Lanjutkan").click()
        page.get_by_role("heading", name="Kata sandi sementara untuk Orang Baru").wait_for()

    walk(steps, NARROW)
