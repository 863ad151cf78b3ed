"""App configuration, and what the worker does for each kind of job, what the trail calls events."""

from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from reports.work.leases import Lease


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Laporan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from offices.recording.words import register
        from reports.models import DRAFTS, JobKind
        from reports.trail_words import WORDS
        from reports.work.jobs import WORK

        WORK.update(dict.fromkeys(DRAFTS, _make_draft))
        WORK[JobKind.PREPARE] = _make_signable
        register(self.name, WORDS)


def _make_draft(lease: "Lease") -> None:
    from reports.work.drafts import make_draft  # imports that only the worker needs

    make_draft(lease)


def _make_signable(lease: "Lease") -> None:
    from reports.issuing.making import make_signable  # likewise

    make_signable(lease)
