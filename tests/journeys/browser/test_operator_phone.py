"""An operator with a phone: sets a status, is asked for proof, adds a photo, and loses no word on the way."""

import pytest

from followups.models import ActionPlan, EvidenceUse, Review, Status
from offices.models import AuditEvent
from tests.journeys.browser.conftest import NARROW, WIDE
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.browser.test_upload import photo

pytestmark = pytest.mark.browser
WORDS = "Jadwal pelayanan ditempel di loket."


@pytest.fixture
def plan(survey):
    """Late, and without proof."""
    plan = ActionPlan.objects.get(position=2)
    plan.all_units = False
    plan.save()
    plan.units.add(survey.office.units.get(key="kul"))
    return plan


def test_an_operator_sets_a_status_and_adds_a_photo(walk, people, plan):
    def steps(page):
        sign_in(page, "operator")
        page.get_by_role("link", name="Program 2").click()
        page.get_by_label("Sudah", exact=True).check()
        page.get_by_label("Deskripsi realisasi").fill(WORDS)
        page.get_by_label("Oktober 2025").check()
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_text("memerlukan sedikitnya satu bukti dukung").wait_for()
        assert page.get_by_label("Deskripsi realisasi").input_value() == WORDS
        assert_sound(page)
        page.get_by_label("Tambah foto").set_input_files([photo("loket.jpg", "orange")])
        page.get_by_text("1 dari 1 foto tersimpan.").wait_for()
        assert_sound(page)
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_text("Realisasi tersimpan.").wait_for()

    walk(steps, NARROW, has_touch=True, is_mobile=True)
    plan.refresh_from_db()
    assert (plan.status, plan.review, plan.description) == (Status.DONE, Review.PENDING, WORDS)
    assert EvidenceUse.objects.filter(group__plan=plan).count() == 1


@pytest.mark.prove
def test_what_was_refused_is_offered_back_after_leaving_for_the_photo(walk, people, plan):
    def steps(page):
        sign_in(page, "operator", "/rtl/3521/2025-S1/realisasi/")
        row = page.locator(f"#rtl-{plan.pk}")
        row.get_by_role("link", name="Isi realisasi").click()
        row.get_by_label("Sudah", exact=True).check()
        row.get_by_label("Deskripsi realisasi").fill(WORDS)
        row.get_by_role("button", name="Simpan", exact=True).click()
        row.get_by_text("memerlukan sedikitnya satu bukti dukung").wait_for()
        row.get_by_role("link", name="Lihat dan tambahkan").click()
        page.get_by_role("button", name="Kembalikan isian").click()
        return page.get_by_label("Deskripsi realisasi").input_value()

    assert walk(steps, NARROW) == WORDS


@pytest.mark.prove
def test_the_keyboard_alone_is_enough_to_record_a_realisation(walk, people, plan):
    def steps(page):
        def to(words):
            for _ in range(60):
                page.keyboard.press("Tab")
                label = page.evaluate(
                    "[document.activeElement.labels?.[0], document.activeElement]"
                    ".map((element) => element?.textContent.trim()).find(Boolean)"
                )
                if label and label.startswith(words):
                    return
            raise AssertionError(f"Tab never reaches {words}")

        sign_in(page, "operator")
        to("Program 2")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name="Realisasi", exact=True).wait_for()
        to("Belum dimulai")
        page.keyboard.press("ArrowDown")
        to("Deskripsi realisasi")
        page.keyboard.type(WORDS)
        to("Alasan belum dilaksanakan")
        page.keyboard.type("Menunggu cetakan.")
        to("Strategi penyelesaian")
        page.keyboard.type("Dicetak sendiri.")
        to("Simpan")
        page.keyboard.press("Enter")
        page.get_by_text("Realisasi tersimpan.").wait_for()

    walk(steps, WIDE)
    plan.refresh_from_db()
    assert (plan.status, plan.description, plan.completion.strategy) == (
        Status.IN_PROGRESS,
        WORDS,
        "Dicetak sendiri.",
    )
    assert AuditEvent.objects.get(action="plan.realise").actor_id == people.staff.pk
