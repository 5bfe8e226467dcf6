"""What the answer makes of a world, set beside the truth: one row of counts a world and a figure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from avowed.assess.closeness import closeness
from avowed.assess.gap import Scale, gap, sides
from avowed.assess.turns import turns
from avowed.assess.weigh import weights
from avowed.model.findings import Tie
from avowed.model.vocabulary import Voice
from avowed.settings import Settings, defaults
from benchmarks.worlds.sources import copied, planted, reported
from benchmarks.worlds.world import World, world

AS_OF = date(2024, 1, 1)
Row = tuple[float, float]  # right, of


@dataclass(frozen=True, slots=True)
class Answer:
    """What one system says of a world; None where it says that the evidence is too thin.

    `interval` and `likely` are 80 % intervals by chance, of closeness and gap; `printed` is the gap's range when something
    is left out; `reach` and `one_more` are the ranges of closeness and gap if a source were to come that nobody knows.
    """

    closeness: float | None
    interval: tuple[float, float] | None
    gap: float | None
    printed: tuple[float, float] | None
    likely: tuple[float, float] | None
    turns: tuple[tuple[int, int, date, date], ...]
    reach: tuple[float, float] | None = None
    one_more: tuple[float, float] | None = None


System = Callable[[Sequence[Tie]], Answer]
NOWHERE = (0.0, 0.0)


def avowed(ties: Sequence[Tie], settings: Settings | None = None) -> Answer:
    """What Avowed says."""
    settings = settings or defaults()
    heavy = weights(ties, settings, {}, AS_OF)
    plain = [replace(tie, line=replace(tie.line, negated=False)) for tie in ties]
    shown = [tie for tie in ties if tie.voice is not Voice.STATED]
    close = closeness(shown, heavy, settings)
    found = gap(sides(ties), Scale(heavy, weights(plain, settings, {}, AS_OF), settings))
    return Answer(
        closeness=close.value if close else None,
        interval=(close.low, close.high) if close else None,
        gap=found.value if found else None,
        printed=(found.low, found.high) if found else None,
        likely=(found.likely.low, found.likely.high) if found else None,
        turns=tuple((one.before, one.after, one.earliest, one.latest) for one in turns(shown, heavy, settings)),
        reach=(close.reach.low, close.reach.high) if close else None,
        one_more=(found.one_more.low, found.one_more.high) if found else None,
    )


def rows(seeds: Sequence[int], system: System) -> Mapping[str, list[Row]]:
    """Figure -> a row for each world."""
    found: dict[str, list[Row]] = {}
    for seed in seeds:
        truth = world(seed)
        for name, row in _measured(truth, reported(truth), system):
            found.setdefault(name, []).append(row)
    return found


def _measured(truth: World, ties: Sequence[Tie], system: System) -> Iterator[tuple[str, Row]]:
    told = system(ties)
    yield "closeness: 80 % interval covers the truth", _covers(told.interval, truth.closeness)
    yield "closeness: an answer is given", (float(told.closeness is not None), 1.0)
    yield "closeness: mean error", _error(told.closeness, truth.closeness)
    yield "gap: 80 % interval covers the truth", _covers(told.likely, truth.gap)
    yield "gap: sign is right where the 80 % interval leaves out 0", _sign(told, truth.gap)
    yield "gap: the 80 % interval leaves out 0", (float(_commits(told)), float(told.gap is not None))
    yield "turns: the range holds the day", _dated(told, truth)
    yield "turns: found", _found(told, truth)
    yield "turns: told of those that are none", _false(told, truth)
    yield "turns: mean width of the range in years", _width(told)
    again = system([*ties, *copied(ties, truth.seed)])
    yield "copies: the finding stays within its printed range", _stays(told, again)
    yield from _planted(truth, ties, told, system)
    yield "closeness: mean width of its 80 % interval", _wide(told.interval)
    yield "closeness: mean width with one source less or more", _wide(told.reach)
    yield "gap: mean width of its 80 % interval", _wide(told.likely)
    yield "gap: mean width with one source more", _wide(told.one_more)


def _planted(truth: World, ties: Sequence[Tie], told: Answer, system: System) -> Iterator[tuple[str, Row]]:
    """One source that nobody knows prints the contrary: a little, some, a great deal; what is printed of it either way."""
    sign = -1 if truth.closeness > 0 else 1
    more = system([*ties, *planted(truth, sign)])
    yield (
        "planted source: closeness stays within its printed range",
        _covers(told.reach or told.interval, more.closeness),
    )
    yield "planted source: closeness stays within its 80 % interval alone", _stays(told, more)
    yield "planted source: the gap stays within its printed range", _covers(told.one_more or told.printed, more.gap)
    yield "planted source: the gap's printed range holds the gap without it", _covers(more.printed, told.gap)
    for count in (5, 60):
        other = system([*ties, *planted(truth, sign, count)])
        name = f"planted source of {count} lines: closeness stays within its printed range"
        yield name, _covers(told.reach or told.interval, other.closeness)
    yield (
        "planted source that agrees: closeness stays within its printed range",
        _covers(told.reach or told.interval, system([*ties, *planted(truth, -sign)]).closeness),
    )


def _covers(interval: tuple[float, float] | None, truth: float | None) -> Row:
    if interval is None or truth is None:
        return NOWHERE
    return float(interval[0] - 1e-9 <= truth <= interval[1] + 1e-9), 1.0


def _error(value: float | None, truth: float) -> Row:
    return NOWHERE if value is None else (abs(value - truth), 1.0)


def _commits(told: Answer) -> bool:
    """Whether a system says which sign the gap has: where its interval leaves out 0."""
    return told.likely is not None and (told.likely[0] > 0 or told.likely[1] < 0)


def _sign(told: Answer, truth: float) -> Row:
    return (float((told.gap or 0.0) * truth > 0), 1.0) if _commits(told) else NOWHERE


def _matched(told: Answer, truth: World) -> list[tuple[tuple[int, int, date, date], date]]:
    """Each true turn with the told one of its kind that lies nearest; a told one serves once."""
    free = list(told.turns)
    pairs = []
    for before, after, day in truth.turns:
        same = [one for one in free if one[:2] == (before, after)]
        if same:
            best = min(same, key=lambda one, day=day: max((one[2] - day).days, (day - one[3]).days, 0))
            free.remove(best)
            pairs.append((best, day))
    return pairs


def _dated(told: Answer, truth: World) -> Row:
    pairs = _matched(told, truth)
    return float(sum(one[2] <= day <= one[3] for one, day in pairs)), float(len(pairs))


def _found(told: Answer, truth: World) -> Row:
    return float(len(_matched(told, truth))), float(len(truth.turns))


def _false(told: Answer, truth: World) -> Row:
    return float(len(told.turns) - len(_matched(told, truth))), float(len(told.turns))


def _width(told: Answer) -> Row:
    return sum((one[3] - one[2]).days / 365.25 for one in told.turns), float(len(told.turns))


def _wide(interval: tuple[float, float] | None) -> Row:
    return (interval[1] - interval[0], 1.0) if interval else NOWHERE


def _stays(before: Answer, after: Answer) -> Row:
    return _covers(before.interval, after.closeness)
