from importlib import import_module

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FIRST = import_module("followups.migrations.0006_plans_continue_others")


def add_triggers_again(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """SQLite makes a table anew for a column with a default, and forgets its triggers."""
    if editor.connection.vendor == "sqlite":
        for statement in FIRST.SQLITE:
            editor.execute(statement.replace("CREATE TRIGGER", "CREATE TRIGGER IF NOT EXISTS", 1))


class Migration(migrations.Migration):
    dependencies = [
        ("followups", "0011_web_pages_prove"),
    ]

    operations = [
        migrations.RunPython(add_triggers_again, migrations.RunPython.noop),
    ]
