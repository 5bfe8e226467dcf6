"""Frozen values of the model as plain JSON and back, by their type hints; `decode(type(x), encode(x))` equals x."""

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def encode(value: object) -> Any:
    """A value as JSON: dataclasses as objects, tuples as lists, enums as their words, dates in ISO 8601."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(encode(key)): encode(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    return value


def decode(kind: type[Value], wire: Any) -> Value:
    """The value of this type that `encode` wrote; TypeError or ValueError when it cannot be one."""
    return cast("Value", _decode(kind, wire))


def _decode(kind: Any, wire: Any) -> Any:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _decode_optional(get_args(kind), wire)
    if origin is tuple:
        return _decode_tuple(get_args(kind), wire)
    if is_dataclass(kind):
        return _decode_dataclass(kind, wire)
    if isinstance(kind, type) and issubclass(kind, date):
        return date.fromisoformat(wire)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(wire)
    return wire


def _decode_optional(options: tuple[Any, ...], wire: Any) -> Any:
    if wire is None and types.NoneType in options:
        return None
    (only,) = (option for option in options if option is not types.NoneType)
    return _decode(only, wire)


def _decode_tuple(inner: tuple[Any, ...], wire: Any) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_decode(inner[0], item) for item in wire)
    return tuple(_decode(kind, item) for kind, item in zip(inner, wire, strict=True))


def _decode_dataclass(kind: Any, wire: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(**{name: _decode(hints[name], item) for name, item in wire.items() if name in hints})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
