"""What was read in one document as rows of the tables, in the order of their columns; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from avowed.bulk import tables
from avowed.model.evidence import (
    Assertion,
    AttributeContent,
    Content,
    IncidentContent,
    LocalPlace,
    Mention,
    Participant,
    Reading,
    TieContent,
)
from avowed.model.keys import assertion_keys
from avowed.model.when import UNKNOWN_TIME, When
from avowed.model.wire import assertion_to_wire, compact, report_to_wire, to_wire
from avowed.read import Skipped
from avowed.store.write import occurrence_keys

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]


def no_rows() -> Rows:
    """No row in any table."""
    return {table.name: [] for table in tables.READ}


def rows_of(outcome: Reading | Skipped, document: str) -> Rows:
    """The rows of one document, which is known by this name."""
    found = no_rows()
    if isinstance(outcome, Skipped):
        found["skipped"].append((document, outcome.source, outcome.reason))
        return found
    told = _Told.of(outcome)
    head = (document, outcome.report.id)
    found["reports"].append((*head, *_report(outcome)))
    found["mentions"] += [(*head, *_mention(told, one)) for one in outcome.mentions]
    found["occurrences"] += [
        (*head, told.keys[one.id], one.name, str(one.kind), list(one.aliases), one.known_as) for one in outcome.actors
    ]
    keys = assertion_keys(outcome)
    for number, (one, key) in enumerate(zip(outcome.assertions, keys, strict=True)):
        found["assertions"].append((*head, key, number, *_assertion(told, one)))
        if isinstance(one.content, IncidentContent):
            found["incidents"].append((*head, key, *_incident(told, one, one.content)))
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    """A reading with its mentions and places by id, and the key of each local actor's occurrence."""

    reading: Reading
    mentions: Mapping[str, Mention]
    places: Mapping[str, LocalPlace]
    times: Mapping[str, When]
    keys: Mapping[str, str]

    @classmethod
    def of(cls, reading: Reading) -> "_Told":
        return cls(
            reading,
            {one.id: one for one in reading.mentions},
            {one.id: one for one in reading.places},
            {one.id: one.when for one in reading.times},
            occurrence_keys(reading),
        )

    def occurrence(self, mention: str | None) -> str | None:
        found = self.mentions.get(mention or "")
        return self.keys.get(found.actor or "") if found else None

    def words(self, mention: str) -> str:
        found = self.mentions.get(mention)
        return found.span.of(self.reading.report.text) if found else ""


def _report(reading: Reading) -> Iterator[Any]:
    report = reading.report
    when = report.published.when if report.published else UNKNOWN_TIME
    head, body = report_to_wire(report), to_wire(reading)
    for part in ("report", "assertions"):
        body.pop(part)
    head.pop("text")
    yield from (report.source, report.title, report.publisher, when.first, when.last, str(when.precision))
    yield from (report.language, len(report.text.split()), len(reading.assertions), reading.skipped, reading.reader)
    yield from (report.text, compact(head), compact(body))


def _mention(told: _Told, one: Mention) -> Row:
    words = one.span.of(told.reading.report.text)
    return one.id, one.span.start, one.span.end, words, str(one.type), str(one.form), told.keys.get(one.actor or "")


def _assertion(told: _Told, one: Assertion) -> Iterator[Any]:
    text = told.reading.report.text
    content, valid = one.content, one.valid
    speaker = one.attribution[-1] if one.attribution else None
    tie = content if isinstance(content, TieContent) else None
    yield from (str(one.kind), _what(content), tie.sign if tie else None)
    yield told.occurrence(getattr(content, "subject", None))
    yield told.occurrence(tie.object) if tie else None
    yield from (told.occurrence(speaker.mention), speaker.text) if speaker else (None, "")
    yield from (one.negated, str(one.factuality), compact([hedge.of(text) for hedge in one.hedges]))
    yield from (str(one.mode), str(one.voice), valid.first, valid.last, str(valid.precision))
    yield from (one.quote.of(text), one.quote.start, one.quote.end, one.score, compact(assertion_to_wire(one)))


def _what(content: Content) -> str:
    match content:
        case TieContent():
            return str(content.dimension)
        case IncidentContent():
            return str(content.type)
        case AttributeContent():
            return str(content.attribute)
        case _:
            return ""


def _incident(told: _Told, one: Assertion, content: IncidentContent) -> Iterator[Any]:
    when = one.valid if one.valid.known else told.times.get(content.time or "", one.valid)
    place = told.places.get(content.place or "")
    yield from (str(content.type), str(content.stage), one.negated, str(one.mode))
    yield from (when.first, when.last, str(when.precision))
    yield from (place.name, place.country, place.latitude, place.longitude) if place else ("", None, None, None)
    yield [_party(told, part) for part in content.participants]
    yield [
        {"kind": str(t.kind), "who": str(t.who), "low": t.low, "best": t.best, "high": t.high} for t in content.tolls
    ]
    yield one.quote.of(told.reading.report.text)


def _party(told: _Told, part: Participant) -> dict[str, str | None]:
    return {
        "role": str(part.role),
        "basis": str(part.basis),
        "occurrence": told.occurrence(part.mention),
        "words": told.words(part.mention),
        "speaker": part.attribution[-1].text if part.attribution else "",
    }
