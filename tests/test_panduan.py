"""The user guide shows what is there: its links and pictures exist, and it calls things as the portal does."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs" / "panduan").glob("*.md"))
ROOMS = (
    "templates",
    "static/js",
    "offices",
    "surveys",
    "followups",
    "reports",
    "publishing",
    "oversight",
    "duties",
    "skm_portal",
)
HEAVIEST = 150_000


def words(text):
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


@pytest.fixture(scope="module")
def on_screen():
    files = (file for room in ROOMS for file in (ROOT / room).rglob("*") if file.suffix in {".html", ".py", ".js"})
    return words(" ".join(file.read_text("utf-8") for file in files))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_and_pictures_exist(page):
    text = page.read_text("utf-8")
    for target in re.findall(r'\]\(([^)#]+)[^)]*\)|src="([^"]+)"', text):
        file = page.parent / "".join(target)
        assert file.exists(), file
        assert file.suffix == ".md" or file.stat().st_size <= HEAVIEST, file


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_one_is_told_to_press_is_called_so_on_the_screen(page, on_screen):
    named = {words(name) for name in re.findall(r"\*\*([^*]+)\*\*", page.read_text("utf-8"))}
    assert named
    assert [name for name in sorted(named) if name not in on_screen] == []


def test_a_name_that_is_nowhere_would_be_found(on_screen):
    assert "Tekan tombol ajaib" not in on_screen
