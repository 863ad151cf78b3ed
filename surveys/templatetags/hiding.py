"""What pages say of counts that are hidden because few people are behind them."""

from django.template import Library

from surveys.respondents.disclosure import FEWEST

register = Library()


@register.simple_tag
def fewest() -> int:
    """So many people are enough for a count or a result to be shown to everybody."""
    return FEWEST
