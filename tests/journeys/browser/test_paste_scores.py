"""A column of scores, pasted into the field of one element."""

import pytest

from surveys.models import ElementScore
from tests.journeys.browser.conftest import NARROW
from tests.journeys.browser.steps import sign_in
from tests.mass import sampled

COLUMN = [*(f"3,{hundredths}" for hundredths in range(11, 20))]
PASTE = """(field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const paste = new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true});
    field.dispatchEvent(paste);
}"""


def test_a_column_pasted_into_one_field_fills_all(walk, people, survey):
    def steps(page):
        sign_in(page, "admin", "/skm/3521/2025-S1/")
        page.get_by_label("Persyaratan", exact=True).evaluate(PASTE, "\n".join(COLUMN))
        fields = page.locator(".scores input").all()
        assert [field.input_value() for field in fields] == COLUMN
        page.get_by_text("3,19 · 79,75 · B").wait_for()

    walk(steps)


@pytest.mark.prove
@pytest.mark.parametrize("script", sampled([True, False], ids=["with script", "without script"]))
def test_a_column_with_names_goes_through_the_server(walk, people, survey, script):
    def steps(page):
        sign_in(page, "admin", "/skm/3521/2025-S1/")
        named = "Biaya/Tarif: 3,50\nWaktu Penyelesaian: 3,40"
        if script:
            page.get_by_label("Persyaratan", exact=True).evaluate(PASTE, named)
        else:
            page.locator("details.paste summary").click()
            page.get_by_label("Tempel nilai semua unsur").fill(named)
        assert page.get_by_label("Tempel nilai semua unsur").input_value() == named
        page.get_by_role("button", name="Simpan data survei").click()
        page.get_by_text("Data survei tersimpan.").wait_for()

    walk(steps, NARROW, java_script_enabled=script)
    stored = dict(ElementScore.objects.values_list("element__key", "score"))
    assert (str(stored["biaya"]), str(stored["waktu"])) == ("3.500000", "3.400000")
