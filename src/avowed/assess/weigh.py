"""What a line weighs: strength of its dimension x certainty x mode x grade of its source x age; copies count once.

The form, a product of graded discounts, follows the scaling of event data (Goldstein 1992) with the separate grading of
source and item of the Admiralty system. docs/why/weighing.md is the page about it.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from avowed.model.findings import Line, Tie, Weight
from avowed.model.vocabulary import Factuality
from avowed.model.when import days_between
from avowed.settings import Settings

_DAYS_A_YEAR = 365.25
UNKNOWN_GRADE = "F"


def factors(tie: Tie, settings: Settings, grades: Mapping[str, str], as_of: date) -> Weight:
    """The weight, between 0 and 1, with every factor of it; 0, and why, for lines that do not count."""
    line = tie.line
    parts = {
        "strength": settings.strength[tie.dimension],
        "certainty": settings.certainty[line.factuality],
        "mode": settings.modes[line.mode],
        "reliability": settings.reliability[grades.get(line.source.publisher, UNKNOWN_GRADE)],
        "age": _ageing(tie, settings.half_life_years, as_of),
    }
    value = 1.0
    for part in parts.values():
        value *= part
    void = _void(line, settings)
    return Weight(0.0 if void else value, **parts, void=void)


def weight(tie: Tie, settings: Settings, grades: Mapping[str, str], as_of: date) -> float:
    """Between 0 and 1; 0 for lines that a person rejected, that are denied, or that score below the minimum."""
    return factors(tie, settings, grades, as_of).value


def weights(ties: Iterable[Tie], settings: Settings, grades: Mapping[str, str], as_of: date) -> dict[str, float]:
    """Line key -> weight."""
    return {tie.line.key: weight(tie, settings, grades, as_of) for tie in ties}


def most_of_one(settings: Settings) -> float:
    """The most that one unknown publisher can count for, however much it prints; 0 where nothing bounds it.

    Its lines are of the strongest dimension, told as certain, and resemble each other: m of them are worth no more than
    1 / likeness.
    """
    line = (
        max(settings.strength.values()) * settings.certainty[Factuality.CERTAIN] * settings.reliability[UNKNOWN_GRADE]
    )
    return line / settings.publisher_likeness if settings.publisher_likeness > 0 else 0.0


def counted_once(ties: Iterable[Tie], weights: Mapping[str, float]) -> tuple[Tie, ...]:
    """One tie, the heaviest, of each proposition in each family of copies; those without weight are left out.

    Of equally heavy ones the first published stands for the family, so that a later copy changes nothing; of those of one
    day always the same publisher does, however many of its lines there are.
    """
    best: dict[tuple[object, ...], Tie] = {}
    for tie in ties:
        if weights[tie.line.key] <= 0:
            continue
        line = tie.line
        proposition = (line.source.family, _parties(tie), tie.dimension, tie.sign, tie.voice, line.negated)
        held = best.get(proposition)
        if held is None or _rank(tie, weights) > _rank(held, weights):
            best[proposition] = tie
    return tuple(best.values())


def _rank(tie: Tie, weights: Mapping[str, float]) -> tuple[float, int, str, str]:
    source = tie.line.source
    published = source.published.first or date.max
    return weights[tie.line.key], -published.toordinal(), source.publisher, tie.line.key


def _parties(tie: Tie) -> tuple[str, ...]:
    pair = (tie.subject, tie.object)
    return tuple(sorted(pair)) if tie.dimension.symmetric else pair


def _void(line: Line, settings: Settings) -> str:
    if line.decision == "reject":
        return "rejected by a person"
    if line.decision == "edit":
        return "corrected by a person; the corrected line stands beside it"
    if line.negated:
        return "a denial is neither friendship nor hostility"
    if line.score < settings.minimum_score and line.decision != "accept":
        return "the reader is not sure enough of it"
    return ""


def _ageing(tie: Tie, half_life_years: float, as_of: date) -> float:
    last = tie.when.last or tie.line.source.published.last
    if half_life_years <= 0 or last is None or (tie.when.first and tie.when.last is None):
        return 1.0
    years = max(0, days_between(last, as_of)) / _DAYS_A_YEAR
    return float(0.5 ** (years / half_life_years))
