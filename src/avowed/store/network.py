"""Actors and the bonds between them, around one actor or of the whole case, fetched in two questions."""

import json
from collections.abc import Iterable

from avowed.model.network import Bond, Network
from avowed.model.vocabulary import Dimension, Voice
from avowed.store.derive import VOID
from avowed.store.lists import actors_with
from avowed.store.store import Store

_BONDS = f"""
    SELECT l.one, l.other, t.voice, t.dimension, t.sign, t.negated, t.factuality <> 'certain' OR t.mode <> 'actual' AS
        hedged, coalesce(substr(coalesce(a.valid_first, a.valid_last), 1, 4), '') AS year, count(*) AS lines
    FROM links l JOIN ties t ON t.assertion = l.assertion JOIN assertions a ON a.id = l.assertion
    WHERE l.one IN (SELECT value FROM json_each(?1)) AND l.other IN (SELECT value FROM json_each(?1))
        AND l.one <> l.other AND (?2 IS NULL OR l.published <= ?2) AND l.assertion NOT IN ({VOID})
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8
"""


def around(store: Store, focus: str, steps: int, most: int, known_on: str | None = None) -> Network:
    """The actors up to so many steps from one, those of most lines first, with every bond between them."""
    near = [focus]
    for _ in range(steps):
        near += _next_to(store, near, most - len(near))
    return _between(store, near, known_on)


def whole(store: Store, most: int, known_on: str | None = None) -> Network:
    """The actors of most ties in the case, with every bond between them."""
    rows = store.connection.execute(
        "SELECT actor FROM (SELECT subject AS actor, sympathy + hostility AS lines FROM edges UNION ALL "
        "SELECT object, sympathy + hostility FROM edges) tied GROUP BY actor ORDER BY sum(lines) DESC, actor LIMIT ?",
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
    bonds: dict[tuple[str, str, str, str, int, int, int], dict[str, int]] = {}
    for row in store.connection.execute(_BONDS, (json.dumps(keys), known_on)):
        *bond, year, lines = tuple(row)
        bonds.setdefault(tuple(bond), {})[year] = lines
    total = store.connection.execute("SELECT count(*) FROM actors").fetchone()[0]
    return Network(
        actors=actors_with(store, keys),
        bonds=tuple(
            Bond(left, right, Voice(voice), Dimension(dimension), sign, bool(denied), bool(hedged), years)
            for (left, right, voice, dimension, sign, denied, hedged), years in bonds.items()
        ),
        left_out=max(0, total - len(keys)),
    )
