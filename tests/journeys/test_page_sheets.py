"""What any page of the office has a class for, its own sheet has the rules of."""

import re

from skm_portal.sheets.finder import sheets
from tests.journeys.browser.test_every_page import PAGES
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, given, make_scene
from tests.mass import in_full

SHEETS = sheets()
STYLED = SHEETS.asked()


@in_full
def test_a_page_has_the_rules_of_what_it_shows(as_user, people, survey, in_full):
    scene = make_scene(people, survey)
    client = as_user(people.admin)
    lacking = {}
    for name in PAGES if in_full else PAGES[::4]:
        with given(scene, ROUTES[name]):
            answer = client.get(address_of(ROUTES[name], scene), follow=True)
        html = answer.content.decode()
        path = re.search(r'href="/static/(css/of-[\w-]+\.css)"', html)[1]
        shown = SHEETS.house.shown(SHEETS.pages[path])
        styled = STYLED.intersection(" ".join(re.findall(r'class="([^"]*)"', html)).split())
        lacking[name] = sorted(each for each in styled if not shown.can_show(each))
    assert {name: names for name, names in lacking.items() if names} == {}
