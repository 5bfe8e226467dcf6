"""Looking things up in one reading (avowed-reading/1) as it was printed; a reading is never changed."""

from collections.abc import Iterator, Mapping
from typing import Any

Reading = Mapping[str, Any]
Span = tuple[int, int]


def span(pair: Any) -> Span | None:
    """A span as a pair of offsets, from [start, end] or an object that holds them; None where the field is empty."""
    if not pair:
        return None
    if isinstance(pair, Mapping):
        return span(pair["span"]) if "span" in pair else (int(pair["start"]), int(pair["end"]))
    return (int(pair[0]), int(pair[1]))


def mentions_by_id(reading: Reading) -> dict[str, Mapping[str, Any]]:
    """Every mention under its id."""
    return {mention["id"]: mention for mention in reading.get("mentions", ())}


def span_of(mention: Mapping[str, Any]) -> Span:
    """First and last offset of a mention."""
    return (int(mention["start"]), int(mention["end"]))


def words(reading: Reading, place: Span) -> str:
    """The words at a span of the report."""
    return str(reading["report"]["text"][place[0] : place[1]])


def assertions(reading: Reading, *kinds: str) -> Iterator[Mapping[str, Any]]:
    """The assertions of these kinds, in order; all of them when none is named."""
    return (one for one in reading.get("assertions", ()) if not kinds or one["kind"] in kinds)


def end_span(reading: Reading, field: Any, mentions: Mapping[str, Mapping[str, Any]] | None = None) -> Span | None:
    """The span of a field that names a mention by its id or gives offsets; None where it does neither."""
    if isinstance(field, str):
        known = mentions_by_id(reading) if mentions is None else mentions
        return span_of(known[field]) if field in known else None
    return span(field)
