"""The house keeps its rules; and each rule finds what breaks it."""

import subprocess
from pathlib import Path

import pytest

from tests import architecture as house

ROOT = Path(__file__).parents[1]
PYTHON_RULES = (
    house.upward_imports,
    house.wrong_doors,
    house.impure_imports,
    house.signals,
    house.long_files,
    house.long_functions,
    house.vague_names,
    house.missing_docstrings,
    house.reverse_relations,
    house.nameless_urls,
)
OUR_FOLDERS = (*house.ROOMS, "templates", "static", "tests", "benchmarks")


def files(*suffixes, folders=OUR_FOLDERS):
    """Our files as ``(path from the root, text)``."""
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in suffixes and "__pycache__" not in file.parts:
                yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")


def modules():
    return [(path, text) for path, text in files(".py") if "/migrations/" not in path]


@pytest.mark.parametrize("rule", PYTHON_RULES, ids=lambda rule: rule.__name__)
def test_our_modules_keep_to(rule):
    ours = modules()
    if rule in (house.wrong_doors, house.missing_docstrings):
        ours = [(path, text) for path, text in ours if path.split("/")[0] in house.ROOMS]
    assert [fault for path, text in ours for fault in rule(path, text)] == []


def test_templates_and_styles_stay_short():
    assert [fault for path, text in files(".html", ".svg", ".css") for fault in house.long_files(path, text)] == []


@pytest.mark.parametrize("room", house.ROOMS)
def test_each_room_has_one_last_migration(room):
    sources = {
        Path(path).stem: text
        for path, text in files(".py", folders=[f"{room}/migrations"])
        if Path(path).stem != "__init__"
    }
    assert len(house.migration_leaves(room, sources)) == (1 if sources else 0)


def test_the_rules_see_the_whole_house():
    seen = {path for path, _text in modules()}
    assert {"offices/models/people.py", "surveys/ikm.py", "reports/document/model.py", "skm_portal/settings.py"} <= seen
    assert any(house.imports(path, text) for path, text in modules())


def test_no_committed_file_is_vaguely_named():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert [fault for path in listed.stdout.splitlines() for fault in house.vague_names(path)] == []


# --- what breaks a rule is found ------------------------------------------------------------------

