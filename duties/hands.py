"""In whose hands something lies: whether somebody has a role that may settle it. Its names: permissions.names_of."""

from offices.models import Office, User
from offices.permissions import TABLE, Action, Scope, roles_in

NOBODY = "belum ada penanggung jawab"
"""Whose turn it is where nobody answers for a plan."""


def is_in_hands_of(user: User, action: Action, office: Office) -> bool:
    """Whether a person may do this to all of this office by a role in it; asks the database nothing."""
    wanted = TABLE[action]
    return any(wanted.get(role) is Scope.OFFICE for role in roles_in(user, office))
