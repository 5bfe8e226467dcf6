"""Which reports tell of one incident: never merged on one reason alone; the reports' tellings stay apart behind it.

The result hangs on the tellings and the decisions alone; their order is nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from avowed.model.decisions import IDENTITY, Decision, in_force
from avowed.model.resolution import MergedIncidents, Proposal, ToldIncident
from avowed.model.world import Incident
from avowed.resolve.what import build
from avowed.resolve.what.gather import Link, gather, like
from avowed.resolve.what.pair import TwoTellings
from avowed.resolve.what.rows import weigh
from avowed.resolve.what.telling import Telling
from avowed.resolve.who.decide import decide

_MOST_PROPOSALS = 5
"""Put before a person for one incident; the likeliest ones."""


def merge_incidents(told: Iterable[ToldIncident], decisions: tuple[Decision, ...]) -> tuple[Incident, ...]:
    """Incidents over reports, oldest first; what is denied, supposed or yet to come stands alone."""
    return resolve_incidents(told, decisions).incidents


def resolve_incidents(told: Iterable[ToldIncident], decisions: tuple[Decision, ...]) -> MergedIncidents:
    """The same with the pairs that may be one, and the decisions that cannot all hold.

    Decisions whose two keys are tellings (keys of assertions) join and part incidents as those on actors do.
    """
    by_key = {one.key: one for one in told}
    tellings = {key: Telling(by_key[key]) for key in sorted(by_key)}
    gathered = gather(tuple(tellings.values()))
    log = _on_tellings(decisions, by_key)
    decided = decide(gathered.roots, log, _Likeness(tellings))
    sets: dict[str, list[ToldIncident]] = defaultdict(list)
    for key, root in sorted(decided.set_of.items()):
        sets[root].append(by_key[key])
    keys = {root: min(held, key=build.published).key for root, held in sets.items()}
    whole = {(by_key[key].report, by_key[key].local): keys[root] for key, root in decided.set_of.items()}
    reasons = _by_set(gathered.used, decided.set_of)
    found = [
        build.incident(held, reasons[root], _whole(held, whole, keys[root]), bool(decided.held & {t.key for t in held}))
        for root, held in sets.items()
    ]
    open_pairs = tuple(_proposals(gathered.open, decided.set_of, log))
    return MergedIncidents(tuple(sorted(found, key=_by_day)), open_pairs, decided.conflicts)


def _proposals(links: Iterable[Link], set_of: Mapping[str, str], log: Iterable[Decision]) -> Iterator[Proposal]:
    """The likeliest open pairs of sets, a few for each, none that a person has settled; they name tellings."""
    settled = {frozenset((set_of[one.left], set_of[one.right])) for one in log if one.verdict in IDENTITY}
    shown: Counter[str] = Counter()
    for link in links:
        pair = frozenset((set_of[link.left], set_of[link.right]))
        if len(pair) > 1 and pair not in settled and max(shown[one] for one in pair) < _MOST_PROPOSALS:
            settled.add(pair)
            shown.update(pair)
            yield Proposal(link.left, link.right, link.score, link.features)


def told_again(new: Iterable[ToldIncident], old: Iterable[ToldIncident]) -> frozenset[str]:
    """The keys of old tellings that may be merged with a new one."""
    return like(*(tuple(Telling(one) for one in told) for told in (new, old)))


def _on_tellings(decisions: tuple[Decision, ...], by_key: Mapping[str, ToldIncident]) -> list[Decision]:
    return [one for one in in_force(decisions) if one.left in by_key and one.right in by_key]


class _Likeness:
    """How like two tellings are, for parting what a person says is two."""

    def __init__(self, tellings: Mapping[str, Telling]) -> None:
        self._tellings = tellings

    def __call__(self, left: str, right: str) -> float:
        return weigh(TwoTellings(self._tellings[left], self._tellings[right]))[0]


def _by_set(links: Iterable[Link], set_of: Mapping[str, str]) -> Mapping[str, list[Link]]:
    """The links whose two tellings are still in one set, by that set."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if set_of[link.left] == set_of[link.right]:
            found[set_of[link.left]].append(link)
    return found


def _whole(held: Sequence[ToldIncident], whole: Mapping[tuple[str, str], str], own: str) -> str | None:
    """The incident that these tellings are a part of, by what their own reports say."""
    named = {whole[one.report, one.part_of] for one in held if one.part_of and (one.report, one.part_of) in whole}
    return min(named - {own}, default=None)


def _by_day(found: Incident) -> tuple[bool, str, str]:
    return found.when.first is None, str(found.when.first), found.key
