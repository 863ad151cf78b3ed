"""Pages and the guide say the number by which counts are hidden, wherever it stands."""

import re
from pathlib import Path

from django.template import Context, Template

from surveys.respondents.disclosure import FEWEST

ROOT = Path(__file__).parents[3]


def test_pages_say_the_number_by_which_counts_are_hidden():
    said = Template("{% load hiding %}kurang dari {% fewest %} jawaban").render(Context())
    assert said == f"kurang dari {FEWEST} jawaban"


def test_no_page_has_a_number_of_its_own():
    own = re.compile(r"(?:kurang dari|di bawah) \d")
    pages = list((ROOT / "templates").rglob("*.html"))
    assert pages and [page.name for page in pages if own.search(page.read_text("utf-8"))] == []


def test_the_guide_says_the_same_number():
    guide = (ROOT / "docs/panduan/admin.md").read_text("utf-8")
    said = re.findall(r"(?:kurang dari|jumlah di bawah) (\d+)", guide)
    assert said and set(said) == {str(FEWEST)}
