"""App configuration."""

from django.apps import AppConfig


class FollowupsConfig(AppConfig):
    name = "followups"
    verbose_name = "Tindak lanjut"
    default_auto_field = "django.db.models.BigAutoField"
