"""What names a row, in whichever room: asked before something that an office keeps is deleted."""

from typing import Any

from django.db.models import Model


def names_of_users(row: Model) -> list[str]:
    """What names this row: the plural names of the rows that do, or of those that they belong to."""
    found = {_owner(relation): None for relation in _references(type(row)) if _exists(relation, row)}
    return [str(model._meta.verbose_name_plural) for model in found]


def _references(model: type[Model]) -> list[Any]:
    """Every foreign key to this model that the database knows, those of hidden many-to-many tables too."""
    relations: list[Any] = list(model._meta.get_fields(include_hidden=True))
    return [relation for relation in relations if relation.one_to_many and relation.auto_created]


def _exists(relation: Any, row: Model) -> bool:
    found: bool = relation.related_model._base_manager.filter(**{relation.field.name: row}).exists()
    return found


def _owner(relation: Any) -> type[Model]:
    """Of a many-to-many table the model that declares it."""
    model: type[Model] = relation.related_model
    declaring = model._meta.auto_created
    return model if isinstance(declaring, bool) or declaring is None else declaring
