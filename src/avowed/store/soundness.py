"""Is a database what Avowed made? Its tables are compared with those that the steps of `schema` make."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache

from avowed.store.schema import STEPS

_LISTED = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'"
Listed = dict[str, tuple[str, str]]


def planted(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """Triggers, views and programmed tables that no step makes: they would act when the case is used."""
    made = _made(version)
    for name, (kind, sql) in _listed(connection).items():
        programmed = kind in ("trigger", "view") or "VIRTUAL" in sql.upper().split()[:2]
        if name not in made and programmed:
            yield f"a {'table' if kind == 'table' else kind} named {name!r}, which Avowed did not make"


def changes(connection: sqlite3.Connection, version: int) -> Iterator[str]:
    """Every table and index that is missing, foreign or not as the steps make it."""
    made, found = _made(version), _listed(connection)
    yield from (f"the {made[name][0]} {name!r} is missing" for name in sorted(made.keys() - found.keys()))
    for name in sorted(found.keys() - made.keys()):
        yield f"a {found[name][0]} named {name!r}, which Avowed did not make"
    for name in sorted(found.keys() & made.keys()):
        if found[name] != made[name]:
            yield f"the {found[name][0]} {name!r} is not as Avowed makes it"


@cache
def columns() -> dict[str, tuple[str, ...]]:
    """Every table with its columns, as the steps make them; without those that full-text search keeps for itself."""
    found: dict[str, tuple[str, ...]] = {}
    with closing(sqlite3.connect(":memory:")) as made:
        for step in STEPS:
            made.executescript(step)
        rows = made.execute(
            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' "
            "AND m.name NOT LIKE 'report_words%' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY m.rowid, c.cid"
        )
        for table, column in rows:
            found[table] = (*found.get(table, ()), column)
    return found


@cache
def _made(version: int) -> Listed:
    """What a new database of this version holds."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        for step in STEPS[:version]:
            connection.executescript(step)
        return _listed(connection)


def _listed(connection: sqlite3.Connection) -> Listed:
    """Name -> kind and text; the tables that full-text search keeps for itself are told by kind alone."""
    rows = [(str(row[0]), str(row[1]), " ".join((row[2] or "").split())) for row in connection.execute(_LISTED)]
    searches = tuple(f"{name}_" for _, name, sql in rows if sql.upper().startswith("CREATE VIRTUAL TABLE"))
    return {name: (kind, "" if name.startswith(searches) else sql) for kind, name, sql in rows}
