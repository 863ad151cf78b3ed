"""A report's document as JSON and back, exactly: what a prepared version is kept as. Pure.

The types of the dataclasses say how each value is read again; there is no second list of fields.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from reports.document.model import SCHEMA, ReportDocument


class FrozenDataError(ValueError):
    """What was frozen cannot be read: another schema, or data that are no document."""


def freeze(document: ReportDocument) -> dict[str, Any]:
    """A document as values of JSON; decimals and dates as text, mappings as pairs: some databases sort their keys."""
    frozen: dict[str, Any] = _frozen(document)
    return frozen


def thaw(data: Any) -> ReportDocument:
    """The document that was frozen, equal to it in every value.

    Raises FrozenDataError where the schema is not today's or a value is not of its type.
    """
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if schema != SCHEMA:
        raise FrozenDataError(f"frozen under schema {schema!r}, read under {SCHEMA}")
    try:
        document: ReportDocument = _thawed(ReportDocument, data)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise FrozenDataError(str(error)) from error
    return document


def _frozen(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _frozen(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return [[_frozen(key), _frozen(inner)] for key, inner in value.items()]
    if isinstance(value, tuple):
        return [_frozen(inner) for inner in value]
    return _FREEZE.get(type(value), _as_it_is)(value)


def _as_it_is(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    raise FrozenDataError(f"{type(value).__name__} has no frozen form")


_FREEZE: dict[type, Callable[[Any], Any]] = {Decimal: str, date: date.isoformat, datetime: datetime.isoformat}
_THAW: dict[Any, Callable[[str], Any]] = {
    Decimal: Decimal,
    date: date.fromisoformat,
    datetime: datetime.fromisoformat,
}


def _thawed(wanted: Any, data: Any) -> Any:
    origin = get_origin(wanted)
    if origin in _CONTAINERS:
        return _CONTAINERS[origin](wanted, data)
    if is_dataclass(wanted):
        return _record(wanted, data)
    if wanted in _THAW and isinstance(data, str):
        return _THAW[wanted](data)
    if type(data) is wanted:
        return data
    raise FrozenDataError(f"expected {wanted}, found {data!r:.80}")


def _record(wanted: Any, data: Any) -> Any:
    """A field that came later than the data and has a default is given that."""
    known = _types_of(wanted)
    if not isinstance(data, Mapping) or set(data) - set(known):
        raise FrozenDataError(f"no {wanted.__name__}: {data!r:.80}")
    missing = [field.name for field in fields(wanted) if field.name not in data and not _has_default(field)]
    if missing:
        raise FrozenDataError(f"{wanted.__name__} lacks {', '.join(missing)}")
    return wanted(**{name: _thawed(known[name], data[name]) for name in data})


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


@cache
def _types_of(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _tuple(wanted: Any, data: Any) -> tuple[Any, ...]:
    inner = get_args(wanted)
    if not isinstance(data, list):
        raise FrozenDataError(f"expected a list, found {data!r:.80}")
    if inner[-1] is Ellipsis:
        return tuple(_thawed(inner[0], item) for item in data)
    return tuple(_thawed(kind, item) for kind, item in _pairs(inner, data))


def _pairs(inner: tuple[Any, ...], data: list[Any]) -> list[tuple[Any, Any]]:
    if len(inner) != len(data):
        raise FrozenDataError(f"expected {len(inner)} values, found {len(data)}")
    return list(zip(inner, data, strict=True))


def _mapping(wanted: Any, data: Any) -> dict[Any, Any]:
    kinds = get_args(wanted)
    return {_thawed(kinds[0], key): _thawed(kinds[1], item) for key, item in data}


def _choice(wanted: Any, data: Any) -> Any:
    if data not in get_args(wanted):
        raise FrozenDataError(f"expected one of {get_args(wanted)}, found {data!r:.80}")
    return data


def _optional(wanted: Any, data: Any) -> Any:
    """Our unions are of one type and None."""
    if data is None:
        return None
    (kind,) = (kind for kind in get_args(wanted) if kind is not NoneType)
    return _thawed(kind, data)


_CONTAINERS: dict[Any, Callable[[Any, Any], Any]] = {
    tuple: _tuple,
    dict: _mapping,
    Literal: _choice,
    UnionType: _optional,
    Union: _optional,
}
