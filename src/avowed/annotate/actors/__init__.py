"""Who is named in a report: mentions with exact spans, and the actors behind them as far as this one report tells."""

from avowed.annotate.actors.find import find_mentions

__all__ = ["find_mentions"]
