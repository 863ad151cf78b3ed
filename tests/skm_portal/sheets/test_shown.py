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


# --- a house of three files, in which each way of naming a class stands alone


FRAME = """{% load looks %}<body class="framed {% block body_class %}{% endblock body_class %}">
<legend id="judul">Judul</legend>{% block main %}{% endblock main %}</body>"""
PAGE = """{% extends "frame.html" %}{% block body_class %}wide low{% endblock body_class %}
{% block main %}<p class="tone-{{ tone }} said">{{ said }}</p>
{% include "part.html" with look="quiet-tile" %}{# later: "fetched.html" #}
<script src="{% static "js/turning.js" %}"></script>{{ value|marked }}{% badge %}{% endblock main %}"""
PART = '<i class="in-part{% if open %} is-open{% endif %}"></i>{{ form.name }}'
TAGS = '''"""Tags."""
LOOKS = {"late": "look-late", "soon": "look-soon"}
UNREAD: dict[str, str] = {"x": "look-unread"}
WORDS = ("no-look",)


def marked(value):
    """Not a class: "in-docstring"."""
    return f'<b class="marked-{LOOKS[value]}">'


def badge():
    return with_icon("badge")


def with_icon(kind):
    return render("fetched_by_tag.html", {"kind": f"icon-{kind}"})


def unused():
    return "never-called"
'''
SCRIPT = """// "remark-only"
button.classList.add("is-turned", `turn-${side}`);
const label = "not-a-look";
"""


@pytest.fixture
def shown(tmp_path, monkeypatch):
    """``shown(name)``: whether the page of a small house can show a class or an id."""
    texts = {
        "templates/page.html": PAGE,
        "templates/frame.html": FRAME,
        "templates/part.html": PART,
        "templates/fetched.html": '<p class="comes-later"></p>',
        "templates/fetched_by_tag.html": '<p class="drawn-by-tag"></p>',
        "templates/other.html": '{% extends "frame.html" %}<p class="of-others"></p>',
        "room/templatetags/looks.py": TAGS,
        "static/js/turning.js": SCRIPT,
        "static/js/unasked.js": 'classList.add("of-no-script")',
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for name, place in (("BASE", "."), ("TEMPLATES", "templates"), ("SCRIPTS", "static/js")):
        monkeypatch.setattr(f"skm_portal.sheets.shown.{name}", tmp_path / place)
    house = House()
    assert [*house.pages()] == ["other.html", "page.html"]
    return lambda name, page="page.html": house.shown(page).can_show(name)


def test_every_way_in_which_a_page_comes_by_a_class_is_read(shown):
    ways = {
        "said": "written in it",
        "tone-late": "completed by a value",
        "framed": "in its frame",
        "judul": "an id",
        "<legend": "an element that only a template writes",
        "wide": "in a block that is a class of the frame",
        "low": "the second word of such a block",
        "in-part": "in what it includes",
        "is-open": "behind a condition",
        "quiet-tile": "given to what it includes",
        "comes-later": "in what a script fetches",
        "is-turned": "set by a script",
        "turn-left": "set by a script, completed by a value",
        "marked-anything": "written by a filter",
        "look-soon": "in the mapping that a filter reads",
        "badge": "given by a tag to another",
        "icon-any": "in the function that a tag calls",
        "drawn-by-tag": "in the template of a tag",
        "form-control": "given to a control",
    }
    assert [way for name, way in ways.items() if not shown(name)] == []


def test_what_stands_nowhere_on_a_page_is_not_shown(shown):
    others = ("of-others", "of-no-script", "never-called", "look-unread", "no-look", "remark-only", "not-a-look")
    assert [name for name in (*others, "in-docstring", "tone", "said-more", "sai") if shown(name)] == []


def test_controls_are_known_only_where_a_form_stands(shown):
    assert {name: shown(name, "other.html") for name in ("form-control", "said", "framed", "of-others")} == {
        "form-control": False,
        "said": False,
        "framed": True,
        "of-others": True,
    }
