"""Every page has one sheet, which is small, and no rule is kept that no page can use."""

import os
import time
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template

from offices.templatetags.components import EVERYTHING, sheet_of
from skm_portal.sheets.finder import FIRST, LAST, PRINTED, PageSheets, sheet_names, sheets
from skm_portal.sheets.paring import left_out
from skm_portal.sheets.shown import TEMPLATES
from tests.cases import in_one_test

MADE = sheets()
MOST_BYTES = 30_000
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


def test_what_refines_others_comes_after_them():
    """Of two rules that weigh the same the later one holds."""
    names = sheet_names()
    assert len({*names}) == len(names)
    assert names[-len(LAST) :] == [*LAST]
    between = names[len(FIRST) : -len(LAST)]
    assert between == sorted(between)


@pytest.fixture
def finder(monkeypatch):
    """One that has sent no file yet."""
    monkeypatch.setattr(PageSheets, "_folder", None)
    return PageSheets()


def test_a_development_server_gets_one_file_for_each_sheet_written_when_it_is_asked_for(finder):
    first, other = (sheet_of(page) for page in ("duties/home.html", "offices/people/people.html"))
    found = Path(finder.find(first))
    assert [finder.find(first), finder.find(first, find_all=True)] == [str(found), [str(found)]]
    assert Path(finder.find(other)).parent == found.parent
    written = found.stat().st_mtime_ns
    finder.find(first)
    assert found.stat().st_mtime_ns == written
    found.write_text("lama", encoding="utf-8")
    assert Path(finder.find(first)).read_text(encoding="utf-8") == MADE.text(first)


def test_it_finds_no_file_that_is_no_sheet_of_a_page(finder):
    for path in ("css/portal.css", "css/of-tidak-ada.css", "js/of-duties-home.css", "../of-duties-home.css", ""):
        assert (finder.find(path), finder.find(path, find_all=True)) == ([], [])
    assert finder.check() == []


def test_what_is_collected_is_what_the_pages_load():
    collected = {path: storage.open(path).read().decode() for path, storage in PageSheets().list([])}
    assert collected == {path: MADE.text(path) for path in collected}
    assert all(collected.values())


def test_a_sheet_says_no_more_than_its_page_can_show_and_knows_what_rules_ask_for():
    home = MADE.text(sheet_of("duties/home.html"))
    assert home != MADE.text(sheet_of("account/login.html"))
    assert len(home) < len(MADE.text(sheet_of(EVERYTHING)))
    assert {"laporan", "month", "tile"} <= MADE.asked()
    assert MADE.text("css/of-tidak-ada.css") is None


def test_sheets_are_made_anew_when_a_source_was_touched_and_not_before(tmp_path, monkeypatch):
    before = sheets()
    assert sheets() is before
    newest = tmp_path / "lain.css"
    newest.write_text(".baru { margin: 0 }", encoding="utf-8")
    later = time.time() + 60
    os.utime(newest, (later, later))
    monkeypatch.setattr("skm_portal.sheets.finder.SCRIPTS", tmp_path)
    assert sheets() is not before
