"""The ties of a reading in the form that our own annotations are scored in."""

from collections.abc import Mapping
from typing import Any

from benchmarks.readings import Reading, assertions, mentions_by_id, span, span_of
from benchmarks.scoring.templates import stripped
from benchmarks.scoring.ties import Party, Tie

Known = Mapping[str, Mapping[str, Any]]


def ties(reading: Reading) -> list[Tie]:
    """The ties of a reading, in order."""
    mentions = mentions_by_id(reading)
    actors = {actor["id"]: actor for actor in reading.get("actors", ())}
    return [_tie(one, mentions, actors) for one in assertions(reading, "tie")]


def _tie(row: Mapping[str, Any], mentions: Known, actors: Known) -> Tie:
    start, end = row["quote"]
    chain = row.get("attribution") or ()
    return Tie(
        subject=_party(row["subject"], mentions, actors),
        object=_party(row["object"], mentions, actors),
        dimension=row["dimension"],
        sign=row["sign"],
        quote=(start, end),
        voice=row["voice"],
        factuality=row["factuality"],
        negated=row["negated"],
        speaker=_speaker(chain[-1], mentions, actors) if chain and _named(chain[-1]) else None,
        score=row["score"],
    )


def _party(id_: str | None, mentions: Known, actors: Known) -> Party:
    mention = mentions.get(id_ or "")
    if mention is None:
        return Party(None, frozenset())
    actor = actors.get(mention.get("actor") or "", {})
    names = (actor.get("name", ""), *actor.get("aliases", ()))
    return Party(span_of(mention), frozenset(text for text in map(stripped, names) if text))


def _named(link: Mapping[str, Any]) -> bool:
    """True where any words name the speaker: the annotations know nobody who is only understood (`it is said that`)."""
    return bool(link.get("mention") or link.get("span") or link.get("text"))


def _speaker(link: Mapping[str, Any], mentions: Known, actors: Known) -> Party:
    party = _party(link.get("mention"), mentions, actors)
    return Party(party.span or span(link.get("span")), party.names | {stripped(link.get("text", ""))} - {""})
