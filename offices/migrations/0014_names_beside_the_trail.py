"""Names of persons leave the rows of the trail for a table of their own; the triggers are lifted for that and set again."""

from importlib import import_module
from typing import Any
from uuid import uuid4

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

append_only = import_module("offices.migrations.0002_audit_is_append_only")
refuses_more = import_module("offices.migrations.0011_trail_refuses_more")

OF_PERSONS = {"username", "name", "nip", "email", "job_title"}
OF_OTHERS = {"signatory_name", "signatory_nip", "both_roles", "signer", "issuer"}


def lift_triggers(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    refuses_more.drop_trigger(apps, editor)
    append_only.drop_triggers(apps, editor)


def set_triggers(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    append_only.add_triggers(apps, editor)
    refuses_more.add_trigger(apps, editor)


def move_names(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    event_model: Any = apps.get_model("offices", "AuditEvent")
    name_model: Any = apps.get_model("offices", "AuditName")
    users = apps.get_model("offices", "User").objects.values_list("pk", "name", "username")
    labels: dict[str, tuple[int | None, str]] = {}
    labels |= {f"user:{pk}": (pk, f"{name} ({username})") for pk, name, username in users}
    owners = _owners_of_keys(event_model)
    for event in event_model.objects.order_by("id").iterator():
        values: dict[str, tuple[int | None, str]] = {}
        person = _person_of(event, owners)
        changed = {name: _taken(getattr(event, name), event, person, values) for name in ("before", "after")}
        if event.actor_id is not None:
            labels.setdefault(f"user:{event.actor_id}", (event.actor_id, event.actor_label))
        if event.object_kind in ("user", "signingkey"):
            labels.setdefault(f"{event.object_kind}:{event.object_id}", (person, event.object_label))
            changed["object_label"] = ""
        event_model.objects.filter(pk=event.pk).update(**changed)
        _write(name_model, values)
    _write(name_model, labels)


def _owners_of_keys(event_model: Any) -> dict[str, int]:
    """Whose a signing key is that may be gone by now: who kept it."""
    kept = event_model.objects.filter(action="signing_key.keep", actor_id__isnull=False)
    return dict(kept.values_list("object_id", "actor_id"))


def _person_of(event: Any, owners: dict[str, int]) -> int | None:
    if event.object_kind == "user":
        return int(event.object_id)
    return owners.get(event.object_id) if event.object_kind == "signingkey" else None


def _taken(value: Any, event: Any, person: int | None, names: dict[str, tuple[int | None, str]], key: str = "") -> Any:
    """The value with references in place of names, which are put into ``names``; equal ones get one reference."""
    if isinstance(value, dict):
        return {name: _taken(inner, event, person, names, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_taken(inner, event, person, names, key) for inner in value]
    if not value or not (key in OF_OTHERS or (event.object_kind == "user" and key in OF_PERSONS)):
        return value
    known = {text: reference for reference, (_, text) in names.items()}
    reference = known.get(str(value)) or uuid4().hex
    names[reference] = (person, str(value))
    return {"name_key": reference}


def _write(name_model: Any, names: dict[str, tuple[int | None, str]]) -> None:
    rows = [name_model(key=key, person_id=person, text=text) for key, (person, text) in names.items()]
    name_model.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("offices", "0013_offices_that_are_small")]
    operations = [
        migrations.CreateModel(
            name="AuditName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=130, unique=True, verbose_name="kunci")),
                ("person_id", models.BigIntegerField(db_index=True, null=True, verbose_name="orang")),
                ("text", models.TextField(verbose_name="nama")),
            ],
            options={"verbose_name": "nama dalam riwayat", "verbose_name_plural": "nama dalam riwayat"},
        ),
        migrations.RunPython(lift_triggers, set_triggers),
        migrations.RunPython(move_names, migrations.RunPython.noop),
        migrations.RemoveField(model_name="auditevent", name="actor_label"),
        migrations.RunPython(set_triggers, lift_triggers),
    ]
