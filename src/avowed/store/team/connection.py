"""One connection to a PostgreSQL server that takes the store's statements."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from itertools import islice
from typing import Any

import psycopg
from psycopg import ClientCursor
from psycopg.adapt import Loader
from psycopg.pq import TransactionStatus

from avowed.errors import CaseError
from avowed.store.team.statements import spread, translated

_AT_ONCE = 400  # rows of one insertion


class Named(tuple[Any, ...]):
    """A row, asked by the name of a column or by its place."""

    __slots__ = ()
    places: dict[str, int] = {}  # noqa: RUF012  # each kind of row has its own

    def __getitem__(self, key: Any) -> Any:
        return tuple.__getitem__(self, self.places[key] if isinstance(key, str) else key)


def _rows(cursor: Any) -> Callable[[Sequence[Any]], Named]:
    places = {column.name: at for at, column in enumerate(cursor.description or ())}
    return type("Row", (Named,), {"__slots__": (), "places": places})


class _Whole(Loader):
    """Sums of whole numbers are whole numbers."""

    def load(self, data: Any) -> int | float:
        text = bytes(data).decode()
        return int(text) if text.lstrip("-").isdigit() else float(text)


class TeamSql:
    """What `Sql` asks for, on a server."""

    def __init__(self, held: "psycopg.Connection[Any]", place: str) -> None:
        self.held, self.place = held, place
        held.adapters.register_loader("numeric", _Whole)
        held.cursor_factory = ClientCursor  # values are bound here: a bare NULL has no type of its own on the server

    def execute(self, statement: str, values: Any = (), /) -> Any:
        """Run one statement."""
        text, numbered = translated(statement)
        bound = [_plain(value) for value in values]
        cursor: Any = self.held.cursor(row_factory=_rows)
        try:
            return cursor.execute(text, {f"v{at}": one for at, one in enumerate(bound, 1)} if numbered else bound)
        except psycopg.OperationalError as error:
            if self.held.closed:
                raise CaseError(
                    f"The connection to {self.place} broke off. What was not stored yet is not there; nothing is half "
                    "done. Try again when the server answers."
                ) from error
            raise

    def executemany(self, statement: str, rows: Iterable[Any], /) -> None:
        """Run one statement for many rows; plain insertions go some hundred rows at a time."""
        if spread(statement, 1) is None:
            for row in rows:
                self.execute(statement, row)
            return
        for batch in _batches(rows):
            self.execute(str(spread(statement, len(batch))), [value for row in batch for value in row])

    @property
    def in_transaction(self) -> bool:
        """True between the beginning and the end of a transaction, failed or not."""
        return self.held.info.transaction_status is not TransactionStatus.IDLE and not self.held.closed

    def close(self) -> None:
        """End the connection."""
        self.held.close()


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else int(value) if isinstance(value, bool) else value


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    source = iter(rows)
    while batch := list(islice(source, _AT_ONCE)):
        yield batch
