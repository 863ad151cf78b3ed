"""Triggers by which the database itself refuses to change or delete a row of the audit trail."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE = "audit events are append-only"

SQLITE = [
    f"""
    CREATE TRIGGER offices_auditevent_no_{verb.lower()} BEFORE {verb} ON offices_auditevent
    BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
    """
    for verb in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"""
    CREATE FUNCTION offices_auditevent_refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{MESSAGE}'; END $$
    """,
    """
    CREATE TRIGGER offices_auditevent_append_only BEFORE UPDATE OR DELETE ON offices_auditevent
    FOR EACH ROW EXECUTE FUNCTION offices_auditevent_refuse()
    """,
]
UNDO = {
    "sqlite": [f"DROP TRIGGER offices_auditevent_no_{verb}" for verb in ("update", "delete")],
    "postgresql": [
        "DROP TRIGGER offices_auditevent_append_only ON offices_auditevent",
        "DROP FUNCTION offices_auditevent_refuse()",
    ],
}


def add_triggers(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement)


def drop_triggers(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("offices", "0001_first_tables")]
    operations = [migrations.RunPython(add_triggers, drop_triggers)]
