"""App configuration."""

from importlib import import_module

from django.apps import AppConfig


class SkmPortalConfig(AppConfig):
    name = "skm_portal"
    verbose_name = "SKM Portal"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        import_module("skm_portal.checks")
