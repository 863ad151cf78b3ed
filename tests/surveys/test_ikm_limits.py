"""The index at its limits: the ends of the scale, as many places as tell scores apart, weights by questions."""

from decimal import Decimal

import pytest

from surveys.ikm import envelope_of, index_of, places_of


@pytest.mark.parametrize(
    ("score", "lowest", "highest"),
    [
        ("1.00", "25.00", "25.13"),
        ("1.01", "25.13", "25.38"),
        ("1.50", "37.38", "37.63"),
        ("1.5000", "37.38", "37.63"),
        ("1.5001", "37.50", "37.50"),
        ("3.99", "99.63", "99.88"),
        ("4.00", "99.88", "100.00"),
    ],
)
def test_a_mean_leaves_neither_end_of_the_scale(score, lowest, highest):
    envelope = envelope_of([Decimal(score)])
    assert (envelope.lowest, envelope.highest) == (Decimal(lowest), Decimal(highest))
    assert envelope.lowest in envelope and envelope.highest in envelope
    assert envelope.lowest - Decimal("0.01") not in envelope and envelope.highest + Decimal("0.01") not in envelope


@pytest.mark.parametrize(
    ("scores", "places"),
    [
        (["3.2501"], 2),
        (["3.2502"], 4),  # 81,26 and not 81,25
        (["3.251"], 3),
        (["3.25", "3.2501"], 4),
        (["3.25", "3.3"], 2),
        (["3", "4"], 2),
        (["3.25000"], 2),
        ([], 2),
    ],
)
def test_so_many_places_are_printed_as_tell_scores_and_grades_apart(scores, places):
    assert places_of([Decimal(score) for score in scores]) == places


def test_an_index_is_in_no_envelope_that_is_no_decimal():
    assert 85.0 not in envelope_of([Decimal("3.40")]) and Decimal("85.00") in envelope_of([Decimal("3.40")])


@pytest.mark.parametrize(
    ("weights", "index"), [((), "62.50"), ((1, 1), "62.50"), ((3, 1), "43.75"), ((1, 3), "81.25"), ((2, 2), "62.50")]
)
def test_weights_count_questions(weights, index):
    assert index_of([Decimal(1), Decimal(4)], weights) == Decimal(index)
    assert envelope_of([Decimal(1), Decimal(4)], weights).lowest <= Decimal(index)


def test_as_many_weights_as_scores():
    with pytest.raises(ValueError, match="zip"):
        index_of([Decimal(1), Decimal(4)], (1,))
