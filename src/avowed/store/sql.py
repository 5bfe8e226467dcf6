"""What the store asks of a database's connection, whichever engine is behind it; `sqlite3.Connection` is one.

Statements are written once, in words that SQLite and PostgreSQL both understand: `?` or `?1` for values, lists as JSON
read by `json_each`, `count(*) FILTER`, `ON CONFLICT`, `RETURNING`. What the engines do differently is a method of `Store`.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol


class Row(Protocol):
    """One row, asked by the name of a column or by its place."""

    def __getitem__(self, key: str | int, /) -> Any: ...

    def __iter__(self) -> Iterator[Any]: ...


class Found(Protocol):
    """What a statement gave."""

    @property
    def rowcount(self) -> int:
        """How many rows were written."""
        ...

    def fetchone(self) -> Any:
        """The next row; None behind the last."""

    def fetchall(self) -> list[Any]:
        """The rows that are left."""
        ...

    def fetchmany(self, size: int = ..., /) -> list[Any]:
        """Some of the rows that are left."""
        ...

    def __iter__(self) -> Iterator[Any]: ...


class Sql(Protocol):
    """A connection on which statements are run; outside of a transaction each stands for itself."""

    def execute(self, statement: str, values: Any = ..., /) -> Found:
        """Run one statement."""
        ...

    def executemany(self, statement: str, rows: Iterable[Any], /) -> Any:
        """Run one statement for each row."""

    def close(self) -> None:
        """End the connection."""


def number_of(found: Found) -> int:
    """The number that `RETURNING` gave for the one row that was written."""
    return int(found.fetchall()[0][0])
