"""Which year a date without one means: by its partner in a range, by the story, or by the publication and the tense."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from avowed.annotate.times.classes import alphabet
from avowed.annotate.times.context import DUE, FUTURE, PAST, Context
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.stretch import UNKNOWN, Stretch, distance, union
from avowed.annotate.times.table import compiled
from avowed.model.vocabulary import Precision

Costs = dict[int | None, tuple[int, int]]

# (cost of a day back, cost of a day ahead) by tense. Tuned on MEANTIME airbus and apple and on GUM's training part:
# without any cue a day of the next three months is ahead, a month of the next two; a cue tips what is unclear.
DAY_COSTS: Costs = {None: (1, 3), PAST: (1, 8), FUTURE: (6, 1), DUE: (2, 1)}
MONTH_COSTS: Costs = {None: (1, 6), PAST: (1, 12), FUTURE: (6, 1), DUE: (2, 1)}
_STORY_COSTS = (3, 1)


def yearless(
    parts: Parts,
    context: Context,
    in_year: Callable[[int], Stretch | Sequence[Stretch]],
    costs: Costs = DAY_COSTS,
) -> Stretch:
    """The occurrence that is meant of something that returns every year."""
    match = parts.match
    if (year := _partner_year(context, match.end)) is not None:
        return _last_not_after(in_year, year, context, match.end)
    if _joined_to_story(context, match.first) and context.story and context.story.first:
        return _next_from(in_year, context.story.first)
    if _still_to_come(context, match.first, match.end):
        return UNKNOWN
    if context.telling and _leaves_story(context, match.first):
        return UNKNOWN
    if _follows_story(context, match.first) and context.story and context.story.first:
        story = context.story
        return nearest(in_year, story.first, _STORY_COSTS, story.last) if story.first else UNKNOWN
    back_and_ahead = costs[context.tense(match.first, match.end)]
    return context.from_publication(lambda day: nearest(in_year, day, back_and_ahead))


def nearest(
    in_year: Callable[[int], Stretch | Sequence[Stretch]],
    day: date,
    costs: tuple[int, int] = (1, 1),
    until: date | None = None,
) -> Stretch:
    """The occurrence with the least cost in days before `day` or after `until`."""
    back, ahead = costs

    def cost(option: Stretch) -> int:
        if option.last and option.last < day:
            return distance(option, day) * back
        return distance(option, until or day) * ahead if option.first and option.first > (until or day) else 0

    options = _options(in_year, day.year)
    return min(options, key=cost) if options else UNKNOWN


def _options(in_year: Callable[[int], Stretch | Sequence[Stretch]], year: int) -> list[Stretch]:
    """Occurrences of the year and its neighbours; for a day that these lack (29 February) of further years."""
    return _within(in_year, year, 1) or _within(in_year, year, 8)


def _within(in_year: Callable[[int], Stretch | Sequence[Stretch]], year: int, reach: int) -> list[Stretch]:
    options = list[Stretch]()
    for option in range(max(year - reach, 1), min(year + reach, 9998) + 1):
        try:
            found = in_year(option)
        except ValueError:
            continue
        options += [found] if isinstance(found, Stretch) else found
    return options


def _next_from(in_year: Callable[[int], Stretch | Sequence[Stretch]], day: date) -> Stretch:
    later = [option for option in _options(in_year, day.year) if option.last and option.last >= day]
    return min(later, key=lambda option: distance(option, day), default=UNKNOWN)


def _last_not_after(
    in_year: Callable[[int], Stretch | Sequence[Stretch]], year: int, context: Context, at: int
) -> Stretch:
    """The occurrence in the partner's year, or the year before where its month is later: December to March 2015."""
    found = in_year(year)
    stretch = found if isinstance(found, Stretch) else found[0]
    partner = _partner_month(context, at)
    if partner and stretch.first and stretch.first.month > partner:
        before = in_year(year - 1)
        return before if isinstance(before, Stretch) else before[0]
    return stretch


@cache
def _partner() -> re.Pattern[str]:
    """A second date with its year right behind: `May and July 2015`, `November 20 to December 11, 2014`."""
    return re.compile(
        compiled(
            "comma? (to|and|or|dash|until|through) the? part_word? dash? (of? the?)? "
            "(<month:month_any> (the? day_number)? | the? day_number of? <month2:month_any>) "
            "(comma|of|in)? <year:year_any>"
        )
    )


def _partner_year(context: Context, at: int) -> int | None:
    found = _partner().match(context.tokens.symbols, at)
    return int(context.tokens.values[found.start("year")]) if found else None


def _partner_month(context: Context, at: int) -> int | None:
    found = _partner().match(context.tokens.symbols, at)
    if found is None:
        return None
    start = found.start("month") if found.start("month") >= 0 else found.start("month2")
    return int(context.tokens.values[start])


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(compiled("comma? (to|and|or|dash|until|through) the?"))


def _joined_to_story(context: Context, first: int) -> bool:
    """True for the second date of `from November 20 to December 11`."""
    between = context.tokens.symbols[context.story_end : first]
    return context.story_end > 0 and _joint().fullmatch(between) is not None


def _leaves_story(context: Context, first: int) -> bool:
    """True in a text that tells history, where a paragraph lies between: its June may be the story's or the last one."""
    between = context.tokens.symbols[context.story_end : first]
    return context.story_end > 0 and context.reference is not None and alphabet()["paragraph"] in between


def _follows_story(context: Context, first: int) -> bool:
    """True in a text that tells history, and within a sentence that has just named a day or month of another year."""
    if context.story is None:
        return False
    if context.telling or context.reference is None:
        return True
    fine = context.story.precision in (Precision.DAY, Precision.MONTH)
    return fine and context.sentence_has_story(first)


def _still_to_come(context: Context, first: int, end: int) -> bool:
    """True for `will vote on 11 March` in a text without a date that has told of no day or month: it may be of any year."""
    fine = context.story is not None and context.story.precision in (Precision.DAY, Precision.MONTH)
    undated = context.reference is None and not fine and not context.sentence_has_story(first)
    return undated and context.tense(first, end) == FUTURE


def full_year(two_figures: int, context: Context) -> int:
    """A year written with two figures, read as at most five years ahead of the publication."""
    latest = (context.reference[1].year if context.reference else 2030) + 5
    year = latest // 100 * 100 + two_figures
    return year if year <= latest else year - 100


def both(one: Stretch, other: Stretch, value: str) -> Stretch:
    """Two readings of one expression kept side by side as the stretch that covers both."""
    covering = union(one, other, Precision.MONTH)
    return Stretch(value, covering.first, covering.last, covering.precision)
