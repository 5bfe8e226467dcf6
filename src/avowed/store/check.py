"""Does a case still hold what was put into it? Every quote is cut again, every original hashed again."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from avowed.store.copying import TABLES
from avowed.store.originals import content
from avowed.store.sql import Row
from avowed.store.store import Store

_AT_ONCE = 500


def verify(store: Store) -> Iterator[str]:
    """One line for everything that is not as it was stored; nothing when all is well."""
    for part in (_database, _rows, _bodies, _texts, _quotes, _originals):
        try:
            yield from part(store)
        except sqlite3.DatabaseError as error:
            yield f"database: {error}"


def has_full_text() -> bool:
    """True when this Python's SQLite was built with full-text search."""
    with closing(sqlite3.connect(":memory:")) as connection:
        return any("FTS5" in row[0] for row in connection.execute("PRAGMA compile_options"))


def _database(store: Store) -> Iterator[str]:
    yield from store.faults()


def _bodies(store: Store) -> Iterator[str]:
    for table, column in (("reports", "head"), ("readings", "body"), ("assertions", "body"), ("incidents", "body")):
        broken = sum(not _is_json(row[0]) for row in _streamed(store, f"SELECT {column} FROM {table}"))
        if broken:
            yield f"database: {broken} rows of {table} are garbled"


def _streamed(store: Store, statement: str) -> Iterator[Row]:
    for rows in store.streamed(statement, _AT_ONCE):
        yield from rows


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _rows(store: Store) -> Iterator[str]:
    """Every row of every table is read: what cannot be decoded raises, and `verify` names it."""
    for table in TABLES:
        for _ in _streamed(store, f"SELECT * FROM {table}"):
            pass
    yield from ()


def _texts(store: Store) -> Iterator[str]:
    for row in _streamed(store, "SELECT id, source, text FROM reports ORDER BY id"):
        if hashlib.sha256(row["text"].encode("utf-8", "replace")).hexdigest() != row["id"]:
            yield f"{row['source']}: the stored text is not the text that was read (report {row['id'][:12]})"


def _quotes(store: Store) -> Iterator[str]:
    rows = _streamed(
        store,
        "SELECT a.key, a.quote, r.source, substr(r.text, a.quote_start + 1, a.quote_end - a.quote_start) AS again "
        "FROM assertions a JOIN readings g ON g.id = a.reading JOIN reports r ON r.id = g.report ORDER BY a.id",
    )
    for row in rows:
        if row["quote"] != row["again"]:
            yield f"{row['source']}: the quote of assertion {row['key']} is not in the report's text"


def _originals(store: Store) -> Iterator[str]:
    rows = store.connection.execute("SELECT DISTINCT sha256, source FROM reports WHERE sha256 <> '' ORDER BY source")
    for row in rows:
        held = content(store.shelf, row["sha256"])
        if held is None:
            yield f"{row['source']}: its original is missing from the case's folder"
        elif hashlib.sha256(held).hexdigest() != row["sha256"]:
            yield f"{row['source']}: its original was changed after it was added"
