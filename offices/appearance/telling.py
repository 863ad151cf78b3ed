"""Who is told when an office above lays down how reports look, or takes it back."""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Q
from django.urls import reverse

from offices.models import Membership, NoticeKind, Office, Role, User
from offices.notices.telling import tell
from offices.permissions import LEVELS_BELOW
from offices.recording.appearance_words import APPEARANCE_LABELS


def tell_below(office: Office, actor: User, changed: Iterable[str]) -> None:
    """Tell the admins of every office below, each at the page on which they see it; ``changed``: names of values."""
    values = ", ".join(APPEARANCE_LABELS[name].lower() for name in changed)
    below = reduce(
        or_, (Q(**{"__".join(["office", *["parent"] * level]): office}) for level in range(1, LEVELS_BELOW + 1))
    )
    admins = Membership.objects.filter(below, role=Role.ADMIN, user__is_active=True).select_related("user", "office")
    for membership in admins:
        page = reverse("office_appearance", args=[membership.office.code])
        told = {"report": f"Tampilan laporan ({values})", "office": office.short_name}
        tell([membership.user], NoticeKind.LOOK_LAID, actor, page, **told)
