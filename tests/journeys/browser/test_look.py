"""What the eye needs beside colour: the ring of the keyboard, dark paper, colours that the system sets, menus."""

import pytest
from playwright.sync_api import expect

from followups.models import ActionPlan
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.browser.test_every_page import PAGES
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, make_scene
from tests.mass import in_full, sampled

pytestmark = pytest.mark.browser
RING = """() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const seen = (element) => getComputedStyle(element).outlineStyle !== "none";
  const focused = document.activeElement;
  const ringed = [focused, focused.parentElement, focused.nextElementSibling].find((other) => other && seen(other));
  const name = `${focused.tagName} ${focused.id || focused.textContent.trim().slice(0, 30)}`;
  if (!ringed) return [name, 0, 0];
  const style = getComputedStyle(ringed);
  const [one, other] = [light(rgb(style.outlineColor)), light(ground(ringed.parentElement))].sort((a, b) => b - a);
  return [name, parseFloat(style.outlineWidth), (one + 0.05) / (other + 0.05)];
}"""
"""What has the focus, how wide its ring is in pixels, and the ring's contrast to what lies around it (WCAG 2.4.13)."""
NOTHING = "document.activeElement === document.body"


def rings(page):
    """Walks the whole page by Tab."""
    while True:
        page.keyboard.press("Tab")
        if page.evaluate(NOTHING):
            return
        yield page.evaluate(RING)


@pytest.mark.prove
@pytest.mark.parametrize("scheme", sampled(["light", "dark"], every=2))
def test_who_walks_by_keyboard_sees_where_it_is(walk, people, survey, scheme):
    plan = ActionPlan.objects.get(position=1)

    def steps(page):
        page.goto("/akun/masuk/")
        weak = [ring for ring in rings(page) if ring[1] < 3 or ring[2] < 3]
        sign_in(page, "admin", f"/bukti-dukung/3521/2025-S1/rtl/{plan.pk}/")
        walked = list(rings(page))
        assert len(walked) >= 20
        assert weak + [ring for ring in walked if ring[1] < 3 or ring[2] < 3] == []

    walk(steps, color_scheme=scheme)


@pytest.mark.prove
def test_a_menu_closes_with_escape_and_when_something_else_is_pressed(walk, people, survey):
    def steps(page):
        sign_in(page, "admin")
        way_out = page.get_by_role("button", name="Keluar")
        for close in (lambda: page.keyboard.press("Escape"), page.get_by_role("heading", level=1).click):
            page.locator("summary", has_text="Admin").click()
            expect(way_out).to_be_visible()
            close()
            expect(way_out).to_be_hidden()

    walk(steps)


@pytest.mark.prove
def test_what_is_planned_and_where_one_is_stays_seen_in_the_colours_of_the_system(walk, people, survey):
    def steps(page):
        sign_in(page, "admin", "/rtl/3521/2025-S1/")
        lines = page.locator(".tabs a").evaluate_all(
            """links => links.map(link => [link.ariaCurrent !== null, getComputedStyle(link).borderBottomColor])"""
        )
        current = {colour for is_current, colour in lines if is_current}
        assert current
        assert current.isdisjoint(colour for is_current, colour in lines if not is_current)
        planned = page.locator(".month button[aria-pressed=true]").first
        free = page.locator(".month button[aria-pressed=false]").first
        assert planned.screenshot() != free.screenshot()

    walk(steps, forced_colors="active")


@in_full
def test_every_page_is_sound_in_the_dark(walk, people, survey, in_full):
    scene = make_scene(people, survey)
    for given in {row.given for name in PAGES if (row := ROUTES[name]).given}:
        given(scene)

    def steps(page):
        page.goto("/akun/masuk/")
        assert_sound(page, *BOTH)
        sign_in(page, "admin")
        for name in PAGES if in_full else PAGES[4::25]:
            page.goto(address_of(ROUTES[name], scene))
            assert_sound(page, *BOTH)

    walk(steps, NARROW, color_scheme="dark")


LISTS = {
    "realisations": "?cari=program",
    "audit_trail": "?objek=program",
    "evidence": "",
    "people": "?cari=admin",
    "cycle_list": "?cari=2025",
    "plan_table": "",
}
PRESSED = ".topbar, .foot, .btn, .icon-button, .narrowing, .trail-filter, nav, main .tabs"
ON_PAPER = """(pressed) => {
  const seen = (element) => element.checkVisibility();
  const style = getComputedStyle(document.body);
  const heads = [...document.querySelectorAll("thead")].filter((head) => head.checkVisibility());
  return {
    pressed: [...document.querySelectorAll(pressed)].filter(seen).map((each) => each.className),
    colours: [style.color, style.backgroundColor],
    heads: heads.map((head) => getComputedStyle(head).display),
    asked: [...document.querySelectorAll(".only-on-paper")].filter(seen).map((each) => each.textContent),
  };
}"""


@pytest.mark.prove
@in_full
def test_a_list_on_paper_is_black_on_white_and_says_what_was_asked_for(walk, people, survey, in_full):
    scene = make_scene(people, survey)

    def steps(page):
        sign_in(page, "admin")
        page.emulate_media(color_scheme="dark")
        for name, query in [*LISTS.items()][: len(LISTS) if in_full else 1]:
            page.goto(address_of(ROUTES[name], scene) + query)
            assert not page.locator(".only-on-paper").first.is_visible()
            page.emulate_media(media="print")
            yield name, page.evaluate(ON_PAPER, PRESSED)
            page.emulate_media(media="screen")

    for name, seen in walk(lambda page: list(steps(page))):
        assert seen["pressed"] == [], name
        assert seen["colours"] == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)"], name
        assert set(seen["heads"]) <= {"table-header-group"}, name
        asked = LISTS[name].partition("=")[2]
        assert [asked in each for each in seen["asked"]] == ([True] if asked and name != "audit_trail" else []), name
