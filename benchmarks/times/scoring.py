"""Scores of time expressions over documents, with bootstrap intervals; the rules stand in each function's docstring."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from avowed.model.evidence import TimeExpression
from avowed.model.vocabulary import TimeKind
from benchmarks.times.corpora import Document, GoldTime

DRAWS = 2000
SEED = 17


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one document."""

    found: int
    gold: int
    right: int
    overlapping: int


def by_value(document: Document, times: Sequence[TimeExpression]) -> Tally:
    """Relaxed span and same value: each gold expression and each found one counts once, within the annotated part."""
    gold, skipped = _scored(document)
    annotated = [time for time in times if time.span.start < document.annotated]
    found = [time for time in annotated if not any(_overlap(skip, time) for skip in skipped)]
    return _tally(gold, found, lambda one, time: one.value == time.value)


def by_days(document: Document, times: Sequence[TimeExpression]) -> Tally:
    """Relaxed span and same first and last day.

    That set annotates dates only, so durations, sets and hours that overlap no gold date are left out, and so is what
    overlaps a gold expression without a year or a gold hour.
    """
    gold, skipped = _scored(document)
    found = [time for time in times if _is_day(time) and not any(_overlap(skip, time) for skip in skipped)]
    extra = [time for time in times if time not in found and any(_overlap(one, time) for one in gold)]
    return _tally(gold, found + extra, lambda one, time: (one.first, one.last) == (time.when.first, time.when.last))


def _scored(document: Document) -> tuple[list[GoldTime], list[GoldTime]]:
    gold = [time for time in document.times if time.scored]
    return gold, [time for time in document.times if not time.scored]


def _is_day(time: TimeExpression) -> bool:
    return time.kind in (TimeKind.DATE, TimeKind.TIME) and time.when.known and ":" not in time.value


def _overlap(gold: GoldTime, time: TimeExpression) -> bool:
    return gold.start < time.span.end and time.span.start < gold.end


def _tally(
    gold: Sequence[GoldTime], found: Sequence[TimeExpression], same: Callable[[GoldTime, TimeExpression], bool]
) -> Tally:
    free, right, overlapping = list(found), 0, 0
    for wanted in gold:
        near = [time for time in free if _overlap(wanted, time)]
        overlapping += bool(near)
        hit = next((time for time in near if same(wanted, time)), None)
        if hit is not None:
            free.remove(hit)
            right += 1
    return Tally(len(found), len(gold), right, overlapping)


def precision_recall_f1(tallies: Sequence[Tally]) -> tuple[float, float, float]:
    """Micro-averages over documents."""
    found, gold = sum(one.found for one in tallies), sum(one.gold for one in tallies)
    right = sum(one.right for one in tallies)
    precision, recall = right / found if found else 0.0, right / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def overlapped(tallies: Sequence[Tally]) -> float:
    """The share of gold expressions that some found one overlaps, right or wrong."""
    return sum(one.overlapping for one in tallies) / max(sum(one.gold for one in tallies), 1)


def bootstrap(tallies: Sequence[Tally], draws: int = DRAWS) -> tuple[float, float]:
    """The 2.5 and 97.5 per cent points of F1 over documents drawn with replacement."""
    chance = random.Random(SEED)
    scores = sorted(precision_recall_f1(chance.choices(tallies, k=len(tallies)))[2] for _ in range(draws))
    return scores[int(0.025 * draws)], scores[int(0.975 * draws) - 1]
