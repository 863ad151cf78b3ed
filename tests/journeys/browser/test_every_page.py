"""Every page that the table of addresses knows, looked at in a real browser at both widths.

In the usual run one in eighteen of them; the others are seen on the walks of people, and all by ``make prove``.
"""

import pytest
from playwright.sync_api import expect

from followups.models import FollowUp
from reports.models import State
from reports.verification.verdict import Stands
from reports.verification.verdict_table import IN_FORCE
from reports.verification.words import OF_CODE
from tests.journeys.browser.conftest import BOTH, NARROW, WIDE
from tests.journeys.browser.steps import answer_who_it_is, assert_sound, sign_in
from tests.journeys.routes import ROUTES, code_now
from tests.journeys.scene import address_of, make_scene
from tests.mass import in_full, sampled
from tests.reports.issued import CODE, make_report
from tests.reports.issuing.issuing import with_waiting_key

pytestmark = pytest.mark.browser
NO_PAGES = {
    *(
        "healthz",
        "readyz",
        "favicon",
        "manifest",
        "share_worker",
        "photo",
        "photo_thumbnail",
        "office_picture",
        "report_pdf_file",
        "letter_file",
    ),
    *("cycle_workbook", "score_template", "survey_answers_file", "earlier_period_file", "earlier_period_open"),  # files
    *("publication_proof", "publication_sheet", "public_logo", "public_photo", "public_badge"),  # files
    *("open_data", "open_data_below", "evidence_pack_file", "released_copy_file", "public_report"),  # files
    *("paper_file", "paper_picture", "publication_picture", "handover_receipt_file", "calendar"),  # files
    *("signing_file", "version_file", "version_scan", "manual_picture"),  # files and answers
    *("signed_page", "signed_page_picture"),  # of a version that waits, which no other page can stand beside here
    *("survey_reading", "cycle_readiness", "findings_beside", "following"),  # parts of a page
    *(
        "start",
        "plan_month",
        "plan_move",
        "plan_undo",
        "evidence_undo",
        "upkeep_undo",
        "upkeep_move",
        "text_preview",
        "text_restore",
        "text_settle",
        "text_unsettle",
        "manual_help",
        "publication_sheet_forms",
    ),  # lead elsewhere
    *("account_login", "account_logout", "account_inactive"),  # seen before and after
    "account_reset_password_from_key",  # for nobody who is inside
    "handover_receipt",  # in test_letters.py
    "plan_continue",  # stands only where the cycle is signed: in test_second_semester.py
    *(name for name in ROUTES if name.startswith("mfa_") and name != "mfa_index"),  # in test_first_pages.py
}
STANDS = {
    State.PREPARED: Stands.PREPARED,
    State.SUPERSEDED: Stands.SUPERSEDED,
    State.WITHDRAWN: Stands.WITHDRAWN,
}
PAGES = [name for name, row in ROUTES.items() if "admin" in (row.get or "").split() and name not in NO_PAGES]
OF_OTHERS = {"lost_phones": "pemantau", "signing_key": "sekretaris"}


@in_full
def test_every_page_is_sound(walk, people, survey, in_full):
    scene = make_scene(people, survey)
    for given in {row.given for name in PAGES if (row := ROUTES[name]).given}:
        given(scene)

    def steps(page):
        for address in ("/akun/masuk/", "/akun/nonaktif/"):
            page.goto(address)
            assert_sound(page, *BOTH)
        sign_in(page, "admin")
        for name in PAGES if in_full else PAGES[::18]:
            page.goto(address_of(ROUTES[name], scene))
            assert_sound(page, *BOTH)
            if in_full:
                assert_sound(page, *reversed(BOTH))
        page.goto("/akun/keluar/")
        assert_sound(page, *BOTH)

    walk(steps, NARROW)


def test_no_page_is_left_out():
    seen = {*PAGES, *OF_OTHERS, *NO_PAGES}
    assert [name for name, row in ROUTES.items() if row.get and name not in seen] == []


@pytest.mark.prove
@pytest.mark.parametrize("name", OF_OTHERS)
def test_every_page_that_the_admin_does_not_see_is_sound(walk, people, survey, name):
    scene = make_scene(people, survey)
    with_waiting_key(scene)

    def steps(page):
        sign_in(page, OF_OTHERS[name], code=code_now() if name == "signing_key" else "")
        page.goto(address_of(ROUTES[name], scene))
        assert_sound(page, *BOTH)

    walk(steps, NARROW)


