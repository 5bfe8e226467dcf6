"""The files of a shared case, in a table of its database: one place for all, and one backup."""

from collections.abc import Iterator

import psycopg

from avowed.store.team.address import unwritten
from avowed.store.team.connection import TeamSql


class TableShelf:
    """Files by name in the table `files`."""

    def __init__(self, sql: TeamSql, place: str) -> None:
        self.sql, self.place = sql, place

    def names(self, folder: str) -> Iterator[str]:
        """The names of the files in a folder, in order."""
        rows = self.sql.execute("SELECT name FROM files WHERE name >= ? AND name < ? ORDER BY name", _within(folder))
        return (row["name"] for row in rows.fetchall())

    def read(self, name: str) -> bytes | None:
        """What a file holds; None where there is none."""
        row = self._raw("SELECT content FROM files WHERE name = %b", (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def write(self, name: str, content: bytes) -> None:
        """Put a file in place; CannotWrite where the server refuses."""
        statement = "INSERT INTO files VALUES (%b, %b) ON CONFLICT (name) DO UPDATE SET content = excluded.content"  # nosec
        try:
            self._raw(statement, (name, content))
        except psycopg.Error as error:
            raise unwritten(self.place, error) from error

    def drop(self, name: str) -> None:
        """Take a file away, if it is there."""
        self.sql.execute("DELETE FROM files WHERE name = ?", (name,))

    def has(self, name: str) -> bool:
        """True when there is such a file."""
        return self.sql.execute("SELECT 1 FROM files WHERE name = ?", (name,)).fetchone() is not None

    def where(self, name: str) -> str:
        """Where a file lies, in words for people."""
        return f"{name} of {self.place}"

    def _raw(self, statement: str, values: tuple[object, ...]) -> "psycopg.Cursor[tuple[bytes]]":
        """Content goes as it is, not written out as text, which would take twice the memory."""
        cursor: psycopg.Cursor[tuple[bytes]] = psycopg.Cursor(self.sql.held)
        return cursor.execute(statement.encode(), values, binary=True)


def _within(folder: str) -> tuple[str, str]:
    """Whatever begins with the folder's name and a stroke: the character behind the stroke ends it."""
    return f"{folder}/", f"{folder}0"
