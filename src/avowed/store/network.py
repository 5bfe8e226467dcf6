"""Actors and the bonds between them, around some actors or of the whole case, fetched in a few questions."""

import json
from collections.abc import Iterable, Sequence

from avowed.model.network import Bond, Network
from avowed.model.vocabulary import Dimension, Voice
from avowed.store.derive import VOID
from avowed.store.lists import actors_with
from avowed.store.store import Store

_VOICES = {str(one): one for one in Voice}
_DIMENSIONS = {str(one): one for one in Dimension}
_FEWEST, _EACH = 1200, 2  # pairs in one picture, and for each actor: more can be neither drawn quickly nor told apart
_PAIRS = """
    SELECT one, other, count(*) AS lines FROM links WHERE one IN (SELECT value FROM json_each(?1))
        AND other || '' IN (SELECT value FROM json_each(?1)) AND one <> other GROUP BY one, other
    ORDER BY lines DESC, one, other LIMIT ?2
"""  # `|| ''` keeps SQLite from looking up every pair of the actors: one after the other is twenty times as quick
_MANY, _AMONG = 1000, 2
_MOST_TOLD = """
    SELECT one, other, count(*) AS lines FROM links WHERE one <> other GROUP BY one, other
    ORDER BY lines DESC, one, other LIMIT ?
"""
_BONDS = f"""
    SELECT d.rank, l.voice, l.dimension, l.sign, l.negated, l.hedged, l.first, count(*) AS lines
    FROM drawn d JOIN links l ON l.one = d.one || '' AND l.other = d.other || ''
    WHERE (?1 IS NULL OR l.published <= ?1) AND l.assertion NOT IN ({VOID})
    GROUP BY d.rank, l.dimension, l.sign, l.negated, l.voice, l.hedged, l.first
"""  # in the order of the index, so that nothing is sorted but what is found
_Same = tuple[int, str, str, int, int, int]


def around(store: Store, start: Sequence[str], steps: int, most: int, known_on: str | None = None) -> Network:
    """Some actors and those up to so many steps from the first, of most lines first, with the bonds between them."""
    near = list(start[:1])
    for _ in range(steps):
        near += _next_to(store, near, most - len(near))
    return _between(store, list(dict.fromkeys((*start, *near))), known_on)


def whole(store: Store, most: int, known_on: str | None = None) -> Network:
    """The actors of most ties in the case, with the bonds between them."""
    rows = store.connection.execute(
        "SELECT actor FROM (SELECT subject AS actor, sum(sympathy + hostility) AS lines FROM edges GROUP BY subject "
        "UNION ALL SELECT object, sum(sympathy + hostility) FROM edges GROUP BY object) tied "
        "GROUP BY actor ORDER BY sum(lines) DESC, actor LIMIT ?",
        (most,),
    )
    return _between(store, [row["actor"] for row in rows], known_on)


def _next_to(store: Store, near: Iterable[str], most: int) -> list[str]:
    rows = store.connection.execute(
        "SELECT third FROM (SELECT object AS third, sympathy + hostility AS lines FROM edges WHERE subject IN "
        "(SELECT value FROM json_each(?1)) UNION ALL SELECT subject, sympathy + hostility FROM edges WHERE object IN "
        "(SELECT value FROM json_each(?1))) next WHERE third NOT IN (SELECT value FROM json_each(?1)) GROUP BY third "
        "ORDER BY sum(lines) DESC, third LIMIT ?2",
        (json.dumps(list(near)), max(0, most)),
    )
    return [row["third"] for row in rows]


def _between(store: Store, keys: list[str], known_on: str | None) -> Network:
    most = max(_FEWEST, _EACH * len(keys))
    pairs = _pairs(store, keys, most + 1)
    total = store.connection.execute("SELECT count(*) FROM actors").fetchone()[0]
    return Network(
        actors=actors_with(store, keys),
        bonds=_bonds(store, pairs[:most], known_on),
        left_out=max(0, total - len(keys)),
        thinned=len(pairs) > most,
    )


def _pairs(store: Store, keys: list[str], most: int) -> list[tuple[str, str]]:
    """The pairs among some actors that most is told of; of many actors, among the pairs that most is told of at all."""
    if len(keys) >= _MANY:
        held = set(keys)
        rows = store.connection.execute(_MOST_TOLD, (_AMONG * most,))
        found = [(row["one"], row["other"]) for row in rows if row["one"] in held and row["other"] in held]
        if len(found) >= most:
            return found[:most]
    rows = store.connection.execute(_PAIRS, (json.dumps(keys), most))
    return [(row["one"], row["other"]) for row in rows]


def _bonds(store: Store, pairs: Sequence[tuple[str, str]], known_on: str | None) -> tuple[Bond, ...]:
    sql = store.connection
    sql.execute("CREATE TEMP TABLE IF NOT EXISTS drawn (rank INTEGER PRIMARY KEY, one TEXT, other TEXT)")
    sql.execute("DELETE FROM drawn")
    sql.executemany("INSERT INTO drawn VALUES (?, ?, ?)", [(rank, *pair) for rank, pair in enumerate(pairs)])
    found: dict[_Same, dict[str, int]] = {}
    for *same, day, lines in sql.execute(_BONDS, (known_on,)):
        years, year = found.setdefault(tuple(same), {}), day[:4] if day else ""
        years[year] = years.get(year, 0) + lines
    return tuple(
        Bond(*pairs[rank], _VOICES[voice], _DIMENSIONS[dimension], sign, bool(denied), bool(hedged), years)
        for (rank, voice, dimension, sign, denied, hedged), years in sorted(found.items())
    )
