"""Avowed: how close two actors really are, beside what they say about each other.

>>> from avowed import Case
>>> with Case.open("my-case") as case:
...     answer = case.ask("Taliban", "Islamic State-Khorasan")
"""

from typing import TYPE_CHECKING, Any

from avowed.version import __version__

__all__ = ["Case", "__version__", "read_texts"]

if TYPE_CHECKING:
    from avowed.case import Case
    from avowed.readings import read_texts


def __getattr__(name: str) -> Any:
    """Import the public names on first use, so that `import avowed` and `avowed --help` stay quick."""
    if name == "Case":
        from avowed.case import Case  # noqa: PLC0415  # on first use

        return Case
    if name == "read_texts":
        from avowed.readings import read_texts  # noqa: PLC0415  # on first use

        return read_texts
    raise AttributeError(f"module 'avowed' has no attribute {name!r}")
