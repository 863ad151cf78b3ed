"""One row of the table of addresses: who may do what there, and what is sent. The table itself is in routes.py."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from followups.models import FollowUp
from reports.models import Report
from tests.conftest import jpeg
from tests.reports.issued import CODE, make_report

EVERYONE = "staff head admin secretary supervisor"
ANYBODY = f"{EVERYONE} stranger nobody"
PUBLIC = f"{ANYBODY} anonymous"
PEOPLE = PUBLIC.split()


@dataclass(frozen=True)
class Row:
    """One address. ``get`` and ``post``: who gets through (None: nobody, 405); among them ``owner`` acts first.

    ``sent`` is laid over what the page's own form would send; ``before`` is done with the client in between.
    ``given`` makes what has to be there before anybody comes.
    ``wrong`` is sent in place of that and must be refused. ``outside``: what others than those of the office
    meet. ``silent``: why a POST that succeeds writes no event.
    """

    address: str
    get: str | None = EVERYONE
    post: str | None = None
    sent: dict[str, Any] | Callable[..., dict[str, Any]] = field(default_factory=dict)
    before: Callable[..., None] | None = None
    given: Callable[..., None] | None = None
    wrong: dict[str, Any] | None = None
    silent: str = ""
    outside: str = "404"

    @property
    def owner(self) -> str:
        return next(name for name in ("admin", *PEOPLE) if name in (self.post or self.get or "").split())


def file(name="gambar.jpg"):
    return SimpleUploadedFile(name, jpeg("navy"))


def with_signed_report(scene):
    """A first version, signed, of a cycle that is open again."""
    followup = FollowUp.objects.get(survey__office__code="3521", survey__year=2025)
    if not Report.objects.filter(followup=followup, code=CODE).exists():  # of two rows that want one the other may have
        make_report(followup, scene.people.secretary)
