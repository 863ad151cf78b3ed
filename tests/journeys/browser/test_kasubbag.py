"""Realisation in a real browser: from the operator's Sudah to the approval, and what must never be lost on the way."""

import pytest
from playwright.sync_api import expect

from followups.models import ActionPlan, Review, Status
from offices.models import AuditEvent
from tests.conftest import make_plan, make_survey
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in, sign_in_by_hand
from tests.mass import sampled

pytestmark = pytest.mark.browser
LIST = "/rtl/3521/2025-S1/realisasi/"


@pytest.fixture
def plan(survey):
    """The plan with a photo, in progress."""
    ActionPlan.objects.filter(position=1).update(status=Status.IN_PROGRESS, description="")
    return ActionPlan.objects.get(position=1)


def leave(page):
    """The session ends; what else the browser keeps stays."""
    page.context.clear_cookies(name="sessionid")


def save_as_done(page, words):
    page.get_by_label("Sudah", exact=True).check()
    page.get_by_label("Deskripsi realisasi").fill(words)
    page.get_by_label("Oktober 2025").check()
    page.get_by_role("button", name="Simpan", exact=True).click()


@pytest.mark.parametrize("script", sampled([True, False], ids=["with script", "without script"]))
def test_a_kasubbag_returns_the_operator_mends_the_kasubbag_approves(walk, people, plan, script):
    def steps(page):
        sign_in(page, "operator", f"/rtl/3521/2025-S1/{plan.pk}/")
        save_as_done(page, "Jadwal ditempel.")
        page.get_by_text("Realisasi tersimpan.").wait_for()
        expect(page.get_by_text("Belum disetujui").first).to_be_visible()
        leave(page)

        sign_in(page, "kasubbag")
        page.get_by_role("link", name="Program 1").click()
        page.get_by_text("Kembalikan…").click()
        page.get_by_label("Catatan pengembalian").fill("Sebutkan tempat menempelnya.")
        page.get_by_role("button", name="Kembalikan dengan catatan").click()
        page.get_by_text("dikembalikan dengan catatan").wait_for()
        leave(page)

        sign_in(page, "operator")
        expect(page.get_by_text("Sebutkan tempat menempelnya.")).to_be_visible()
        page.get_by_role("link", name="Program 1").click()
        expect(page.get_by_text("Sebutkan tempat menempelnya.")).to_be_visible()
        save_as_done(page, "Jadwal ditempel di loket.")
        page.get_by_text("Realisasi tersimpan.").wait_for()
        leave(page)

        sign_in(page, "kasubbag")
        page.get_by_role("link", name="Program 1").click()
        page.get_by_role("button", name="Setujui").click()
        page.get_by_text("disetujui.").first.wait_for()

    walk(steps, java_script_enabled=script)
    plan.refresh_from_db()
    assert (plan.review, plan.description) == (Review.APPROVED, "Jadwal ditempel di loket.")
    actions = AuditEvent.objects.filter(action__startswith="plan.").order_by("id").values_list("action", flat=True)
    assert list(actions) == ["plan.realise", "plan.return", "plan.realise", "plan.approve"]


def test_a_row_of_the_list_is_filled_in_where_it_stands(walk, people, plan):
    def steps(page):
        sign_in(page, "operator", LIST)
        row = page.locator(f"#rtl-{plan.pk}")
        row.get_by_role("link", name="Isi realisasi").click()
        row.get_by_label("Sudah", exact=True).check()
        row.get_by_role("button", name="Simpan", exact=True).click()
        row.get_by_text("Uraikan apa yang dilaksanakan").wait_for()
        assert_sound(page)
        save_as_done(row, "Jadwal ditempel.")
        row.get_by_text("Tersimpan", exact=True).wait_for()
        assert row.locator("form").count() == 0
        assert page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('draf:'))") == []
        row.get_by_role("link", name="Isi realisasi").click()
        row.get_by_role("link", name="Batal").click()
        row.get_by_role("link", name="Isi realisasi").wait_for()

    walk(steps, NARROW)
    plan.refresh_from_db()
    assert plan.status == Status.DONE


@pytest.mark.prove
@pytest.mark.parametrize("start", sampled([LIST, None], ids=["list", "page"]))
def test_what_was_typed_survives_an_ended_session(walk, people, plan, start):
    def steps(page):
        sign_in(page, "operator", start or f"/rtl/3521/2025-S1/{plan.pk}/")
        if start:
            page.locator(f"#rtl-{plan.pk}").get_by_role("link", name="Isi realisasi").click()
        page.get_by_label("Tantangan/hambatan").fill("Printer rusak dua minggu.")
        leave(page)
        page.get_by_label("Tantangan/hambatan").press("Enter")
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_label("Nama pengguna").fill("operator")
        page.get_by_label("Kata sandi").fill("kata-sandi-uji-7!")
        page.get_by_role("button", name="Masuk").click()
        page.get_by_role("button", name="Simpan isian itu").click()
        page.get_by_text("Realisasi tersimpan.").wait_for()
        assert page.get_by_text("belum tersimpan").count() == 0

    walk(steps)
    plan.refresh_from_db()
    assert plan.obstacle == "Printer rusak dua minggu."


@pytest.mark.prove
def test_another_person_in_the_same_tab_is_not_offered_it(walk, people, plan):
    address = f"/rtl/3521/2025-S1/{plan.pk}/"

    def steps(page):
        sign_in(page, "operator", address)
        page.get_by_label("Tantangan/hambatan").fill("Hanya untuk saya.")
        leave(page)
        sign_in_by_hand(page, "kasubbag", address)
        expect(page.get_by_label("Tantangan/hambatan")).to_be_visible()
        return page.get_by_role("button", name="Kembalikan isian").count()

    assert walk(steps) == 0


@pytest.mark.prove
def test_two_versions_are_chosen_from(walk, people, plan):
    address = f"/rtl/3521/2025-S1/{plan.pk}/"

    def steps(page):
        sign_in(page, "operator", address)
        page.get_by_label("Deskripsi realisasi").fill("Versi operator.")
        other = page.context.new_page()
        other.goto(address)
        other.get_by_label("Deskripsi realisasi").fill("Versi kedua.")
        other.get_by_role("button", name="Simpan", exact=True).click()
        other.get_by_text("Realisasi tersimpan.").wait_for()
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_text("RTL ini disimpan lagi ketika Anda mengisinya").wait_for()
        assert_sound(page)
        page.get_by_label("Isian saya").check()
        page.get_by_role("button", name="Simpan pilihan").click()
        page.get_by_text("Realisasi tersimpan.").wait_for()

    walk(steps, NARROW, expected=("409 (Conflict)",))
    plan.refresh_from_db()
    assert plan.description == "Versi operator."


@pytest.mark.prove
def test_the_pages_are_sound(walk, people, plan, magetan):
    make_survey(magetan)
    long = make_plan(plan.priority, 3, obstacle="x" * 300)
    ActionPlan.objects.filter(pk=long.pk).update(programme="Penyelenggaraanpelayananterpadusatupintu " * 4)

    def steps(page):
        sign_in(page, "operator")
        for address in ("/", LIST, f"/rtl/3521/2025-S1/{plan.pk}/"):
            page.goto(address)
            assert_sound(page, *BOTH)
        leave(page)
        sign_in(page, "pemantau", f"/rtl/3521/2025-S1/{long.pk}/")
        assert_sound(page, *BOTH)

    walk(steps, NARROW)
