"""App configuration, and what the worker does for the room.

It has no rows of its own: all that it says follows from those of the rooms below.
"""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    name = "duties"
    verbose_name = "Giliran"

    def ready(self) -> None:
        from reports.work.loop import ERRANDS

        ERRANDS.append(_write_next_letter)


def _write_next_letter() -> bool:
    from duties.outward.weekly import write_next  # half a second of imports, which only the worker needs

    return write_next()
