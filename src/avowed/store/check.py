"""Does a case still hold what was put into it? Every quote is cut again, every original hashed again."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing

from avowed.store.connection import DATABASE, Store
from avowed.store.originals import place
from avowed.store.schema import VERSION
from avowed.store.soundness import changes
from avowed.store.wal import lost_commits

_TABLES = (
    "reports",
    "originals",
    "readings",
    "occurrences",
    "assertions",
    "ties",
    "parties",
    "decisions",
    "actors",
    "actor_names",
    "membership",
    "proposals",
    "edges",
    "links",
    "worth",
    "families",
    "incidents",
    "incident_members",
    "name_marks",
    "prints",
    "passing",
)


def verify(store: Store) -> Iterator[str]:
    """One line for everything that is not as it was stored; nothing when all is well."""
    for part in (_log, _database, _form, _rows, _bodies, _texts, _quotes, _originals):
        try:
            yield from part(store)
        except sqlite3.DatabaseError as error:
            yield f"database: {error}"


def has_full_text() -> bool:
    """True when this Python's SQLite was built with full-text search."""
    with closing(sqlite3.connect(":memory:")) as connection:
        return any("FTS5" in row[0] for row in connection.execute("PRAGMA compile_options"))


def _database(store: Store) -> Iterator[str]:
    for row in store.connection.execute("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"database: {row[0]}"
    for row in store.connection.execute("PRAGMA foreign_key_check"):
        yield f"database: a row of {row[0]} points at nothing"


def _log(store: Store) -> Iterator[str]:
    lost = lost_commits(store.folder / f"{DATABASE}-wal")
    if lost:
        yield (
            f"database: its log was damaged, and what was stored last is lost ({lost} transactions); add the reports again"
        )


def _form(store: Store) -> Iterator[str]:
    yield from (f"database: {change}" for change in changes(store.connection, VERSION))


def _bodies(store: Store) -> Iterator[str]:
    for table, column in (("reports", "head"), ("readings", "body"), ("assertions", "body"), ("incidents", "body")):
        broken = store.connection.execute(f"SELECT count(*) FROM {table} WHERE NOT json_valid({column})").fetchone()[0]
        if broken:
            yield f"database: {broken} rows of {table} are garbled"


def _rows(store: Store) -> Iterator[str]:
    """Every row of every table is read: what cannot be decoded raises, and `verify` names it."""
    for table in _TABLES:
        for _ in store.connection.execute(f"SELECT * FROM {table}"):
            pass
    yield from ()


def _texts(store: Store) -> Iterator[str]:
    for row in store.connection.execute("SELECT id, source, text FROM reports ORDER BY id"):
        if hashlib.sha256(row["text"].encode("utf-8", "replace")).hexdigest() != row["id"]:
            yield f"{row['source']}: the stored text is not the text that was read (report {row['id'][:12]})"


def _quotes(store: Store) -> Iterator[str]:
    rows = store.connection.execute(
        "SELECT a.key, a.quote, r.source, substr(r.text, a.quote_start + 1, a.quote_end - a.quote_start) AS again "
        "FROM assertions a JOIN readings g ON g.id = a.reading JOIN reports r ON r.id = g.report ORDER BY a.id"
    )
    for row in rows:
        if row["quote"] != row["again"]:
            yield f"{row['source']}: the quote of assertion {row['key']} is not in the report's text"


def _originals(store: Store) -> Iterator[str]:
    rows = store.connection.execute("SELECT DISTINCT sha256, source FROM reports WHERE sha256 <> '' ORDER BY source")
    for row in rows:
        path = place(store.folder, row["sha256"])
        if not path.is_file():
            yield f"{row['source']}: its original is missing from the case's folder"
        elif hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            yield f"{row['source']}: its original was changed after it was added"
