"""Each script says first what it does with which part of a page."""

import re

from skm_portal.settings import BASE_DIR
from tests.cases import in_one_test

SCRIPTS = sorted((BASE_DIR / "static" / "js").glob("*.js"))


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
