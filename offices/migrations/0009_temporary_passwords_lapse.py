"""A temporary password lapses; those that are out today are given thirty days from now."""

from datetime import timedelta
from typing import Any

from django.db import migrations, models
from django.db.models import Q
from django.utils import timezone


def begin_to_run(apps: Any, _editor: Any) -> None:
    temporary = apps.get_model("offices", "User").objects.filter(must_change_password=True)
    temporary.update(temporary_until=timezone.now() + timedelta(days=30))


class Migration(migrations.Migration):
    dependencies = [
        ("offices", "0008_one_name_one_person"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="temporary_until",
            field=models.DateTimeField(blank=True, null=True, verbose_name="kata sandi sementara berlaku sampai"),
        ),
        migrations.RunPython(begin_to_run, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=Q(must_change_password=False, temporary_until=None)
                | Q(must_change_password=True, temporary_until__isnull=False),
                name="user_temporary_password_lapses",
            ),
        ),
    ]
