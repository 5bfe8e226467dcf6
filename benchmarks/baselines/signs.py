"""Two plain ways of answering for a pair: the net sum of signs, and the newest line wins; neither gives an interval."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

from avowed.model.findings import Tie
from avowed.model.vocabulary import Voice
from benchmarks.worlds.measuring import Answer

NET = "net sum of signs"
NEWEST = "newest line wins"


def net(ties: Sequence[Tie]) -> Answer:
    """The mean sign of all lines; a turn is where the sum of a year changes its sign."""
    shown, said = _split(ties)
    return _answer(_mean(shown), _mean(said), tuple(_yearly(shown)))


def newest(ties: Sequence[Tie]) -> Answer:
    """The sign of the line published last; a turn is where one line contradicts the one before it."""
    shown, said = _split(ties)
    return _answer(_last(shown), _last(said), tuple(_line_by_line(shown)))


def _split(ties: Sequence[Tie]) -> tuple[list[Tie], list[Tie]]:
    shown = [tie for tie in ties if tie.voice is not Voice.STATED and tie.effective_sign]
    return shown, [tie for tie in ties if tie.voice is Voice.STATED]


def _answer(shown: float | None, said: float | None, turns: tuple[tuple[int, int, date, date], ...]) -> Answer:
    gap = None if shown is None or said is None else shown - said
    point = (shown, shown) if shown is not None else None
    return Answer(
        shown, point, gap, (gap, gap) if gap is not None else None, (gap, gap) if gap is not None else None, turns
    )


def _mean(ties: Sequence[Tie]) -> float | None:
    return sum(tie.effective_sign for tie in ties) / len(ties) if ties else None


def _last(ties: Sequence[Tie]) -> float | None:
    return float(max(ties, key=_published).effective_sign) if ties else None


def _yearly(ties: Sequence[Tie]) -> Iterator[tuple[int, int, date, date]]:
    dated = sorted((tie for tie in ties if tie.when.first), key=_begun)
    sums = [
        (year, sum(tie.effective_sign for tie in held)) for year, held in groupby(dated, key=lambda t: _begun(t).year)
    ]
    signed = [(year, 1 if total > 0 else -1) for year, total in sums if total]
    for (_, before), (year, after) in pairwise(signed):
        if before != after:
            yield before, after, date(year, 1, 1), date(year, 12, 31)


def _line_by_line(ties: Sequence[Tie]) -> Iterator[tuple[int, int, date, date]]:
    dated = sorted((tie for tie in ties if tie.when.first), key=_begun)
    for one, other in pairwise(dated):
        if one.effective_sign != other.effective_sign:
            last = max(other.when.last or _begun(other), _begun(one) + timedelta(days=1))
            yield one.effective_sign, other.effective_sign, _begun(one), last


def _begun(tie: Tie) -> date:
    return tie.when.first or date.max


def _published(tie: Tie) -> tuple[date, str]:
    return tie.line.source.published.first or date.min, tie.line.key