MODEL = "from offices.models import Office\nclass A:\n    office = models.ForeignKey({})\n"
BROKEN = {
    house.upward_imports: [
        ("surveys/ikm.py", "from followups.months import Month"),
        ("surveys/ikm.py", "def late():\n    import reports.document.build"),
        ("offices/views.py", "from ..surveys import models"),
        ("reports/document/build.py", "from skm_portal import settings"),
        ("followups/models.py", 'class A:\n    x = models.ForeignKey("reports.Report", models.CASCADE)'),
        ("surveys/views.py", 'import_module("reports.document.build")'),
        ("offices/models.py", "from tests.conftest import make_user"),
    ],
    house.wrong_doors: [
        ("reports/printing/html.py", "import weasyprint"),
        ("reports/printing/html.py", "def f():\n    from weasyprint import HTML"),
        ("followups/evidence/views_photo.py", "from PIL import Image"),
        ("reports/printing/pdf.py", "from pyhanko.sign import signers"),
    ],
    house.impure_imports: [
        ("surveys/ikm.py", "from django.db import models"),
        ("followups/progress.py", "from followups.models import Status"),
        ("reports/rules/registry.py", "from reports import build"),
        ("offices/nip.py", "import environ"),
    ],
    house.signals: [
        ("offices/apps.py", "from django.db.models.signals import post_save"),
        ("offices/apps.py", "from django.dispatch import receiver"),
        ("offices/apps.py", "from django.contrib.auth import signals"),
    ],
    house.long_files: [
        ("offices/models.py", "x = 1\n" * 401),
        ("templates/home.html", "<p>\n" * 151),
        ("static/css/portal.css", "a {}\n" * 301),
    ],
    house.long_functions: [("offices/views.py", "def f():\n" + "    x = 1\n" * 60)],
    house.vague_names: [
        ("offices/utils.py", ""),
        ("reports/helpers/dates.py", ""),
        ("surveys/signals.py", ""),
    ],
    house.missing_docstrings: [
        ("offices/views.py", "x = 1"),
        ("offices/views.py", '"""' + "a\n" * 5 + '"""'),
    ],
    house.reverse_relations: [
        ("surveys/models.py", MODEL.format("Office, models.PROTECT")),
        ("surveys/models.py", MODEL.format('Office, models.PROTECT, related_name="surveys"')),
        ("surveys/models.py", MODEL.format("settings.AUTH_USER_MODEL, models.PROTECT")),
        ("surveys/models.py", MODEL.format("to=Office, on_delete=models.PROTECT")),
    ],
    house.nameless_urls: [("offices/urls.py", 'urlpatterns = [path("skm/", views.home)]')],
}
SOUND = {
    house.upward_imports: [
        ("reports/document/build.py", "from surveys.ikm import index"),
        ("skm_portal/urls.py", "from skm_portal import views"),
        ("tests/conftest.py", "from reports import models"),
    ],
    house.wrong_doors: [
        ("reports/printing/pdf.py", "import weasyprint"),
        ("reports/signing/local.py", "import pyhanko"),
    ],
    house.impure_imports: [
        ("followups/progress.py", "from datetime import date\nfrom followups.months import Month"),
        ("reports/document/facts.py", "from reports.words import language\nfrom surveys import ikm"),
        ("offices/views.py", "from django.db import models"),
    ],
    house.signals: [("offices/apps.py", "import signal")],
    house.long_files: [("offices/models.py", "x = 1\n" * 400), ("docs/ikm.md", "a\n" * 999)],
    house.long_functions: [("offices/views.py", "def f():\n" + "    x = 1\n" * 59)],
    house.vague_names: [("offices/permissions.py", ""), ("reports/commonwealth.py", "")],
    house.missing_docstrings: [("offices/__init__.py", ""), ("offices/views.py", '"""Views."""\nx = 1')],
    house.reverse_relations: [
        ("surveys/models.py", MODEL.format('Office, models.PROTECT, related_name="+"')),
        ("surveys/models.py", MODEL.format('Survey, models.CASCADE, related_name="scores"')),
        ("offices/models.py", MODEL.format("User, models.CASCADE")),
    ],
    house.nameless_urls: [
        (
            "offices/urls.py",
            'path("skm/", views.home, name="home"), path("", include("a.urls")), path("a", admin.site.urls)',
        )
    ],
}


def cases(table):
    return [
        pytest.param(rule, *case, id=f"{rule.__name__}-{i}") for rule in table for i, case in enumerate(table[rule])
    ]


@pytest.mark.parametrize(("rule", "path", "source"), cases(BROKEN))
def test_it_finds_what_breaks(rule, path, source):
    assert list(rule(path, source)) != []


@pytest.mark.parametrize(("rule", "path", "source"), cases(SOUND))
def test_it_leaves_in_peace_what_keeps_to(rule, path, source):
    assert list(rule(path, source)) == []


def test_every_rule_has_its_negative_control():
    assert set(BROKEN) == set(SOUND) == set(PYTHON_RULES)


def test_two_last_migrations_are_found():
    first = "class Migration:\n    dependencies = []"
    needs = '("offices", "0001"), ("surveys", "0002"), migrations.swappable_dependency(USER)'
    onto_first = f"class Migration:\n    dependencies = [{needs}]"
    assert house.migration_leaves("offices", {"0001": first, "0002": onto_first}) == ["0002"]
    assert house.migration_leaves("offices", {"0001": first, "0002": onto_first, "0002_b": onto_first}) == [
        "0002",
        "0002_b",
    ]
