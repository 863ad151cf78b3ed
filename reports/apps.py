"""App configuration, and what the worker does for each kind of job, what the trail calls events."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    verbose_name = "Laporan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from offices.recording.words import register
        from reports.issuing.making import make_signable
        from reports.models import DRAFTS, JobKind
        from reports.trail_words import WORDS
        from reports.work.drafts import make_draft
        from reports.work.jobs import WORK

        WORK.update(dict.fromkeys(DRAFTS, make_draft))
        WORK[JobKind.PREPARE] = make_signable
        register(self.name, WORDS)
