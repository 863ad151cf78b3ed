"""Whether a number as written tells an exact value: by its decimals, its comparator, or cut. Pure."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from operator import ge, gt, le, lt

from reports.rules.truth.tokens.token import Token
from reports.words.language import decimal_text, integer_text

_NEAR = Decimal("0.1")
_OFTEN_CUT = 2
_BOUNDS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    ">": gt,
    "≥": ge,
    "<": lt,
    "≤": le,
    "~": lambda value, told: abs(value - told) <= abs(value) * _NEAR,
}


def tells(token: Token, exact: Decimal | Fraction | int) -> bool:
    """Whether the number is the exact one as far as it was written out, or bounds it as its comparator says."""
    if token.number is None:
        return False
    value = as_decimal(exact)
    if token.bound:
        return _BOUNDS[token.bound](value, token.number)
    step = Decimal(1).scaleb(-token.places)
    if token.number == value.quantize(step, rounding=ROUND_HALF_UP):
        return True
    return token.places < _OFTEN_CUT and token.kind == "X" and abs(token.number - value) < step


def written(exact: Decimal | Fraction | int, like: Token) -> str:
    """The exact value with as many decimals as the number that was written; at least one tells it apart."""
    value = as_decimal(exact)
    if like.kind == "N":
        return integer_text(int(value)) if value == value.to_integral_value() else decimal_text(value)
    places = like.places
    while places < 4 and like.number is not None and value.quantize(Decimal(1).scaleb(-places)) == like.number:
        places += 1
    text = decimal_text(value, places)
    return f"{text}%" if like.kind == "C" else text


def as_decimal(exact: Decimal | Fraction | int) -> Decimal:
    if isinstance(exact, Fraction):
        return Decimal(exact.numerator) / Decimal(exact.denominator)
    return Decimal(exact)
