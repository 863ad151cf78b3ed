"""App configuration, what the worker does for this room's jobs, and what the trail calls events."""

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from reports.work.leases import Lease


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = "Publikasi"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from offices.recording.words import register
        from publishing.trail_words import WORDS
        from reports.models import JobKind
        from reports.work.jobs import WORK

        WORK[JobKind.SHEET] = _make_sheet
        WORK[JobKind.COPY] = _make_copy
        register(self.name, WORDS)


def _make_sheet(lease: "Lease") -> None:
    from publishing.sheets.making import make_sheet  # imports that only the worker needs

    make_sheet(lease)


def _make_copy(lease: "Lease") -> None:
    from publishing.copies.making import make_copy  # likewise

    make_copy(lease)
