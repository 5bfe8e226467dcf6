"""Who said what: lines with their speakers and whom they are about, streamed in batches so that memory stays flat."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from avowed.model.evidence import Assertion
from avowed.model.findings import Line
from avowed.model.vocabulary import AttributeName, Kind
from avowed.model.wire import assertion_from_wire
from avowed.store.find import BESIDE_KIND, LINE, decoded, line_in, verdicts_on
from avowed.store.sql import Row
from avowed.store.store import Store

Parts = tuple[tuple[str, str], ...]
_BATCH = 500
_PART = (
    "SELECT p.assertion FROM membership m JOIN parties p ON p.occurrence = m.occurrence "
    "WHERE p.part {of} 'speaker' AND m.actor IN (SELECT value FROM json_each(?))"
)
_PART_AMONG = (
    "EXISTS (SELECT 1 FROM parties p JOIN membership m ON m.occurrence = p.occurrence WHERE p.assertion = a.id "
    "AND p.part {of} 'speaker' AND m.actor IN (SELECT value FROM json_each(?)))"
)
_IN_BOTH = " UNION ".join(
    f"SELECT assertion FROM named_with WHERE one IN (SELECT value FROM json_each({one})) "
    f"AND other IN (SELECT value FROM json_each({other}))"
    for one, other in (("?1", "?2"), ("?2", "?1"))
)
_OF = " AND json_extract(a.body, '$.attribute') IN (SELECT value FROM json_each(?))"


class Heard(NamedTuple):
    """A line as it lies in the store, made into values only where it is shown."""

    row: Row
    body: Mapping[str, Any]

    @property
    def published(self) -> str:
        """The day of its report as ISO 8601, "" for none: what comes later is greater."""
        return self.row["published_first"] or ""

    @property
    def act(self) -> tuple[str, object]:
        """The act of saying that it rests on: its report and the cue of its innermost speaker, else where it begins."""
        speakers = self.body["attribution"]
        cue = speakers[-1].get("cue") if speakers else self.row["quote_start"]
        return self.row["report"], tuple(cue) if isinstance(cue, list) else cue


def said(
    store: Store,
    kinds: Iterable[Kind],
    speakers: Sequence[str] = (),
    *about: Sequence[str],
    attributes: Iterable[AttributeName] = (),
    among: Sequence[int] | None = None,
) -> Iterator[tuple[Line, Assertion, Parts]]:
    """Lines of some kinds, each with its actors by part; of some speakers, and about one of each of these groups.

    Of attributes only these, where any are named; `among` are the rows of lines beside which none is looked at.
    """
    yield from in_words(store, heard(store, kinds, speakers, *about, attributes=attributes, among=among))


def in_words(store: Store, lines: Iterable[Heard]) -> Iterator[tuple[Line, Assertion, Parts]]:
    """Lines as values, each with its actors by part."""
    verdicts, left = verdicts_on(store), iter(lines)
    while batch := list(islice(left, _BATCH)):
        parts = _parts(store, [one.row["row"] for one in batch])
        for row, body in batch:
            yield line_in(row, verdicts, body), assertion_from_wire(body), parts.get(row["row"], ())


def heard(
    store: Store,
    kinds: Iterable[Kind],
    speakers: Sequence[str] = (),
    *about: Sequence[str],
    attributes: Iterable[AttributeName] = (),
    among: Sequence[int] | None = None,
) -> Iterator[Heard]:
    """The same lines as they lie in the store."""
    values, wanted = [json.dumps([str(kind) for kind in kinds])], list[str]()
    if among is not None:
        wanted.append("SELECT CAST(value AS BIGINT) FROM json_each(?)")
        values.append(json.dumps(list(among)))
    for of, actors in (("=", speakers), *(("<>", group) for group in about)):
        if actors:
            wanted.append((_PART if among is None else _PART_AMONG).format(of=of))
            values.append(json.dumps(list(actors)))
    query = f"{LINE} WHERE {BESIDE_KIND if wanted else 'a.kind'} IN (SELECT value FROM json_each(?))"
    if among is not None:
        query += f" AND a.id IN ({wanted[0]}) AND {' AND '.join(wanted[1:] or ['1 = 1'])}"
    elif wanted:  # what all have a part in is found before any line is looked at
        query += f" AND a.id IN ({' INTERSECT '.join(wanted)})"
    if only := tuple(attributes):
        query += _OF
        values.append(json.dumps(only))
    rows = store.connection.execute(f"{query} ORDER BY a.id", values)
    while batch := rows.fetchmany(_BATCH):
        yield from (Heard(row, decoded(row["body"])) for row in batch)


def spoken_by(store: Store, speaker: str, known_on: date | None = None) -> list[tuple[str, int]]:
    """Day of publication ("" for none) and row of every line that holds an actor's words, the latest day first."""
    rows = store.connection.execute(
        "SELECT published, assertion FROM spoken WHERE speaker = ?1 AND (?2 IS NULL OR (published <> '' AND published <= ?2)) "
        "ORDER BY published DESC, assertion",
        (speaker, known_on.isoformat() if known_on else None),
    )
    return [(row["published"], row["assertion"]) for row in rows]


def in_both(store: Store, one: Sequence[str], other: Sequence[str]) -> tuple[int, ...]:
    """The rows of the sayings that name an actor of either group, at least one of them as speaker or as one spoken about."""
    sides = json.dumps(list(one)), json.dumps(list(other))
    rows = store.connection.execute(f"{_IN_BOTH} ORDER BY 1", sides)
    return tuple(row["assertion"] for row in rows)


def _parts(store: Store, rows: Sequence[int]) -> dict[int, Parts]:
    """Row of an assertion -> its actors by part."""
    found: dict[int, list[tuple[str, str]]] = {}
    held: Iterable[Row] = store.connection.execute(
        "SELECT p.assertion, p.part, m.actor FROM json_each(?) w JOIN parties p ON p.assertion = CAST(w.value AS BIGINT) "
        "JOIN membership m ON m.occurrence = p.occurrence ORDER BY 1, 2, 3",
        (json.dumps(list(rows)),),
    )
    for row in held:
        found.setdefault(row["assertion"], []).append((row["part"], row["actor"]))
    return {row: tuple(parts) for row, parts in found.items()}
