"""Putting questions to a corpus: the product's own for two actors, those of the table, and free ones in SQL."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from avowed import settings
from avowed.assess.pair import Around, Asked, pair
from avowed.bulk.database import Connection, asked
from avowed.bulk.questions import questions
from avowed.errors import AmbiguousName, UsageError
from avowed.model.findings import Pair, Tie
from avowed.resolve.lookup import lookup
from avowed.store import find

_PARTS = """
    WITH RECURSIVE part (actor) AS (
        SELECT $key UNION SELECT a.actor FROM actors a JOIN part ON a.parent = part.actor
    )
    SELECT actor FROM part ORDER BY 1
"""
_LINES = """
    SELECT t.subject, t.object, t.speaker, t.dimension, t.sign, t.family, a.key, a.quote, a.quote_start, a.quote_end,
        a.hedges, a.body, a.score, r.report, r.title, r.publisher, r.source, coalesce(r.head->>'$.origin.text', '') AS origin,
        CAST(r.published_first AS VARCHAR) AS published_first, CAST(r.published_last AS VARCHAR) AS published_last,
        r.published_precision
    FROM ties t JOIN assertions a USING (document, key) JOIN reports r USING (document)
    WHERE (list_contains($one, t.subject) AND list_contains($other, t.object))
        OR (list_contains($other, t.subject) AND list_contains($one, t.object))
    ORDER BY r.published_first NULLS LAST, t.document, a.number
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def actor_called(connection: Connection, name: str) -> str:
    """The key of the one actor that is meant by a name or is the key; UsageError where there is not one."""
    if connection.execute("SELECT 1 FROM actors WHERE actor = ?", [name]).fetchone():
        return name
    listed = connection.execute("SELECT DISTINCT unnest(names) AS name, actor FROM actors ORDER BY 1, 2").fetchall()
    found = lookup(name, listed)
    if not found.keys:
        hint = f" Did you mean: {', '.join(found.near)}?" if found.near else ""
        raise UsageError(
            f"No actor of this corpus is called {name!r}.{hint} `avowed bulk ask OUT --question actors` lists them."
        )
    if len(found.keys) > 1:
        raise AmbiguousName(name, list(_described(connection, found.keys)))
    return found.keys[0]


def _described(connection: Connection, keys: Sequence[str]) -> Iterator[str]:
    query = (
        "SELECT name, kind, reports, actor FROM actors WHERE list_contains($keys, actor) ORDER BY reports DESC, actor"
    )
    for name, kind, reports, key in connection.execute(query, {"keys": list(keys)}).fetchall():
        yield f"{name} ({kind.replace('_', ' ')}, in {reports} reports) [{key}]"


def with_parts(connection: Connection, name: str) -> tuple[str, ...]:
    """The actor that is meant, first, and its parts."""
    key = actor_called(connection, name)
    parts = (row[0] for row in connection.execute(_PARTS, {"key": key}).fetchall())
    return (key, *(part for part in parts if part != key))


def ask(connection: Connection, left: str, right: str, as_of: date) -> Pair:
    """How close two actors are, by every line of the corpus that ties them, weighed as a case weighs it.

    Ways through others are not looked for: a slice imported into a case shows them.
    """
    one, other = with_parts(connection, left), with_parts(connection, right)
    if one[0] == other[0]:
        raise UsageError(f"{left!r} and {right!r} are one actor in this corpus; ask for two.")
    sides = tuple(k for k in one if k not in other) or one[:1], tuple(k for k in other if k not in one) or other[:1]
    ties = tuple(_ties(connection, *sides))
    people = {one[0], other[0], *sides[0], *sides[1], *(tie.speaker for tie in ties)}
    named = Asked(one[0], other[0], *sides, _names(connection, people))
    return pair(named, ties, Around(), settings.defaults(), {}, as_of)


def _ties(connection: Connection, one: Sequence[str], other: Sequence[str]) -> Iterator[Tie]:
    found = connection.execute(_LINES, {"one": list(one), "other": list(other)})
    columns = [column[0] for column in found.description or ()]
    for row in found.fetchall():
        yield find.tie_named(dict(zip(columns, row, strict=True)))


def _names(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    query = "SELECT actor, name FROM actors WHERE list_contains($keys, actor)"
    return dict(connection.execute(query, {"keys": sorted(keys)}).fetchall())


def answer(connection: Connection, name: str, actors: Sequence[str], most: int) -> Answer:
    """The answer to a question of the table, about the actors that it needs."""
    question = questions().get(name)
    if question is None:
        raise UsageError(f"There is no question {name!r}. There are: {', '.join(questions())}.")
    if len(actors) != question.actors:
        needed = ("no actor", "one actor", "two actors")[question.actors]
        raise UsageError(f"The question {name!r} is asked about {needed}; {len(actors)} were given.")
    sides = {side: list(with_parts(connection, actor)) for side, actor in zip(("one", "other"), actors, strict=False)}
    found = connection.execute(f"{question.sql} LIMIT {most}", sides)  # the question is ours
    return Answer(tuple(column[0] for column in found.description or ()), tuple(found.fetchall()))


def free(connection: Connection, query: str, most: int) -> Answer:
    """The answer to one SELECT over the tables; at most so many rows."""
    columns, rows = asked(connection, query, most)
    return Answer(columns, tuple(rows))


def as_json(found: Answer) -> str:
    """An answer as a list of objects."""
    rows: list[dict[str, Any]] = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    return json.dumps(rows, ensure_ascii=False, indent=2, default=str)
