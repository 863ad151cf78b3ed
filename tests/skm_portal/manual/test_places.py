"""Which section explains which page: each page of the table has one, and all others have the guide's beginning."""

import pytest
from django.urls import get_resolver

from skm_portal.manual.chapters import FILES, FIRST, chapters
from skm_portal.manual.places import PLACES, explanation_of


def named_pages():
    return {name for name in get_resolver().reverse_dict if isinstance(name, str)}


def test_every_place_is_a_page_that_there_is():
    assert set(PLACES) - named_pages() == set()


@pytest.mark.parametrize("page", PLACES)
def test_a_page_is_explained_by_its_own_section(page):
    slug, anchor = PLACES[page]
    chapter, section = explanation_of(page)
    assert (chapter.slug, section.anchor) == (slug, anchor)
    assert section.level > 1
    assert section.text.strip()


@pytest.mark.parametrize("page", ["", "healthz", "tidak-ada", "manual"])
def test_any_other_page_is_explained_by_the_beginning(page):
    chapter, section = explanation_of(page)
    assert (chapter.slug, section) == (FIRST, chapter.sections[0])


def test_every_chapter_explains_some_page():
    assert {slug for slug, _anchor in PLACES.values()} == set(FILES) == {chapter.slug for chapter in chapters()}
