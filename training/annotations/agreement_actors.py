"""Compares ties by their actors, so that a name and a pronoun of one actor are the same party."""

from collections.abc import Sequence

from annotation_words import UNDIRECTED

SIDES = ("subject", "object")


def overlap(one: Sequence[int] | None, other: Sequence[int] | None) -> int:
    """Shared characters of two spans; 0 when either is missing."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) if one and other else 0


def told_likeness(one: dict, other: dict) -> float:
    """0 unless two ties of one passage join the same actors in one dimension, whatever mention was taken for them."""
    if (one["dimension"], one["sign"]) != (other["dimension"], other["sign"]):
        return 0
    if not overlap(one.get("quote"), other.get("quote")) or not same_actors(one, other):
        return 0
    return 1 + 2 * (one["negated"] == other["negated"]) + (overlap(one["trigger"], other["trigger"]) > 0)


def same_actors(one: dict, other: dict) -> bool:
    """Whether both parties are the same, crosswise too where the dimension has no direction."""
    straight = all(same_actor(one, side, other, side) for side in SIDES)
    crossed = same_actor(one, "subject", other, "object") and same_actor(one, "object", other, "subject")
    return straight or (crossed and one["dimension"] in UNDIRECTED)


def same_actor(one: dict, side: str, other: dict, other_side: str) -> bool:
    """Whether two parties are mentioned by overlapping words or share a name."""
    named = one.get(f"{side}_names", set()) & other.get(f"{other_side}_names", set())
    return bool(named) or overlap(one[f"{side}_span"], other[f"{other_side}_span"]) > 0


def named_ties(document: dict) -> list[dict]:
    """The ties of a document, each with the names of its parties."""
    names = {actor["id"]: {name.casefold() for name in actor["names"]} for actor in document.get("actors", [])}
    return [tie | {f"{side}_names": names.get(tie.get(side), set()) for side in SIDES} for tie in document["ties"]]
