"""What is shown beside what is said: observed minus stated closeness, and what the difference hangs on."""

from collections.abc import Mapping, Sequence

from avowed.assess.closeness import closeness
from avowed.model.findings import Gap, Tie
from avowed.model.vocabulary import Voice
from avowed.settings import Settings


def gap(ties: Sequence[Tie], weights: Mapping[str, float], settings: Settings) -> Gap | None:
    """Observed and assessed minus stated closeness, in [-2, 2]; None when either side is too thin to say.

    "Nobody says" is not "they say zero". The range is what leaving out any one publisher gives; `hangs_on` names the
    publisher without which the gap changes its sign, or without which one side falls silent.
    """
    value = _difference(ties, weights, settings)
    if value is None:
        return None
    without = {
        publisher: _difference([t for t in ties if t.line.source.publisher != publisher], weights, settings)
        for publisher in sorted({tie.line.source.publisher for tie in ties})
    }
    reached = [value, *(other for other in without.values() if other is not None)]
    decisive = [publisher for publisher, other in without.items() if other is None or other * value < 0]
    return Gap(value, min(reached), max(reached), ", ".join(decisive))


def _difference(ties: Sequence[Tie], weights: Mapping[str, float], settings: Settings) -> float | None:
    stated = closeness([tie for tie in ties if tie.voice is Voice.STATED], weights, settings)
    shown = closeness([tie for tie in ties if tie.voice is not Voice.STATED], weights, settings)
    return None if stated is None or shown is None else shown.value - stated.value
