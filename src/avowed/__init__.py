"""Avowed: how close two actors really are, beside what they say about each other.

>>> from avowed import Case
>>> with Case.open("my-case") as case:
...     answer = case.ask("Taliban", "Islamic State-Khorasan")
"""

import os
from typing import TYPE_CHECKING, Any

from avowed.version import __version__

# Before numpy is loaded: sums on several threads differ in their last bits, so that the same text would give other bytes,
# and threads that wait for each other beside the crew's processes cost a third of the speed (2026-11).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__all__ = ["Case", "__version__", "read_texts"]

if TYPE_CHECKING:
    from avowed.case import Case
    from avowed.walk.readings import read_texts


def __getattr__(name: str) -> Any:
    """Import the public names on first use, so that `import avowed` and `avowed --help` stay quick."""
    if name == "Case":
        from avowed.case import Case  # noqa: PLC0415  # on first use

        return Case
    if name == "read_texts":
        from avowed.walk.readings import read_texts  # noqa: PLC0415  # on first use

        return read_texts
    raise AttributeError(f"module 'avowed' has no attribute {name!r}")
