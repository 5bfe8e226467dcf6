"""How a line reads in plain English: who says it, how sure, since when; a hedged line never reads like a plain one."""

from collections.abc import Mapping
from datetime import date

from avowed.model.evidence import Speaker
from avowed.model.findings import Line, Tie
from avowed.model.vocabulary import CueTone, Factuality, Mode, Precision, SpeakerRole
from avowed.model.when import When

LEADS = (
    "These lines are leads to be checked, not findings of fact: read each in its report before you use it. Avowed "
    "shows what was published, who said it and how surely; it cannot show that what was published is true."
)

_VERBS = {
    "command": ("commands", "is led by"),
    "membership": ("belongs to", "has as member"),
    "allegiance": ("pledges allegiance to", "receives the allegiance of"),
    "kinship": ("is kin to", "is kin to"),
    "finance": ("funds", "is funded by"),
    "arms": ("arms", "is armed by"),
    "training": ("trains", "is trained by"),
    "logistics": ("gives logistical help to", "gets logistical help from"),
    "intelligence": ("gives intelligence to", "gets intelligence from"),
    "safe_haven": ("shelters", "is sheltered by"),
    "support": ("supports or is linked with", "is supported by or linked with"),
    "joint_operation": ("operates jointly with", "operates jointly with"),
    "personnel": ("sends people to", "receives people from"),
    "accord": ("deals with", "deals with"),
    "ideology": ("shares aims with", "shares aims with"),
    "stance": ("speaks well of", "is praised by"),
    "rivalry": ("competes with", "competes with"),
    "coercion": ("coerces", "is coerced by"),
    "attack": ("attacks", "is attacked by"),
    "clash": ("fights", "fights"),
    "origin": ("comes from", "gave rise to"),
}
LINKED = "is linked to"  # support with words of a bond for its role: `close ties`, `cooperated`
_HOSTILE = {
    "allegiance": "withdraws its allegiance from",
    "personnel": "loses people to",
    "accord": "refuses or breaks dealings with",
    "ideology": "opposes the aims of",
    "stance": "condemns or accuses",
}
_SURENESS = {
    Factuality.CERTAIN: "",
    Factuality.PROBABLE: "probable",
    Factuality.POSSIBLE: "possible",
    Factuality.UNKNOWN: "how sure is not said",
}
_PLAIN = "told as fact"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def proposition(tie: Tie, names: Mapping[str, str]) -> str:
    """The tie as a short sentence, its denial and hedges first: `possibly: A trains B`."""
    return f"{qualifier(tie.line)}{names[tie.subject]} {_verb(tie)} {names[tie.object]}"


def _verb(tie: Tie) -> str:
    """The verb of a tie; support of which the report gives only the words of a bond is a link."""
    if tie.sign < 0 and tie.dimension in _HOSTILE:
        return _HOSTILE[tie.dimension]
    return LINKED if tie.bond else _VERBS[tie.dimension][0]


def verbs() -> dict[str, tuple[str, str]]:
    """Dimension -> its verb for cooperation (or neither), and for hostility."""
    return {name: (verb, _HOSTILE.get(name, verb)) for name, (verb, _) in _VERBS.items()}


def qualifier(line: Line) -> str:
    """What stands before a proposition that is not plain: `denied: `, `possible: `, `planned or forecast: `."""
    plain_words = sureness(line)
    return "" if plain_words == _PLAIN else f"[{plain_words}] "


def speakers(line: Line) -> str:
    """The chain, outermost first: `Foreign Policy > a police official (anonymous; "claimed")`."""
    if not line.speakers:
        return "the report itself"
    return " > ".join(_speaker(speaker) for speaker in line.speakers)


def speaking(speaker: Speaker) -> str:
    """The words for a speaker and whom they mean: `He (read as Ann Ash)`; `nobody named` where there are none."""
    if speaker.stands_for:
        return f"{speaker.text} (read as {speaker.stands_for})"
    return speaker.text or "nobody named"


def hedges(line: Line) -> str:
    """The hedge words in quotation marks; empty where there are none."""
    return ", ".join(f"“{hedge}”" for hedge in line.hedges)


