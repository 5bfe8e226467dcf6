"""Imported by the process from which the workers of a crew are forked: it loads the reader once for all of them.

What cannot be loaded here fails again in a worker, which says why.
"""

import signal
import sys
from contextlib import suppress
from types import TracebackType

from avowed.model.evidence import Report, report_id
from avowed.walk import crew

_FIRST = (
    'The Velm Front attacked Halmar on 3 May 2019, killing two. "We had no part in it," said Anwar Dessik of Karsh.'
)


def _tell(kind: type[BaseException], fault: BaseException, at: TracebackType | None) -> None:
    """Nothing where whoever asked for a worker has gone meanwhile: nobody is left to tell."""
    if not issubclass(kind, EOFError | OSError):
        sys.__excepthook__(kind, fault, at)


sys.excepthook = _tell
signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is its parent's to deal with, also while it loads

with suppress(Exception):
    crew.annotated_here([Report(report_id(_FIRST), "first", _FIRST, language="en")])
