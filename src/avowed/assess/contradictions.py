"""Assertions that cannot all hold, side by side: on ties (sign, date, identity) and on incidents (toll, date, place, doer).

Cooperation in one dimension and hostility in another do not contradict each other; a change of sign in time does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from avowed.model.contrasts import Contradiction, Contrast
from avowed.model.findings import Tie
from avowed.model.vocabulary import Dimension, Mode

_ANY_LINK = frozenset({Dimension.SUPPORT, Dimension.ACCORD})
_MOST_EACH = 3  # pairs of lines for one proposition; the lines themselves are all in `ask`


def on_ties(ties: Iterable[Tie], names: Mapping[str, str]) -> Iterator[Contradiction]:
    """Said and denied, or both signs of one dimension at one time; each proposition's weightiest pairs alone."""
    by_pair: dict[frozenset[str], list[Tie]] = defaultdict(list)
    for tie in ties:
        if tie.sign and tie.line.decision != "reject" and tie.line.mode is Mode.ACTUAL and tie.subject != tie.object:
            by_pair[frozenset((tie.subject, tie.object))].append(tie)
    for held in by_pair.values():
        yield from _within(held, names)


def _within(ties: Sequence[Tie], names: Mapping[str, str]) -> Iterator[Contradiction]:
    told: dict[tuple[object, ...], int] = defaultdict(int)
    for one, other in combinations(sorted(ties, key=_order), 2):
        if not _clash(one, other):
            continue
        key = (one.dimension, other.dimension, one.line.negated, other.line.negated)
        told[key] += 1
        if told[key] <= _MOST_EACH:
            yield _sign(one, other, names)


def _order(tie: Tie) -> tuple[bool, float, str]:
    return tie.line.negated, -tie.line.score, tie.line.key


def _clash(one: Tie, other: Tie) -> bool:
    """What is cheapest to see is looked at first: of much told lines nearly all pairs agree."""
    if one.line.negated != other.line.negated:
        denied, told = (one, other) if one.line.negated else (other, one)
        return told.sign == denied.sign and _covers(denied, told) and one.when.overlaps(other.when)
    if one.line.negated or one.sign == other.sign or one.dimension is not other.dimension:
        return False
    return _same_way(one, other) and one.when.overlaps(other.when) and not _one_saying(one, other)


def _one_saying(one: Tie, other: Tie) -> bool:
    """One sentence in one mouth does not contradict itself: where it seems to, it was read amiss."""
    chains = ([speaker.text for speaker in tie.line.speakers] for tie in (one, other))
    here, there = ((tie.line.source.report, tie.line.start, tie.line.end) for tie in (one, other))
    return here == there and next(chains) == next(chains)


def _covers(denied: Tie, told: Tie) -> bool:
    """A denial of any link covers every cooperative tie, another its own dimension the same way round."""
    return denied.dimension in _ANY_LINK or (denied.dimension is told.dimension and _same_way(denied, told))


def _same_way(one: Tie, other: Tie) -> bool:
    return one.dimension.symmetric or (one.subject, one.object) == (other.subject, other.object)


def _sign(one: Tie, other: Tie, names: Mapping[str, str]) -> Contradiction:
    about = tuple(sorted({one.subject, one.object}))
    denied = "told with both signs at one time"
    if other.line.negated:
        same = one.dimension is other.dimension
        denied = "told and denied" if same else f"told, and {_plain(other.dimension)} of any kind denied"
    return Contradiction(
        kind=Contrast.SIGN,
        about=about,
        words=f"{names[one.subject]} and {names[one.object]}: {_plain(one.dimension)}, {denied}",
        left=one.line,
        left_says=_says(one),
        right=other.line,
        right_says=_says(other),
    )


def _says(tie: Tie) -> str:
    denial = "denied: " if tie.line.negated else ""
    return f"{_signed(tie)}{denial}{_plain(tie.dimension)}"


def _signed(tie: Tie) -> str:
    return {1: "+ ", -1: "- "}.get(tie.sign, "")


def _plain(word: str) -> str:
    return str(word).replace("_", " ")
