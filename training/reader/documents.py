"""One labelled text, whatever its source: spans, pairs and marks in code points of the text."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Closed = Literal["closed", "partial"]
ANY = "any"  # a mention for sure, of a type that the source does not tell
BYSTANDER = "bystander"  # the scheme of mentions that could be parties and are party to no tie

_BREAK = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\s*\n\s*\n\s*|\n(?=\s{2,})")
_SHORT = re.compile(
    r"(?:^|[\s(.])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Gov|Sen|Rep|St|No|vs|Jr|Sr|U\.S|a\.m|p\.m)$", re.I
)


@dataclass(frozen=True, slots=True)
class SpanLabel:
    """A labelled stretch of text under one scheme: mention, party or role."""

    scheme: str
    start: int
    end: int
    label: str
    weight: float = 1.0
    group: str = ""  # of spans of one group at least one is meant; which, the source does not tell


@dataclass(frozen=True, slots=True)
class PairLabel:
    """What holds between two spans; a head whose label is None was not judged for this pair."""

    subject: tuple[int, int]
    object: tuple[int, int]
    tie: str | None = None
    relation: str | None = None
    trigger: tuple[int, int] | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A graded judgement (factuality, -3 to 3) on the word that starts here."""

    start: int
    value: float
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Template:
    """One incident of a report: the types it may be called by, and where each filler stands first."""

    kinds: tuple[str, ...]
    fills: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text with what its source says of it."""

    source: str
    id: str
    text: str
    spans: tuple[SpanLabel, ...] = ()
    schemes: tuple[tuple[str, Closed], ...] = ()
    pairs: tuple[PairLabel, ...] = ()
    marks: tuple[Mark, ...] = ()
    incidents: tuple[tuple[int, int, str], ...] | None = None  # spans that tell of an incident of this type
    templates: tuple[Template, ...] | None = None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentence bounds by punctuation, paragraphs and indents; upper-case text included."""
    start = 0
    for match in _BREAK.finditer(text):
        if match.group().lstrip()[:1] == "." and _SHORT.search(text, start, match.start()):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    part = text[start:end]
    if part.strip():
        yield start + len(part) - len(part.lstrip()), end - (len(part) - len(part.rstrip()))


def held_out(identity: str, parts: int = 10) -> bool:
    """True for the fixed tenth of documents that no head trains on."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % parts == 0


def fold_of(key: tuple[str, str], folds: int) -> int:
    """The fold of a document, by its name alone; no model of a fold is taught that fold's documents."""
    return int(hashlib.sha256("|".join(key).encode()).hexdigest(), 16) % folds


def part_of(identity: str, parts: int) -> int:
    """The part that a document falls into, by hash, when a source is cut into so many."""
    return int(hashlib.sha256(f"part {identity}".encode()).hexdigest(), 16) % parts
