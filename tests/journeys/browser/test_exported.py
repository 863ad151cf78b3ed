"""The exported report, opened from a folder where no portal is: on a phone, on a desk, and its references followed."""

import pytest

from reports.document.build import build
from reports.printing.export import write_html
from tests.journeys.browser.conftest import NARROW, WIDE
from tests.reports.printing.cases import mixed

CONTENTS, FIRST = ".daftar-isi", "#bab-1"


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The address of a report of every shape, written into a folder."""
    target = tmp_path_factory.mktemp("exported") / "laporan.html"
    write_html(build(mixed()), target)
    return target.as_uri()


def opened(chromium, address, size, steps):
    """What ``steps(page)`` finds; nothing that the page asks for is missing or elsewhere."""

    def walked(browser):
        context = browser.new_context(viewport=size, offline=True)
        page, missed, asked = context.new_page(), [], []
        page.on("requestfailed", lambda request: missed.append(request.url))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address)
        found = steps(page)
        context.close()
        assert missed == []
        assert [url for url in asked if not url.startswith(address.rpartition("/")[0])] == []
        return found

    return chromium(walked)


def places(page):
    return [page.locator(name).bounding_box() for name in (CONTENTS, FIRST)]


def test_a_phone_shows_it_without_moving_it_sideways(chromium, exported):
    def steps(page):
        page.evaluate("document.querySelectorAll('img').forEach(img => img.loading = 'eager')")
        page.wait_for_function("[...document.images].every(img => img.complete && img.naturalWidth)")
        return page.evaluate("document.documentElement.scrollWidth"), places(page)

    width, (contents, first) = opened(chromium, exported, NARROW, steps)
    assert width == 360
    assert contents["y"] + contents["height"] < first["y"]


def test_a_desk_has_the_contents_at_its_side_wherever_one_reads(chromium, exported):
    def steps(page):
        page.locator(f"{CONTENTS} a[href='#lampiran']").click()
        return places(page), page.locator("#lampiran").bounding_box()

    (contents, first), annex = opened(chromium, exported, WIDE, steps)
    assert contents["x"] + contents["width"] <= first["x"]
    for stands in (contents, annex):
        assert -1 <= stands["y"] < WIDE["height"] / 2


def test_a_reference_leads_to_its_figure(chromium, exported):
    def steps(page):
        link = page.locator(".tabel-31 .rujukan a[href^='#gambar-']").first
        goal = link.get_attribute("href")
        link.click()
        return page.locator(goal).bounding_box()

    assert 0 <= opened(chromium, exported, WIDE, steps)["y"] < WIDE["height"]


@pytest.mark.prove
def test_what_is_for_paper_is_not_applied_on_a_screen(chromium, exported):
    """Nor what is for a screen on paper: there the contents have their page numbers and no side."""

    def steps(page):
        seen = page.locator(CONTENTS).evaluate("node => getComputedStyle(node).position")
        size = page.locator(".laporan").evaluate("node => getComputedStyle(node).fontSize")
        page.emulate_media(media="print")
        return seen, size, page.locator(CONTENTS).evaluate("node => getComputedStyle(node).position")

    assert opened(chromium, exported, WIDE, steps) == ("sticky", "17px", "static")
