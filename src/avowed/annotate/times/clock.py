"""What hours mean: a time of a day named in the same sentence, else of the day of the story or of publication."""

from avowed.annotate.times.context import Context, Meaning
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.stretch import UNKNOWN, Stretch, a_day
from avowed.model.vocabulary import Precision, TimeKind

_UNIVERSAL = frozenset(("GMT", "UTC", "Z"))
_AFTERNOON = frozenset(("AF", "EV", "NI"))


def clock(parts: Parts, context: Context) -> Meaning | None:
    """10:30 p.m., 6 pm, 0630 GMT; nothing for hours that no clock shows."""
    figures = _figures(parts)
    if figures is None:
        return None
    hour, minute = figures
    if parts.has("ampm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if parts.written("ampm")[0] in "pP" else 0)
    elif parts.has("daypart") and parts.word("daypart") in _AFTERNOON and hour < 12:
        hour += 12
    return _of_day(context, parts, f"T{hour:02d}:{minute:02d}{_zone(parts)}") if hour < 24 and minute < 60 else None


def _figures(parts: Parts) -> tuple[int, int] | None:
    if parts.has("four"):
        written = parts.word("four")
        return int(written[:2]), int(written[2:])
    written = parts.written("clock") if parts.has("clock") else parts.word("hour")
    hour, _, minute = written.replace(".", ":").partition(":")
    if minute and len(minute) < 2:
        return None
    return int(hour), int(minute[:2] or 0)


def _zone(parts: Parts) -> str:
    zone = parts.written("zone") if parts.has("zone") else ""
    return "Z" if any(name in zone.upper() for name in _UNIVERSAL) and not any(mark.isdigit() for mark in zone) else ""


def noon(parts: Parts, context: Context) -> Meaning:
    """Noon and midnight; midnight is the end of its day."""
    return _of_day(context, parts, "T12:00" if parts.has("noon") else "T24:00")


def _of_day(context: Context, parts: Parts, hour: str) -> Meaning:
    day = day_of_hour(context, parts.match.first)
    value = f"{day.value[:10]}{hour}" if day.first else hour
    return Meaning(value, TimeKind.TIME, day)


def day_of_hour(context: Context, at: int) -> Stretch:
    """The day that an hour belongs to, as far as it is known where the hour stands."""
    story = context.story
    told = story is not None and story.precision is Precision.DAY and story.first == story.last
    if story and told and (context.sentence_has_story(at) or context.telling or context.reference is None):
        return story
    return context.from_publication(a_day) if context.reference and not context.telling else UNKNOWN
