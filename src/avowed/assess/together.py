"""Cooperation and hostility at one time: shown as such, by dimension and by part, and never averaged away."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from avowed.assess.closeness import counted
from avowed.assess.months import Months, months
from avowed.model.findings import Tie, Together
from avowed.model.vocabulary import Dimension

_NEAR = 12  # months: within a year of each other both count as held at one time


def together(ties: Sequence[Tie], weights: Mapping[str, float], asked: Sequence[str]) -> tuple[Together, ...]:
    """Stretches in which shown lines of both signs lie within a year of each other; `asked` are the two actors.

    Undated lines of both signs in one report (or its copies) are told together, at a time that is not said.
    """
    once = counted(ties, weights)
    return (*_dated(once, weights, set(asked)), *_undated(once, set(asked)))


def _dated(once: Sequence[Tie], weights: Mapping[str, float], asked: set[str]) -> Iterable[Together]:
    found = months(once, weights, 0.0)
    if found is None:
        return ()
    near = [_near(found.plus, i) and _near(found.minus, i) for i in range(len(found))]
    stretches = [list(held) for both, held in groupby(range(len(near)), key=near.__getitem__) if both]
    return tuple(one for held in stretches if (one := _one(found, held[0], held[-1], asked)))


def _undated(once: Sequence[Tie], asked: set[str]) -> Iterator[Together]:
    families: dict[str, list[Tie]] = {}
    for tie in once:
        if not tie.when.known:
            families.setdefault(tie.line.source.family, []).append(tie)
    both = [tie for held in families.values() if len({t.effective_sign for t in held}) == 2 for tie in held]
    plus, minus = ([tie for tie in both if tie.effective_sign == sign] for sign in (1, -1))
    if both:
        yield Together(
            first=None,
            last=None,
            cooperative=tuple(tie.line.key for tie in plus),
            hostile=tuple(tie.line.key for tie in minus),
            dimensions=(_dimensions(plus), _dimensions(minus)),
            parts=(_parts(plus, asked), _parts(minus, asked)),
        )


def _near(evidence: Sequence[float], index: int) -> bool:
    reach = _NEAR // 2
    return any(evidence[max(0, index - reach) : index + reach + 1])


def _one(found: Months, first: int, last: int, asked: set[str]) -> Together | None:
    ties = found.ties_within(first, last)
    plus = [tie for tie in ties if tie.effective_sign > 0]
    minus = [tie for tie in ties if tie.effective_sign < 0]
    if not plus or not minus:
        return None
    days = [day for tie in (*plus, *minus) for day in (tie.when.first, tie.when.last) if day]
    start, end = found.first_day(first), found.last_day(last)
    return Together(
        first=max(min(days), start),
        last=max(min(max(days), end), min(days), start),
        cooperative=tuple(tie.line.key for tie in plus),
        hostile=tuple(tie.line.key for tie in minus),
        dimensions=(_dimensions(plus), _dimensions(minus)),
        parts=(_parts(plus, asked), _parts(minus, asked)),
    )


def _dimensions(ties: Iterable[Tie]) -> tuple[Dimension, ...]:
    held = {tie.dimension for tie in ties}
    return tuple(dimension for dimension in Dimension if dimension in held)


def _parts(ties: Iterable[Tie], asked: set[str]) -> tuple[str, ...]:
    """The parts of the two, other than the two themselves, between which these lines run."""
    return tuple(sorted({key for tie in ties for key in (tie.subject, tie.object)} - asked))
