"""A report's document as JSON and back, exactly: what a prepared version is kept as. Pure.

The types of the dataclasses say how each value is read again; there is no second list of fields.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from offices.declining import Declined
from reports.document.model import SCHEMA, ReportDocument
from reports.document.upgrades import upgraded

AnyDocument = TypeVar("AnyDocument")
_NEWER = (
    "Isi laporan ini disimpan oleh portal yang lebih baru (bentuk data {schema}, sedangkan portal ini mengenal sampai "
    "bentuk {known}). Mintalah pengelola server memperbarui portal."
)
_SPOILT = (
    "Data isi laporan ini tidak lengkap atau rusak, sehingga tidak dapat dibaca. Laporkan kepada pengelola server."
)


class FrozenDataError(Declined):
    """What was frozen cannot be read; the text says so in Indonesian, the cause says where."""


def freeze(document: object) -> dict[str, Any]:
    """A document as values of JSON; decimals and dates as text, mappings as pairs: some databases sort their keys.

    Raises TypeError for a value that has no such form.
    """
    frozen: dict[str, Any] = _frozen(document)
    return frozen


def thaw(data: Any) -> ReportDocument:
    """The document that was frozen, equal to it in every value; one of an earlier schema in today's shape.

    Raises FrozenDataError where a newer portal froze it, or where it is not what its schema says.
    """
    return thaw_as(ReportDocument, data, SCHEMA, upgraded)


def thaw_as(shape: type[AnyDocument], data: Any, known: int, upgrade: Callable[[Any, int], Any]) -> AnyDocument:
    """The document of any kind that was frozen in this shape, of which ``known`` is the newest schema."""
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if type(schema) is int and schema > known:
        raise FrozenDataError(_NEWER.format(schema=schema, known=known))
    try:
        document: AnyDocument = _thawed(shape, upgrade(data, known))
    except (AttributeError, LookupError, TypeError, ValueError, ArithmeticError) as error:
        raise FrozenDataError(_SPOILT) from error
    return document


_types_of = cache(get_type_hints)


def _frozen(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _frozen(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return [[_frozen(key), _frozen(inner)] for key, inner in value.items()]
    if isinstance(value, tuple):
        return [_frozen(inner) for inner in value]
    if value is None or isinstance(value, str | int):
        return value
    if type(value) not in _FREEZE:
        raise TypeError(f"{type(value).__name__} has no frozen form")
    return _FREEZE[type(value)](value)


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
    raise ValueError(f"expected {wanted}, found {data!r:.80}")


def _record(wanted: Any, data: Any) -> Any:
    kinds = _types_of(wanted)
    if not isinstance(data, Mapping) or data.keys() != kinds.keys():
        raise ValueError(f"no {wanted.__name__}: {data!r:.80}")
    return wanted(**{name: _thawed(kinds[name], data[name]) for name in data})


def _tuple(wanted: Any, data: Any) -> tuple[Any, ...]:
    inner = get_args(wanted)
    if not isinstance(data, list):
        raise ValueError(f"expected a list, found {data!r:.80}")
    if inner[-1] is Ellipsis:
        return tuple(_thawed(inner[0], item) for item in data)
    return tuple(_thawed(kind, item) for kind, item in zip(inner, data, strict=True))


def _mapping(wanted: Any, data: Any) -> dict[Any, Any]:
    kinds = get_args(wanted)
    return {_thawed(kinds[0], key): _thawed(kinds[1], item) for key, item in data}


def _choice(wanted: Any, data: Any) -> Any:
    if data not in get_args(wanted):
        raise ValueError(f"expected one of {get_args(wanted)}, found {data!r:.80}")
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
