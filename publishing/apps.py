"""App configuration, and what the trail calls events."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = "Publikasi"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from offices.recording.words import register
        from publishing.trail_words import WORDS

        register(self.name, WORDS)
