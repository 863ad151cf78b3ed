"""What a page costs the phone that loads it: how far it jumps while it loads, and when it first shows something."""

import pytest

from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import sign_in
from tests.journeys.browser.test_every_page import PAGES
from tests.journeys.browser.test_upload import SETTLED
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, make_scene
from tests.mass import in_full

pytestmark = pytest.mark.browser
WITH_MUCH_TO_COME = ("survey", "realisation")  # fields with findings beside them, photos
FIRST_SEEN = ("home", "realisation", "approvals", "report")
SLOW = {"offline": False, "latency": 300, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""A telephone's network: milliseconds, and bytes a second."""
JUMPED = """() => new Promise((told) => {
  let jumped = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) jumped += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => told(jumped)));
})"""
"""Cumulative layout shift: of all shifts without a hand's doing, share of the screen times share of the way."""
MAIN = (
    *("home", "cycle_list", "cycle_overview", "survey", "results", "priorities", "plan_table", "realisations"),
    *("realisation", "evidence", "upkeep", "texts", "report", "findings", "paraf", "approvals", "people"),
)
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
SHOWN = "performance.getEntriesByName('first-contentful-paint')[0].startTime"


@in_full
def test_a_page_does_not_jump_while_it_loads(walk, people, survey, in_full):
    scene = make_scene(people, survey)
    for given in {row.given for name in PAGES if (row := ROUTES[name]).given}:
        given(scene)

    def steps(page):
        sign_in(page, "admin")
        for name in PAGES if in_full else WITH_MUCH_TO_COME:
            for size in BOTH if in_full else [NARROW]:
                page.set_viewport_size(size)
                page.goto(address_of(ROUTES[name], scene), wait_until="networkidle")
                page.wait_for_function(SETTLED)
                yield name, size["width"], page.evaluate(JUMPED)

    assert [jump for jump in walk(lambda page: list(steps(page))) if jump[2] > 0.05] == []


@pytest.mark.prove
def test_a_slow_telephone_shows_something_soon(walk, people, survey):
    """1.6 Mbit/s, 300 ms, a processor four times as slow, nothing kept from before; of a server that is warm.

    What else runs on the machine only ever adds time: the best of three counts.
    """
    scene = make_scene(people, survey)

    def once(page, address):
        page.goto(address)
        page.wait_for_function(PAINTED)
        return round(page.evaluate(SHOWN))

    def shown(page, address):
        page.request.get(address)
        return min(once(page, address) for _time in range(3))

    def steps(page):
        client = page.context.new_cdp_session(page)
        client.send("Network.enable")
        client.send("Network.setCacheDisabled", {"cacheDisabled": True})
        client.send("Network.emulateNetworkConditions", SLOW)
        client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        at_the_door = shown(page, "/akun/masuk/")
        sign_in(page, "admin")
        return {"login": at_the_door} | {name: shown(page, address_of(ROUTES[name], scene)) for name in FIRST_SEEN}

    milliseconds = walk(steps, NARROW)
    assert max(milliseconds.values()) <= 1500, milliseconds


@pytest.mark.prove
def test_half_of_the_styles_that_a_page_loads_are_used(walk, people, survey):
    """Counted in bytes of rules that met something at either width, light, dark or on paper, with all open that opens.

    The rest is for hovering, focus, a refusal, and what is not there yet.
    """
    scene = make_scene(people, survey)

    def used(page, client, address):
        told = {}
        page.goto("about:blank")
        client.on("CSS.styleSheetAdded", lambda event: told.update({event["header"]["styleSheetId"]: event["header"]}))
        for domain in ("DOM.enable", "CSS.enable", "CSS.startRuleUsageTracking"):
            client.send(domain)
        page.goto(address, wait_until="networkidle")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        for size in BOTH:
            for scheme in ("light", "dark"):
                page.set_viewport_size(size)
                page.emulate_media(color_scheme=scheme)
                page.evaluate("document.body.offsetHeight")
        page.emulate_media(media="print")
        page.evaluate("document.body.offsetHeight")
        page.emulate_media(media="screen")
        rules = client.send("CSS.stopRuleUsageTracking")["ruleUsage"]
        for domain in ("CSS.disable", "DOM.disable"):
            client.send(domain)
        linked = {key: header["length"] for key, header in told.items() if header["sourceURL"]}
        spans = [(rule["startOffset"], rule["endOffset"]) for rule in rules if rule["styleSheetId"] in linked]
        return sum(end - start for start, end in spans) / sum(linked.values())

    def steps(page):
        client = page.context.new_cdp_session(page)
        at_the_door = used(page, client, "/akun/masuk/")
        sign_in(page, "admin")
        return {"login": at_the_door} | {name: used(page, client, address_of(ROUTES[name], scene)) for name in MAIN}

    shares = walk(steps)
    assert {name: round(share, 2) for name, share in shares.items() if share < 0.5} == {}, shares
