"""Where a republished story came from, in the report's own words; the span is always those words in its text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from avowed.model.evidence import Origin, Span
from avowed.model.names import fold
from avowed.read.tables import fill, load

_END = 600
_OPENING_PARAGRAPHS = 3
_OPENING = 1500


@dataclass(frozen=True, slots=True)
class Row:
    """One way in which reports name the origin of their story."""

    name: str
    pattern: re.Pattern[str]
    zone: str
    cues: tuple[str, ...] = ()

    def match(self, text: str, part: Span) -> Iterator[Span]:
        """Each place in a part of a text where this row reads an origin."""
        if any(text.find(cue, part.start, part.end) >= 0 for cue in self.cues):
            yield from (Span(*found.span("origin")) for found in self.pattern.finditer(text, part.start, part.end))


@cache
def rows() -> tuple[Row, ...]:
    """The table of origins, with its patterns made ready."""
    return tuple(
        Row(row["name"], re.compile(fill(row["pattern"])), row["zone"], tuple(row["cues"]))
        for row in load("origin")["row"]
    )


def origin(text: str, publisher: str = "") -> Origin | None:
    """The first origin that the table finds and that is not the publisher itself."""
    for row in rows():
        for part in _zones(text, row.zone):
            for place in row.match(text, part):
                if fold(place.of(text)) != fold(publisher):
                    return Origin(place.of(text), place)
    return None


def origin_named(text: str, name: str) -> Origin | None:
    """The first place of a name in a text, for an origin that a byline gave."""
    at = text.find(name)
    return Origin(name, Span(at, at + len(name))) if name and at >= 0 else None


def is_outlet(name: str) -> bool:
    """True for what reads as the name of a paper, a station or an agency, and not of a person."""
    return bool(re.fullmatch(fill("{outlet}"), name))


def outlet_in(lines: Iterable[str]) -> str:
    """The first part of a running head that reads as the name of an outlet or a public body."""
    parts = (part.strip() for line in lines for part in re.split(r"[|·•\t]| [-–—] ", line))
    return next((part for part in parts if re.fullmatch(fill("{outlet}|{body}"), part)), "")


def _zones(text: str, zone: str) -> list[Span]:
    opening = _opening(text)
    end = Span(max(opening.end, len(text) - _END), len(text))
    return [opening] if zone == "start" else [end] if zone == "end" else [opening, end]


def _opening(text: str) -> Span:
    at = 0
    for _ in range(_OPENING_PARAGRAPHS):
        following = text.find("\n\n", at)
        if following < 0 or following > _OPENING:
            return Span(0, min(len(text), _OPENING))
        at = following + 2
    return Span(0, at)
