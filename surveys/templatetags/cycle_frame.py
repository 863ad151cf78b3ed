"""The pages of a cycle under a few places, from data to publication, and which of them a role has a use for.

Whoever may read a page still reaches it by its address; what is left out is only what one can do nothing with.
"""

from dataclasses import dataclass

from django.template import Library

from offices.models import ParafRule, Role, User
from offices.permissions import roles_in
from surveys.models import Lock, Survey

register = Library()
EVERYONE = frozenset(Role)
FILLING_IN = frozenset({Role.STAFF, Role.HEAD, Role.ADMIN, Role.SECRETARY})
IN_CHARGE = frozenset({Role.ADMIN, Role.SECRETARY})
APPROVING = frozenset({Role.HEAD, Role.ADMIN, Role.SECRETARY})
ADMIN = frozenset({Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of a cycle: its URL name, its label and icon, and who has a use for it."""

    name: str
    label: str
    icon: str
    used_by: frozenset[Role]


@dataclass(frozen=True, slots=True)
class CyclePlace:
    """Pages that belong together; ``is_current`` where one of them is open."""

    label: str
    icon: str
    tabs: tuple[Tab, ...]
    is_current: bool = False

    @property
    def first(self) -> Tab:
        return self.tabs[0]


PLACES = (
    CyclePlace("Ikhtisar", "milestone", (Tab("cycle_overview", "Ikhtisar", "milestone", EVERYONE),)),
    CyclePlace(
        "Data",
        "table",
        (
            Tab("survey", "Survei", "chart-column", IN_CHARGE),
            Tab("results", "Hasil", "chart-no-axes-combined", EVERYONE),
            Tab("priorities", "Prioritas", "list-ordered", ADMIN),
            Tab("plan_table", "Rencana", "table", EVERYONE),
            Tab("realisations", "Realisasi", "list-checks", EVERYONE),
            Tab("evidence", "Bukti dukung", "images", EVERYONE),
            Tab("upkeep", "Pemeliharaan", "sprout", ADMIN),
            Tab("papers", "Berkas", "folder-archive", FILLING_IN),
        ),
    ),
    CyclePlace(
        "Laporan",
        "file-text",
        (
            Tab("report", "Laporan", "file-text", EVERYONE),
            Tab("texts", "Teks", "text-cursor-input", IN_CHARGE),
            Tab("findings", "Cek kelengkapan", "clipboard-check", FILLING_IN),
            Tab("report_pdf", "PDF", "file-down", EVERYONE),
        ),
    ),
    CyclePlace(
        "Tanda tangan",
        "signature",
        (
            Tab("signing", "Tanda tangan", "signature", IN_CHARGE),
            Tab("paraf", "Paraf", "pen-line", APPROVING),
        ),
    ),
    CyclePlace(
        "Publikasi",
        "globe",
        (
            Tab("publications", "Catatan publikasi", "globe", EVERYONE),
            Tab("publication_sheets", "Lembar publikasi", "presentation", EVERYONE),
        ),
    ),
)


def places_for(roles: frozenset[Role], survey: Survey, tab: str) -> tuple[CyclePlace, ...]:
    """The places with those pages that one of the roles has a use for, and the page that is open in any case.

    Once a report is prepared, its signature is everybody's to see.
    """
    found = []
    for place in PLACES:
        seen = tuple(each for each in place.tabs if each.name == tab or _is_used(each, roles, survey))
        if seen:
            found.append(CyclePlace(place.label, place.icon, seen, any(each.name == tab for each in seen)))
    return tuple(found)


def _is_used(tab: Tab, roles: frozenset[Role], survey: Survey) -> bool:
    if tab.name == "paraf" and survey.office.paraf == ParafRule.OFF:
        return False
    return bool(tab.used_by & roles) or (tab.name == "signing" and survey.lock != Lock.OPEN)


@register.simple_tag
def cycle_places(user: User, survey: Survey, tab: str) -> tuple[CyclePlace, ...]:
    """The places of a cycle for who reads a page of it; whoever has no role in its office looks on from above."""
    return places_for(roles_in(user, survey.office) or frozenset({Role.SUPERVISOR}), survey, tab)
