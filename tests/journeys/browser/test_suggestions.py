"""An admin on a phone reads what respondents wrote, releases one, keeps one back, with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from surveys.models import Suggestion
from tests.journeys.browser.conftest import NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.browser.test_scores_from_a_file import press

pytestmark = pytest.mark.browser
LONG = "Loket pelayanan hendaknya dibuka sebelum jam delapan, karena banyak warga datang dari desa yang jauh " * 3
PERSONAL = "Mohon dihubungi di 0812 7770 0001 tentang kartu keluarga saya."


def test_one_is_released_one_is_kept_back_and_the_results_show_the_first_only(walk, people, survey):
    long = Suggestion.objects.create(survey=survey, text=LONG.strip(), times=2)
    personal = Suggestion.objects.create(survey=survey, text=PERSONAL, times=1)

    def steps(page):
        sign_in(page, "admin", "/skm/3521/2025-S1/hasil/")
        press(page, "link", "Baca semua saran (2 belum dibaca)")
        expect(page.get_by_text("Memuat nomor telepon.")).to_be_visible()
        assert_sound(page)
        for text, decision, told in ((LONG, "Rilis", "Saran dirilis."), (PERSONAL, "Tahan", "Saran ditahan.")):
            one = page.get_by_role("listitem").filter(has_text=text[:40])
            press(one, "button", decision)
            expect(page.get_by_text(told)).to_be_visible()
        expect(page.get_by_text("0 belum dibaca, 1 dirilis, 1 ditahan.")).to_be_visible()
        press(page, "link", "Hasil survei")
        shown = page.get_by_role("region", name="Saran responden")
        expect(shown).to_contain_text("(ditulis 2 orang)")
        assert_sound(page)
        return shown.inner_text()

    shown = walk(steps, NARROW, has_touch=True, is_mobile=True)
    assert LONG[:40] in shown and "0812" not in shown
    decisions = dict(Suggestion.objects.values_list("pk", "decision"))
    assert (decisions[long.pk], decisions[personal.pk]) == ("released", "kept")
