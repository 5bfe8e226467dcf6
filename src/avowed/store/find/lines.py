"""Asking a case for lines: ties between actors, and lines by kind or key."""

import json
from collections.abc import Iterable, Iterator, Sequence

from avowed.model.evidence import Assertion
from avowed.model.findings import Line, Tie
from avowed.model.vocabulary import Dimension, Kind
from avowed.model.wire import assertion_from_wire
from avowed.store.find.values import LINE, TIE, decoded, line_in, tie_of, ties_in, ties_of_links, verdicts_on
from avowed.store.store import Store

_BETWEEN = ties_of_links(
    *(
        f"WHERE one IN (SELECT value FROM json_each({one})) AND other IN (SELECT value FROM json_each({other}))"
        for one, other in (("?1", "?2"), ("?2", "?1"))
    )
)
_OF = ties_of_links(
    *(
        f"WHERE {end} IN (SELECT value FROM json_each(?1)){only}"
        for end, only in (("one", ""), ("other", ""), ("speaker", " AND (?2 IS NULL OR dimension = ?2)"))
    )
)


def ties_between(store: Store, left: Sequence[str], right: Sequence[str]) -> tuple[Tie, ...]:
    """Every tie with one party among `left` and the other among `right` (actor keys), in order of row."""
    verdicts = verdicts_on(store)
    sides = json.dumps(list(left)), json.dumps(list(right))
    return tuple(ties_in(store.connection.execute(_BETWEEN, sides), verdicts))


def ties_of(store: Store, actors: Sequence[str], spoken: Dimension | None = None) -> tuple[Tie, ...]:
    """Every tie to which one of the actors is a party, or of which it speaks; `spoken` leaves out others of the latter."""
    rows = store.connection.execute(_OF, (json.dumps(list(actors)), str(spoken) if spoken else None))
    return tuple(ties_in(rows, verdicts_on(store)))


def all_ties(store: Store) -> Iterator[Tie]:
    """Every tie of the case, streamed in order of row."""
    verdicts = verdicts_on(store)
    yield from ties_in(store.connection.execute(f"{TIE} ORDER BY l.assertion"), verdicts)


def tie(store: Store, key: str) -> Tie | None:
    """The tie that the line with this key tells of; None where it is no tie."""
    row = store.connection.execute(f"{TIE} WHERE a.key = ?", (key,)).fetchone()
    return tie_of(tuple(row), verdicts_on(store)) if row else None


# The kind of an assertion where something else is the shorter way to it: a bare column would call for the index of kinds,
# and so for every incident of a case where those of one report are asked for.
BESIDE_KIND = "CAST(a.kind AS TEXT)"


def lines_of_kind(
    store: Store, kinds: Iterable[Kind], actors: Sequence[str] = (), keys: Sequence[str] | None = None
) -> Iterator[tuple[Line, Assertion]]:
    """Lines of some kinds with their assertions; of given actors only those they have a part in, of keys those alone."""
    wanted = [str(kind) for kind in kinds]
    kind = "a.kind" if keys is None else BESIDE_KIND
    query = f"{LINE} WHERE {kind} IN ({','.join('?' * len(wanted))})"  # only question marks
    values: list[str] = list(wanted)
    if actors:
        query += (
            " AND a.id IN (SELECT assertion FROM parties JOIN membership USING (occurrence) WHERE actor IN "
            f"({','.join('?' * len(actors))}))"
        )
        values += actors
    if keys is not None:
        query += " AND a.key IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(keys)))
    verdicts = verdicts_on(store)
    for row in store.connection.execute(f"{query} ORDER BY a.id", values):
        body = decoded(row["body"])
        yield line_in(row, verdicts, body), assertion_from_wire(body)


def lines(store: Store, keys: Sequence[str]) -> dict[str, Line]:
    """The lines with the given keys."""
    verdicts = verdicts_on(store)
    found: dict[str, Line] = {}
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        query = f"{LINE} WHERE a.key IN ({','.join('?' * len(part))})"  # only question marks
        found |= {row["key"]: line_in(row, verdicts) for row in store.connection.execute(query, tuple(part))}
    return found


def parties(store: Store, key: str) -> tuple[tuple[str, str], ...]:
    """The actors with a part in an assertion: pairs of part and actor key."""
    rows = store.connection.execute(
        "SELECT p.part, m.actor FROM parties p JOIN membership m USING (occurrence) JOIN assertions a "
        "ON a.id = p.assertion JOIN readings g ON g.id = a.reading AND g.current = 1 WHERE a.key = ? ORDER BY 1, 2",
        (key,),
    )
    return tuple((row["part"], row["actor"]) for row in rows)
