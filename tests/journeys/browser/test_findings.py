"""Findings in a real browser: beside their fields, led to from their page, answered by one who may."""

import re

import pytest
from playwright.sync_api import expect

from followups.models import ActionPlan, Completion
from surveys.models import Survey
from tests.conftest import LATER
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = pytest.mark.browser
REASON = "Jadwal ditetapkan bersama anggaran berikutnya."


@pytest.fixture
def plan(survey):
    """The cast's second plan, of which months are missing and everything else is there."""
    found = ActionPlan.objects.get(priority__followup__survey=survey, position=2)
    found.months.all().delete()
    Completion.objects.create(plan=found, reason="Petugas terbatas.", strategy="Menambah petugas.", latest=LATER)
    return found


def test_a_finding_leads_to_its_field_and_stands_beside_it(walk, people, plan):
    def steps(page):
        sign_in(page, "admin", "/pemeriksaan/3521/2025-S1/")
        assert_sound(page, *BOTH)
        page.get_by_role("link", name="Tabel 2.2, nomor 1 b, Waktu").click()
        assert page.url.endswith(f"/rtl/3521/2025-S1/{plan.pk}/ubah/#div_id_months")
        note = page.locator("#div_id_months .beside-note")
        note.wait_for()
        assert "RTL belum dijadwalkan" in note.inner_text()
        page.get_by_text("Catatan kelengkapan halaman ini").click()
        expect(page.locator(".beside-panel a").first).to_be_visible()
        assert_sound(page, *BOTH)

    walk(steps, NARROW)


@pytest.mark.prove
def test_a_finding_of_a_day_has_the_width_of_its_field(walk, people, survey):
    Survey.objects.filter(pk=survey.pk).update(start=None)

    def steps(page):
        sign_in(page, "admin", "/skm/3521/2025-S1/")
        field = page.locator("#div_id_start")
        expect(field.locator(".day + .beside-note")).to_be_visible()
        expect(field.locator(".day .beside-note")).to_have_count(0)
        expect(field.get_by_label("Mulai survei", exact=True)).to_have_accessible_description(re.compile("survei"))
        assert field.locator(".beside-note").bounding_box()["width"] == field.bounding_box()["width"]

    walk(steps)


@pytest.mark.prove
def test_a_row_that_is_mended_loses_its_finding_without_a_new_page(walk, people, plan):
    def steps(page):
        sign_in(page, "admin", "/rtl/3521/2025-S1/")
        note = page.locator(f"#rtl-{plan.pk} .beside-note")
        note.wait_for()
        page.get_by_role("button", name="Oktober 2025, RTL 1 b").click()
        page.locator(f"#rtl-{plan.pk} [aria-pressed=true]").wait_for()
        expect(note).to_have_count(0)

    walk(steps)


@pytest.mark.prove
def test_several_places_are_answered_with_one_reason(walk, people, plan):
    ActionPlan.objects.get(position=1).months.all().delete()

    def steps(page):
        sign_in(page, "sekretaris", "/pemeriksaan/3521/2025-S1/")
        for row in ("1 a", "1 b"):
            page.get_by_label(f"Jelaskan: Tabel 2.2, nomor {row}, Waktu").check()
        page.get_by_label("Penjelasan untuk catatan yang ditandai").fill(REASON)
        page.get_by_role("button", name="Simpan penjelasan").click()
        page.get_by_text("Penjelasan untuk 2 catatan tersimpan.").wait_for()
        assert page.get_by_text(REASON).count() == 2
        assert_sound(page)

    walk(steps)
