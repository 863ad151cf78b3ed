"""What the documents name is there: each path of this house in README and docs, and each number of a decision once."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PATH = re.compile(
    r"`((?:offices|surveys|followups|reports|skm_portal|templates|static|tests|bin|docs|requirements|benchmarks)/[\w./*-]*)`"
)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)?(?:#([^)]+))?\)")


def anchor(heading):
    """As GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(page):
    return {anchor(line.lstrip("# ")) for line in page.read_text("utf-8").splitlines() if line.startswith("#")}


def missing(text):
    return [path for path in PATH.findall(text) if not any(ROOT.glob(path.rstrip("/")))]


def broken(page, text):
    for file, heading in LINK.findall(text):
        target = page.parent / file if file else page
        if not target.exists() or (heading and heading not in anchors(target)):
            yield f"{file}#{heading}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_paths_and_links_lead_somewhere(page):
    text = page.read_text("utf-8")
    assert missing(text) == []
    assert list(broken(page, text)) == []


def test_a_path_and_a_link_to_nowhere_would_be_found():
    assert missing("see `offices/nowhere.py` and `offices/models/people.py`") == ["offices/nowhere.py"]
    assert list(broken(PAGES[0], "[a](docs/rules.md#nothing), [b](nothing.md), [c](docs/rules.md#data)")) == [
        "docs/rules.md#nothing",
        "nothing.md#",
    ]


def test_decisions_are_numbered_one_after_the_other():
    numbers = re.findall(r"(?m)^## (\d+)\. ", (ROOT / "docs" / "decisions.md").read_text("utf-8"))
    assert [int(number) for number in numbers] == list(range(1, len(numbers) + 1))
