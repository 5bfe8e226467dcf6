"""Sympathy and hostility between two actors, tallied apart, and how close they show the two; silence gives None."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from avowed.assess.intervals import Share, around_share, around_sum
from avowed.assess.pool import Pool, publisher
from avowed.assess.weigh import counted_once, most_of_one
from avowed.model.findings import Closeness, Range, Tally, Tie
from avowed.settings import Settings

_MIXED_SHARE = 0.25  # both signs hold at least a quarter of the weight: a convention, open to argument


def tally(ties: Iterable[Tie], weights: Mapping[str, float]) -> Tally:
    """Both tallies with their lines; sums count each family of copies once, lists name every line."""
    listed = tuple(ties)
    once = counted_once(listed, weights)
    days = [day for tie in listed for day in (tie.when.first, tie.when.last) if day]
    plus, minus = _heavy(once, weights, 1), _heavy(once, weights, -1)
    return Tally(
        sympathy=sum(plus),
        hostility=sum(minus),
        cooperative=_keys(listed, 1),
        hostile=_keys(listed, -1),
        denied=tuple(tie.line.key for tie in listed if tie.line.negated),
        neutral=tuple(tie.line.key for tie in listed if tie.sign == 0 and not tie.line.negated),
        families=len({tie.line.source.family for tie in listed}),
        first=min(days, default=None),
        last=max(days, default=None),
        sympathy_range=around_sum(plus),
        hostility_range=around_sum(minus),
        voices=len({tie.line.source.voice for tie in listed}),
    )


def closeness(ties: Sequence[Tie], weights: Mapping[str, float], settings: Settings) -> Closeness | None:
    """In [-1, 1] with an 80 % interval; None where too few lines or independent families speak."""
    once = counted(ties, weights)
    pool = Pool(once, weights, settings.publisher_likeness)
    found = _enough(pool, settings, ())
    if found is None:
        return None
    around = around_share(found)
    held = pool.by(publisher)
    without = {name: _enough(pool, settings, lines) for name, lines in held.items()}
    return Closeness(
        value=2 * found.value - 1,
        low=2 * around.low - 1,
        high=2 * around.high - 1,
        mixed=_MIXED_SHARE <= found.value <= 1 - _MIXED_SHARE,
        families=len({tie.line.source.family for tie in once}),
        lines=tuple(tie.line.key for tie in once),
        number=found.number,
        reach=_reach(pool, found, without.values(), settings),
        hangs_on=_decisive(held, [name for name, rest in without.items() if _turns(found, rest)]),
    )


def _decisive(held: Mapping[str, Sequence[Tie]], names: Sequence[str]) -> str:
    """The publishers without which another answer would be given, or none."""
    if len(names) == len(held) > 1:
        return "every one of its sources"
    return ", ".join(sorted({_called(held[name]) for name in names}))


def _called(lines: Sequence[Tie]) -> str:
    """What a publisher is called; a report without one goes by its title."""
    source = lines[0].line.source
    return source.publisher or source.title or source.report


def _reach(pool: Pool, found: Share, without: Iterable[Share | None], settings: Settings) -> Range:
    """Closeness with one publisher less, or one unknown one more that tells one side alone: its lowest and its highest."""
    most = most_of_one(settings)
    more = [pool.joined(most, sign).value for sign in (1, -1)] if most else [0.0, 1.0]
    reached = [found.value, *more, *(rest.value for rest in without if rest)]
    return Range(2 * min(reached) - 1, 2 * max(reached) - 1)


def _turns(found: Share, rest: Share | None) -> bool:
    """Whether the other side is the heavier one in what is left, or too little is left to say."""
    return rest is None or (found.value - 0.5) * (rest.value - 0.5) < 0


def _enough(pool: Pool, settings: Settings, without: Sequence[Tie]) -> Share | None:
    """The share of sympathy in what is left; None below the stated minimum of lines and families."""
    rest = pool.rest(without)
    families = len(pool.families) - len(rest.gone)
    return rest.share if families >= settings.minimum_families and rest.lines >= settings.minimum_lines else None


def counted(ties: Iterable[Tie], weights: Mapping[str, float]) -> tuple[Tie, ...]:
    """The signed ties that count, copies once."""
    return tuple(tie for tie in counted_once(ties, weights) if tie.sign)


def share(once: Iterable[Tie], weights: Mapping[str, float], likeness: float) -> Share | None:
    """The share of cooperative weight; `likeness` is how much two lines of one publisher resemble each other, 0 to 1.

    A publisher of m lines is worth m / (1 + (m - 1) likeness) independent ones and counts for no more than that, so
    that no single source can outvote the others by printing more. None without any line.
    """
    return Pool(tuple(once), weights, likeness).rest().share


def years(ties: Iterable[Tie]) -> dict[int, tuple[Tie, ...]]:
    """Year -> the ties that held in it, by their own dates; open ends count for the year that is known."""
    found: dict[int, list[Tie]] = {}
    for tie in ties:
        for year in _years_of(tie.when.first, tie.when.last):
            found.setdefault(year, []).append(tie)
    return {year: tuple(found[year]) for year in sorted(found)}


def years_held(ties: Iterable[Tie]) -> frozenset[int]:
    """The years in which any of the ties held, as `years` counts them."""
    spans = {(tie.when.first, tie.when.last) for tie in ties}
    return frozenset().union(*(_years_of(*span) for span in spans))


def _years_of(first: date | None, last: date | None) -> range:
    known = [day.year for day in (first, last) if day]
    return range(min(known), max(known) + 1) if known else range(0)


def _heavy(ties: Iterable[Tie], weights: Mapping[str, float], sign: int) -> list[float]:
    return [weights[tie.line.key] for tie in ties if tie.effective_sign == sign]


def _keys(ties: Iterable[Tie], sign: int) -> tuple[str, ...]:
    return tuple(tie.line.key for tie in ties if tie.effective_sign == sign)
