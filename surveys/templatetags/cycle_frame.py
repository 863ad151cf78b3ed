"""What the frame of a cycle's pages asks for."""

from django.template import Library

from offices.models import Role, User
from offices.permissions import roles_in
from surveys.cycle_tabs import CyclePlace, places_for
from surveys.models import Survey

register = Library()


@register.simple_tag
def cycle_places(user: User, survey: Survey, tab: str) -> tuple[CyclePlace, ...]:
    """The places of a cycle for who reads a page of it; whoever has no role in its office looks on from above."""
    return places_for(roles_in(user, survey.office) or frozenset({Role.SUPERVISOR}), survey, tab)
