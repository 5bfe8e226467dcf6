"""START HERE. A case is a folder of reports and one database; this is the walk that every command takes.

    read -> annotate -> resolve -> store -> assess -> present

Each stage knows only the words of `model`; here is the one place where they meet. Time is an argument (`clock`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Self

from avowed import present, registry, settings, store
from avowed.annotate import Annotator
from avowed.errors import AmbiguousName, CaseError, UnknownName
from avowed.intake import Added, Progress, intake
from avowed.model.decisions import Decision, Verdict
from avowed.model.evidence import Reading, Report
from avowed.model.findings import Dossier, Entry, Outlet, Pair, Said
from avowed.model.vocabulary import Kind
from avowed.model.when import When
from avowed.model.world import Actor, Incident
from avowed.read import ReadOptions, Skipped
from avowed.resolve.lookup import lookup

Clock = Callable[[], datetime]