@pytest.mark.prove
@pytest.mark.parametrize("state", sampled([State.SUPERSEDED, State.PREPARED, State.WITHDRAWN]))
def test_a_code_that_is_not_in_force_has_a_sound_page(walk, people, survey, state):
    followup = FollowUp.objects.get(survey=survey)
    make_report(followup, people.secretary, state)
    if state == State.SUPERSEDED:
        make_report(followup, people.secretary, code="ZZZZ-YYYY-XXXX-WWWW-VVVV", version=2)

    def steps(page):
        page.goto(f"/verifikasi/{CODE}/")
        assert_sound(page, *BOTH)
        return page.locator("h2").first.inner_text()

    headline = walk(steps, NARROW)
    assert headline != IN_FORCE
    assert headline == OF_CODE[STANDS[state]].headline


def test_a_fault_at_one_width_alone_is_noticed(walk):
    """Negative control: the second of two sizes is looked at as closely as the first, and axe's faults are named."""

    def steps(page):
        page.goto("/akun/masuk/")
        assert_sound(page, *BOTH)
        page.evaluate("document.body.style.minWidth = '500px'")
        assert_sound(page, WIDE)
        with pytest.raises(AssertionError):
            assert_sound(page, *BOTH)
        page.reload()
        page.evaluate("document.querySelector('label').remove()")
        with pytest.raises(AssertionError, match="label"):
            assert_sound(page, WIDE)

    walk(steps, NARROW)


@pytest.mark.prove
def test_a_new_person_comes_in_with_the_password_that_was_shown_once(walk, people, ngawi):
    def steps(page):
        sign_in(page, "admin", "/satuan-kerja/3521/pengguna/")
        page.get_by_role("link", name="Tambah pengguna").click()
        page.get_by_label("Nama pengguna").fill("budi")
        page.get_by_label("Nama lengkap").fill("Budi Santoso")
        page.get_by_role("button", name="Tambah pengguna").click()
        answer_who_it_is(page)
        expect(page.get_by_text("Pilih paling sedikit satu peran.")).to_be_visible()
        assert_sound(page, *BOTH)
        page.get_by_role("checkbox", name="Sekretaris").check()
        page.get_by_role("button", name="Tambah pengguna").click()
        page.get_by_role("heading", name="Kata sandi sementara untuk Budi Santoso").wait_for()
        assert_sound(page, *BOTH)
        password = page.locator("dd code").nth(1).inner_text()
        page.get_by_role("link", name="Sudah saya catat").click()
        expect(page.get_by_text("Kata sandi sementara", exact=True)).to_be_visible()
        page.context.clear_cookies()
        page.goto("/akun/masuk/")
        page.get_by_label("Nama pengguna").fill("budi")
        page.get_by_label("Kata sandi").fill(password)
        page.get_by_role("button", name="Masuk").click()
        page.get_by_role("heading", name="Ganti kata sandi").wait_for()
        assert_sound(page, *BOTH)
        page.get_by_label("Kata sandi saat ini").fill(password)
        page.locator("#id_password1").fill("milik-saya-77")
        page.locator("#id_password2").fill("milik-saya-77")
        page.get_by_role("button", name="Ganti kata sandi").click()
        page.get_by_text("Kata sandi sudah diganti.").wait_for()

    walk(steps, NARROW)


@pytest.mark.prove
@pytest.mark.parametrize("script", sampled([True, False], ids=["with script", "without script"]))
def test_social_media_are_added_and_taken_away(walk, people, ngawi, script):
    ngawi.socials = [{"platform": "Instagram", "label": "@kpungawi"}]
    ngawi.place = "Ngawi"
    ngawi.save()

    def steps(page):
        sign_in(page, "admin", "/satuan-kerja/3521/")
        if script:
            page.get_by_role("button", name="Hapus baris ini").first.click()
            page.get_by_role("button", name="Tambah baris").click()
            page.get_by_label("Media").last.fill("YouTube")
        else:
            page.get_by_label("Media").first.fill("")
            page.get_by_label("Nama akun").first.fill("")
            page.get_by_label("Media").last.fill("YouTube")
        page.get_by_label("Nama akun").last.fill("KPU Ngawi")
        page.get_by_role("button", name="Simpan profil").click()
        page.get_by_text("Profil satuan kerja tersimpan.").wait_for()

    walk(steps, java_script_enabled=script)
    ngawi.refresh_from_db()
    assert ngawi.socials == [{"platform": "YouTube", "label": "KPU Ngawi"}]
