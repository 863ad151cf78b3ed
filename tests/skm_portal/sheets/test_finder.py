"""Every page has one sheet, which is small, and no rule is kept that no page can use."""

from pathlib import Path

from django.contrib.staticfiles import finders
from django.template import Context, Template

from offices.templatetags.components import EVERYTHING, sheet_of
from skm_portal.sheets.finder import FIRST, PRINTED, PageSheets, sheet_names, sheets
from skm_portal.sheets.paring import left_out
from skm_portal.sheets.shown import TEMPLATES
from tests.cases import in_one_test

MADE = sheets()
MOST_BYTES = 28_000
"""The report on screen, its tables and what is said beside it; most pages have half of it."""


@in_one_test("path", MADE.pages)
def test_a_page_loads_no_more_than_it_may(path):
    assert len(MADE.text(path)) <= MOST_BYTES


def test_every_rule_is_sent_to_some_page():
    for_nobody = None
    for page in MADE.pages.values():
        left = {*left_out(MADE.rules, MADE.house.shown(page).can_show)}
        for_nobody = left if for_nobody is None else for_nobody & left
    assert for_nobody == set()


def test_a_page_of_others_gets_every_rule():
    whole = MADE.text(sheet_of("allauth/lain.html"))
    assert sheet_of("allauth/lain.html") == sheet_of(None) == sheet_of(EVERYTHING)
    assert ".laporan" in whole
    assert ".month" in whole


def test_every_sheet_is_either_on_screen_or_printed():
    known = {*sheet_names(), *PRINTED}
    assert {path.stem for path in (TEMPLATES.parent / "static" / "css").glob("*.css")} == known
    assert sheet_names()[: len(FIRST)] == [*FIRST]


def test_the_sheet_of_a_page_is_found_as_a_file_of_its_own():
    path = sheet_of("duties/home.html")
    assert Path(finders.find(path)).read_text(encoding="utf-8") == MADE.text(path)
    assert finders.find("css/of-tidak-ada.css") is None


def test_all_of_them_are_collected():
    assert {path for path, _ in PageSheets().list([])} == {*MADE.pages, sheet_of(EVERYTHING)}


def test_a_page_names_its_sheet(client, db):
    assert 'href="/static/css/of-account-login.css"' in client.get("/akun/masuk/").content.decode()
    assert "css/of-skeleton.css" in Template("{% load components %}{% page_sheet %}").render(Context())
