"""What names a row, in whichever room: asked before something that an office keeps is deleted."""

from typing import Any

from django.db.models import Model


def names_of_users(row: Model) -> list[str]:
    """What names this row: the plural names of the rows that do, or of those that they belong to.

    Every foreign key that the database knows counts, those of hidden many-to-many tables too.
    """
    fields: list[Any] = list(type(row)._meta.get_fields(include_hidden=True))
    found: dict[type[Model], None] = {}
    for relation in fields:
        is_ours = relation.one_to_many and relation.auto_created
        if is_ours and relation.related_model._base_manager.filter(**{relation.field.name: row}).exists():
            found[_owner(relation)] = None
    return [str(model._meta.verbose_name_plural) for model in found]


def _owner(relation: Any) -> type[Model]:
    """Of a many-to-many table the model that declares it."""
    model: type[Model] = relation.related_model
    declaring = model._meta.auto_created
    return model if isinstance(declaring, bool) or declaring is None else declaring
