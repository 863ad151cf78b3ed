"""App configuration. The room has no rows of its own: it reads what the rooms below have."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "oversight"
    verbose_name = "Evaluasi"
