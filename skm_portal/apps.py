"""App configuration."""

from django.apps import AppConfig


class SkmPortalConfig(AppConfig):
    name = "skm_portal"
    verbose_name = "SKM Portal"
    default_auto_field = "django.db.models.BigAutoField"
