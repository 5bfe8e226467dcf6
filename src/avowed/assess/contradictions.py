"""Assertions that cannot all hold, side by side: on ties (sign, date, identity) and on incidents (toll, date, place, doer).

Cooperation in one dimension and hostility in another do not contradict each other; a change of sign in time does not.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from avowed.model.contrasts import Contradiction, Contrast
from avowed.model.findings import Outline, Tie
from avowed.model.vocabulary import Dimension, Mode

_ANY_LINK = frozenset({Dimension.SUPPORT, Dimension.ACCORD})
_MOST_EACH = 3  # pairs of lines for one proposition; the lines themselves are all in `ask`


def on_ties(ties: Iterable[Tie], names: Mapping[str, str]) -> Iterator[Contradiction]:
    """Said and denied, or both signs of one dimension at one time; each proposition's weightiest pairs alone."""
    held = dict(enumerate(ties))
    outlines = (_outline(row, tie) for row, tie in held.items() if _counts(tie))
    yield from told_of(clashing(outlines), held, names)


def clashing(outlines: Iterable[Outline]) -> Iterator[tuple[Outline, Outline]]:
    """The pairs of lines that cannot both hold: of each proposition the weightiest, and besides those of one quote."""
    by_pair: dict[frozenset[str], list[Outline]] = defaultdict(list)
    for one in outlines:
        by_pair[frozenset((one.subject, one.object))].append(one)
    for held in by_pair.values():
        yield from _within(sorted(held, key=_order))


def told_of(
    pairs: Iterable[tuple[Outline, Outline]], ties: Mapping[int, Tie], names: Mapping[str, str]
) -> Iterator[Contradiction]:
    """The pairs as contradictions, without those of one sentence in one mouth; `ties` are by the row of their outlines."""
    told: dict[tuple[object, ...], int] = defaultdict(int)
    for pair in pairs:
        one, other = (ties[outline.row] for outline in pair)
        if one.line.negated == other.line.negated and _one_saying(one, other):
            continue
        about = frozenset((one.subject, one.object))
        key = (about, one.dimension, other.dimension, one.line.negated, other.line.negated)
        told[key] += 1
        if told[key] <= _MOST_EACH:
            yield _sign(one, other, names)


def _counts(tie: Tie) -> bool:
    return bool(
        tie.sign and tie.line.decision != "reject" and tie.line.mode is Mode.ACTUAL and tie.subject != tie.object
    )


def _outline(row: int, tie: Tie) -> Outline:
    line = tie.line
    return Outline(
        row,
        line.key,
        tie.subject,
        tie.object,
        tie.dimension,
        tie.sign,
        line.negated,
        tie.when,
        line.score,
        (line.source.report, line.start, line.end),
    )


def _within(ordered: Sequence[Outline]) -> Iterator[tuple[Outline, Outline]]:
    """Lines clash within one dimension, or with what is denied: of much told pairs all others are never looked at."""
    places: dict[tuple[bool, Dimension], list[int]] = defaultdict(list)
    for place, one in enumerate(ordered):
        places[one.negated, one.dimension].append(place)
    found: list[tuple[int, int]] = []
    for (negated, dimension), ones in places.items():
        if negated:
            continue
        if len({ordered[place].sign for place in ones}) > 1:
            found += _first_few(ordered, ones, ones)
        for (denied, other), others in places.items():
            if denied and (other is dimension or other in _ANY_LINK):
                found += _first_few(ordered, ones, others)
    return ((ordered[one], ordered[other]) for one, other in sorted(found))


def _first_few(ordered: Sequence[Outline], ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first clashes in order; whether those of one quote count is known only when the lines are read."""
    count = 0
    for at, place in enumerate(ones):
        one = ordered[place]
        for behind in others[at + 1 :] if others is ones else others:
            other = ordered[behind]
            if _clash(one, other):
                yield place, behind
                count += one.negated != other.negated or one.said != other.said
                if count == _MOST_EACH:
                    return


def _order(one: Outline) -> tuple[bool, float, str]:
    return one.negated, -one.score, one.key


def _clash(one: Outline, other: Outline) -> bool:
    """A line and a later one in order, where what is denied comes last."""
    if other.negated:
        return one.sign == other.sign and _covers(other, one) and one.when.overlaps(other.when)
    return one.sign != other.sign and _same_way(one, other) and one.when.overlaps(other.when)


def _one_saying(one: Tie, other: Tie) -> bool:
    """One sentence in one mouth does not contradict itself: where it seems to, it was read amiss."""
    chains = ([speaker.text for speaker in tie.line.speakers] for tie in (one, other))
    here, there = ((tie.line.source.report, tie.line.start, tie.line.end) for tie in (one, other))
    return here == there and next(chains) == next(chains)


def _covers(denied: Outline, told: Outline) -> bool:
    """A denial of any link covers every cooperative tie, another its own dimension the same way round."""
    return denied.dimension in _ANY_LINK or (denied.dimension is told.dimension and _same_way(denied, told))


def _same_way(one: Outline, other: Outline) -> bool:
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
