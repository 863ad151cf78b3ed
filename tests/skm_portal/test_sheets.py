"""Each page loads the style sheets that it needs, each script says first what it does with which part of a page."""

import re
from collections import defaultdict
from pathlib import Path

from skm_portal.settings import BASE_DIR, STATICFILES_DIRS
from tests.cases import in_one_test

TEMPLATES = BASE_DIR / "templates"
SHEETS = {path.stem: path.read_text() for path in sorted((BASE_DIR / "static" / "css").glob("*.css"))}
SCRIPTS = sorted((BASE_DIR / "static" / "js").glob("*.js"))
MOST_BYTES = 60_000
WITHIN = re.compile(r'"([\w/]+\.html)"')
LOADED = re.compile(r"{% sheets ([^%]+) %}")


def _pages():
    """The templates that are answered whole; parts, frames of the report and the tags' own templates are not."""
    for path in sorted(TEMPLATES.rglob("*.html")):
        name = path.relative_to(TEMPLATES).as_posix()
        if path.name.startswith("_") or name.startswith(("components/", "reports/document/")):
            continue
        if "{% extends" in path.read_text():
            yield name


def _parts(name, known):
    """A page with all that it extends and includes."""
    path = TEMPLATES / name
    if name not in known and path.exists():
        known[name] = path.read_text()
        for other in WITHIN.findall(known[name]):
            _parts(other, known)
    return known


def _loaded(name):
    text = (TEMPLATES / name).read_text()
    own = [sheet for names in LOADED.findall(text) for sheet in re.findall(r'"([\w-]+)"', names)]
    frame = re.search(r'{% extends "([^"]+)" %}', text)
    if "block sheets" in text and "{{ block.super }}" not in text and frame and frame[1] != "skeleton.html":
        return {*own, *_loaded("skeleton.html")}
    return {*own, *(_loaded(frame[1]) if frame else ())}


def _classes(texts):
    for text in texts:
        for value in re.findall(r'class="([^"]*)"', re.sub(r"{[%{].*?[%}]}", " ", text)):
            yield from value.split()


def _styled():
    """Class to the sheets in which it begins a rule's selector."""
    places = defaultdict(set)
    for sheet, text in SHEETS.items():
        for selector in re.findall(r"(?m)^\s*(\.[^{}@]*?)\s*[,{]$", text):
            places[re.match(r"\.([\w-]+)", selector)[1]].add(sheet)
    return places


PAGES = list(_pages())
STYLED = _styled()


@in_one_test("name", PAGES)
def test_a_page_loads_the_sheets_of_what_it_shows(name):
    loaded = _loaded(name)
    for found in set(_classes(_parts(name, {}).values())) & set(STYLED):
        assert STYLED[found] & loaded, f"{name} shows .{found}, which is in {sorted(STYLED[found])}"


@in_one_test("name", PAGES)
def test_a_page_loads_no_more_than_it_may(name):
    reboot = Path(dict(each for each in STATICFILES_DIRS if isinstance(each, tuple))["bootstrap"])
    bytes_ = sum(len(SHEETS[sheet].encode()) for sheet in _loaded(name))
    assert bytes_ + (reboot / "css" / "bootstrap-reboot.min.css").stat().st_size <= MOST_BYTES


def test_every_sheet_is_loaded_by_some_page():
    loaded = set().union(*(_loaded(name) for name in PAGES))
    printed = {"page", "page-a4", "page-f4", "page-margin-a4", "page-margin-f4", "document"}
    assert set(SHEETS) == loaded | printed


@in_one_test("script", SCRIPTS)
def test_a_script_says_first_what_it_asks_of_a_page(script):
    first = script.read_text().splitlines()[0]
    assert first.startswith("// Contract: ")
    assert len(first) <= 120


@in_one_test("script", SCRIPTS)
def test_what_a_contract_names_is_what_the_script_looks_for(script):
    text = script.read_text()
    first, rest = text.split("\n", 1)
    for name in re.findall(r"\[(data-[\w-]+)", first):
        camel = re.sub(r"-(\w)", lambda found: found[1].upper(), name.removeprefix("data-"))
        assert name in rest or f"dataset.{camel}" in rest or camel in rest, f"{script.name} does nothing with {name}"
