"""Every page that any role can open is HTML without an error, asked of the Nu checker where it is at hand.

``VNU_JAR`` names its file (the package vnu-jar of npm brings it); it needs Java.
"""

import json
import re
import subprocess

import pytest

from skm_portal.settings import BASE_DIR
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, given, make_scene
from tests.programs import needed, needed_of_npm

ROLES = ("admin", "secretary", "head", "staff", "supervisor")
BARE = re.compile(r"\shx-[a-z-]+=")
"""What HTML does not know unless it begins with data-."""


def errors_in(folder, *files):
    """What the checker calls an error, each with the page and the place."""
    command = [needed("java"), "-jar", needed_of_npm("vnu-jar"), "--format", "json", "--exit-zero-always", *files]
    answer = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=300)
    messages = json.loads(answer.stderr)["messages"]
    return [
        (message["url"].rpartition("/")[2], message["message"], message.get("extract", ""))
        for message in messages
        if message["type"] == "error"
    ]


@pytest.mark.prove
@pytest.mark.parametrize("role", ROLES)
def test_every_page_of_a_role_is_without_an_error(as_user, people, survey, tmp_path, role):
    scene = make_scene(people, survey)
    client = as_user(getattr(people, role))
    pages = {}
    for name, row in ROUTES.items():
        if row.get:
            with given(scene, row):
                answer = client.get(address_of(row, scene), follow=True)
            if answer.headers.get("Content-Type", "").startswith("text/html") and b"<!DOCTYPE" in answer.content:
                pages[f"{name}.html"] = answer.content
    assert len(pages) > 20
    for name, page in pages.items():
        (tmp_path / name).write_bytes(page)
    assert errors_in(tmp_path, *pages) == []


@pytest.mark.prove
def test_the_checker_finds_what_is_wrong(tmp_path):
    (tmp_path / "salah.html").write_text('<!DOCTYPE html><html lang="id"><title>x</title><p hx-get="/">x</p></html>')
    assert [message for _, message, _ in errors_in(tmp_path, "salah.html")] == [
        "Attribute “hx-get” not allowed on element “p” at this point."
    ]


def test_no_template_writes_an_attribute_that_html_does_not_know():
    templates = (BASE_DIR / "templates").rglob("*.html")
    scripts = (BASE_DIR / "static" / "js").glob("*.js")
    assert [path.name for path in [*templates, *scripts] if BARE.search(path.read_text())] == []
