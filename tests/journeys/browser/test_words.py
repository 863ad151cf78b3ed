"""No word and no number is broken at the end of a line without a hyphen, on any page, at both widths."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from followups.models import ActionPlan
from offices.models import Unit
from tests.journeys.browser.conftest import BOTH, NARROW
from tests.journeys.browser.steps import sign_in
from tests.journeys.browser.test_every_page import PAGES
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, make_scene
from tests.mass import in_full

pytestmark = pytest.mark.browser
CYCLE = Path(__file__).parents[2] / "data" / "ngawi-2025-s1.cycle.json"
BROKEN = """() => {
    const found = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const lines = (node, from, to) => {
        range.setStart(node, from);
        range.setEnd(node, to);
        return new Set([...range.getClientRects()].filter((box) => box.width).map((box) => Math.round(box.top)));
    };
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const holder = node.parentElement;
        // an address in a text to pass on breaks where it must
        if (!holder.checkVisibility() || holder.closest("svg, code, textarea, script, style, .reminder-text")) continue;
        for (const word of node.data.matchAll(/[\\p{L}\\p{N}]+(?:[.,][\\p{N}]+)*/gu)) {
            if (word[0].length > 24) continue;
            if (lines(node, word.index, word.index + word[0].length).size > 1)
                found.push(`${word[0]} in ${holder.tagName.toLowerCase()}.${holder.className}`);
        }
    }
    return [...new Set(found)];
}"""


def broken(page):
    found = {}
    for size in BOTH:
        page.set_viewport_size(size)
        if words := page.evaluate(BROKEN):
            found[size["width"]] = words
    return found


LONG_WORDS = "Mempertanggungjawabkan pengadministrasian dan kesinambungan penyelenggaraan"
OF_A_WHOLE_CYCLE = [
    f"/{page}/3521/2025-S1/{rest}"
    for page, rest in (
        *(("laporan", ""), ("laporan", "tanda-tangan/"), ("rtl", ""), ("rtl", "realisasi/"), ("skm", "")),
        *(("skm", "prioritas/"), ("pemeriksaan", ""), ("riwayat", "")),
    )
]


@pytest.mark.prove
def test_no_page_of_a_whole_cycle_breaks_a_word(walk, people, ngawi):
    call_command("load_cycle", str(CYCLE), placeholder_photos=True, replace=True, stdout=StringIO())
    ActionPlan.objects.update(programme=LONG_WORDS, description=LONG_WORDS, obstacle=LONG_WORDS, target="2.147.483.647")
    Unit.objects.filter(office=ngawi).update(short_name="Pertanggungjawaban", name=LONG_WORDS)

    def steps(page):
        sign_in(page, "admin")
        found = {}
        for address in OF_A_WHOLE_CYCLE:
            page.goto(address.replace("/riwayat/3521/2025-S1/", "/riwayat/3521/"))
            if words := broken(page):
                found[address] = words
        page.goto("/rtl/3521/2025-S1/")
        page.evaluate(
            "document.querySelectorAll('td').forEach((cell) => Object.assign(cell.style, NARROWED))".replace(
                "NARROWED", "{display: 'block', width: '2rem', overflowWrap: 'anywhere'}"
            )
        )
        return found, broken(page)

    found, control = walk(steps, NARROW, expected=("Content Security Policy",))
    assert found == {}
    assert control, "a word that is broken is not noticed"


@in_full
def test_no_page_breaks_a_word(walk, people, survey, in_full):
    scene = make_scene(people, survey)
    for given in {row.given for name in PAGES if (row := ROUTES[name]).given}:
        given(scene)

    def steps(page):
        sign_in(page, "admin")
        found = {}
        for name in PAGES if in_full else PAGES[2::18]:
            page.goto(address_of(ROUTES[name], scene))
            if words := broken(page):
                found[name] = words
        return found

    assert walk(steps, NARROW) == {}
