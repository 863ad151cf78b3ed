"""Results are held by the survey report, plans and what was done by the follow-up report.

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
        ("offices", "0033_notices_of_the_look"),
        ("surveys", "0016_how_a_survey_was_carried_out"),
    ]

    operations = [
        migrations.RunPython(rename_without_triggers, rename_as_usual),
        migrations.AddField(
            model_name="survey",
            name="results_lock",
            field=models.CharField(
                choices=[("open", "Draf"), ("prepared", "Siap ditandatangani"), ("signed", "Ditandatangani")],
                default="open",
                max_length=10,
                verbose_name="keadaan hasil survei",
            ),
        ),
        migrations.AddConstraint(
            model_name="survey",
            constraint=models.CheckConstraint(
                condition=models.Q(("results_lock__in", ["open", "prepared", "signed"])),
                name="survey_results_lock_known",
            ),
        ),
        migrations.RunPython(rename_as_usual, rename_without_triggers),
    ]
