"""App configuration, what the trail calls this room's events, and a period in an address."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "surveys"
    verbose_name = "Survei"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.urls import register_converter

        from offices.recording.words import register
        from surveys.periods import PeriodConverter
        from surveys.trail_words import WORDS

        register(self.name, WORDS)
        register_converter(PeriodConverter, "period")
