"""How likely a tie is right, from what rule and model say of it: a logistic sum whose weights are one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log1p

from avowed.annotate.sight import Seen
from avowed.annotate.weights import logit
from avowed.model.evidence import Mention
from avowed.model.vocabulary import ActorKind

# Which relations of re3d speak for which ties.
RELATED: Mapping[str, tuple[str, ...]] = {
    "clash-": ("FightingAgainst",),
    "attack-": ("FightingAgainst",),
    "coercion-": ("FightingAgainst", "Dislikes"),
    "rivalry-": ("Dislikes", "FightingAgainst"),
    "stance-": ("Dislikes",),
    "stance+": ("Likes",),
    "support+": ("AlliesOf", "Likes"),
    "joint_operation+": ("AlliesOf",),
    "arms+": ("AlliesOf",),
    "training+": ("AlliesOf",),
    "finance+": ("AlliesOf",),
    "membership+": ("BelongsTo",),
    "command+": ("InChargeOf",),
    "accord+": ("CommWith",),
    "accord-": ("CommWith",),
}
# Dimensions that are written alike share a weight; all others are help.
SORTS: Mapping[str, str] = {
    **dict.fromkeys(("command", "membership", "kinship", "origin"), "structure"),
    **dict.fromkeys(("attack", "clash", "coercion"), "violence"),
    **dict.fromkeys(("stance", "accord", "allegiance", "rivalry", "ideology"), "words"),
}
TABLE = "ties"
RARE = 1e-3
MOST_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class Case:
    """One possible tie: its parties and what speaks for it; `rule` is the score of the rule that drew it, if one did."""

    label: str
    subject: Mention
    object: Mention
    kinds: tuple[ActorKind, ActorKind]
    seen: Seen | None
    rule: float | None
    rivals: tuple[str, ...]
    reversed: bool
    apart: bool
    between: int


def reasons(case: Case, labels: tuple[str, ...], relations: tuple[str, ...]) -> dict[str, float]:
    """What speaks for and against a tie, by name, with how much."""
    sort = SORTS.get(case.label[:-1], "help")
    found = {"always": 1.0, f"tie {case.label}": 1.0}
    found |= _of_rule(case, sort)
    found |= _of_model(case, labels, relations) if case.seen else {"not seen": 1.0}
    for end, mention, kind in zip(("subject", "object"), (case.subject, case.object), case.kinds, strict=True):
        found[f"{end} {mention.form}"] = 1.0
        found[f"{end} {kind}"] = 1.0
    gap = max(case.subject.span.start, case.object.span.start) - min(case.subject.span.end, case.object.span.end)
    found["gap"] = log1p(max(0, gap) / 20)
    found["between"] = min(case.between, MOST_BETWEEN) / 3
    found["sentences apart"] = float(case.apart)
    found[f"{sort} subject first"] = float(case.subject.span.start < case.object.span.start)
    return found


def _of_rule(case: Case, sort: str) -> dict[str, float]:
    sign = case.label[-1]
    return {
        "rule": float(case.rule is not None),
        "rule score": 0.0 if case.rule is None else logit(case.rule),
        f"rule for {sort}": float(case.rule is not None),
        "rule for another": float(bool(case.rivals)),
        "rule for its sign": float(any(label[-1] == sign for label in case.rivals)),
        "rule for the reverse": float(case.reversed),
    }


def _of_model(case: Case, labels: tuple[str, ...], relations: tuple[str, ...]) -> dict[str, float]:
    if case.seen is None:
        return {}
    ties, told = case.seen.ties, case.seen.relations
    chance = float(ties[labels.index(case.label)])
    related = RELATED.get(case.label, ())
    most = max((float(told[relations.index(name)]) for name in related), default=0.0)
    return {
        "model": logit(chance),
        "model says none": logit(float(ties[0])),
        "model with rule": logit(chance) if case.rule is not None else 0.0,
        "model says first": float(chance >= float(ties[1:].max())),
        "related": logit(max(most, RARE)) if related else 0.0,
        "none related": float(not related),
    }
