"""Ties of an actor without their words: enough to sort very many out, of which a few are then read in full."""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache

from avowed.model.findings import Line, Source, Tie
from avowed.model.vocabulary import Dimension, Factuality, Mode, Precision, Voice
from avowed.model.when import UNKNOWN_TIME, When, from_days
from avowed.store.around import ties_at
from avowed.store.find import DIMENSIONS, verdicts_on
from avowed.store.store import Store

_BEGINNING = "row "
"""With what the key of a glimpse begins: the number of its line follows."""

_FOUND = " UNION ".join(
    f"SELECT assertion FROM links WHERE {end} IN (SELECT value FROM json_each(?1)){only}"
    for end, only in (("one", ""), ("other", ""), ("speaker", " AND dimension = ?2"))
)
_GLIMPSES = f"""
    SELECT l.assertion, l.one, l.other, l.turned, l.speaker, l.dimension, l.sign, l.negated, l.voice, l.mode, l.bond, l.first,
        l.last, s.published_first, s.published_last, s.published_precision, s.family
    FROM ({_FOUND}) w JOIN links l ON l.assertion = w.assertion JOIN sources s ON s.reading = l.reading ORDER BY l.assertion
"""
_VOICES: dict[str, Voice] = {str(one): one for one in Voice}
_MODES: dict[str, Mode] = {str(one): one for one in Mode}


def glimpses(store: Store, actors: Sequence[str], spoken: Dimension) -> tuple[Tie, ...]:
    """The ties of `find.ties_of`, without key, quote, hedges and place in the report; of a role only that there is one.

    A day that is told at one end alone stands for both. `in_full` gives the ties themselves.
    """
    decided = _decided(store)
    rows = store.connection.execute(_GLIMPSES, (json.dumps(list(actors)), str(spoken)))
    found = []
    for row in rows:
        number, one, other, turned, speaker, dimension, sign, negated, voice, mode, bond, first, last, *source = row
        line = Line(
            key=f"{_BEGINNING}{number}",
            source=_source(*source),
            quote="",
            start=0,
            end=0,
            negated=bool(negated),
            factuality=Factuality.CERTAIN,
            hedges=(),
            mode=_MODES[mode],
            voice=_VOICES[voice],
            speakers=(),
            valid=_days(first, last),
            score=0.0,
            rule="",
            decision=decided.get(number, ""),
        )
        ends = (other, one) if turned else (one, other)
        found.append(Tie(line, *ends, DIMENSIONS[dimension], sign, "bond" if bond else "", speaker or ""))
    return tuple(found)


def in_full(store: Store, some: Iterable[Tie]) -> dict[str, Tie]:
    """Key of a tie, maybe a glimpse -> the tie with its words; one that went meanwhile is left out, and not told without them."""
    ties = {tie.line.key: tie for tie in some}
    seen = {key for key in ties if key.startswith(_BEGINNING)}
    found = ties_at(store, (int(key.removeprefix(_BEGINNING)) for key in seen))
    whole = {f"{_BEGINNING}{number}": tie for number, tie in found.items()}
    return {key: tie for key, tie in ties.items() if key not in seen} | whole


def _decided(store: Store) -> dict[int, str]:
    """Row of a line -> the last decision on it that is in force."""
    verdicts = verdicts_on(store)
    query = "SELECT id, key FROM assertions WHERE key IN (SELECT value FROM json_each(?))"
    return {row["id"]: verdicts[row["key"]] for row in store.connection.execute(query, (json.dumps(list(verdicts)),))}


@lru_cache(maxsize=4096)
def _source(first: str | None, last: str | None, precision: str, family: str) -> Source:
    published = from_days(first, last, Precision(precision)) if first or last else UNKNOWN_TIME
    return Source("", "", "", family, published)


@lru_cache(maxsize=8192)
def _days(first: str | None, last: str | None) -> When:
    return from_days(first, last, Precision.DAY) if first or last else UNKNOWN_TIME
