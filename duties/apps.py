"""App configuration. The room has no rows of its own: all that it says follows from those of the rooms below."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "duties"
    verbose_name = "Giliran"
