"""The challenge table: what a row asks for, looked up in the reading of its sentence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from avowed import registry
from avowed.annotate.annotator import Annotator
from avowed.model.evidence import Assertion, PredictionContent, Published, Reading, Report, TieContent
from avowed.model.vocabulary import DateBasis, SpeakerRole
from avowed.model.when import on_day

TABLE = Path(__file__).with_name("sentences.tsv")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence, what to find in it and what must hold of that; `limit` says why it is known to fail."""

    kind: str
    text: str
    find: str
    expect: str
    published: str
    limit: str


def rows() -> list[Row]:
    """The table."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


@cache
def annotator() -> Annotator:
    """The reader, made once."""
    return Annotator(registry.known_actors())


def read(row: Row) -> Reading:
    """The reading of a row's sentence."""
    day = date.fromisoformat(row.published) if row.published else None
    published = Published(on_day(day), DateBasis.GIVEN) if day else None
    (reading,) = annotator().annotate([Report(id="row", source="row", text=row.text, published=published)])
    return reading


def faults(row: Row, reading: Reading) -> list[str]:
    """What does not hold; the best of several assertions that fit counts."""
    found = [one for one in reading.assertions if _fits(row.find, one, reading)]
    if not found:
        return [f"nothing found: {row.find}"]
    wanted = [part.strip().split("=", 1) for part in row.expect.split(";")]
    return min(
        (
            [f"{name} is not {value!r}" for name, value in wanted if not _holds(name, value, one, reading)]
            for one in found
        ),
        key=len,
    )


def _fits(find: str, one: Assertion, reading: Reading) -> bool:
    if find.startswith("kind="):
        return str(one.kind) == find.removeprefix("kind=")
    dimension, _, parties = find.partition(":")
    content = one.content
    if not isinstance(content, TieContent) or content.dimension != dimension:
        return False
    subject, object_ = (part.strip() for part in parties.split(">"))
    straight = _named(subject, content.subject, reading) and _named(object_, content.object, reading)
    crossed = _named(subject, content.object, reading) and _named(object_, content.subject, reading)
    return straight or (content.dimension.symmetric and crossed) or (dimension == "support" and crossed)


def _named(words: str, mention: str, reading: Reading) -> bool:
    """True where a mention, or the actor behind it, bears these words."""
    found = next(one for one in reading.mentions if one.id == mention)
    actor = next((one for one in reading.actors if one.id == found.actor), None)
    names = [found.span.of(reading.report.text), *((actor.name, *actor.aliases) if actor else ())]
    return any(words in name for name in names)


def _speakers(one: Assertion, reading: Reading) -> list[str]:
    """Each speaker by its words and the name behind them, outermost first."""
    told = []
    for speaker in one.attribution:
        mention = next((m for m in reading.mentions if m.id == speaker.mention), None)
        actor = next((a for a in reading.actors if mention and a.id == mention.actor), None)
        whole = speaker.span.of(reading.report.text) if speaker.span else ""
        told.append(f"{speaker.text} {whole} {actor.name if actor else ''}".strip())
    return told


def _holds(name: str, value: str, one: Assertion, reading: Reading) -> bool:
    return any(_CHECKS[name](each, one, reading) for each in value.split("|"))


def _speaker(value: str, one: Assertion, reading: Reading) -> bool:
    told = _speakers(one, reading)
    return value in told[-1] if value and told else not value and not told


def _chain(value: str, one: Assertion, reading: Reading) -> bool:
    told, wanted = _speakers(one, reading), [part.strip() for part in value.split(">")]
    return len(told) == len(wanted) and all(want in words for want, words in zip(wanted, told, strict=True))


def _valid(value: str, one: Assertion, _reading: Reading) -> bool:
    first, last = (date.fromisoformat(part) if part else None for part in value.split(".."))
    return (one.valid.first, one.valid.last) == (first, last)


_CHECKS: Mapping[str, Callable[[str, Assertion, Reading], bool]] = {
    "negated": lambda value, one, _: one.negated == (value == "yes"),
    "factuality": lambda value, one, _: str(one.factuality) == value,
    "mode": lambda value, one, _: str(one.mode) == value,
    "voice": lambda value, one, _: str(one.voice) == value,
    "hedge": lambda value, one, reading: value in [span.of(reading.report.text).lower() for span in one.hedges],
    "tone": lambda value, one, _: bool(one.attribution) and str(one.attribution[-1].tone) == value,
    "anonymous": lambda _, one, __: bool(one.attribution) and one.attribution[-1].role is SpeakerRole.ANONYMOUS,
    "speaker": _speaker,
    "chain": _chain,
    "valid": _valid,
    "validto": lambda value, one, _: one.valid.last == date.fromisoformat(value),
    "horizon": lambda value, one, _: (
        isinstance(one.content, PredictionContent)
        and one.content.horizon is not None
        and str(one.valid.last)[:4] == value
    ),
}
