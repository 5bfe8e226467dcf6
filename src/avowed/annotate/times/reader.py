"""The one call that reads the times of a text; pure: nothing but the text and its date decides the result."""

from datetime import timedelta
from functools import lru_cache

from avowed.annotate.times.finder import expression, find_all
from avowed.annotate.times.publication import dateline
from avowed.model.evidence import TimeExpression
from avowed.model.when import When

# A text is put on the web some days before or after the date at its head, and its "yesterday" counts from that date.
_SAME_STORY = timedelta(days=7)


def find_times(text: str, published: When | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a text in order, none overlapping, each as an interval with its precision.

    `published` may be a range. The date at the text's head is taken instead when it is near, or when none is given;
    with neither, what is counted from the publication stays unknown.
    """
    return _read(text, _counted_from(text, published))


@lru_cache(maxsize=2)
def _read(text: str, counted_from: When | None) -> tuple[TimeExpression, ...]:
    """Kept for a moment: a report's times are asked for before and after its date is inferred, mostly from the same day."""
    tokens, found = find_all(text, counted_from)
    return tuple(expression(tokens, time, f"t{index}") for index, time in enumerate(found, 1))


def _counted_from(text: str, published: When | None) -> When | None:
    head = dateline(text)
    if head is None or head.when.first is None:
        return published
    if published is None or published.first is None or published.last is None:
        return head.when
    day = head.when.first
    near = published.first - day <= _SAME_STORY and day - published.last <= _SAME_STORY
    return head.when if near else published
