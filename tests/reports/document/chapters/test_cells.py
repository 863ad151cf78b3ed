"""What tables say in the same way."""

from decimal import Decimal

import pytest

from reports.cycle.model import UnitData
from reports.document.chapters.cells import NONE, converted_text, unit_legend, whose
from reports.document.facts import facts_of
from tests.make_cycle import NGAWI_SCORES, make_cycle, make_followup, make_office, make_source, make_survey
from tests.reports.shapes import young


def facts(cycle=None):
    return facts_of(make_source(cycle))


def test_captions_name_the_office_and_the_period():
    assert whose(facts()) == "KPU Kabupaten Contoh Semester I Tahun 2025"


@pytest.mark.parametrize(("score", "told"), [("3.27", "81,75"), ("4", "100,00"), ("1", "25,00"), ("3.5321", "88,30")])
def test_a_converted_score_is_the_score_times_25(score, told):
    known = facts(make_cycle(survey=make_survey(scores=NGAWI_SCORES | {"waktu": Decimal(score)})))
    assert converted_text(known.elements["waktu"]) == told


def test_without_a_score_there_is_a_dash():
    assert {converted_text(element) for element in facts(young()).elements.values()} == {NONE}


UNITS = (
    UnitData("umum", "Subbagian Umum", "Subbag Umum"),
    UnitData("teknis", "Subbagian Teknis", "Subbag Teknis"),
    UnitData("arsip", "Arsip", "Arsip"),
)


@pytest.mark.parametrize(
    ("keys", "legend"),
    [
        ((), ()),
        (("*",), ()),
        (("arsip",), ()),
        (("teknis", "teknis"), ("Subbag Teknis: Subbagian Teknis",)),
        (("teknis", "umum"), ("Subbag Umum: Subbagian Umum", "Subbag Teknis: Subbagian Teknis")),
    ],
)
def test_short_names_are_explained_once_in_the_offices_order(keys, legend):
    known = facts(make_cycle(office=make_office(units=UNITS), followup=make_followup((), ())))
    assert unit_legend(known, keys) == legend
