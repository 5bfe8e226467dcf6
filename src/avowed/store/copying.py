"""A whole case from one database into another, row by row: between a folder and a server, in either direction."""

from avowed.store.soundness import columns
from avowed.store.store import Store

TABLES = (
    "reports",
    "originals",
    "readings",
    "sources",
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
    "spoken",
    "named_with",
    "worth",
    "families",
    "incidents",
    "incident_members",
    "incident_actors",
    "incident_proposals",
    "tellings_alike",
    "name_marks",
    "prints",
    "passing",
    "belonging",
    "runs",
)
"""Every table, each behind those that it points at."""

_IN_ORDER = {"reports": "rowid", "originals": "rowid", "actor_names": "rowid"}
_AT_ONCE = 2000


def copy(source: Store, target: Store) -> None:
    """Fill the empty tables of `target` with all rows of `source`; its files are another matter."""
    made = columns()
    with target.transaction() as sql:
        for table in TABLES:
            names, marks = ", ".join(made[table]), ", ".join("?" * len(made[table]))
            rows = source.streamed(f"SELECT {names} FROM {table} ORDER BY {_IN_ORDER.get(table, '1')}", _AT_ONCE)
            for batch in rows:
                sql.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", [tuple(row) for row in batch])
        target.renumber()
        for row in sql.execute("SELECT id FROM reports ORDER BY rowid").fetchall():
            target.index(row["id"])
