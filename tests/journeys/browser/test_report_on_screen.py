"""The report as a page: its contents at its side, and its tables where a phone has no room for columns."""

import pytest
from playwright.sync_api import expect

from tests.journeys.browser.conftest import NARROW, WIDE
from tests.journeys.browser.steps import assert_sound, sign_in

pytestmark = pytest.mark.browser
REPORT = "/laporan/3521/2025-S1/"
SIDEWAYS = """() => [...document.querySelectorAll(".tabel-gulir:has(.stacks)")]
  .filter(region => region.scrollWidth > region.clientWidth + 1)
  .map(region => region.getAttribute("aria-labelledby"))"""
CELLS = """row => [...row.cells].map(cell => [cell.dataset.label, cell.textContent.trim().replace(/\\s+/g, " ")])"""


def test_on_a_phone_each_cell_stands_under_its_heading(walk, people, survey):
    type(survey).objects.update(covered="Permohonan data", forums="Rapat internal")  # their table has no head

    def steps(page):
        sign_in(page, "sekretaris", REPORT)
        expect(page.locator(".tabel-31.stacks")).to_be_visible()
        expect(page.locator(".tabel-sumber:not(.stacks)")).to_be_visible()
        assert page.evaluate(SIDEWAYS) == []
        assert_sound(page)
        planned = page.locator(".tabel-22 tbody tr").first.evaluate(CELLS)
        assert planned[:3] == [
            ["No", "1 a."],
            ["Prioritas Unsur", "Waktu Penyelesaian"],
            ["Program/Kegiatan", "Program 1"],
        ]
        assert ["Okt", "•"] in planned
        assert planned[-1] == ["Penanggung Jawab", "Subbag kul"]
        expect(page.locator(".tabel-22 .tanda:empty").first).to_be_hidden()
        expect(page.locator(".tabel-31 tbody td").first).to_be_visible()

    walk(steps, NARROW)


@pytest.mark.prove
def test_a_table_that_is_wider_than_its_place_says_that_it_can_be_moved(walk, people, survey):
    def steps(page):
        sign_in(page, "sekretaris", REPORT)
        page.set_viewport_size({"width": 700, "height": 800})
        expect(page.locator(".tabel-gulir:has(.tabel-31)")).to_have_attribute("data-scrolls", "")
        page.set_viewport_size(WIDE)
        expect(page.locator(".tabel-gulir:has(.tabel-31)")).not_to_have_attribute("data-scrolls", "")

    walk(steps, WIDE)


@pytest.mark.prove
def test_the_contents_stay_at_the_side_and_lead_to_each_part(walk, people, survey):
    def steps(page):
        sign_in(page, "sekretaris", REPORT)
        contents = page.get_by_role("navigation", name="Isi laporan")
        contents.get_by_role("link", name="BAB III REALISASI RENCANA TINDAK LANJUT").click()
        expect(page.get_by_role("heading", name="BAB III REALISASI RENCANA TINDAK LANJUT")).to_be_in_viewport()
        expect(contents.get_by_role("link", name="1.1 Latar Belakang")).to_be_in_viewport()
        targets = contents.get_by_role("link").evaluate_all("links => links.map(link => link.hash.slice(1))")
        assert len(targets) > 12
        assert page.evaluate("ids => ids.filter(id => !document.getElementById(id))", targets) == []

    walk(steps, WIDE)
