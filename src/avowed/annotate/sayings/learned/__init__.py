"""Marks who says what by small learned layers over the parse; an optional file that the rules work without."""

from avowed.annotate.sayings.learned.marker import Attributed, Marked, Marker, shipped

__all__ = ["Attributed", "Marked", "Marker", "shipped"]
