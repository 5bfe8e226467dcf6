"""Frozen values of the model as plain JSON and back, by their type hints; `decode(type(x), encode(x))` equals x."""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial
from operator import attrgetter
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


def encode(value: object) -> Any:
    """A value as JSON: dataclasses as objects, tuples as lists, enums as their words, dates in ISO 8601."""
    return _writer(cast("Hashable", type(value)))(value)


def decode(kind: type[Value], wire: Any) -> Value:
    """The value of this type that `encode` wrote; TypeError or ValueError when it cannot be one."""
    return cast("Value", _reader(cast("Hashable", kind))(wire))


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """How values of a type are read, found out once: a large case reads hundreds of thousands of them."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional(get_args(kind))
    if origin is tuple:
        return _tuple(get_args(kind))
    if is_dataclass(kind):
        return partial(_read_dataclass, kind)
    if isinstance(kind, type) and issubclass(kind, date):
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return partial(_read_word, kind, {str(one.value): one for one in kind})
    return _as_it_is


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """How values of a type are written, found out once, as for reading."""
    if is_dataclass(kind):
        return partial(_write_dataclass, tuple(field.name for field in fields(kind)))
    if issubclass(kind, StrEnum):
        return attrgetter("value")
    if issubclass(kind, date):
        return date.isoformat
    if issubclass(kind, Mapping):
        return lambda value: {str(encode(key)): encode(item) for key, item in value.items()}
    if issubclass(kind, tuple | list):
        return lambda value: [encode(item) for item in value]
    return _as_it_is


def _write_dataclass(names: tuple[str, ...], value: object) -> dict[str, Any]:
    return {name: encode(getattr(value, name)) for name in names}


def _as_it_is(wire: Any) -> Any:
    return wire


def _optional(options: tuple[Any, ...]) -> Callable[[Any], Any]:
    (only,) = (option for option in options if option is not types.NoneType)
    read = _reader(only)
    if types.NoneType not in options:
        return read
    return lambda wire: None if wire is None else read(wire)


def _tuple(inner: tuple[Any, ...]) -> Callable[[Any], tuple[Any, ...]]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        one = _reader(inner[0])
        return lambda wire: tuple(map(one, wire))
    each = tuple(map(_reader, inner))
    return lambda wire: tuple(read(item) for read, item in zip(each, wire, strict=True))


def _read_word(kind: type[StrEnum], words: Mapping[str, StrEnum], wire: Any) -> StrEnum:
    return words[wire] if isinstance(wire, str) and wire in words else kind(wire)


def _read_dataclass(kind: Any, wire: Mapping[str, Any]) -> Any:
    readers = _parts(kind)
    return kind(**{name: readers[name](item) for name, item in wire.items() if name in readers})


@cache
def _parts(kind: Any) -> dict[str, Callable[[Any], Any]]:
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
