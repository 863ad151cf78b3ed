"""App configuration."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "surveys"
    verbose_name = "Survei"
    default_auto_field = "django.db.models.BigAutoField"