def interval(when: When) -> str:
    """An interval in words as fine as its precision: `8 May 2021`, `2015 to 2019`, `since 2014`, `date unknown`."""
    first, last = when.first, when.last
    if first is None and last is None:
        return "date unknown"
    if first is None:
        return f"until {day(last, when.precision)}"
    if last is None:
        return f"since {day(first, when.precision)}"
    start, end = day(first, when.precision), day(last, when.precision)
    return start if start == end else f"{start} to {end}"


def due(when: When) -> str:
    """By when something should come true: `by 31 Dec 2022`, `from 2022 on`, `no time given`."""
    if when.last is not None:
        return f"by {day(when.last, when.precision)}"
    return f"from {day(when.first, when.precision)} on" if when.first is not None else "no time given"


def day(when: date | None, precision: Precision) -> str:
    """A day cut to its precision."""
    if when is None:
        return ""
    if precision in (Precision.YEAR, Precision.DECADE):
        return str(when.year)
    month = f"{_MONTHS[when.month - 1]} {when.year}"
    return month if precision is Precision.MONTH else f"{when.day} {month}"


def count(low: int, high: int | None) -> str:
    """A range of people: `25`, `24 to 99`, `20 or more`."""
    if low == high:
        return str(low)
    return f"{low} or more" if high is None else f"{low} to {high}"


def interval_day(when: date) -> str:
    """A day as `8 May 2021`."""
    return day(when, Precision.DAY)


def month(when: date) -> str:
    """A month as `May 2021`."""
    return day(when, Precision.MONTH)


def sureness(line: Line) -> str:
    """How sure, in words: `told as fact`, `denied; possible`."""
    return "; ".join(doubts(line)) or _PLAIN


def doubts(line: Line) -> list[str]:
    """What keeps a line from being told as plain fact: `denied`, `planned or forecast`, `possible`; none where it is."""
    marks = ["denied"] if line.negated else []
    marks += ["planned or forecast"] if line.mode is Mode.FUTURE else []
    marks += ["only supposed"] if line.mode is Mode.HYPOTHETICAL else []
    return [*marks, _SURENESS[line.factuality]] if _SURENESS[line.factuality] else marks


def published(line: Line) -> str:
    """Where and when a line was published, with the origin that the report names."""
    source = line.source
    origin = f", from {source.origin}" if source.origin else ""
    return f"{source.publisher or 'unknown publisher'}{origin}, {interval(source.published)}"


def quoted(line: Line) -> str:
    """A line in one sentence: its quote, who says it, in which voice and how surely."""
    hedge = f"; hedged: {hedges(line)}" if line.hedges else ""
    return f"“{line.quote}” says {speakers(line)} ({line.voice}; {sureness(line)}{hedge})"


def citation(line: Line) -> str:
    """A line as it is cited: its words, who says them and how surely, where and when they were published, and its key."""
    title = f"{line.source.title}, " if line.source.title else ""
    hedge = [f"hedged: {hedges(line)}"] if line.hedges else []
    told = "; ".join([speakers(line), *doubts(line), *hedge])
    return f"“{' '.join(line.quote.split())}” ({told}; {title}{published(line)}; line {line.key})"


def plain(word: str) -> str:
    """A word of the vocabulary as people write it."""
    return str(word).replace("_", " ")


def lines(count: int) -> str:
    """`1 line`, `4 lines`."""
    return f"{count} line{'' if count == 1 else 's'}"


def signed(sign: int) -> str:
    """`+`, `-` or `·`."""
    return {1: "+", -1: "-"}.get(sign, "·")


def _speaker(speaker: Speaker) -> str:
    notes = [] if speaker.role is SpeakerRole.DOCUMENT else [plain(speaker.role)]
    if speaker.tone is not CueTone.NEUTRAL:
        notes.append("doubted" if speaker.tone is CueTone.DOUBTING else "presented as true")
    name = speaking(speaker)
    return f"{name} ({'; '.join(notes)})" if notes else name
