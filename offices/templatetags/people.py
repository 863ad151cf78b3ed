"""What templates ask about the person who is logged in."""

from django.template import Library

from offices.models import Membership, User

register = Library()


@register.simple_tag
def memberships_of(user: User) -> list[Membership]:
    """The roles of who is logged in, as accounts.py fetched them together with the person."""
    return list(user.memberships.all())
