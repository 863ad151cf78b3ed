"""Profil Responden beneath the results: exact where the regulation's sheet asks, small counts hidden elsewhere."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from reports.cycle.model import BasisData
from reports.document.build import build
from reports.document.chapters.profile import MARK, profile_of
from reports.document.facts import facts_of
from reports.document.phrases import FREE_COST, method_sentence
from reports.document.source import Method
from reports.printing.html import print_html
from surveys.profiles import MARGINS
from surveys.respondents.disclosure import FEWEST
from tests.make_cycle import make_cycle, make_source, make_survey
from tests.mass import examples
from tests.strategies import cycles

COUNTED = {
    "sex": {"male": 108, "female": 2},
    "age": {"17-25": 60, "26-34": 30, "over-65": 20},
    "education": {"sma": 109, "s3": 1},
    "disability": {"no": 103, "physical": 2, "sensory": 1},
}


def source(profile):
    return make_source(make_cycle(survey=make_survey(profile=profile)))


def printed(profile):
    table = profile_of(facts_of(source(profile)))
    return {row.label: [cell.text for cell in row.cells] for row in table.rows}


def html_of(profile):
    return " ".join(print_html(build(source(profile))).split())


def test_what_the_sheet_asks_is_exact_and_small_counts_of_the_rest_are_not_printed():
    assert printed(COUNTED) == {
        "Jenis kelamin": ["Laki-laki 108 (98,18%)", "Perempuan 2 (1,82%)"],
        "Usia": ["17–25 tahun 60 (54,55%)", "26–34 tahun 30 (27,27%)", "Di atas 65 tahun 20 (18,18%)"],
        "Pendidikan": ["SMA/sederajat 109 (99,09%)", "S3 1 (0,91%)"],
        "Disabilitas": [f"{MARGINS['disability'].classes[key]} {MARK}" for key in COUNTED["disability"]],
    }


def test_the_mark_is_explained_only_where_it_stands():
    assert "Jumlah di bawah 5 tidak dicetak" in html_of(COUNTED)
    assert "tidak dicetak" not in html_of({"sex": COUNTED["sex"]})


def test_a_margin_of_few_is_left_out():
    assert printed({"sex": {"male": 3}, "age": {"17-25": 3}}) == {"Jenis kelamin": ["Laki-laki 3 (100,00%)"]}
    assert profile_of(facts_of(source({"disability": {"physical": 3}}))) is None


def test_it_stands_beneath_the_results_and_numbers_no_table():
    page = html_of(COUNTED)
    without = html_of({})
    assert page.index('class="tabel-21"') < page.index('class="tabel-profil"') < page.index('class="tabel-22"')
    assert "Laki-laki 108 (98,18%);" in page and "tabel-profil" not in without
    assert re.findall(r"Tabel \d\.\d", page) == re.findall(r"Tabel \d\.\d", without)


@settings(max_examples=examples(30), deadline=None, suppress_health_check=list(HealthCheck))
@given(cycle=cycles())
def test_no_small_count_is_printed_but_of_the_sheet(cycle):
    table = build(make_source(cycle)).plans.results.profile
    for row in table.rows if table else ():
        exact = next(margin for margin in MARGINS.values() if margin.label == row.label).is_exact
        assert all(exact or cell.count is None or cell.count >= FEWEST for cell in row.cells)
        assert all((cell.count is None) == (MARK in cell.text) for cell in row.cells)


@pytest.mark.parametrize("choice", ["kosong", "gratis"])
def test_what_was_chosen_for_blank_costs_is_printed(choice):
    basis = BasisData("answers", "permenpanrb-14-2017", "A", "elements", (), {"biaya": choice})
    cycle = make_cycle(survey=make_survey(basis=basis))
    facts = facts_of(replace(make_source(cycle), method=Method("kuesioner", "A", "biasa", {})))
    assert method_sentence(facts).endswith(FREE_COST[choice])
