import re

import pytest
from django.contrib.auth.models import AnonymousUser

from offices.templatetags.components import register
from skm_portal.views_components import EXAMPLES, components
from tests.cases import in_one_test
from tests.mass import sampled
from tests.skm_portal.test_settings import PRODUCTION, run

SHOW_NAMES = """
import django
django.setup()
from skm_portal.urls import urlpatterns
print(*(each.name for each in urlpatterns if hasattr(each, "name")))
"""


def test_every_component_has_its_example():
    shown = {example.name.split(":")[0] for example in EXAMPLES}
    assert set(register.tags) <= shown


@in_one_test("example", EXAMPLES)
def test_what_one_writes_is_what_is_shown(example):
    assert example.name.split(":")[0] in example.source
    assert "{%" not in example.markup
    assert "<" in example.markup


def test_the_page_shows_each_with_its_markup(rf):
    request = rf.get("/komponen/")
    request.user = AnonymousUser()
    text = components(request).content.decode()
    assert len(re.findall(r'<section class="panel', text)) == len(EXAMPLES)
    assert "{% button &quot;save&quot; %}Simpan{% endbutton %}" in text
    assert "&lt;button class=&quot;btn btn-primary&quot; type=&quot;submit&quot;&gt;" in text


@pytest.mark.prove
@pytest.mark.parametrize(
    ("environment", "is_there"),
    sampled([(PRODUCTION, False), ({"DEBUG": "1"}, True)], every=2, ids=["server", "development"]),
)
def test_only_a_development_server_has_it(environment, is_there):
    shown = run(environment, "-c", SHOW_NAMES)
    assert shown.returncode == 0, shown.stderr
    names = shown.stdout.split()
    assert "healthz" in names
    assert ("components" in names) is is_there
