"""What is worked out once for a frozen value and kept with it; unlike `functools.cached_property` it takes no lock.

Weighing a case asks for millions of such values, and before Python 3.12 the lock took a fifth of the time. Two threads
that ask at once may both work a value out, and get equal ones.
"""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801  # it is written as properties are
    """A property whose value is kept in the object once it has been asked for."""

    def __init__(self, find: Callable[[Any], Value]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, whole: None, _: type) -> Self: ...

    @overload
    def __get__(self, whole: Any, _: type) -> Value: ...

    def __get__(self, whole: Any, _: type) -> Value | Self:
        if whole is None:
            return self
        value: Value = self._find(whole)
        whole.__dict__[self._name] = value
        return value
