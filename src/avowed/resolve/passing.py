"""Who is who for a few new reports of a large case: they are resolved beside the reports that may bear on them.

What stood before stays as it was; only deriving the whole case anew weighs everything against everything.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from avowed.model.decisions import Decision, Occurrence
from avowed.model.resolution import Proposal
from avowed.model.world import Actor, KnownActors
from avowed.resolve.actors import resolve_actors

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Attached:
    """The actor of every new occurrence, the actors that are new, and pairs to put before a person."""

    membership: Mapping[str, str]
    actors: tuple[Actor, ...]
    proposals: tuple[Proposal, ...]


def attach(
    new: Sequence[Occurrence],
    beside: Sequence[Occurrence],
    standing: Mapping[str, str],
    decisions: tuple[Decision, ...],
    known: KnownActors,
    taken: Callable[[str], bool],
) -> Attached:
    """Resolve new occurrences beside old ones whose actors stand; `taken` tells whether a key is some actor's already.

    Of several standing actors that the new report would make one, it goes to the one with most occurrences beside it.
    """
    found = resolve_actors((*new, *beside), decisions, known)
    votes: dict[str, Counter[str]] = {}
    for occurrence, small in found.membership.items():
        if occurrence in standing:
            votes.setdefault(small, Counter())[standing[occurrence]] += 1
    named = {one.key: one for one in new}
    own = {small: _most(held) for small, held in votes.items()}
    fresh: dict[str, Actor] = {}
    for occurrence in sorted(named):
        small = found.membership[occurrence]
        if small not in own:
            actor = found.actors[small]
            own[small] = _free(actor.key, named[occurrence].report, taken)
            fresh[small] = replace(actor, key=own[small])
    membership = {occurrence: own[found.membership[occurrence]] for occurrence in named}
    return Attached(membership, tuple(fresh.values()), _open(found.proposals, own, frozenset(membership.values())))


def _most(held: Counter[str]) -> str:
    return min(held, key=lambda actor: (-held[actor], actor))


def _free(key: str, report: str, taken: Callable[[str], bool]) -> str:
    """The key, with so much of the report's id behind it that no other actor has it."""
    tried = (key, *(f"{key}-{report[:digits]}" for digits in range(_DIGITS, len(report) + 1)))
    return next((one for one in tried if not taken(one)), f"{key}-{report}")


def _open(proposals: Sequence[Proposal], own: Mapping[str, str], touched: frozenset[str]) -> tuple[Proposal, ...]:
    """Proposals on the actors of the new reports, between actors as they stand in the case."""
    found = []
    for one in proposals:
        left, right = sorted((own.get(one.left, one.left), own.get(one.right, one.right)))
        if left != right and {left, right} & touched:
            found.append(Proposal(left, right, one.score, one.features))
    return tuple(found)
