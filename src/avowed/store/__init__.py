"""The one place that speaks SQL: what was read is only ever added, decisions are a log, the rest can be rebuilt."""

from avowed.store.places import create, open_case
from avowed.store.rows import AddedReport, BackedUp, Removed, StoredReport
from avowed.store.store import Store

__all__ = ["AddedReport", "BackedUp", "Removed", "Store", "StoredReport", "create", "open_case"]
