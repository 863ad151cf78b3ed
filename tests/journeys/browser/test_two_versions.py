"""Two people at one form: the second is shown both versions and chooses, with the keyboard alone."""

import pytest

from followups.models import ActionPlan
from surveys.models import Survey
from tests.journeys.browser.conftest import NARROW
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = pytest.mark.browser
PAGE = "/skm/3521/2025-S1/"


@pytest.mark.prove
def test_the_second_writer_of_a_survey_chooses(walk, people, survey):
    def steps(page):
        sign_in(page, "admin", PAGE)
        other = page.context.new_page()
        other.goto(PAGE)
        other.get_by_label("Jumlah responden").fill("120")
        other.get_by_role("button", name="Simpan data survei").click()
        other.get_by_text("Data survei tersimpan.").wait_for()
        page.get_by_label("Jumlah responden").fill("130")
        page.get_by_label("Mulai survei").fill("2 Juni 2025")
        page.get_by_role("button", name="Simpan data survei").click()
        page.get_by_text("Data survei ini disimpan lagi ketika Anda mengisinya").wait_for()
        assert_sound(page)
        group = page.get_by_role("group", name="Jumlah responden")
        group.get_by_label("Isian saya").focus()
        page.keyboard.press("ArrowDown")
        assert page.get_by_role("group", name="Mulai survei").count() == 0, "Only one of them changed it."
        page.get_by_role("button", name="Simpan pilihan").press("Enter")
        page.get_by_text("Data survei tersimpan.").wait_for()
        assert page.get_by_label("Jumlah responden").input_value() == "120"
        assert page.get_by_label("Mulai survei").input_value() == "02-06-2025"
        assert not page.get_by_text("belum tersimpan").is_visible()

    walk(steps, NARROW, expected=("409 (Conflict)",))
    assert Survey.objects.get().respondents == 120


@pytest.mark.prove
def test_the_second_writer_of_a_row_in_the_list_chooses_there(walk, people, survey):
    plan = ActionPlan.objects.get(position=2)

    def steps(page):
        sign_in(page, "admin", "/rtl/3521/2025-S1/realisasi/")
        row = page.locator(f"#rtl-{plan.pk}")
        row.get_by_role("link", name="Isi realisasi").click()
        row.get_by_label("Dalam proses").check()
        row.get_by_label("Deskripsi realisasi").fill("Versi kedua.")
        other = page.context.new_page()
        other.goto(f"/rtl/3521/2025-S1/{plan.pk}/")
        other.get_by_label("Dalam proses").check()
        other.get_by_label("Deskripsi realisasi").fill("Versi pertama.")
        other.get_by_role("button", name="Simpan", exact=True).click()
        other.get_by_text("Realisasi tersimpan.").wait_for()
        row.get_by_role("button", name="Simpan", exact=True).click()
        group = row.get_by_role("group", name="Deskripsi realisasi")
        group.wait_for()
        assert_sound(page)
        return group.inner_text()

    asked = walk(steps, NARROW, expected=("409 (Conflict)",))
    assert "Versi kedua." in asked and "Versi pertama." in asked
