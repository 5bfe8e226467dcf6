"""Ties and incidents of a reading as PLOVER quad classes, for a given source and target."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.readings import Reading, Span, assertions, mentions_by_id
from benchmarks.scoring.spans import overlap

CROSSED = (
    Path(__file__).parent / "sets" / "plover_crossed.json"
)  # a class a pair, by a network that was taught on other sentences
VERBAL_COOPERATION, MATERIAL_COOPERATION = "verbal cooperation", "material cooperation"
VERBAL_CONFLICT, MATERIAL_CONFLICT = "verbal conflict", "material conflict"
# Words and agreements are verbal, deeds material, as the codebook of PLOVER has it; planned deeds are threats, and what is
# denied of them, a refusal to meet or to help, is a rejection.
TIES = {
    ("command", 1): MATERIAL_COOPERATION,
    ("membership", 1): MATERIAL_COOPERATION,
    ("allegiance", 1): VERBAL_COOPERATION,
    ("allegiance", -1): VERBAL_CONFLICT,
    ("kinship", 1): VERBAL_COOPERATION,
    ("finance", 1): MATERIAL_COOPERATION,
    ("arms", 1): MATERIAL_COOPERATION,
    ("training", 1): MATERIAL_COOPERATION,
    ("logistics", 1): MATERIAL_COOPERATION,
    ("intelligence", 1): MATERIAL_COOPERATION,
    ("safe_haven", 1): MATERIAL_COOPERATION,
    ("support", 1): MATERIAL_COOPERATION,
    ("joint_operation", 1): MATERIAL_COOPERATION,
    ("personnel", 1): MATERIAL_COOPERATION,
    ("personnel", -1): VERBAL_CONFLICT,
    ("accord", 1): VERBAL_COOPERATION,
    ("accord", -1): VERBAL_CONFLICT,
    ("ideology", 1): VERBAL_COOPERATION,
    ("ideology", -1): VERBAL_CONFLICT,
    ("stance", 1): VERBAL_COOPERATION,
    ("stance", -1): VERBAL_CONFLICT,
    ("rivalry", -1): VERBAL_CONFLICT,
    ("coercion", -1): MATERIAL_CONFLICT,
    ("attack", -1): MATERIAL_CONFLICT,
    ("clash", -1): MATERIAL_CONFLICT,
}
INCIDENTS = {
    "agreement": VERBAL_COOPERATION,
    "meeting": VERBAL_COOPERATION,
    "exercise": MATERIAL_COOPERATION,
    "statement": VERBAL_COOPERATION,
    "other": None,
}
SIGNS = {"+": 1, "0": 0, "-": -1}
NOT_DONE = frozenset({"future", "hypothetical"})
Ends = Iterable[Span]


def quad(reading: Reading, source: Ends, target: Ends) -> str | None:
    """The quad class of the best assertion between the two, from source to target first; None where there is none."""
    found = list(_classed(reading, list(source), list(target)))
    return max(found, default=(0.0, None), key=lambda one: one[0])[1]


def _classed(reading: Reading, source: list[Span], target: list[Span]) -> Iterator[tuple[float, str | None]]:
    known = mentions_by_id(reading)
    for one in assertions(reading, "tie", "incident"):
        ends = [(known[id_]["start"], known[id_]["end"]) for id_ in _parties(one) if id_ in known]
        on_source, on_target = _touch(ends, source), _touch(ends, target)
        if on_source and on_target:
            straight = _touch(ends[:1], source)
            yield one.get("score", 0.5) + straight, quad_of(one)


def quad_of(assertion: Mapping[str, Any]) -> str | None:
    """The quad class of one tie or incident."""
    if assertion["kind"] == "incident":
        return INCIDENTS.get(assertion["type"], MATERIAL_CONFLICT)
    found = TIES.get((assertion["dimension"], assertion["sign"]))
    denied = assertion.get("negated") and found in (VERBAL_COOPERATION, MATERIAL_COOPERATION)
    if found == MATERIAL_CONFLICT and assertion.get("mode") in NOT_DONE:
        return VERBAL_CONFLICT
    return VERBAL_CONFLICT if denied else found


def _parties(assertion: Mapping[str, Any]) -> list[str]:
    if assertion["kind"] == "tie":
        return [assertion["subject"], assertion["object"]]
    return [part["mention"] for part in assertion.get("participants", ())]


def _touch(ends: Ends, spans: list[Span]) -> bool:
    return not spans or any(overlap(one, other) for one in ends for other in spans)


def leans(chances: Mapping[str, float]) -> str | None:
    """The likeliest quad class, of the chances of kinds of tie (`attack-`, `accord+`); None where there are none."""
    sums: dict[str, float] = {}
    for label, chance in chances.items():
        quad = TIES.get((label[:-1], SIGNS[label[-1]]))
        if quad is not None:
            sums[quad] = sums.get(quad, 0.0) + chance
    return max(sums, key=lambda quad: sums[quad], default=None)


def crossed() -> list[str]:
    """What our network with both parties marked says of each pair, none of which it was taught: `training.looks.plover`."""
    said: list[str] = json.loads(CROSSED.read_text(encoding="utf-8"))
    return said
