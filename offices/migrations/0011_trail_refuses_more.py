"""The trail refuses to be emptied (PostgreSQL) and to have a row replaced by one of the same number (SQLite)."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ADD = {
    # INSERT OR REPLACE deletes without asking the triggers of DELETE, unless recursive_triggers is on.
    "sqlite": """
        CREATE TRIGGER offices_auditevent_no_replace BEFORE INSERT ON offices_auditevent
        WHEN EXISTS (SELECT 1 FROM offices_auditevent WHERE id = NEW.id)
        BEGIN SELECT RAISE(ABORT, 'audit events are append-only'); END
    """,
    "postgresql": """
        CREATE TRIGGER offices_auditevent_no_truncate BEFORE TRUNCATE ON offices_auditevent
        FOR EACH STATEMENT EXECUTE FUNCTION offices_auditevent_refuse()
    """,
}
DROP = {
    "sqlite": "DROP TRIGGER offices_auditevent_no_replace",
    "postgresql": "DROP TRIGGER offices_auditevent_no_truncate ON offices_auditevent",
}


def add_trigger(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute(ADD[editor.connection.vendor])


def drop_trigger(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    editor.execute(DROP[editor.connection.vendor])


class Migration(migrations.Migration):
    dependencies = [("offices", "0010_open_sessions")]
    operations = [migrations.RunPython(add_trigger, drop_trigger)]
