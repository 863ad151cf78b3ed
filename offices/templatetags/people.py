"""What templates ask about the person who is logged in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.template import Library

from offices.account.second_factor import is_missing
from offices.models import Membership, Notice, Office, Role, User, role_name
from offices.notices.telling import Unread, unread
from offices.notices.words import Told, worded
from offices.permissions import TABLE, Action, Scope, names_of

register = Library()


@register.simple_tag
def memberships_of(user: User) -> list[Membership]:
    """The roles of who is logged in, as account/adapter.py fetched them together with the person."""
    return list(user.memberships.all())


@register.simple_tag
def lacks_second_factor(user: User) -> bool:
    """Whether who is logged in must have one and has none."""
    return is_missing(user)


@register.simple_tag
def unread_of(user: User) -> Unread:
    """What who is logged in has not read yet."""
    return unread(user)


@register.simple_tag
def who_may(action: str, office: Office) -> str:
    """``Admin atau Sekretaris``: those of an office who may do this, in its own words for roles."""
    return names_of(Action[action], office)


@register.simple_tag
def called(role: str, office: Office) -> str:
    """What an office calls a role."""
    return role_name(role, office)


@register.filter
def in_words(notices: Iterable[Notice]) -> list[Told]:
    return worded(notices)


@dataclass(frozen=True, slots=True)
class OwnOffice:
    """An office to which the navigation leads, whether its trail may be read, and whether it is one's only one."""

    office: Office
    trail: bool
    only: bool


@register.filter
def own_offices(memberships: Iterable[Membership]) -> list[OwnOffice]:
    """The offices that somebody works in, each once; those below a supervisor are reached through their cycles."""
    found: dict[Office, bool] = {}
    for member in memberships:
        role = Role(member.role)
        if TABLE[Action.VIEW_OFFICE].get(role) is Scope.OFFICE:
            trail = TABLE[Action.VIEW_AUDIT].get(role) is Scope.OFFICE
            found[member.office] = found.get(member.office, False) or trail
    return [OwnOffice(office, trail, only=len(found) == 1) for office, trail in found.items()]


@register.filter
def supervised_offices(memberships: Iterable[Membership]) -> list[Office]:
    """The offices below which somebody reads as a supervisor, each once."""
    return list(dict.fromkeys(member.office for member in memberships if member.role == Role.SUPERVISOR))
