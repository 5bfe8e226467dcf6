"""What tells actors apart that bear one name: how much is told of each, and with whom most of it."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from avowed.model.names import fold
from avowed.store.store import Store

_BORNE_TWICE = """
    SELECT folded FROM actor_names WHERE folded IN (SELECT value FROM json_each(?))
    GROUP BY folded HAVING count(DISTINCT actor) > 1
"""
_TOLD = """
    SELECT n.actor, o.name, sum(n.lines) AS lines FROM (
        SELECT one AS actor, other AS third, count(*) AS lines FROM links
        WHERE one IN (SELECT value FROM json_each(?1)) AND one <> other GROUP BY 1, 2 UNION ALL
        SELECT other, one, count(*) FROM links
        WHERE other IN (SELECT value FROM json_each(?1)) AND one <> other GROUP BY 1, 2) n
    JOIN actors o ON o.key = n.third GROUP BY n.actor, n.third, o.name ORDER BY n.actor, lines DESC, n.third
"""


class Apart(NamedTuple):
    """How many lines tie an actor to others, and the name of the one whom most of them tie it to; "" for none."""

    lines: int
    beside: str


def namesakes(store: Store, named: Sequence[tuple[str, str]]) -> dict[str, Apart]:
    """Of these keys with their names, those whose name another actor of the case bears too."""
    twice = _borne_twice(store, {fold(name) for _, name in named})
    keys = [key for key, name in named if fold(name) in twice]
    told = dict.fromkeys(keys, Apart(0, ""))
    rows = store.connection.execute(_TOLD, (json.dumps(keys),)) if keys else ()
    for actor, name, lines in rows:
        held = told[actor]
        told[actor] = Apart(held.lines + int(lines), held.beside or name)
    return told


def _borne_twice(store: Store, names: Iterable[str]) -> set[str]:
    return {row["folded"] for row in store.connection.execute(_BORNE_TWICE, (json.dumps(sorted(names)),))}
