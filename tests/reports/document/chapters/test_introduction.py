"""Bab I: four texts, and one line of abbreviations for the whole report."""

import pytest

from reports.document.chapters.introduction import introduction_of
from reports.document.facts import facts_of
from tests.make_cycle import make_completion, make_cycle, make_followup, make_plan, make_source, make_upkeep
from tests.reports.shapes import SHAPES, of, young


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


KUL = "Subbag KUL: Subbagian Keuangan, Umum, dan Logistik"
RENDATIN = "Subbag Rendatin: Subbagian Perencanaan, Data, dan Informasi"
NOBODY = {"units": (), "lead": None}


@pytest.mark.parametrize(
    ("plan", "upkeep", "told"),
    [
        (make_plan(**NOBODY), (), ()),
        (make_plan(units=("kul",), lead=None), (), (KUL,)),
        (make_plan(units=("kul",), lead="rendatin"), (), (KUL, RENDATIN)),
        (make_plan(units=("*",), lead=None), (), ()),
        (make_plan(status="in_progress", completion=make_completion(units=("kul",)), **NOBODY), (), (KUL,)),
        (make_plan(**NOBODY), (make_upkeep(units=("rendatin",)),), (RENDATIN,)),
    ],
)
def test_the_short_names_of_units_that_any_table_uses_are_explained_once(plan, upkeep, told):
    cycle = make_cycle(followup=make_followup((of("waktu", plan),), upkeep))
    chapter = introduction_of(facts_of(make_source(cycle)))
    assert chapter.abbreviations[3:] == told
    assert chapter.abbreviations[:3] == introduction_of(facts_of(make_source(young()))).abbreviations
