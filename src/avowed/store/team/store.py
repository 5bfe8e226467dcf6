"""An open case on a server: one writer at a time, as in a folder, so that what two people add at once is all kept."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import psycopg

from avowed.store.soundness import columns
from avowed.store.sql import Row, Sql
from avowed.store.store import Hit, Store
from avowed.store.team import words
from avowed.store.team.address import unwritten
from avowed.store.team.connection import TeamSql
from avowed.store.team.shelf import TableShelf

_WRITING = 0x41564F57  # the lock that a writer holds; of this database alone
_FOUND = """
    SELECT r.id, r.title, r.text FROM reports r JOIN words w ON w.report = r.id
    WHERE {holds} GROUP BY r.id, r.title, r.text
    ORDER BY sum(ts_rank(w.held, CAST(? AS TSQUERY), 1)) DESC, r.id LIMIT ?
"""
_HOLDS = "r.id IN (SELECT report FROM words WHERE held @@ CAST(? AS TSQUERY))"


class TeamStore(Store):
    """An open case on a server."""

    connection: TeamSql

    def __init__(self, connection: TeamSql, place: str) -> None:
        self.connection = connection
        self._place = place
        self.shelf = TableShelf(connection, place)

    @property
    def place(self) -> str:
        """The address without its password."""
        return self._place

    @property
    def title(self) -> str:
        """The database's name."""
        return self.connection.held.info.dbname

    def stamp(self) -> str:
        """Which changes on the server are done: another text after each of them, and at times where nothing was changed."""
        return str(self.connection.execute("SELECT txid_current_snapshot()").fetchone()[0])

    @contextmanager
    def transaction(self, *, durable: bool = False) -> Iterator[Sql]:  # noqa: ARG002  # the server always waits for its disk
        """One transaction under the writers' lock; CannotWrite where the server refuses, and nothing was changed then."""
        try:
            self.connection.execute("BEGIN")
            self.connection.execute("SELECT pg_advisory_xact_lock(?)", (_WRITING,))
            yield self.connection
            self.connection.execute("COMMIT")
        except BaseException as error:
            if self.connection.in_transaction:
                with suppress(psycopg.Error):
                    self.connection.execute("ROLLBACK")
            if isinstance(error, psycopg.OperationalError | psycopg.errors.InsufficientPrivilege):
                raise unwritten(self.place, error) from error
            raise

    def index(self, report: str) -> None:
        """Keep the words of a report in the table of words."""
        row = self.connection.execute("SELECT title, text FROM reports WHERE id = ?", (report,)).fetchone()
        for number, held in words.parts(row["title"], row["text"]):
            self.connection.execute("INSERT INTO words VALUES (?, ?, CAST(? AS TSVECTOR))", (report, number, held))

    def unindex(self, report: str) -> None:
        """The words of a report go with it."""

    def search(self, terms: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """Reports in which every term stands somewhere, those first in which the terms are most frequent."""
        asked = [one for one in map(words.asked, terms) if one]
        if not asked:
            return ()
        rows = self.connection.execute(
            _FOUND.format(holds=" AND ".join([_HOLDS] * len(asked))),
            (*asked, " | ".join(f"({one})" for one in asked), limit),
        )
        return tuple((row["id"], row["title"], words.around(row["text"], terms)) for row in rows.fetchall())

    def faults(self) -> Iterator[str]:
        """Every table and column that is missing; the server checks its own rows and what they point at."""
        rows = self.connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'avowed'"
        )
        found = {(row["table_name"], row["column_name"]) for row in rows.fetchall()}
        for table, names in columns().items():
            yield from (f"database: {table} has no column {name!r}" for name in names if (table, name) not in found)

    def streamed(self, statement: str, size: int) -> Iterator[list[Row]]:
        """By a cursor that the server keeps, so that the rows need not fit into memory."""
        begun = self.connection.in_transaction
        if not begun:
            self.connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            self.connection.execute(f"DECLARE streamed NO SCROLL CURSOR FOR {statement}")
            while rows := self.connection.execute(f"FETCH {size} FROM streamed").fetchall():
                yield rows
            self.connection.execute("CLOSE streamed")
        finally:
            if not begun:
                self.connection.execute("ROLLBACK")

    @contextmanager
    def as_it_stands(self) -> Iterator[None]:
        """One state of the case, whoever writes meanwhile."""
        self.connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK")

    def renumber(self) -> None:
        """Go on numbering behind the rows that came with numbers of their own."""
        rows = self.connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns "
            "WHERE table_schema = 'avowed' AND is_identity = 'YES'"
        )
        for row in rows.fetchall():
            table, column = row["table_name"], row["column_name"]
            self.connection.execute(
                f"SELECT setval(pg_get_serial_sequence('avowed.{table}', '{column}'), "
                f"(SELECT coalesce(max({column}), 0) + 1 FROM {table}), false)"
            )

    def drop(self) -> None:
        """Take the whole case away: one that was just begun and could not be filled."""
        self.connection.execute("DROP SCHEMA avowed CASCADE")
