"""The form of a realisation asks for what its status needs, with a script or without, and forgets nothing typed."""

import pytest

from followups.models import ActionPlan, Completion, Status
from tests.journeys.browser.conftest import NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.mass import sampled

pytestmark = pytest.mark.browser
WORK = {"Deskripsi realisasi", "Bulan pelaksanaan", "Tantangan/hambatan"}
STRATEGY = {"Strategi penyelesaian", "Target selesai", "Mulai diselesaikan", "Penanggung jawab penyelesaian"}
REASON = {"Alasan belum dilaksanakan"}
ASKED = {
    "Belum dimulai": REASON | STRATEGY,
    "Dalam proses": WORK | REASON | STRATEGY,
    "Sudah": WORK | {"Tanggal selesai"},
    "Tidak dapat dilaksanakan": REASON,
}
EVERY = set().union(*ASKED.values())


@pytest.fixture
def plan(survey):
    """Nothing is filled in of it yet."""
    return ActionPlan.objects.get(position=2)


def seen(page):
    """The labels of fields that are in sight, but for the status."""
    form = page.locator("form.realisation-form")
    labels = form.locator(".form-label:visible").all_inner_texts()
    return {label.strip().rstrip("*") for label in labels} & EVERY


@pytest.mark.parametrize("script", sampled([False, True], ids=["without script", "with script"]))
def test_each_status_shows_what_it_asks_for_and_brings_back_what_was_typed(walk, people, plan, script):
    def steps(page):
        sign_in(page, "admin", f"/rtl/3521/2025-S1/{plan.pk}/")
        shown = {}
        for status in ASKED:
            page.get_by_label(status, exact=True).check()
            shown[status] = seen(page)
            if status == "Dalam proses":
                page.get_by_label("Strategi penyelesaian").fill("Dicetak sendiri.")
                page.get_by_label("Target selesai").select_option(index=2)
        if script:
            assert_sound(page)
        page.get_by_label("Dalam proses").check()
        kept = page.get_by_label("Strategi penyelesaian").input_value()
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_text("Realisasi tersimpan.").wait_for()
        return shown, kept

    shown, kept = walk(steps, NARROW, java_script_enabled=script)
    assert shown == ASKED
    assert kept == Completion.objects.get(plan=plan).strategy == "Dicetak sendiri."
    assert Completion.objects.get(plan=plan).latest


@pytest.mark.prove
def test_what_stands_there_already_stays_in_sight_where_the_status_would_hide_it(walk, people, plan):
    ActionPlan.objects.filter(pk=plan.pk).update(
        status=Status.IN_PROGRESS, description="Sudah dicetak.", completed_on="2025-10-03"
    )

    def steps(page):
        sign_in(page, "admin", f"/rtl/3521/2025-S1/{plan.pk}/")
        open_with_end = seen(page)
        page.get_by_label("Belum dimulai").check()
        return open_with_end, seen(page)

    assert walk(steps) == (EVERY, EVERY)
