"""Who is told when an office above lays down how reports look, or takes it back."""

from collections.abc import Iterable

from django.db.models import Q
from django.urls import reverse

from offices.models import Membership, NoticeKind, Office, Role, User
from offices.notices.telling import tell_each
from offices.permissions import LEVELS_BELOW
from offices.recording.appearance_words import APPEARANCE_LABELS


def tell_below(office: Office, actor: User, changed: Iterable[str]) -> None:
    """Tell the admins of every office below, each at the page on which they see it; ``changed``: names of values."""
    below = Q()
    for level in range(1, LEVELS_BELOW + 1):
        below |= Q(**{"__".join(["office", *["parent"] * level]): office})
    admins = Membership.objects.filter(below, role=Role.ADMIN, user__is_active=True).select_related("user", "office")
    places = ((row.user, reverse("office_appearance", args=[row.office.code])) for row in admins)
    values = ", ".join(APPEARANCE_LABELS[name].lower() for name in changed)
    told = {"report": f"Tampilan laporan ({values})", "office": office.short_name}
    tell_each(places, NoticeKind.LOOK_LAID, actor, **told)
