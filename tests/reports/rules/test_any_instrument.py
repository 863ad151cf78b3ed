"""Chart, tables, texts and rules for instruments of any number of elements: whole, and silent on a clean cycle."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from reports.document.build import build
from reports.document.facts import facts_of
from reports.document.source import ElementData, InstrumentData
from surveys.instrument.document import document_of
from tests.make_cycle import make_source
from tests.reports.rules.clean import clean, found
from tests.surveys.instrument.generated import instrument_of

NUMBERS = [5, 7, 9, 11, 14, 30]


def instrument_data(elements):
    text = document_of(instrument_of(elements), {}).instrument
    return InstrumentData(
        text.key, text.name, tuple(ElementData(e.key, e.name, e.definition) for e in text.elements), text.grades
    )


def clean_cycle(instrument):
    """The clean cycle of nine elements, told of another instrument: its priorities are the two lowest."""
    keys = [element.key for element in instrument.elements]
    cycle = clean()
    renamed = {"waktu": keys[0], "persyaratan": keys[1], "biaya": keys[-2], "pengaduan": keys[-1]}
    scores = {key: Decimal("3.10") + Decimal("0.02") * at for at, key in enumerate(keys)}
    scores |= {keys[-2]: Decimal("3.91"), keys[-1]: Decimal("3.95")}
    followup = cycle.followup
    return replace(
        cycle,
        survey=replace(cycle.survey, instrument=instrument.key, scores=scores),
        followup=replace(
            followup,
            priorities=tuple(replace(item, element=renamed[item.element]) for item in followup.priorities),
            upkeep=tuple(replace(item, element=renamed[item.element]) for item in followup.upkeep),
        ),
    )


@pytest.mark.parametrize("elements", NUMBERS)
def test_every_rule_is_silent_on_a_clean_cycle(elements):
    instrument = instrument_data(elements)
    assert found(clean_cycle(instrument), instrument=instrument) == []


@pytest.mark.parametrize("elements", NUMBERS)
def test_table_and_chart_have_every_element_and_no_bar_meets_another(elements):
    instrument = instrument_data(elements)
    results = build(make_source(clean_cycle(instrument), instrument=instrument)).plans.results
    names = [element.name for element in instrument.elements]
    assert [row.element for row in results.rows] == names
    chart = results.chart
    labels = [" ".join(text for _y, text in bar.label) for bar in chart.bars]
    assert [label.partition(" (prioritas")[0] for label in labels] == names
    lines = [y for bar in chart.bars for y, _text in bar.label]
    assert all(below - above >= 11 for above, below in pairwise(lines))
    assert all(above.y + chart.bar_height < below.y for above, below in pairwise(chart.bars))
    assert lines[-1] < chart.base_y


def test_a_very_long_name_stands_whole_in_the_chart():
    instrument = instrument_data(7)
    long = "Kemudahan " + " ".join(f"bagian{number}" for number in range(20))
    elements = (replace(instrument.elements[0], name=long[:200].strip()), *instrument.elements[1:])
    instrument = replace(instrument, elements=elements)
    (bar, below, *_rest) = build(make_source(clean_cycle(instrument), instrument=instrument)).plans.results.chart.bars
    assert " ".join(text for _y, text in bar.label) == f"{elements[0].name} (prioritas 1)"
    assert bar.label[0][0] > 0 and bar.label[-1][0] + 11 <= below.label[0][0]


@pytest.mark.parametrize("elements", [7, 14])
def test_texts_count_the_elements_that_there_are(elements):
    instrument = instrument_data(elements)
    document = build(make_source(clean_cycle(instrument), instrument=instrument))
    told = " ".join(section.text for section in document.texts)
    count = {7: "tujuh", 14: "14"}[elements]
    assert f"menilai {count} unsur pelayanan" in told and "sembilan" not in told
    assert facts_of(make_source(clean_cycle(instrument), instrument=instrument)).lowest[0].key == "u-1"
