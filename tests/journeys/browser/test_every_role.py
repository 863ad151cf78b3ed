"""The pages of a cycle as they look to who only reads, to who fills in a part, and once the cycle is locked."""

import pytest
from playwright.sync_api import expect

from surveys.locking import lock_reason
from surveys.models import Lock
from tests.journeys.browser.conftest import NARROW, WIDE
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.journeys.browser.test_every_page import NO_PAGES
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, make_scene
from tests.mass import in_full

pytestmark = pytest.mark.browser


SIZES = {"supervisor": NARROW, "staff": WIDE}
SAME_FOR_ALL = {"report", "findings", "report_pdf", "texts"}


def pages_of(role):
    found = [name for name, row in ROUTES.items() if role in (row.get or "").split() and "2025-S1" in row.address]
    return [name for name in found if name not in NO_PAGES | SAME_FOR_ALL]


@in_full
@pytest.mark.parametrize("role", SIZES)
def test_every_page_is_sound_for_a_role(walk, people, survey, role, in_full):
    scene = make_scene(people, survey)
    for given in {row.given for name in pages_of(role) if (row := ROUTES[name]).given}:
        given(scene)
    username = getattr(people, role).username

    def steps(page):
        sign_in(page, username)
        for name in pages_of(role) if in_full else pages_of(role)[1::18]:
            page.goto(address_of(ROUTES[name], scene))
            assert_sound(page)

    walk(steps, SIZES[role])


@pytest.mark.prove
def test_a_locked_cycle_says_why_and_is_sound(walk, people, survey):
    scene = make_scene(people, survey)
    survey.lock = Lock.PREPARED
    survey.save()

    def steps(page):
        sign_in(page, "admin")
        for name in ("survey", "priorities", "plan_table", "realisation", "evidence", "upkeep", "text"):
            page.goto(address_of(ROUTES[name], scene))
            expect(page.get_by_text(lock_reason(survey)).first, name).to_be_visible()
            assert_sound(page)

    walk(steps, NARROW)
