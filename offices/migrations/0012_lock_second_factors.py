"""Secrets of second factors that were stored in plain text are locked by the newest key."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from offices.account.secrets import locked_anew


def lock_secrets(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    for row in apps.get_model("mfa", "Authenticator").objects.iterator():
        row.data = locked_anew(row.data)
        row.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("offices", "0011_trail_refuses_more"), ("mfa", "0003_authenticator_type_uniq")]
    operations = [migrations.RunPython(lock_secrets, migrations.RunPython.noop)]
