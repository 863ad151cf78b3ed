"""In whose hands something lies: the roles that may settle it, by name, and whether somebody is one of them."""

from offices.models import Office, User
from offices.permissions import TABLE, Action, Scope, roles_in

NOBODY = "belum ada penanggung jawab"
"""Whose turn it is where a plan has no unit."""


def is_in_hands_of(user: User, action: Action, office: Office) -> bool:
    """Whether a person may do this to all of this office by a role in it; asks the database nothing."""
    wanted = TABLE[action]
    return any(wanted.get(role) is Scope.OFFICE for role in roles_in(user, office))


def names_of(action: Action, *scopes: Scope) -> str:
    """``Admin atau Sekretaris``: the roles that may do this, to all of their office where no ``scopes`` are named."""
    wanted = scopes or (Scope.OFFICE,)
    names = [str(role.label) for role, scope in TABLE[action].items() if scope in wanted]
    return " atau ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
