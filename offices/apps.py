"""App configuration, and what the trail calls this room's events."""

from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "offices"
    verbose_name = "Satuan kerja"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from offices.recording.words import register
        from offices.trail_words import WORDS

        register(self.name, WORDS)
