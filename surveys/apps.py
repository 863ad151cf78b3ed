"""App configuration, and what the trail calls this room's events."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "surveys"
    verbose_name = "Survei"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from offices.recording.words import register
        from surveys.trail_words import WORDS

        register(self.name, WORDS)
