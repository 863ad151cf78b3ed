"""The whole house keeps its rules; and each rule finds the house that breaks it."""

import pytest

from tests import structure as house
from tests.test_architecture import files

RULES = (
    house.wrong_rooms,
    house.wrong_wings,
    house.circles,
    house.upward_templates,
    house.missing_templates,
    house.crowded_folders,
    house.doubled_classes,
    house.stale_names,
)


@pytest.fixture(scope="module")
def ours():
    return dict(files(".py", ".html", folders=(*house.MAY_IMPORT, "templates")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_our_house_keeps_to(rule, ours):
    assert list(rule(ours)) == []


def test_the_rules_see_every_room_that_is_built(ours):
    assert {
        "offices",
        "surveys",
        "followups",
        "reports",
        "publishing",
        "oversight",
        "duties",
        "skm_portal",
        "templates",
    } == {path.split("/")[0] for path in ours}


BROKEN = {
    house.wrong_rooms: [
        {"surveys/ikm.py": "from reports import views", "reports/views.py": ""},
        {"offices/models.py": "def late():\n    import surveys.ikm", "surveys/ikm.py": ""},
        {"publishing/page.py": "from duties import list", "duties/list.py": ""},
    ],
    house.wrong_wings: [
        {"reports/words/prose.py": "from reports.document import model", "reports/document/model.py": ""},
        {"reports/findings/page.py": "def f():\n    from reports.issuing.page import x", "reports/issuing/page.py": ""},
        {"offices/models.py": "from offices.people.roster import x", "offices/people/roster.py": ""},
    ],
    house.circles: [
        {"reports/a.py": "import reports.b", "reports/b.py": "import reports.a"},
        {
            "reports/a.py": "import reports.b",
            "reports/b.py": "from reports import c",
            "reports/c.py": "def f():\n    from reports.a import x",
        },
    ],
    house.upward_templates: [
        {"templates/followups/plan.html": '{% extends "reports/cycle.html" %}'},
        {"templates/offices/_part.html": '<p>{% include "surveys/_state.html" %}</p>'},
    ],
    house.missing_templates: [{"reports/views.py": 'render(request, "reports/gone.html")'}],
    house.crowded_folders: [{f"reports/module{number}.py": "" for number in range(21)}],
    house.doubled_classes: [{"reports/a.py": "class Line:\n    x = 1", "reports/b.py": "class Line:\n    y = 1"}],
    house.stale_names: [
        {"offices/a.py": '"""What is asked is in gone.py."""'},
        {"offices/a.py": "x = 1  # as trail/words.py says", "offices/recording/words.py": ""},
    ],
}
SOUND = {
    house.wrong_rooms: [{"reports/views.py": "from surveys import ikm\nimport json", "surveys/ikm.py": ""}],
    house.wrong_wings: [{"reports/document/model.py": "from reports.words import prose", "reports/words/prose.py": ""}],
    house.circles: [
        {"reports/a.py": "import reports.b", "reports/b.py": "import json"},
        {"reports/signing/__init__.py": "from reports.signing import sign", "reports/signing/sign.py": ""},
    ],
    house.upward_templates: [{"templates/reports/page.html": '{% extends "surveys/cycle.html" %}'}],
    house.missing_templates: [
        {"reports/views.py": 'render(request, "reports/page.html")', "templates/reports/page.html": ""}
    ],
    house.crowded_folders: [
        {f"reports/migrations/{number:04}_x.py": "" for number in range(21)},
        {f"reports/module{number}.py": "" for number in range(20)},
    ],
    house.stale_names: [
        {
            "offices/a.py": '"""See words.py, trail/words.py and offices/trail/words.py."""',
            "offices/trail/words.py": "",
        },
        {"offices/a.py": '"""Settings of example.pyc and keep.js."""'},
    ],
    house.doubled_classes: [
        {"reports/a.py": "class Line:\n    x = 1", "surveys/b.py": "class Line:\n    y = 1"},
        {"reports/a.py": "class _Line:\n    x = 1", "reports/b.py": "class _Line:\n    y = 1"},
    ],
}


def cases(table):
    return [pytest.param(rule, case, id=f"{rule.__name__}-{i}") for rule in table for i, case in enumerate(table[rule])]


@pytest.mark.parametrize(("rule", "case"), cases(BROKEN))
def test_it_finds_what_breaks(rule, case):
    assert list(rule(case)) != []


@pytest.mark.parametrize(("rule", "case"), cases(SOUND))
def test_it_leaves_in_peace_what_keeps_to(rule, case):
    assert list(rule(case)) == []


def test_every_rule_has_its_negative_control():
    assert set(BROKEN) == set(SOUND) == set(RULES)
