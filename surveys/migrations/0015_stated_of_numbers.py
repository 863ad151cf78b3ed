"""What an office states of numbers that do not fit.

SQLite makes the table anew; triggers of higher rooms read it, and its renaming must not ask for them meanwhile.
"""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def rename_without_triggers(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute("PRAGMA legacy_alter_table = ON")


def rename_as_usual(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor == "sqlite":
        editor.execute("PRAGMA legacy_alter_table = OFF")


class Migration(migrations.Migration):
    dependencies = [
        ("surveys", "0014_codes_end_where_they_end"),
    ]

    operations = [
        migrations.RunPython(rename_without_triggers, rename_as_usual),
        migrations.AddField(
            model_name="survey",
            name="exceeds_population",
            field=models.BooleanField(default=False, verbose_name="responden melebihi populasi menurut laporan SKM"),
        ),
        migrations.AddField(
            model_name="survey",
            name="method_unknown",
            field=models.BooleanField(default=False, verbose_name="cara hitung IKM tidak diketahui"),
        ),
        migrations.RunPython(rename_as_usual, rename_without_triggers),
    ]
