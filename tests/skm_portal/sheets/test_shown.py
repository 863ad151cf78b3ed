"""What a page can show is read from what it is made of; what cannot be read so is not written so."""

import re

import pytest

from skm_portal.sheets.shown import BASE, OF_CONTROLS, TEMPLATES, House

ROOMS = ("skm_portal", "duties", "reports", "followups", "surveys", "offices")
HOUSE = House()
WIDGETS = re.compile(r"""["']class["']\]? ?[:=] ?["']([^"']+)["']""")


@pytest.mark.parametrize(
    ("page", "name", "where"),
    [
        ("followups/realising/plan.html", "asked", "in a part that it includes"),
        ("followups/realising/plan.html", "topbar", "in the frame that it fills"),
        ("duties/home.html", "tone-late", "begun in a part, completed by a value"),
        ("offices/account/sessions.html", "way-back", "in a tag that it may call"),
        ("offices/people/person.html", "form-select", "given to controls"),
        ("followups/evidence/page.html", "is-before", "set by its script"),
        ("followups/survey.html", "beside-note", "in what a script fetches later"),
        ("offices/account/sessions.html", "narrow", "in a block that is a class of the frame"),
        ("reports/report.html", "kata-panjang", "in what a filter writes"),
    ],
)
def test_a_page_shows_what_stands(page, name, where):
    assert HOUSE.shown(page).can_show(name), where


def test_a_page_does_not_show_what_stands_in_others_alone():
    assert [
        name for name in ("laporan", "tile", "month", "kata-panjang") if HOUSE.shown("duties/home.html").can_show(name)
    ] == []


def test_no_template_writes_a_class_that_is_a_value_alone():
    """What begins in the template can be found; ``class="{{ state }}"`` could be anything."""
    alone = re.compile(r'class="(?:[^"{]*[ ]|)\{\{')
    kinds = {"_entries.html"}  # of which each page that includes it names the kind
    found = {path.name for path in TEMPLATES.rglob("*.html") if alone.search(path.read_text())}
    assert found <= kinds


def test_python_gives_controls_no_class_that_is_not_known():
    modules = [path for room in ROOMS for path in (BASE / room).rglob("*.py") if "templatetags" not in path.parts]
    given = {word for path in modules for found in WIDGETS.findall(path.read_text()) for word in found.split()}
    assert given - {"logging.StreamHandler"} <= OF_CONTROLS


def test_python_writes_no_class_into_a_page_but_that_which_a_remark_names():
    modules = [path for room in ROOMS for path in (BASE / room).rglob("*.py") if "templatetags" not in path.parts]
    written = {name for path in modules for name in re.findall(r'[^_]class="([\w -]+)"', path.read_text())}
    assert written == {"scroll"}
