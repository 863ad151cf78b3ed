"""App configuration, and what the trail calls this room's events."""

from django.apps import AppConfig


class FollowupsConfig(AppConfig):
    name = "followups"
    verbose_name = "Tindak lanjut"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from followups.trail_words import WORDS
        from offices.recording.words import register

        register(self.name, WORDS)
