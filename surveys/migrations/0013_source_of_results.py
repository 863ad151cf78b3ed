"""Where the results of a survey come from.

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
        ("surveys", "0012_answers_per_service"),
    ]

    operations = [
        migrations.RunPython(rename_without_triggers, rename_as_usual),
        migrations.AddField(
            model_name="survey",
            name="covered",
            field=models.TextField(blank=True, verbose_name="layanan yang disurvei"),
        ),
        migrations.AddField(
            model_name="survey",
            name="forums",
            field=models.TextField(blank=True, verbose_name="forum pembahasan hasil SKM"),
        ),
        migrations.AddField(
            model_name="survey",
            name="report_number",
            field=models.CharField(blank=True, max_length=100, verbose_name="nomor laporan SKM"),
        ),
        migrations.AddField(
            model_name="survey",
            name="report_url",
            field=models.CharField(blank=True, max_length=400, verbose_name="alamat laporan SKM"),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("report_url", ""),
                    ("report_url__startswith", "https://"),
                    ("report_url__startswith", "http://"),
                    _connector="OR",
                ),
                name="survey_report_on_the_web",
            ),
        ),
        migrations.RunPython(rename_as_usual, rename_without_triggers),
    ]
