"""The respondents that a population asks for: rows of the table that the regulation prints."""

import pytest

from surveys.sampling import sample_of


@pytest.mark.parametrize(
    ("population", "sample"),
    [(10, 10), (30, 28), (50, 44), (220, 140), (300, 169), (340, 181), (1200, 291), (2000, 322), (2200, 327)],
)
def test_the_sample_is_that_of_the_published_table(population, sample):
    assert sample_of(population) == sample
