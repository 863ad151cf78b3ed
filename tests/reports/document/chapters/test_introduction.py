"""Bab I: four texts, and nothing else."""

import pytest

from reports.document.chapters.introduction import introduction_of
from reports.document.facts import facts_of
from tests.make_cycle import make_cycle, make_source
from tests.reports.shapes import SHAPES


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_it_has_its_four_sections_in_every_cycle(shape):
    chapter = introduction_of(facts_of(make_source(shape())))
    assert [section.number for section in chapter.sections] == ["1.1", "1.2", "1.3", "1.4"]
    assert chapter.tables == ()
    assert (chapter.entry.label, chapter.entry.title) == ("BAB I", "PENDAHULUAN")


def test_legal_bases_are_those_of_the_register():
    chapter = introduction_of(facts_of(make_source(legal_bases=("Peraturan A", "Peraturan B"))))
    assert chapter.sections[1].text.splitlines()[1:] == ["Peraturan A;", "Peraturan B."]


@pytest.mark.parametrize("own", ["", "{{ dasar_hukum }}", "Dasar:\n\n{{ dasar_hukum }}"])
def test_a_register_without_legal_bases_breaks_no_text(own):
    cycle = make_cycle(narrative={"1.2": own} if own else {})
    text = introduction_of(facts_of(make_source(cycle, legal_bases=()))).sections[1].text
    assert text == {"": "Dasar hukum laporan ini belum dimasukkan.", "{{ dasar_hukum }}": ""}.get(own, "Dasar:")
