"""What can still be had of a case that does not open: looked at read-only, table by table and original by original."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from avowed.store.connection import DATABASE
from avowed.store.originals import FOLDER
from avowed.store.wal import lost_commits

_KEPT = ("reports", "readings", "assertions", "decisions")
_MOST_FAULTS = 5


def survey(folder: Path) -> Iterator[str]:
    """One line for each thing found: damage of the database, rows that can be read, originals that are as they were."""
    lost = lost_commits(folder / f"{DATABASE}-wal")
    if lost:
        yield f"the log beside the database is damaged: {lost} transactions behind the damage are lost"
    try:
        uri = f"{(folder / DATABASE).resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            yield from _database(connection)
    except sqlite3.Error as error:
        yield f"the database cannot be read at all: {error}"
    yield _originals(folder / FOLDER)


def _database(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        for row in connection.execute(f"PRAGMA integrity_check({_MOST_FAULTS})"):
            if row[0] != "ok":
                yield f"the database is damaged: {' '.join(str(row[0]).split())}"
    except sqlite3.DatabaseError as error:
        yield f"the database is damaged: {error}"
    for table in _KEPT:
        yield _readable(connection, table)


def _readable(connection: sqlite3.Connection, table: str) -> str:
    count = 0
    try:
        for _ in connection.execute(f"SELECT * FROM {table}"):
            count += 1
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return f"{count:,} rows of {table} can be read, the rest cannot ({error})"
    return f"all {count:,} rows of {table} can be read"


def _originals(folder: Path) -> str:
    sound = changed = 0
    for path in folder.glob("*/*"):
        if hashlib.sha256(path.read_bytes()).hexdigest() == path.name:
            sound += 1
        else:
            changed += 1
    tail = f", {changed:,} are not" if changed else ""
    return f"{sound:,} originals are as they were added{tail}; they can be added to a new case: {folder}"
