"""docs/placeholders.md names every placeholder, what it means and what it gives, and none that there is not."""

import re
from pathlib import Path

from reports.document.facts import facts_of
from reports.document.vocabulary import ELEMENT_WORDS, GROUPS, PASSAGES
from tests.make_cycle import make_source
from tests.reports.rules.worlds import kpu

PAGE = (Path(__file__).parents[3] / "docs" / "placeholders.md").read_text(encoding="utf-8")


def rows(title):
    part = PAGE.split(f"## {title}\n", 1)[1].split("\n## ")[0]
    found = re.findall(r"^\| `(\w+)` \| (.+?) \|(?: (.*?) \|)?$", part, re.MULTILINE)
    return {name: (meaning, example) for name, meaning, example in found}


def test_each_word_stands_there_under_its_group_with_what_it_gives():
    facts = facts_of(make_source(kpu()))
    for title, words in GROUPS.items():
        assert rows(title) == {name: (meaning, value(facts)) for name, (meaning, value) in words.items()}


def test_each_word_for_elements_and_each_passage_stands_there():
    facts = facts_of(make_source(kpu()))
    waktu = facts.elements["waktu"]
    told = {f"{kind}_KEY": (meaning, value(facts, waktu)) for kind, (meaning, value) in ELEMENT_WORDS.items()}
    assert rows("Setiap unsur") == told
    assert rows("Uraian") == {name: (meaning, "") for name, (meaning, _value) in PASSAGES.items()}
    assert all(f"`{key}`" in PAGE for key in facts.elements)


def test_nothing_else_stands_there():
    titles = re.findall(r"^## (.+)$", PAGE, re.MULTILINE)
    assert titles == [*GROUPS, "Setiap unsur", "Uraian"]
