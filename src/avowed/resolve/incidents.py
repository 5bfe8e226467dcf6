"""Which reports tell of one incident: never merged on one reason alone; the reports' tellings stay apart behind it.

The result hangs on the tellings and the decisions alone; their order is nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from avowed.model.decisions import IDENTITY, Decision, in_force
from avowed.model.resolution import Alike, MergedIncidents, Proposal, ToldIncident
from avowed.model.world import Incident
from avowed.resolve.what import build
from avowed.resolve.what.gather import Link, gather, like
from avowed.resolve.what.pair import TwoTellings
from avowed.resolve.what.rows import weigh
from avowed.resolve.what.telling import Telling
from avowed.resolve.who.decide import decide

_Pair = TypeVar("_Pair", Link, Alike)
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
    gathered = gather(tuple(Telling(by_key[key]) for key in sorted(by_key)))
    log = on_tellings(decisions, by_key)
    decided = decide(gathered.roots, log, likeness_of(by_key))
    sets: dict[str, list[ToldIncident]] = defaultdict(list)
    for key, root in sorted(decided.set_of.items()):
        sets[root].append(by_key[key])
    keys = {root: min(held, key=build.published).key for root, held in sets.items()}
    whole = {(by_key[key].report, by_key[key].local): keys[root] for key, root in decided.set_of.items()}
    reasons = _by_set(gathered.used, decided.set_of)
    found = [
        build.incident(
            held, reasons[root], whole_of(held, whole, keys[root]), bool(decided.held & {t.key for t in held})
        )
        for root, held in sets.items()
    ]
    open_pairs = tuple(_proposals(gathered.open, decided.set_of, log))
    alike = (
        *(Alike(one.left, one.right, one.score, one.features, joined=True) for one in gathered.used),
        *(Alike(one.left, one.right, one.score, one.features, joined=False) for one in gathered.open),
    )
    return MergedIncidents(tuple(sorted(found, key=_by_day)), open_pairs, decided.conflicts, alike)


def _proposals(links: Iterable[Link], set_of: Mapping[str, str], log: Iterable[Decision]) -> Iterator[Proposal]:
    for link in still_open(links, set_of, log):
        yield Proposal(link.left, link.right, link.score, link.features)


def still_open(links: Iterable[_Pair], set_of: Mapping[str, str], log: Iterable[Decision]) -> Iterator[_Pair]:
    """The likeliest open pairs of sets, a few for each, none that a person has settled; they name tellings."""
    settled = {frozenset((set_of[one.left], set_of[one.right])) for one in log if one.verdict in IDENTITY}
    shown: Counter[str] = Counter()
    for link in links:
        pair = frozenset((set_of[link.left], set_of[link.right]))
        if len(pair) > 1 and pair not in settled and max(shown[one] for one in pair) < _MOST_PROPOSALS:
            settled.add(pair)
            shown.update(pair)
            yield link


def told_again(new: Iterable[ToldIncident], old: Iterable[ToldIncident]) -> frozenset[str]:
    """The keys of old tellings that may be merged with a new one."""
    return like(*(tuple(Telling(one) for one in told) for told in (new, old)))


def on_tellings(decisions: tuple[Decision, ...], keys: Container[str]) -> list[Decision]:
    """The decisions in force on two tellings of these."""
    return [one for one in in_force(decisions) if one.left in keys and one.right in keys]


def likeness_of(told: Mapping[str, ToldIncident]) -> Callable[[str, str], float]:
    """How like two tellings are, for parting what a person says is two."""
    return lambda left, right: weigh(TwoTellings(Telling(told[left]), Telling(told[right])))[0]


def _by_set(links: Iterable[Link], set_of: Mapping[str, str]) -> Mapping[str, list[Link]]:
    """The links whose two tellings are still in one set, by that set."""
    found: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if set_of[link.left] == set_of[link.right]:
            found[set_of[link.left]].append(link)
    return found


def whole_of(held: Sequence[ToldIncident], whole: Mapping[tuple[str, str], str], own: str) -> str | None:
    """The incident that these tellings are a part of, by what their own reports say."""
    named = {whole[one.report, one.part_of] for one in held if one.part_of and (one.report, one.part_of) in whole}
    return min(named - {own}, default=None)


def _by_day(found: Incident) -> tuple[bool, str, str]:
    return found.when.first is None, str(found.when.first), found.key
