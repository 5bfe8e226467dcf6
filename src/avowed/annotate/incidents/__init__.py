"""What happened, where, when, to whom, and who is said to have done it; claimed, suspected and denied stay apart."""

from avowed.annotate.incidents.find import find_incidents
from avowed.annotate.incidents.parts import mark_parts

__all__ = ["find_incidents", "mark_parts"]
