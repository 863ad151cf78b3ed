"""How many respondents a survey needs for its population: the table of Krejcie and Morgan, as a formula. Pure."""

from fractions import Fraction

CHI_SQUARE = Fraction(3841, 1000)
HALF = Fraction(1, 2)
ERROR = Fraction(5, 100)


def sample_of(population: int) -> int:
    """Respondents for a population at 95% certainty and 5% error, halves up (PermenPANRB 14/2017, annex)."""
    spread = CHI_SQUARE * HALF * (1 - HALF)
    exact = spread * population / (ERROR**2 * (population - 1) + spread)
    return int(exact + HALF)
