"""Who is who over a whole corpus: the resolver of cases over its occurrences, and what hangs on it as tables.

DuckDB gathers and joins; what is judged, `avowed.resolve` judges.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from avowed import registry
from avowed.bulk import database, tables
from avowed.bulk.database import Connection
from avowed.bulk.kept import Corpus
from avowed.bulk.parquet import schema, table_of, written
from avowed.bulk.rows import Row
from avowed.files import write_whole
from avowed.model.decisions import Occurrence
from avowed.model.names import fold
from avowed.model.resolution import Resolution
from avowed.model.world import Actor
from avowed.resolve.actors import resolve_actors
from avowed.resolve.affiliation import parents
from avowed.resolve.copies import families
from avowed.walk.memory import collecting_later

_CHUNK = 10_000

_REPEATED = """
    SELECT document, min(document) OVER (PARTITION BY report) AS first FROM reports
    QUALIFY document <> first ORDER BY document
"""
_OCCURRENCES = """
    SELECT occurrence, report, name, kind, aliases, known_as FROM occurrences ORDER BY occurrence
"""
_TIES = """
    SELECT a.key, a.document, a.report, f.family, r.publisher, r.published_first, s.actor AS subject, o.actor AS object,
        p.actor AS speaker, a.what AS dimension, a.sign, a.negated, a.voice, a.factuality, a.mode, a.valid_first,
        a.valid_last, a.score
    FROM assertions a
    JOIN reports r USING (document)
    JOIN families f ON f.report = a.report
    JOIN membership s ON s.occurrence = a.subject
    JOIN membership o ON o.occurrence = a.object
    LEFT JOIN membership p ON p.occurrence = a.speaker
    WHERE a.kind = 'tie'
    ORDER BY s.actor, o.actor, a.document, a.number
"""
_BELONGINGS = """
    SELECT subject, object, count(DISTINCT report) FROM ties
    WHERE dimension IN ('membership', 'command') AND NOT negated AND sign > 0 AND factuality = 'certain'
        AND mode = 'actual'
    GROUP BY ALL ORDER BY ALL
"""


def resolve(corpus: Corpus) -> None:
    """Write the tables of the whole corpus, unless they are of these shards already."""
    if corpus.is_resolved():
        return
    corpus.unmark_resolved()
    for table in tables.RESOLVED:
        _write(corpus, table, ())
    with database.connected(corpus, resolved=False) as connection:
        _write(corpus, tables.REPEATED, connection.execute(_REPEATED).fetchall())
    with database.connected(corpus) as connection:
        with collecting_later():
            resolution = resolve_actors(tuple(_occurrences(connection)), (), registry.known_actors())
        _write(corpus, tables.MEMBERSHIP, sorted(resolution.membership.items()))
        _write(corpus, tables.FAMILIES, sorted(families(_texts(connection)).items()))
    with database.connected(corpus) as connection:
        write_whole(corpus.resolved(tables.TIES.name), _as_parquet(tables.TIES, connection.sql(_TIES)))
    with database.connected(corpus) as connection:
        above = parents(_belongings(connection), resolution.actors)
    _write(corpus, tables.ACTORS, _actor_rows(resolution, above))
    corpus.mark_resolved()


def _write(corpus: Corpus, table: tables.Table, rows: Iterable[Row]) -> None:
    write_whole(corpus.resolved(table.name), written(table_of(table, list(rows))))


def _as_parquet(table: tables.Table, found: Any) -> bytes:
    """The rows of a query, which never become objects of Python."""
    return written(found.to_arrow_table().cast(schema(table)))


def _occurrences(connection: Connection) -> Iterator[Occurrence]:
    for number, row in enumerate(_rows(connection.execute(_OCCURRENCES))):
        key, report, name, kind, aliases, known_as = row
        yield Occurrence(key, report, str(number), name, kind, tuple(aliases), known_as)


def _texts(connection: Connection) -> Iterator[tuple[str, str]]:
    return ((row[0], row[1]) for row in _rows(connection.execute("SELECT report, text FROM reports ORDER BY report")))


def _belongings(connection: Connection) -> Iterator[tuple[str, str, int]]:
    return ((row[0], row[1], row[2]) for row in _rows(connection.execute(_BELONGINGS)))


def _rows(found: Connection) -> Iterator[tuple[Any, ...]]:
    while part := found.fetchmany(_CHUNK):
        yield from part


def _actor_rows(resolution: Resolution, above: dict[str, str]) -> Iterator[Row]:
    for key in sorted(resolution.actors):
        yield _actor_row(resolution.actors[key], above.get(key))


def _actor_row(actor: Actor, parent: str | None) -> Row:
    names = sorted({fold(actor.name), *(fold(name.text) for name in actor.names)})
    return actor.key, actor.name, str(actor.kind), names, actor.known_as, actor.parent or parent, actor.reports
