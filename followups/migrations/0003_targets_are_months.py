"""The target of a completion is a month of the calendar. It was a number of months from that of the report."""

from datetime import date
from typing import Any

from django.db import migrations, models
from django.db.models import F, Q

LAST = 9999 * 12 + 11


def count_from_the_report(apps: Any, _schema_editor: Any) -> None:
    rows = apps.get_model("followups", "Completion").objects.exclude(months_min=None, months_max=None)
    for row in rows.select_related("plan__priority__followup"):
        followup = row.plan.priority.followup
        first = _index(followup.report_month) if followup.report_month else _index(followup.end) + 1
        row.earliest, row.latest = (_later(first, months) for months in (row.months_min, row.months_max))
        row.save(update_fields=["earliest", "latest"])


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _later(first: int, months: int | None) -> date | None:
    if months is None:
        return None
    index = min(first + months, LAST)
    return date(index // 12, index % 12 + 1, 1)


class Migration(migrations.Migration):
    dependencies = [("followups", "0002_photo_choice")]

    operations = [
        migrations.AddField("completion", "earliest", models.DateField("paling cepat", blank=True, null=True)),
        migrations.AddField("completion", "latest", models.DateField("paling lambat", blank=True, null=True)),
        migrations.RunPython(count_from_the_report, migrations.RunPython.noop),
        migrations.RemoveConstraint("completion", "completion_months_not_reversed"),
        migrations.RemoveField("completion", "months_min"),
        migrations.RemoveField("completion", "months_max"),
        migrations.AddConstraint(
            "completion",
            models.CheckConstraint(
                condition=Q(earliest=None) | Q(latest=None) | Q(earliest__lte=F("latest")),
                name="completion_months_not_reversed",
            ),
        ),
        migrations.AddConstraint(
            "completion",
            models.CheckConstraint(
                condition=(Q(earliest=None) | Q(earliest__day=1)) & (Q(latest=None) | Q(latest__day=1)),
                name="completion_months_are_first_days",
            ),
        ),
    ]
