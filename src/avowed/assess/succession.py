"""Who led what, in order: leading offices from command ties, dated as far as the words date them, and their handovers."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from avowed.model.findings import Handover, Office, Tie
from avowed.model.vocabulary import ActorKind, Dimension, Mode
from avowed.model.when import UNKNOWN_TIME, When
from avowed.model.world import Actor

_DAY = timedelta(days=1)


def offices(ties: Iterable[Tie], organisation: str, actors: Iterable[Actor] = ()) -> tuple[Office, ...]:
    """Persons told to lead the organisation, its founders first, then the earliest; who succeeded another stands behind him.

    A successor without a date of his own stands right behind the one he succeeded. Without `actors` every holder counts,
    also a group over a group.
    """
    ties = tuple(ties)
    people = {actor.key for actor in actors if actor.kind is ActorKind.PERSON}
    by_holder: dict[str, list[Tie]] = {}
    for tie in ties:
        leads = tie.dimension is Dimension.COMMAND and tie.object == organisation and tie.line.mode is not Mode.FUTURE
        if leads and tie.effective_sign > 0 and (not people or tie.subject in people):
            by_holder.setdefault(tie.subject, []).append(tie)
    found = [_office(holder, organisation, held) for holder, held in by_holder.items()]
    return _in_succession(sorted(found, key=_order), ties)


def _in_succession(found: Sequence[Office], ties: Sequence[Tie]) -> tuple[Office, ...]:
    """Every holder behind all whom he is told to have come after; a circle of such tellings stays as it is."""
    after: dict[str, set[str]] = {}
    for tie in ties:
        if tie.dimension is Dimension.ORIGIN and not tie.line.negated:
            after.setdefault(tie.subject, set()).add(tie.object)
    left, ordered = list(found), list[Office]()
    while left:
        waiting = {office.holder for office in left}
        following = next((office for office in left if not after.get(office.holder, set()) & waiting), left[0])
        left.remove(following)
        ordered.insert(_place(following, ordered, after.get(following.holder, set())), following)
    return tuple(ordered)


def _place(one: Office, ordered: Sequence[Office], predecessors: set[str]) -> int:
    """Behind all who are placed; without a date of its own right behind the last of those it came after."""
    behind = [at for at, office in enumerate(ordered, 1) if office.holder in predecessors]
    return behind[-1] if behind and not one.since.first else len(ordered)


def handovers(holders: Sequence[Office]) -> tuple[Handover, ...]:
    """Gaps and overlaps between holders whose terms are dated; an end that nobody tells is no gap."""
    dated = [office for office in holders if office.since.first]
    return tuple(one for before, after in pairwise(dated) for one in _between(before, after))


def _between(before: Office, after: Office) -> Iterator[Handover]:
    ended, begun = before.until.last, after.since.first
    if ended is None or begun is None:
        return
    if ended + _DAY < begun:
        yield Handover("gap", before.holder, after.holder, ended + _DAY, begun - _DAY)
    elif after.since.last and ended > after.since.last:
        last = min(ended, after.until.last or ended)
        yield Handover("overlap", before.holder, after.holder, min(begun, last), last)


def _office(holder: str, organisation: str, ties: Sequence[Tie]) -> Office:
    begun = [tie.when for tie in ties if tie.when.first]
    ended = [tie.when for tie in ties if tie.when.last]
    return Office(
        holder=holder,
        organisation=organisation,
        role=next((tie.role for tie in ties if tie.role), ""),
        since=min(begun, key=_begins, default=UNKNOWN_TIME),
        until=max(ended, key=_ends, default=UNKNOWN_TIME),
        lines=tuple(tie.line.key for tie in ties),
    )


def _begins(when: When) -> date:
    return when.first or date.max


def _ends(when: When) -> date:
    return when.last or date.min


def _order(office: Office) -> tuple[bool, date, str]:
    return "found" not in office.role.casefold(), office.since.first or date.max, office.holder
