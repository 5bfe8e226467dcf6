"""Decisions folded over what the names say: later ones win, what cannot hold together is reported, nothing is forgotten.

First a set that holds two occurrences decided not to be one is split, each other occurrence going to the side that it is
more like; then the sets are joined as decided. Taking a decision back gives what was before, for all is computed anew.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from avowed.model.decisions import Decision, Verdict
from avowed.model.resolution import Conflict
from avowed.resolve.union import Union

Likeness = Callable[[str, str], float]
"""How like two occurrences (by key) are; only their order matters."""

_ON_ACTORS = (Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE)


@dataclass(frozen=True, slots=True)
class Decided:
    """The sets after decisions (occurrence -> its set), the occurrences that were decided on, and what went wrong."""

    set_of: Mapping[str, str]
    held: frozenset[str]
    conflicts: tuple[Conflict, ...]
    idle: tuple[int, ...]


def decide(set_of: Mapping[str, str], log: Sequence[Decision], likeness: Likeness) -> Decided:
    """Fold the decisions in force over sets of occurrences; `set_of` names the set of each occurrence."""
    on_actors = [decision for decision in log if decision.verdict in _ON_ACTORS]
    idle = tuple(d.number for d in on_actors if d.left not in set_of or d.right not in set_of)
    heard, replaced = _latest([d for d in on_actors if d.number not in idle])
    parted = dict(set_of)
    conflicts = list(replaced)
    for root, inside in _inside(heard, set_of).items():
        members = [key for key, held in set_of.items() if held == root]
        sides, clashes = _split(sorted(members), inside, likeness)
        parted |= {key: f"{root} / {side}" for key, side in sides.items()} if len(set(sides.values())) > 1 else {}
        conflicts += clashes
    joined, clashes = _join(parted, heard)
    conflicts = [_with_repeats(conflict, on_actors) for conflict in (*conflicts, *clashes)]
    held = frozenset(key for d in heard for key in (d.left, d.right))
    return Decided(joined, held, tuple(dict.fromkeys(conflicts)), idle)


def _with_repeats(conflict: Conflict, decisions: Sequence[Decision]) -> Conflict:
    """The conflict with every decision that says the same of the same pair: what was decided twice fails twice."""
    said = {(d.verdict, frozenset((d.left, d.right))) for d in decisions if d.number in conflict.decisions}
    repeats = [d.number for d in decisions if (d.verdict, frozenset((d.left, d.right))) in said]
    return Conflict(tuple(dict.fromkeys((*conflict.decisions, *sorted(repeats)))), conflict.words)


def _latest(decisions: Sequence[Decision]) -> tuple[list[Decision], list[Conflict]]:
    """The last decision on each pair, latest first, and which decisions they take the place of."""
    by_pair: dict[frozenset[str], list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=lambda one: one.number):
        by_pair[frozenset((decision.left, decision.right))].append(decision)
    replaced = []
    for held in by_pair.values():
        unlike = [one for one in held[:-1] if one.verdict is not held[-1].verdict]
        if unlike:
            numbers = tuple(one.number for one in (*unlike, held[-1]))
            replaced.append(
                Conflict(numbers, f"decision {held[-1].number} takes the place of earlier ones on the same pair")
            )
    return sorted((held[-1] for held in by_pair.values()), key=lambda one: -one.number), replaced


def _inside(heard: Iterable[Decision], set_of: Mapping[str, str]) -> dict[str, list[Decision]]:
    """Decisions within one set, for the sets that one of them splits."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in heard:
        if set_of[decision.left] == set_of[decision.right] and decision.left != decision.right:
            found[set_of[decision.left]].append(decision)
    return {root: held for root, held in found.items() if any(d.verdict is not Verdict.SAME for d in held)}


def _split(
    members: Sequence[str], inside: Sequence[Decision], likeness: Likeness
) -> tuple[dict[str, str], list[Conflict]]:
    """The side of each member: seeds are what was decided on, all others follow the seed that they are most like."""
    conflicts: list[Conflict] = []
    union, apart = Union(members), _Apart()
    for decision in inside:
        conflicts += _fold(decision, union, apart, lambda key: key)
    seeds = sorted({key for decision in inside for key in (decision.left, decision.right)})
    pairs = [(-likeness(one, other), one, other) for at, one in enumerate(seeds) for other in seeds[at + 1 :]]
    for _, one, other in sorted(pairs):
        if not apart.between(union, one, other):
            union.join(one, other)
    rest = next(d.right for d in inside if d.verdict is not Verdict.SAME)
    for member in members:
        if member not in seeds:
            union.join(member, min(seeds, key=lambda seed: (-likeness(member, seed), seed != rest, seed)))
    return {member: union.root(member) for member in members}, conflicts


def _join(parted: Mapping[str, str], heard: Sequence[Decision]) -> tuple[dict[str, str], list[Conflict]]:
    conflicts: list[Conflict] = []
    union, apart = Union(set(parted.values())), _Apart()
    for decision in heard:
        conflicts += _fold(decision, union, apart, lambda key: parted[key])
    return {key: union.root(held) for key, held in parted.items()}, conflicts


class _Apart:
    """Pairs that must stay apart, each with the decision that says so, and which decisions joined."""

    def __init__(self) -> None:
        self.pairs: list[tuple[str, str, int]] = []
        self.joins: list[tuple[str, int]] = []

    def between(self, union: Union, one: str, other: str) -> list[int]:
        """Numbers of the decisions that keep these two apart."""
        wanted = {union.root(one), union.root(other)}
        return [number for left, right, number in self.pairs if {union.root(left), union.root(right)} == wanted]


def _fold(decision: Decision, union: Union, apart: _Apart, node: Callable[[str], str]) -> Iterator[Conflict]:
    """Take a decision in, unless later ones that were taken in already speak against it."""
    one, other = node(decision.left), node(decision.right)
    if decision.verdict is Verdict.SAME:
        against = apart.between(union, one, other)
        if against:
            yield Conflict((decision.number, *sorted(against)), _WORDS.format(decision.number, "same"))
        else:
            union.join(one, other)
            apart.joins.append((one, decision.number))
    elif union.root(one) != union.root(other):
        apart.pairs.append((one, other, decision.number))
    else:
        joins = sorted({number for key, number in apart.joins if union.root(key) == union.root(one)})
        if joins:
            yield Conflict((decision.number, *joins), _WORDS.format(decision.number, str(decision.verdict)))


_WORDS = "decision {} ({}) cannot hold together with later ones; undo it or them"
