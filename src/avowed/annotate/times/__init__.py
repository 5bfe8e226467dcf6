"""The reader of times: what a text says of when, as closed intervals that are never finer than its words."""

from avowed.annotate.times.periods import find_periods
from avowed.annotate.times.publication import bound_published, dateline, infer_published, year_from
from avowed.annotate.times.reader import find_times

__all__ = ["bound_published", "dateline", "find_periods", "find_times", "infer_published", "year_from"]
