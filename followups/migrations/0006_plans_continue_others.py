"""A plan may continue an open one of an earlier cycle; the database holds that both are of one office.

A later migration that has SQLite write the table of plans anew has to add the triggers again.
"""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE = "a plan continues one of another cycle of its office"
UNFIT = """
    NEW.continues_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM followups_actionplan earlier
        JOIN followups_priority old_priority ON old_priority.id = earlier.priority_id
        JOIN followups_followup old_followup ON old_followup.id = old_priority.followup_id
        JOIN surveys_survey old_survey ON old_survey.id = old_followup.survey_id
        JOIN followups_priority new_priority ON new_priority.id = NEW.priority_id
        JOIN followups_followup new_followup ON new_followup.id = new_priority.followup_id
        JOIN surveys_survey new_survey ON new_survey.id = new_followup.survey_id
        WHERE earlier.id = NEW.continues_id
          AND old_survey.office_id = new_survey.office_id AND old_survey.id <> new_survey.id
    )
"""
SQLITE = [
    f"""
    CREATE TRIGGER followups_actionplan_continues_{name} BEFORE {event} ON followups_actionplan
    WHEN {UNFIT} BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """
    for name, event in (("insert", "INSERT"), ("update", "UPDATE OF continues_id, priority_id"))
]
POSTGRESQL = [
    f"""
    CREATE FUNCTION followups_actionplan_continues() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN
        IF {UNFIT} THEN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'check_violation'; END IF;
        RETURN NEW;
    END $$
    """,
    """
    CREATE TRIGGER followups_actionplan_continues BEFORE INSERT OR UPDATE OF continues_id, priority_id
    ON followups_actionplan FOR EACH ROW EXECUTE FUNCTION followups_actionplan_continues()
    """,
]
UNDO = {
    "sqlite": [f"DROP TRIGGER followups_actionplan_continues_{name}" for name in ("insert", "update")],
    "postgresql": [
        "DROP TRIGGER followups_actionplan_continues ON followups_actionplan",
        "DROP FUNCTION followups_actionplan_continues()",
    ],
}


def add_triggers(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement)


def drop_triggers(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("followups", "0005_earlier_periods_by_hand")]
    operations = [
        migrations.AddField(
            model_name="actionplan",
            name="continues",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="continued_by",
                to="followups.actionplan",
                verbose_name="meneruskan",
            ),
        ),
        migrations.AddConstraint(
            model_name="actionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("continues", models.F("pk")), _negated=True), name="plan_continues_another"
            ),
        ),
        migrations.RunPython(add_triggers, drop_triggers),
    ]
