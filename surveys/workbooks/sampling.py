"""How many respondents a survey needs for its population: the table of Krejcie and Morgan, as a formula. Pure."""

from fractions import Fraction

CHI_SQUARE = Fraction(3841, 1000)
HALF = Fraction(1, 2)
ERROR = Fraction(5, 100)


def sample_needed(population: int) -> int:
    """Respondents for a population at 95% certainty and 5% error (PermenPANRB 14/2017, annex)."""
    spread = CHI_SQUARE * HALF * (1 - HALF)
    exact = spread * population / (ERROR**2 * (population - 1) + spread)
    return int(exact + HALF)


def sample_remark(respondents: int, population: int | None) -> str:
    """What to say of a sample that is too small; nothing where it suffices or no population is known."""
    if population is None or population < 1 or respondents >= sample_needed(population):
        return ""
    return (
        f"Responden {respondents}, sedangkan populasi {population} memerlukan sampel paling sedikit "
        f"{sample_needed(population)} (Krejcie dan Morgan)."
    )
