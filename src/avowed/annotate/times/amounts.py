"""What durations, rates and repeated times mean; a duration has a length and, alone, no place in the calendar."""

from avowed.annotate.times.classes import class_names
from avowed.annotate.times.context import Context, Meaning
from avowed.annotate.times.parts import Parts
from avowed.annotate.times.stretch import Stretch
from avowed.model.vocabulary import Precision, TimeKind

_LETTERS = {
    "second": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "night": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "weekend": ("P", 1, "WE"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"),
    "year": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}
# The least and the most units that "a few", "several" or no number are taken for: generous, since nobody is bound.
_VAGUE = {"week": (2, 8), "month": (2, 11), "year": (2, 10), "decade": (2, 5), "century": (2, 5)}
_VAGUE_OTHER = (2, 10)
_HALVES = {"hour": "PT30M", "day": "PT12H", "month": "P15D", "year": "P6M", "decade": "P5Y", "century": "P50Y"}
_BARE = Stretch("", None, None, Precision.UNKNOWN)
_LEAD_IN = frozenset(
    ("for", "in", "within", "over", "after", "than", "nearly", "circa", "by", "through", "during", "just")
)


def duration_value(count: float | None, unit: str) -> str:
    """P20Y, PT72H, P2.5Y; X where nobody says how many."""
    prefix, factor, letter = _LETTERS[unit]
    if count is None:
        return f"{prefix}X{letter}"
    number = count * factor
    return f"{prefix}{int(number) if number == int(number) else number:}{letter}"


def vague_bounds(unit: str) -> tuple[int, int]:
    """The least and the most that `several` of a unit may be."""
    return _VAGUE.get(unit, _VAGUE_OTHER)


def _length(value: str) -> Meaning:
    return Meaning(value, TimeKind.DURATION, _BARE)


def _repeated(value: str) -> Meaning:
    return Meaning(value, TimeKind.SET, _BARE)


def duration(parts: Parts, context: Context) -> Meaning | None:
    """Twenty years, an 11-year lull, a week (after a word that makes it a length)."""
    if not parts.has("count"):
        return _length(duration_value(1.5 if parts.has("half") else 1, parts.word("unit")))
    count = parts.number("count")
    if _one_day(parts, context):
        return None
    if count is not None and parts.has("half"):
        count += 0.5
    return _length(duration_value(count, parts.word("unit")))


def _one_day(parts: Parts, context: Context) -> bool:
    """True for `one day` that is no length: `they will one day return`."""
    before = context.tokens.symbols[parts.match.first - 1 : parts.match.first]
    lead_in = parts.has("approx") or (before and class_names()[before] in _LEAD_IN)
    return (
        parts.classes("count") == ["w1"] and parts.number("count") == 1 and parts.word("unit") == "day" and not lead_in
    )


def half_unit(parts: Parts, _context: Context) -> Meaning:
    """Half an hour."""
    return _length(_HALVES[parts.word("unit")])


def units_long(parts: Parts, _context: Context) -> Meaning:
    """A week-long siege, a decades-long war."""
    several = parts.written("unit").lower().endswith("s")
    return _length(duration_value(None if several else 1, parts.word("unit")))


def plural_units(parts: Parts, _context: Context) -> Meaning:
    """For years."""
    return _length(duration_value(None, parts.word("unit")))


def every_unit(parts: Parts, _context: Context) -> Meaning:
    """Every year, every two weeks."""
    count = parts.number("count") if parts.has("count") else 1
    return _repeated(duration_value(count, parts.word("unit")))


def every_weekday(parts: Parts, _context: Context) -> Meaning:
    """Every Friday, on Mondays, every night."""
    if parts.has("daypart"):
        return _repeated(f"XXXX-XX-XXT{parts.word('daypart')}")
    if parts.has("season"):
        return _repeated(f"XXXX-{parts.word('season')}")
    number = parts.whole("weekday") if parts.has("weekday") else parts.whole("plural")
    return _repeated(f"XXXX-WXX-{number + 1}")


def rate(parts: Parts, _context: Context) -> Meaning:
    """15 a year, $30 million per month."""
    return _repeated(duration_value(1, parts.word("unit")))


def set_adverb(parts: Parts, context: Context) -> Meaning | None:
    """Monthly, annual; a capital inside a sentence, or `the daily`, is a newspaper's."""
    words = parts.written("adverb")
    at = parts.match.first
    if parts.classes("adverb") == ["paper_set"] and at and class_names()[context.tokens.symbols[at - 1]] == "the":
        return None
    if parts.classes("adverb") == ["paper_set"] and not words.islower():
        return None
    opens = at == 0 or class_names()[context.tokens.symbols[at - 1]] in ("dot", "stop", "paragraph")
    return _repeated(parts.word("adverb")) if words.islower() or words.isupper() or opens else None
