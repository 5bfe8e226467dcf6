"""What a decision on two incidents changes: which tellings are alike is known, and only sets that it moves are built anew.

The result is what merging the whole case would give.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from avowed.model.decisions import Decision
from avowed.model.resolution import Alike, Regrouped, ToldIncident
from avowed.model.world import Incident
from avowed.resolve.incidents import likeness_of, on_tellings, still_open, whole_of
from avowed.resolve.union import Union
from avowed.resolve.what import build
from avowed.resolve.who.decide import Decided, decide

Tell = Callable[[Collection[str]], Iterable[ToldIncident]]
"""The tellings of the reports that hold these lines."""


@dataclass(frozen=True)
class Standing:
    """What is known before: the incident of each telling, the pairs that are alike, surest first, and how more is found out.

    `reasons` gives pairs with the features that `alike` leaves out.
    """

    incident_of: Mapping[str, str]
    alike: Sequence[Alike]
    tell: Tell
    reasons: Callable[[Sequence[Alike]], Sequence[Alike]]


def regroup(before: Standing, decisions: tuple[Decision, ...], decided_on: Collection[str]) -> Regrouped:
    """The incidents that are other than before, with all pairs that may be one; `decided_on` are the lines of a decision."""
    log = on_tellings(decisions, before.incident_of)
    union = Union(before.incident_of)
    for pair in before.alike:
        if pair.joined:
            union.join(pair.left, pair.right)
    known = _Known(before.tell)
    decided = decide({key: union.root(key) for key in before.incident_of}, log, known.likeness)
    sets = _sets(decided.set_of)
    touched = _moved(sets, before.incident_of) | {decided.set_of[key] for key in decided_on if key in decided.set_of}
    rebuilt = _with_parts(touched, sets, decided, known)
    gone = {before.incident_of[key] for root in rebuilt for key in sets[root]}
    still = (pair for pair in before.alike if not pair.joined)
    return Regrouped(
        frozenset(gone),
        tuple(_built(rebuilt, sets, decided, known, before)),
        tuple((pair.left, pair.right) for pair in still_open(still, decided.set_of, log)),
        decided.conflicts,
    )


class _Known:
    """Tellings by key, looked up report by report as they are asked for."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self.told: dict[str, ToldIncident] = {}

    def of(self, keys: Iterable[str]) -> list[ToldIncident]:
        """These tellings; all others of their reports are known from then on."""
        wanted = tuple(keys)
        if missing := [key for key in wanted if key not in self.told]:
            self.told |= {one.key: one for one in self._tell(missing)}
        return [self.told[key] for key in wanted]

    def likeness(self, left: str, right: str) -> float:
        """How like two tellings are."""
        self.of((left, right))
        return likeness_of(self.told)(left, right)


def _sets(set_of: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for key, root in sorted(set_of.items()):
        found[root].append(key)
    return found


def _moved(sets: Mapping[str, Sequence[str]], incident_of: Mapping[str, str]) -> set[str]:
    """The sets that are no incident as it stands."""
    held: dict[str, int] = defaultdict(int)
    for incident in incident_of.values():
        held[incident] += 1
    incidents = {root: {incident_of[key] for key in keys} for root, keys in sets.items()}
    return {root for root, own in incidents.items() if len(own) > 1 or any(held[one] != len(sets[root]) for one in own)}


def _with_parts(touched: set[str], sets: Mapping[str, Sequence[str]], decided: Decided, known: _Known) -> list[str]:
    """The touched sets, and those in which a telling is part of one of their reports' incidents."""
    told = known.of(key for root in sorted(touched) for key in sets[root])
    reports = {one.report for one in told}
    parts = {decided.set_of[one.key] for one in known.told.values() if one.report in reports and one.part_of}
    return sorted(touched | parts)


def _built(
    rebuilt: Sequence[str], sets: Mapping[str, Sequence[str]], decided: Decided, known: _Known, before: Standing
) -> Iterator[Incident]:
    held = {root: known.of(sets[root]) for root in rebuilt}
    keys = {root: min(told, key=build.published).key for root, told in held.items()}
    whole = {
        (one.report, one.local): keys.get(decided.set_of[one.key]) or before.incident_of[one.key]
        for one in known.told.values()
    }
    own = [pair for pair in before.alike if pair.joined and decided.set_of[pair.left] in held]
    reasons: dict[str, list[Alike]] = defaultdict(list)
    for pair in before.reasons([one for one in own if decided.set_of[one.left] == decided.set_of[one.right]]):
        reasons[decided.set_of[pair.left]].append(pair)
    for root, told in held.items():
        reviewed = bool(decided.held & {one.key for one in told})
        yield build.incident(told, reasons[root], whole_of(told, whole, keys[root]), reviewed)
